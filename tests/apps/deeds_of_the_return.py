"""A trial for each deed of the return and of a later day, as in `deeds`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from moothall.apps.extensions import actions as extensions
from moothall.apps.extensions.actions import Said
from moothall.apps.extensions.models import Entry
from moothall.apps.returns import actions as returns
from moothall.apps.returns import packs
from moothall.apps.returns.certified import to_certify
from moothall.apps.returns.certified import value as certified_value
from moothall.apps.returns.models import Return
from moothall.documents.writing import folder
from moothall.domain.extensions import Channel as By
from moothall.domain.extensions import Reply
from moothall.domain.packs import Channel, PackFile
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial
from tests.people import ROUND, Council

_POLICY = Role.POLICY_OFFICER
SENT_AT = datetime(2024, 7, 19, 11, tzinfo=UTC)
ASKED = Said(
    on=date(2024, 7, 1),
    who="The department",
    channel=By.EMAIL,
    words="May we send the plan after Council has met?",
    why="Council meets on 25 July.",
    until_on=date(2024, 7, 26),
)
GRANTED = Said(
    on=date(2024, 7, 3), who="The department", channel=By.EMAIL, words="Yes, until 26 July.",
    until_on=date(2024, 7, 26), reply=Reply.GRANTED,
)  # fmt: skip


def later_day_asked(here: Council, **done: Any) -> Entry:
    """A later day asked for by the policy officer."""
    done = {"said": ASKED, "by": here.who(_POLICY), "at": NOW} | done
    return extensions.ask_extension(workspace=here.workspace, round_=ROUND, **done)


def later_day_granted(here: Council, **done: Any) -> Entry:
    """Friday 26 July, asked for and granted."""
    asked = later_day_asked(here)
    done = {"said": GRANTED, "by": here.who(_POLICY), "at": NOW} | done
    return extensions.answer_extension(workspace=here.workspace, round_=ROUND, asked=asked.pk, **done)


def _ask(here: Council) -> Do:
    return lambda by: later_day_asked(here, by=by)


def _answer(here: Council) -> Do:
    asked = later_day_asked(here)
    return lambda by: extensions.answer_extension(
        workspace=here.workspace, round_=ROUND, asked=asked.pk, said=GRANTED, by=by, at=NOW
    )


def _correct(here: Council) -> Do:
    row = later_day_asked(here)
    return lambda by: extensions.correct_extension(
        workspace=here.workspace, round_=ROUND, entry=row, said=ASKED, reason="A slip", by=by, at=NOW
    )


def _withdraw(here: Council) -> Do:
    asked = later_day_asked(here)
    return lambda by: extensions.withdraw_extension(
        workspace=here.workspace, asked=asked.pk, reason="Cabinet meets earlier", by=by, at=NOW
    )


def certified(here: Council) -> Return:
    """A return that is certified, with a small pack, for somebody to send from the council's own mailbox."""
    here.published()
    by, at = here.who(Role.CHIEF_EXECUTIVE), SENT_AT
    asked = packs.Asked("I certify it.", Channel.MAILBOX, "plans@department.example", "Our plan", "Here it is.")
    said = {"words": asked.words, "recipient": asked.recipient, "by": by}
    page, mark = to_certify(here.workspace, **said)
    value = certified_value(here.workspace, page, mark, channel=asked.channel.value, at=at, **said)
    listed = PackFile("a.txt", 5, "0" * 64, "A short file")
    zipped = folder.write([("a.txt", b"Words")], timestamp=at)
    prepared = packs.Prepared(asked, value, ((listed, b"Words", "text/plain"),), zipped, b"")
    return returns.submit_return(
        workspace=here.workspace, words=asked.words, channel=asked.channel.value, recipient=asked.recipient, by=by,
        at=at, prepared=prepared, is_sent=False,
    )  # fmt: skip


def _record_sent(here: Council) -> Do:
    row = here.sent()
    return lambda by: returns.record_sent(
        sent=row, channel="email", recipient="plans@department.example", went_at=SENT_AT, reason="No answer", by=by,
        at=NOW,
    )  # fmt: skip


def _send_again(here: Council) -> Do:
    row = certified(here)
    to = "plans@department.example"
    return lambda by: returns.send_again(sent=row, recipient=to, again=to, reason="It came back", by=by, at=NOW)


def _ask_whether_it_came(here: Council) -> Do:
    row, to = here.sent(), "plans@department.example"
    return lambda by: returns.ask_whether_it_came(
        sent=row, subject="Our plan", words="Has it come?", recipient=to, again=to, by=by, at=NOW
    )


def _acknowledge(here: Council) -> Do:
    row = here.sent()
    return lambda by: returns.record_acknowledgement(
        sent=row, on=date(2024, 7, 22), who="The department", words="Received.", by=by, at=NOW
    )


def _bounce(here: Council) -> Do:
    row = here.sent().sendings.get()
    return lambda by: returns.record_bounce(sending=row, on=date(2024, 7, 22), words="No such user", by=by, at=NOW)


def _keep_settings(here: Council) -> Do:
    return lambda by: returns.keep_return_settings(
        workspace=here.workspace, acknowledgement_days=5, page_address="https://council.example/plan", by=by, at=NOW
    )


_LATER, _SENDING = Deed.RECORD_EXTENSION, Deed.RECORD_SENDING
TRIALS = (
    Trial("returns.record_sent", "return.sent_again", _SENDING, _POLICY, _record_sent),
    Trial("returns.send_again", "return.queued_again", _SENDING, _POLICY, _send_again),
    Trial("returns.ask_whether_it_came", "return.asked_about", _SENDING, _POLICY, _ask_whether_it_came),
    Trial("returns.record_acknowledgement", "return.acknowledged", _SENDING, _POLICY, _acknowledge),
    Trial("returns.record_bounce", "return.bounced", _SENDING, _POLICY, _bounce),
    Trial("returns.keep_return_settings", "return.settings_kept", _SENDING, _POLICY, _keep_settings),
    Trial("extensions.ask_extension", "extension.asked", _LATER, _POLICY, _ask),
    Trial("extensions.answer_extension", "extension.answered", _LATER, _POLICY, _answer),
    Trial("extensions.correct_extension", "extension.corrected", _LATER, _POLICY, _correct),
    Trial("extensions.withdraw_extension", "extension.withdrawn", _LATER, _POLICY, _withdraw),
)
