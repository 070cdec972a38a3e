"""What a careful reader points out in a round before anybody works on it. None of it keeps it from being opened."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date

from moothall.domain.amendments import in_force
from moothall.domain.days import in_words
from moothall.domain.remarks import Remark
from moothall.domain.rounds import RequirementKind, Round, Strength

NOTICE_DAYS = 28


def remarks(
    round_: Round, *, is_working: Callable[[date], bool], known_kinds: Collection[str], known_codes: Collection[str]
) -> tuple[Remark, ...]:
    """Everything worth a second look: dates, what is not asked, who is asked, what the letter's own text is.

    ``known_kinds`` and ``known_codes`` are of the register of authorities.
    """
    standing = in_force(round_)
    return (*_days(standing, is_working), *_not_asked(standing), *_who(standing, known_kinds, known_codes),
            *_words(round_))  # fmt: skip


def _days(round_: Round, is_working: Callable[[date], bool]) -> Iterator[Remark]:
    days = [("deadline", round_.deadline_on), *((one.text.rstrip("."), one.on) for one in round_.dates)]
    for what, on in days:
        if not is_working(on):
            yield Remark(
                "round_date_not_working",
                f"The day given for “{what}” is {in_words(on)}, which is no working day.",
                None,
                "Ask the issuer whether the working day before or after is meant.",
            )
    days_given = (round_.deadline_on - round_.letter_on).days
    if days_given <= NOTICE_DAYS:
        yield Remark(
            "round_shorter_than_notice",
            f"From the letter to the deadline there are {days_given} days. A key decision needs {NOTICE_DAYS} clear"
            " days' notice before it.",
            "SI 2012/2089, reg. 9",
            "Look early at which route can still make it, or ask the issuer for more time.",
        )


def _not_asked(round_: Round) -> Iterator[Remark]:
    if not round_.asks_for(RequirementKind.ENDORSEMENT):
        yield Remark(
            "round_no_endorsement",
            "No requirement asks members to endorse the plan.",
            None,
            "If the letter asks for it, add a requirement of the kind endorsement; if not, pages will not ask for it.",
        )
    if not round_.asks_for(RequirementKind.RETURN):
        yield Remark("round_no_return", "No requirement says that the plan must be sent in.", None,
                     "Add one of the kind return, unless nothing is to be sent.")  # fmt: skip
    if not round_.channels:
        yield Remark("round_no_channel", "The round does not say how to answer.", None,
                     "Add a channel, so that councils know where to send the plan.")  # fmt: skip
    if not any(theme.questions for theme in round_.themes):
        yield Remark("round_no_question", "No theme has a question, so nothing can be covered.", None,
                     "Add the questions, each with an id that will not change.")  # fmt: skip
    for one in round_.requirements:
        if one.kind is RequirementKind.CERTIFICATE and not one.by:
            yield Remark("round_certificate_by_nobody", f"A certificate is asked for, and not whose: {one.text}", None,
                         "Give the post that signs it in “by”.")  # fmt: skip
        if one.kind is RequirementKind.OTHER and one.strength is Strength.MUST:
            yield Remark("round_requirement_of_no_kind", f"A must has no kind, so no page can act on it: {one.text}",
                         None, "Give it a kind where one fits.")  # fmt: skip


def _who(round_: Round, kinds: Collection[str], codes: Collection[str]) -> Iterator[Remark]:
    for one in round_.asked.kinds:
        if one not in kinds:
            yield Remark("round_unknown_kind", f"The register knows no kind of authority called “{one}”.", None,
                         f"Known are: {', '.join(sorted(kinds))}.")  # fmt: skip
    for one in round_.asked.authorities:
        if one not in codes:
            yield Remark("round_unknown_authority", f"The register knows no authority with the code {one}.", None,
                         "Check the code against the register.")  # fmt: skip


def _words(round_: Round) -> Iterator[Remark]:
    if round_.letter.file_name and not round_.letter.file_sha256:
        yield Remark("round_letter_without_fingerprint", f"The letter's file {round_.letter.file_name} has no"
                     " fingerprint.", None, "Add its SHA-256, so that anyone can tell whether theirs is the"
                     " same.")  # fmt: skip
    if any(question.confidence for _, question in round_.questions()):
        yield Remark(
            "round_reconstructed",
            "Questions of this round are reconstructed: their wording is not the letter's own.",
            None,
            "Read the letter as well, and put the wording right by a correction of the file.",
        )
