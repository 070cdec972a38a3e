"""The bodies that decide: their kinds by the words in their names, and their names where a text gives them."""

from __future__ import annotations

import re

from moothall.domain.authorities import BodyKind

_WORD = r"[A-Z][\w'’&-]*"
_KINDS: tuple[tuple[BodyKind, str], ...] = (
    (
        BodyKind.SCRUTINY,
        r"scrutiny|overview|select committee|policy advisory|policy development|task and finish|scrutin\w+",
    ),
    (
        BodyKind.INDIVIDUAL_MEMBER,
        r"^(?:the )?(?:deputy )?leader\b|portfolio holder|cabinet member|executive member|executive "
        r"councillor|lead (?:member|councillor)|^(?:the )?(?:elected |executive )?mayor\b(?! and cabinet)|"
        r"cabinet portfolio|^councillor|^cllr|individual (?:cabinet |executive )?member|portfolio$|"
        r"^cabinet lead|^single member|member for ",
    ),
    (
        BodyKind.EXECUTIVE,
        r"^(?:the )?(?:mayor and )?(?:joint )?(?:cabinet|executive)(?: cabinet| board| committee)?(?: "
        r"meeting)?$|^(?:the )?(?:mayor's |mayor and )cabinet$|\bcabinet$|^executive\b|^cabinet "
        r"(?:committee|sub)",
    ),
    (BodyKind.OFFICER, r"chief executive|director|head of|\bofficer|managing director|assistant director|head paid"),
    (
        BodyKind.FULL_COUNCIL,
        r"^(?:the )?(?:full |annual |extraordinary |special |ordinary )?(?:meeting of (?:the "
        r")?)?(?:county |city |borough |district |full )?council(?: meeting)?$|\bcouncil$",
    ),
    (BodyKind.COMMITTEE, r"committee|board|panel|commission|forum|\bgroup\b|sub-committee"),
)
BODY = (
    r"(?:(?:Full|County|City|Borough|District|Annual|Extraordinary) Council|Mayor and Cabinet|Joint "
    r"(?:Cabinet|Executive)(?: Committee)?"
    rf"|(?:{_WORD},? (?:(?:and|&|of|for) )?){{0,6}}(?:Sub-)?(?:Committee|Board|Panel|Commission)|"
    r"Executive Cabinet|Cabinet|Executive|Council)"
)
_CUT = re.compile(
    r"\s*(?:[:;(,]|\s[-–—|]\s|\bmeeting\b|\bon\b|\bdated?\b|\bheld\b|\bto be\b|\bat its\b|\d|"
    r"\bmon(?:day)?\b|\btues|\bwednes|\bthurs|\bfri(?:day)?\b).*$",
    re.IGNORECASE | re.DOTALL,
)


def body_kind(name: str) -> BodyKind | None:
    """What kind of decision maker a name stands for, or None where its words do not say."""
    plain = " ".join(name.lower().replace("’", "'").split())
    return next((kind for kind, pattern in _KINDS if re.search(pattern, plain)), None)


def body_name(words: str) -> str:
    """The name of the body at the start of a label's value, without dates and places: "Cabinet Meeting: 23 July"."""
    plain = re.sub(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s*[-–,]?\s*", "", words.strip(" *.:"))
    plain = re.sub(
        r"^(?:the|a|meeting of(?: the)?|members of(?: the)?|report to(?: the)?|to(?: the)?|decision of(?: the)?)\s+",
        "",
        plain,
        flags=re.I,
    )
    person = re.match(r"^(?:councillor|cllr)\.?\s+[^,(–-]+[,(–-]\s*(?P<role>[^()]+)", plain, re.I)
    if person:
        plain = person.group("role")
    if re.match(
        r"(?:portfolio holder|cabinet member|executive member|lead member|director|head of|corporate|"
        r"strategic|assistant|deputy leader|leader)",
        plain,
        re.I,
    ):
        name = re.split(r"[;(]|\s[-–—|]\s|,\s*(?=(?:cllr|councillor|mr|mrs|ms)\b)", plain)[0]
    else:
        name = _CUT.sub("", plain)
    name = name.strip(" ,.;:-–*")
    return (
        name.title()
        .replace(" And ", " and ")
        .replace(" Of ", " of ")
        .replace(" The ", " the ")
        .replace(" For ", " for ")
        if name.isupper()
        else name
    )
