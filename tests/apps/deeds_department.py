"""Trials of what is asked of the department and of others, and of what the department says of the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from moothall.apps.correspondence import actions as correspondence
from moothall.apps.correspondence import actions_replies as replies
from moothall.apps.correspondence.actions import Put
from moothall.apps.correspondence.models import Question, Reply
from moothall.apps.promised import actions as promised
from moothall.apps.promised.models import FollowUp
from moothall.domain.correspondence import Asked, Said, What
from moothall.domain.department_replies import Response
from moothall.domain.department_replies import Said as SaidOfPoint
from moothall.domain.department_replies import What as OfPoint
from moothall.domain.extensions import Channel
from moothall.domain.follow_ups import What as Promised
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial
from tests.apps.deeds_hours import entered
from tests.people import ROUND, Council

_POLICY = Role.POLICY_OFFICER
PUT = Put(
    Asked.DEPARTMENT, "The round’s mailbox", "Policy team", date(2024, 5, 7), Channel.EMAIL,
    "May the plan be noted rather than endorsed?", ("endorsement",),
)  # fmt: skip
ANSWER = Said(What.ANSWERED, date(2024, 5, 20), "The department", Channel.EMAIL, "Members are to endorse it.")


def question_asked(here: Council, **done: Any) -> Question:
    """A question put to the department by the policy officer."""
    done = {"put": PUT, "by": here.who(_POLICY), "at": NOW} | done
    return correspondence.ask(workspace=here.workspace, round_=ROUND, **done)


def question_answered(here: Council) -> Question:
    """The same, answered."""
    row = question_asked(here)
    correspondence.follow(question=row, said=ANSWER, by=here.who(_POLICY), at=NOW)
    return row


def department_heard(here: Council) -> None:
    """Something on every page of what is asked and answered: numbered 1, with its answer shared; and officer time."""
    entered(here)
    responded(here, reply_filed(here), here.who(_POLICY))
    taken_up(here)
    correspondence.share(
        question=question_answered(here), is_shared=True, is_named=False, by=here.who(_POLICY), at=NOW
    )  # fmt: skip


def reply_filed(here: Council, **done: Any) -> Reply:
    """The department's reply with two recommendations."""
    done = {
        "from_whom": "The department", "on": date(2024, 7, 20), "words": "We have read the plan of Ambermere.",
        "points": ("Share one customer record with the county.", "Publish agency spend."),
        "by": here.who(_POLICY), "at": NOW,
    } | done  # fmt: skip
    return replies.file_reply(workspace=here.workspace, **done)


def _file_reply(here: Council) -> Do:
    return lambda by: reply_filed(here, by=by)


def responded(here: Council, row: Reply, by: Any, **said: Any) -> Any:
    """The first recommendation accepted, to be done by December, unless said otherwise."""
    given: dict[str, Any] = {
        "what": OfPoint.ANSWERED, "on": date(2024, 7, 22), "response": Response.ACCEPTED, "words": "It saves time.",
        "who": "Head of digital", "due_on": date(2024, 12, 1),
    }  # fmt: skip
    new = SaidOfPoint(**(given | said))
    return replies.say_of_point(point=row.points.all()[0], round_=ROUND, said=new, by=by, at=NOW)


def _say_of_point(here: Council) -> Do:
    row = reply_filed(here)
    return lambda by: responded(here, row, by)


def _report_reply(here: Council) -> Do:
    row = reply_filed(here)
    return lambda by: replies.report_reply(
        reply=row, body="Audit Committee", on=date(2024, 7, 21), words="Members noted it.", by=by, at=NOW
    )


def taken_up(here: Council, **done: Any) -> FollowUp:
    """A further report promised for the autumn, with its owner."""
    done = {
        "text": "A report to Council on the first year", "post": "Head of policy", "person": here.who(_POLICY),
        "due_on": date(2024, 10, 1), "by": here.who(_POLICY), "at": NOW,
    } | done  # fmt: skip
    return promised.promise(workspace=here.workspace, **done)


def _promise(here: Council) -> Do:
    return lambda by: taken_up(here, by=by)


def _follow_up(here: Council) -> Do:
    row = taken_up(here, person=None)
    return lambda by: promised.follow_up(
        found=row, what=Promised.DONE, on=date(2024, 7, 22), words="Council, minute 31", by=by, at=NOW
    )


def _ask(here: Council) -> Do:
    return lambda by: question_asked(here, by=by)


def _follow(here: Council) -> Do:
    row = question_asked(here)
    return lambda by: correspondence.follow(question=row, said=ANSWER, by=by, at=NOW)


def _share(here: Council) -> Do:
    row = question_answered(here)
    return lambda by: correspondence.share(question=row, is_shared=True, is_named=True, by=by, at=NOW)


_RECORD = Deed.RECORD_CORRESPONDENCE
TRIALS = (
    Trial("correspondence.ask", "correspondence.asked", _RECORD, _POLICY, _ask),
    Trial("correspondence.follow", "correspondence.followed", _RECORD, _POLICY, _follow),
    Trial("correspondence.share", "correspondence.shared", Deed.SHARE_ANSWER, _POLICY, _share),
    Trial("correspondence.file_reply", "reply.filed", _RECORD, _POLICY, _file_reply),
    Trial("correspondence.say_of_point", "reply.point", Deed.ANSWER_REPLY, _POLICY, _say_of_point),
    Trial("correspondence.report_reply", "reply.reported", Deed.ANSWER_REPLY, _POLICY, _report_reply),
    Trial("promised.promise", "follow_up.promised", Deed.KEEP_FOLLOW_UPS, _POLICY, _promise),
    Trial("promised.follow_up", "follow_up.followed", Deed.KEEP_FOLLOW_UPS, _POLICY, _follow_up),
)
