"""The steps of a planned route in a few words, as a row of the table of routes has room for."""

from typing import Any

from moothall.domain.days import in_short

FIRST = {
    "key_decision_notice": "Key decision notice by {}",
    "general_exception_notice": "Notice to the chair of scrutiny by {}",
    "agenda_publication": "Report public by {}",
    "summons": "Summons by {}",
    "member_papers": "Report public by {}",
    "scrutiny": "Scrutiny meets {}",
    "decision": "Decision on {}",
    "ask_for_time": "Ask in writing, from {}",
    "call_in_waived": "Call-in set aside by {}",
    "submit": "Send it by {}",
}


def first_date(step: Any) -> str:
    """The first date to keep, as a row of the table says it: Key decision notice by Wed 12 June."""
    words = FIRST.get(step.step, "By {}: " + step.what)
    return words.format(in_short(step.on))
