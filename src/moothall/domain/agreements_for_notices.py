"""The agreement that a notice of urgency rests on: whether it is one, and how the notice says it."""

from __future__ import annotations

from dataclasses import replace

from moothall.domain.clocks import private_meeting_notice, special_urgency
from moothall.domain.consents import Chairs, Consent
from moothall.domain.days import Holidays, in_words
from moothall.domain.notice_kinds import KINDS
from moothall.domain.notices import Notice, NoticeKind, Said
from moothall.domain.refusals import Refusal

SOURCE = "The agreement on record"
NEEDING = frozenset({NoticeKind.SPECIAL_URGENCY, NoticeKind.PRIVATE_SHORT_NOTICE})


def checked(notice: Notice, consent: Consent, chairs: Chairs, *, holidays: Holidays) -> tuple[Said, ...]:
    """The particulars of a notice with the agreement said in them.

    Raises a Refusal for a notice that rests on none, without the day it is about, and for an agreement that is none:
    the rungs, who obtains it and the days are those of regulations 5(6) and 11(1), as their clocks have them.
    """
    if notice.kind not in NEEDING:
        raise Refusal(
            f"{KINDS[notice.kind].title}: it rests on nobody's agreement.",
            next_step="Agreements are recorded on a notice of special urgency or of a private meeting at short notice.",
        )
    if notice.on is None:
        raise Refusal("The day of the decision is not known.", next_step="Enter it on the route first.")
    if notice.kind is NoticeKind.SPECIAL_URGENCY:
        special_urgency.deadline(
            notice.on, ready_on=min(consent.given_on, notice.on), holidays=holidays, chairs=chairs, consent=consent,
            decision_maker=notice.body,
        )  # fmt: skip
    else:
        found = private_meeting_notice.deadline(
            notice.on, holidays=holidays, given_on=min(consent.given_on, notice.on), chairs=chairs, consent=consent,
            decision_maker=notice.body,
        )  # fmt: skip
        if found.kind == private_meeting_notice.IN_TIME:
            raise Refusal(
                "28 clear days still fit, so the short notice is not open.",
                next_step="Give the first notice of the private meeting.",
                rule=private_meeting_notice.RULE,
            )
    words = {
        "agreed_by": f"{consent.by.strip()}, {consent.rung.in_words}, asked by {consent.obtained_by.strip()}",
        "agreed_on": in_words(consent.given_on),
        "because": consent.because.strip(),
    }
    return tuple(
        replace(one, words=words[one.code], source=SOURCE) if one.code in words else one for one in notice.particulars
    )
