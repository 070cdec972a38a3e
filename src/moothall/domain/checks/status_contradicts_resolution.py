"""A record's status line that says one thing, over a resolution that says another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from moothall.domain.decisions import ENDORSING, Verb
from moothall.domain.remarks import Remark

CHECK = "status_contradicts_resolution"
_REFUSED = re.compile(
    r"\b(?:not (?:be )?(?:approved|agreed|endorsed|adopted)|refused|rejected|withdrawn|abandoned)\b", re.IGNORECASE
)
_PUT_OFF = re.compile(r"\b(?:deferred|postponed|adjourned|referred back)\b", re.IGNORECASE)
_APPROVED = re.compile(r"\b(?:approved|agreed|endorsed|adopted|implemented)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:for determination|pending|awaiting|not yet (?:decided|made))\b", re.IGNORECASE)
_CALL_IN = re.compile(r"\bsubject to call[- ]?in\b", re.IGNORECASE)
_NO_CALL_IN = re.compile(r"\bnot subject to call[- ]?in\b", re.IGNORECASE)


def check(
    *, status: str | None, resolution: Sequence[str], verbs: Collection[Verb], call_in: bool | None
) -> Iterator[Remark]:
    """Point out a status that the resolution's words, its verbs or the record's answer on call-in contradict.

    ``resolution`` has the words of each item resolved. A page can carry a status that its system set and nobody
    changed, so both are shown and neither is taken for the right one.
    """
    if not status:
        return
    done = sorted(verb.value for verb in ENDORSING.intersection(verbs))
    words = " ".join(resolution)
    turned = _REFUSED.search(words) or (None if done else _PUT_OFF.search(words))
    if _REFUSED.search(status) or _PUT_OFF.search(status):
        if done:
            yield _remark(status, f"the resolution says {' and '.join(done)}")
    elif _APPROVED.search(status) and turned is not None:
        yield _remark(status, f"the resolution says “{turned.group()}”")
    elif _OPEN.search(status) and verbs:
        yield _remark(status, "a resolution stands below it")
    if _CALL_IN.search(status) and not _NO_CALL_IN.search(status) and call_in is False:
        yield _remark(status, "the record says it is not subject to call-in")


def _remark(status: str, against: str) -> Remark:
    return Remark(
        CHECK,
        f"The status reads “{status}”, but {against}.",
        None,
        "Look at the signed minutes or decision notice, and ask democratic services to correct the page.",
    )
