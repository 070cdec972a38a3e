"""What each mail about a request says. No mail holds words of the report, and its link leads to a page that asks who
one is: whoever a mail is forwarded to learns that something is asked, and nothing more.
"""

from datetime import datetime

from django.conf import settings

from moothall.apps.implications.models import Absence, Event, Request
from moothall.apps.mail import outbox
from moothall.apps.people.models import Person
from moothall.domain.days import in_words
from moothall.domain.reminding import Reminder
from moothall.domain.signoffs import Reply

_SAID = {
    Reply.AGREE.value: "agrees",
    Reply.AGREE_WITH_WORDS.value: "agrees, with words",
    Reply.CANNOT_AGREE.value: "cannot agree",
    Reply.NOT_APPLICABLE.value: "says that it is not applicable",
}


def named(row: Request) -> str:
    """What a request is for, in a few words."""
    return f"sign-off as {row.capacity}" if row.is_sign_off else f"{row.kind.replace('_', ' ')} implications"


def asked(row: Request, *, at: datetime) -> None:
    """To the person, at once: what is asked, by whom and by when."""
    if row.person:
        _put(row, row.person, f"asked:{row.pk}:{row.person_id}", f"You are asked for {named(row)}", _ask(row), at, True)


def handed_on(row: Request, event: Event, *, at: datetime) -> None:
    """To whoever has it now, at once."""
    if row.person:
        words = f"{event.by_name} handed this on to you.\n\n{_ask(row)}"
        _put(row, row.person, f"handed:{event.pk}", f"You are asked for {named(row)}", words, at, True)


def answered(row: Request, event: Event, *, at: datetime) -> None:
    """To whoever asked, in the digest; at once where somebody cannot agree."""
    if row.asked_by and row.asked_by_id != event.by_id:
        said = f"{event.by_name} {_SAID[event.reply]}: {named(row)}"
        is_no = event.reply == Reply.CANNOT_AGREE
        _put(row, row.asked_by, f"answered:{event.pk}", said, f"{said}.\n{address(row)}", at, is_no)


def withdrawn(row: Request, event: Event, *, at: datetime) -> None:
    """To the person, in the digest: nothing is needed any more."""
    if row.person:
        said = f"No longer needed: {named(row)}"
        _put(row, row.person, f"withdrawn:{event.pk}", said, f"{event.by_name} needs no answer any more.", at)


def lapsed(row: Request, person: Person, fingerprint: str, *, at: datetime) -> None:
    """To whoever has it, in the digest: the words they answered for have changed. Once for each state of the words."""
    words = (
        f"The words that were agreed to have changed, so the agreement lapsed. See what changed, and answer again:\n"
        f"{address(row)}"
    )
    _put(row, person, f"lapsed:{row.pk}:{person.pk}:{fingerprint}", f"Words changed: {named(row)}", words, at)


def reminded(row: Request, person: Person, which: Reminder, *, at: datetime) -> None:
    """To whoever has it, or to the deputy, in the digest. A reminder answers nothing: silence is not agreement."""
    day = in_words(row.due_on)
    said = {
        Reminder.BEFORE: f"Due {day}: {named(row)}",
        Reminder.ON: f"Due today: {named(row)}",
        Reminder.AFTER: f"Was due {day}: {named(row)}",
        Reminder.ESCALATE: f"Not answered since {day}: {named(row)}",
    }[which]
    who = row.person.name if row.person else "Nobody"
    more = f" {who} was asked, and you are named for when there is no answer." if which is Reminder.ESCALATE else ""
    words = f"{said}.{more} Silence is not agreement: it stays unanswered until somebody answers.\n{address(row)}"
    _put(row, person, f"{which.value}:{row.pk}:{row.due_on}:{person.pk}", said, words, at)


def vacant(row: Request, person: Person, *, at: datetime) -> None:
    """To whoever asked, in the digest: nobody has this."""
    left = f"{row.person.name} can no longer answer here." if row.person else "No person is named for it."
    words = f"{left} Hand it on by name:\n{address(row)}"
    _put(row, person, f"vacant:{row.pk}:{row.person_id or 0}:{person.pk}", f"Nobody has this: {named(row)}", words, at)


def covers(absence: Absence, *, at: datetime) -> None:
    """To whoever covers, at once: from when to when."""
    away = absence.person.name
    days = f"from {in_words(absence.from_on)} to {in_words(absence.to_on)}"
    outbox.put(
        person=absence.cover,
        subject=f"You cover for {away} {days}",
        words=f"{away} is away {days}. What is asked of them comes to you as well.\n{settings.MOOTHALL.address}",
        key=f"covers:{absence.pk}",
        at=at,
        about=f"absence:{absence.pk}",
        workspace=absence.workspace,
        is_prompt=True,
    )


def address(row: Request) -> str:
    """Where a request is answered."""
    here = row.workspace
    return f"{settings.MOOTHALL.address}/council/{here.round_slug}/{here.slug}/agreement/{row.pk}"


def _ask(row: Request) -> str:
    who = row.asked_by.name if row.asked_by else "Moothall"
    note = f"\n\n{who} writes: {row.note}" if row.note else ""
    return (
        f"{who} asks you for {named(row)} of a report of {row.workspace.official_name}, by {in_words(row.due_on)}."
        f"{note}\n\nOne page, one box, three answers:\n{address(row)}\n\nSilence is not agreement:"
        " it stays unanswered until you answer."
    )


def _put(
    row: Request, person: Person, key: str, subject: str, words: str, at: datetime, is_prompt: bool = False
) -> None:
    outbox.put(
        person=person, subject=subject, words=words, key=key, at=at, about=f"request:{row.pk}",
        workspace=row.workspace, is_prompt=is_prompt,
    )  # fmt: skip
