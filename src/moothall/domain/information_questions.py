"""The clocks of requests for information and of personal data as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.asked import day_of, number, on, on_or_none, one_of, said, text, yes, yes_no
from moothall.domain.clock_arguments import Argument, ClockQuestion, Moment, Reads
from moothall.domain.clocks import (
    foi_answer,
    future_publication,
    notes_deletion,
    personal_name,
    publication_class,
)
from moothall.domain.clocks.personal_name import Person
from moothall.domain.clocks.publication_class import Document
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.duty_questions import DAY
from moothall.domain.years import Months


def _words(value: str) -> str:
    return value.replace("_", " ").capitalize()


def _foi_answer(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return foi_answer.deadline(
        on(asked, "received"),
        holidays=holidays,
        other_holidays=given.days(asked.get("other_holidays", []), "other_holidays"),
    )


def _publication_class(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return publication_class.deadline(on(asked, "day"), document=given.choice(asked["document"], "document", Document))


def _future_publication(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return future_publication.deadline(
        on(asked, "requested"),
        intended_since=on_or_none(asked, "intended_since"),
        publish_on=on_or_none(asked, "to_be_published"),
        reasonable=yes(asked, "reasonable"),
        public_interest=said(asked, "public_interest"),
    )


def _personal_name(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return personal_name.deadline(
        person=given.choice(asked["person"], "person", Person),
        keep_because=said(asked, "keep_because"),
        remove_because=said(asked, "remove_because"),
        decided_by=said(asked, "decided_by"),
    )


def _notes_deletion(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return notes_deletion.deadline(
        on(asked, "last_used"), keep=Months(given.whole_number(asked["keep_months"], "keep_months"))
    )


QUESTIONS = (
    ClockQuestion(
        foi_answer.NAME,
        "the last day to answer a request for information",
        (
            day_of("received", "When was the request received?", "the day the request was received"),
            Argument(
                "other_holidays",
                "bank holidays elsewhere in the United Kingdom that should not count, with commas",
                "none",
                label="Which bank holidays elsewhere in the United Kingdom should not count?",
                reads=Reads.DAYS,
            ),
        ),
        ("received",),
        _foi_answer,
        title="Answer to a request for information",
        moment=Moment.DUTIES,
        sentence="Answer by {when}",
        example=(("received", "2024-07-03"),),
    ),
    ClockQuestion(
        publication_class.NAME,
        "the class of the publication scheme under which a document is published",
        (
            DAY,
            one_of(
                "document", "What is published?", Document, {document: _words(document.value) for document in Document}
            ),
        ),
        ("day", "document"),
        _publication_class,
        title="Class in the publication scheme",
        moment=Moment.DUTIES,
        example=(("day", "2024-07-19"), ("document", "plan")),
    ),
    ClockQuestion(
        future_publication.NAME,
        "may_be_withheld or may_not_be_withheld: whether a draft may be kept back because it is to be published",
        (
            day_of("requested", "When did the request come?", "the day the request came"),
            day_of(
                "intended_since",
                "Since when was publication intended?",
                "the day on which the intention to publish was recorded",
                needed=False,
            ),
            day_of("to_be_published", "When will it be published?", "the day of publication", needed=False),
            yes_no("reasonable", "Is it reasonable to wait?", "it is reasonable in all circumstances to wait"),
            text(
                "public_interest",
                "Why does the public interest favour waiting?",
                "why the public interest in waiting outweighs that in disclosing",
            ),
        ),
        ("requested",),
        _future_publication,
        title="A request for a draft",
        moment=Moment.DUTIES,
        sentence="It may be kept back until {when}",
        kinds=((future_publication.MAY, "May be kept back"), (future_publication.MAY_NOT, "May not be kept back")),
        example=(
            ("requested", "2024-06-20"),
            ("intended_since", "2024-05-01"),
            ("reasonable", "true"),
            ("public_interest", "Members see it first"),
            ("to_be_published", "2024-07-19"),
        ),
    ),
    ClockQuestion(
        personal_name.NAME,
        "stays, goes or ask: whether a person's name stays in what is published",
        (
            one_of("person", "Who is named?", Person, {person: _words(person.value) for person in Person}),
            text("keep_because", "Why should it stay?", "the reason to keep it against the usual answer"),
            text("remove_because", "Why should it go?", "the reason to take it out against the usual answer"),
            text("decided_by", "Who decided that?", "the name of who decided otherwise"),
        ),
        ("person",),
        _personal_name,
        title="A name in a published document",
        moment=Moment.DUTIES,
        kinds=((personal_name.STAYS, "Stays"), (personal_name.GOES, "Goes"), (personal_name.ASK, "Ask")),
        example=(("person", "junior_officer"),),
    ),
    ClockQuestion(
        notes_deletion.NAME,
        "the last day on which working notes with personal data are kept, by the council's own schedule",
        (
            day_of("last_used", "When were the notes last used?", "the day the months begin with"),
            number("keep_months", "How many months does your schedule keep them?", "months to keep", example="12"),
        ),
        ("last_used", "keep_months"),
        _notes_deletion,
        title="Deleting working notes",
        moment=Moment.DUTIES,
        sentence="Delete them at the end of {when}",
        example=(("last_used", "2024-07-19"), ("keep_months", "12")),
    ),
)
