"""Wording that could be read as for or against somebody at the polls, while the poll's own window is open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.clocks import pre_election
from moothall.domain.placed_remarks import Material, PlacedRemark, at
from moothall.domain.remarks import Remark

CHECK = "pre_election_wording"
RULE = f"{pre_election.PROVISION.in_words()}; advice, to check with your monitoring officer"
_PARTISAN = (
    r"candidates\b|candidate (?:for|in|standing)|manifesto|election (?:pledge|promise)s?|"
    r"(?:this|the (?:current|present|previous|last)) administration(?:[’']s)?"
    r"|(?:under|thanks to) the leadership of|(?:we|the council|members) (?:pledge|promise)s?|proud (?:record|"
    r"of (?:our|its))|"
    r"vote[rs]? (?:for|will)|the opposition|ruling group"
)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out parties, candidates, praise and promises in texts looked at inside the window of the local poll.

    Outside the window nothing is said. It is advice: ordinary business goes on.
    """
    if material.poll is None or not material.poll[0] <= material.as_of <= material.poll[1]:
        return
    parties = "|".join(map(re.escape, material.known.parties))
    words = re.compile(rf"\b(?:{_PARTISAN})\b" + (rf"|(?-i:\b(?:{parties})\b)" if parties else ""), re.IGNORECASE)
    last = material.poll[1]
    for section in material.sections:
        for found in words.finditer(section.text):
            message = f"“{found[0]}” may be read as taking sides before the poll of {last.day} {last:%B %Y}."
            then = "Say what the council does and decided, or publish after the poll. Ask your monitoring officer."
            yield at(section, found.start(), found.end(), Remark(CHECK, message, RULE, then), is_hint=True)
