"""How far a return has got, in the words and shapes of its page."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from moothall.apps.returns.queries import Standing
from moothall.domain.days import in_words
from moothall.domain.packs import Channel, State

SHAPES = {
    State.CERTIFIED: "half",
    State.QUEUED: "clock",
    State.TRIED_AGAIN: "clock",
    State.FAILED: "broken",
    State.SENT: "tick",
    State.BOUNCED: "broken",
    State.ACKNOWLEDGED: "tick",
}


@dataclass(frozen=True, slots=True)
class ReturnPage:
    """The answer at the top, what follows it, and what somebody may do next: one first, the others after it.

    Each thing to do is (the name of its address, its words).
    """

    answer: str
    note: str
    first: tuple[str, str] | None
    others: tuple[tuple[str, str], ...]


def page_of(one: Standing, *, today: date) -> ReturnPage:
    """What the page of a return says at its top and offers."""
    row, last = one.row, one.last
    told = last.message.told if last and last.message else ""
    sent_on = in_words(timezone.localdate(row.went_at)) if row.went_at else ""
    acknowledge = ("acknowledge_return", "Record the acknowledgement")
    record, again = ("record_sent_return", "Record that it was sent"), ("send_return_again", "Send it again by mail")
    if one.state is State.CERTIFIED:
        return ReturnPage("The return is certified. It has not been sent yet.", _by_hand(row.channel), record, ())
    if one.state is State.QUEUED:
        return ReturnPage("The return is certified and waits to be sent.", "The worker sends it in a moment.", None, ())
    if one.state is State.TRIED_AGAIN:
        return ReturnPage(
            "The mail server did not take it. It is tried again by itself.", _server(told), None, (record,)
        )
    if one.state is State.FAILED:
        return ReturnPage("The return could not be sent.", _server(told), again, (record,))
    if one.state is State.BOUNCED:
        return ReturnPage("What was sent came back.", "Nobody has it, as far as is known here.", again, (record,))
    if one.state is State.ACKNOWLEDGED and one.acknowledged:
        heard = one.acknowledged
        note = f"Acknowledged by {heard.who} on {in_words(heard.on)}."
        return ReturnPage(f"Sent on {sent_on}, and received.", note, None, (again, _again(record)))
    return _sent(
        one, sent_on, acknowledge, (("ask_about_return", "Ask whether it has come"), again, _again(record)), today
    )


def _sent(
    one: Standing, sent_on: str, first: tuple[str, str], others: tuple[tuple[str, str], ...], today: date
) -> ReturnPage:
    note = "Nobody has acknowledged it yet."
    if one.silent_since:
        days = (today - timezone.localdate(one.row.went_at)).days if one.row.went_at else 0
        note = f"Nobody has acknowledged it in {days} days. It may not have come."
        return ReturnPage(f"Sent on {sent_on}. No acknowledgement.", note, others[0], (first, *others[1:]))
    return ReturnPage(f"Sent on {sent_on}.", note, first, others)


def _again(record: tuple[str, str]) -> tuple[str, str]:
    return record[0], "Record that it was sent again"


def _by_hand(channel: str) -> str:
    if channel == Channel.MAILBOX.value:
        return "Open the message in your mail program, send it, and record that you did."
    return "Take the folder, send it, and record that you did."


def _server(told: str) -> str:
    return f"The server says: {told}" if told else "The server said nothing."
