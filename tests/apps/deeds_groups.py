"""A trial for each deed of a working group and its base text, as in `deeds`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from moothall.apps.groups import actions, queries
from moothall.apps.groups import actions_on_text as on_text
from moothall.apps.groups import actions_on_words as on_words
from moothall.apps.groups.models import Group, Proposal
from moothall.apps.people import actions as people
from moothall.apps.people.models import Person
from moothall.apps.plans import actions as plans
from moothall.apps.workspaces import actions as workspaces
from moothall.apps.workspaces.models import Workspace
from moothall.domain.base_texts import Answered, BaseText
from moothall.domain.groups import Telling
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NEIGHBOUR, NOW, Do, Trial
from tests.people import ROUND, Council

_POLICY, _AUTHOR = Role.POLICY_OFFICER, Role.REPORT_AUTHOR
NAME, KEY = "County group", "T1.Q1"
FIRST = "We share one customer record.\n\nIt began in 2022."
SECOND = "We share one customer record with our neighbours.\n\nIt began in 2022."


def neighbour() -> tuple[Workspace, Person]:
    """Thornholt, another council of the round, and its policy officer."""
    opened = workspaces.open_workspace(
        authority=replace(NEIGHBOUR, gss="X07000093", name="Aldersfen", official_name="Aldersfen Borough Council"),
        round_=ROUND, by=None, at=NOW,
    )  # fmt: skip
    person = people.add_person(email="policy@aldersfen.example", name="Nia Fenwick", by=None, at=NOW)
    people.give_role(person=person, role=_POLICY, workspace_id=opened.pk, by=None, at=NOW)
    return opened, person


def group(here: Council, **done: Any) -> Group:
    """A working group that this council started."""
    done = {"name": NAME, "purpose": "One text for the county.", "by": here.who(_POLICY), "at": NOW} | done
    return actions.start_group(workspace=here.workspace, **done)


def joined(here: Council, there: Workspace) -> Group:
    """The same with another council in it."""
    made, of_ours = group(here), {"by": here.who(_POLICY), "at": NOW}
    actions.invite(workspace=here.workspace, group=made, council=there, **of_ours)
    actions.answer_invitation(workspace=there, group=made, joins=True, by=None, at=NOW)
    return made


def wrote(here: Council, made: Group, text: str = FIRST, key: str = KEY, **done: Any) -> Any:
    """A section of its text."""
    row = queries.section(made, ROUND, key)
    done = {"by": here.who(_POLICY), "at": NOW, "title": "What changed", "revision": row.revision if row else 0} | done
    return on_text.write_section(workspace=here.workspace, group=made, round_=ROUND, key=key, text=text, **done)


def edition(here: Council, made: Group, text: str = FIRST, why: str = "The first words.") -> None:
    """An edition of the text with these words on what changed."""
    wrote(here, made, text)
    on_text.make_edition(workspace=here.workspace, group=made, why=why, by=here.who(_POLICY), at=NOW)


def grouped(here: Council) -> Group:
    """A group with an edition that this council declined, a later edition, and words proposed to it."""
    made = group(here)
    edition(here, made)
    _begun(here)
    on_words.settle(
        workspace=here.workspace, group=made, key=KEY, edition=1, text=None, reason="Ours say more.",
        by=here.who(_POLICY), at=NOW,
    )  # fmt: skip
    edition(here, made, SECOND, "Our neighbours joined.")
    proposed(here, made)
    actions.tell(
        workspace=here.workspace, group=made, telling=Telling(True, True, True, True, True), by=here.who(_POLICY),
        at=NOW,
    )  # fmt: skip
    return made


def _begun(here: Council) -> Any:
    return plans.begin_plan(workspace=here.workspace, title="Savings Plan", by=here.who(_POLICY), at=NOW)


def proposed(here: Council, made: Group) -> Proposal:
    """Words proposed for the section on what changed."""
    return on_words.propose(
        workspace=here.workspace, group=made, round_=ROUND, key=KEY, text="We share two records.", why="Two.",
        by=here.who(_POLICY), at=NOW,
    )  # fmt: skip


def _start(here: Council) -> Do:
    return lambda by: group(here, by=by)


def _invite(here: Council) -> Do:
    made, (there, _) = group(here), neighbour()
    return lambda by: actions.invite(workspace=here.workspace, group=made, council=there, by=by, at=NOW)


def _answer(here: Council) -> Do:
    there, person = neighbour()
    made = actions.start_group(workspace=there, name=NAME, purpose="One text.", by=person, at=NOW)
    actions.invite(workspace=there, group=made, council=here.workspace, by=person, at=NOW)
    return lambda by: actions.answer_invitation(workspace=here.workspace, group=made, joins=True, by=by, at=NOW)


def _leave(here: Council) -> Do:
    made = group(here)
    return lambda by: actions.leave(workspace=here.workspace, group=made, why="We write our own.", by=by, at=NOW)


def _editors(here: Council) -> Do:
    there, _ = neighbour()
    made = joined(here, there)
    return lambda by: actions.choose_editors(
        workspace=here.workspace, group=made, editors=[there.pk, here.workspace.pk], by=by, at=NOW
    )


def _tell(here: Council) -> Do:
    made = group(here)
    return lambda by: actions.tell(workspace=here.workspace, group=made, telling=Telling(True), by=by, at=NOW)


def _write(here: Council) -> Do:
    made = group(here)
    return lambda by: wrote(here, made, by=by)


def _edition(here: Council) -> Do:
    made = group(here)
    wrote(here, made)
    return lambda by: on_text.make_edition(workspace=here.workspace, group=made, why="First.", by=by, at=NOW)


def _bring_in(here: Council) -> Do:
    made = group(here, text=BaseText(ROUND.slug, NAME, "One text."))
    other = group(here, name="Another group")
    edition(here, other)
    text = replace(queries.text(other), name=NAME)
    return lambda by: on_text.bring_in(workspace=here.workspace, group=made, text=text, by=by, at=NOW)


def _freeze(here: Council) -> Do:
    made = group(here)
    return lambda by: on_text.freeze_text(
        workspace=here.workspace, group=made, reason="One voice", until_on=date(2024, 7, 24), by=by, at=NOW
    )


def _thaw(here: Council) -> Do:
    made = group(here)
    _freeze_here = {"reason": "One voice", "until_on": date(2024, 7, 24), "by": here.who(_AUTHOR), "at": NOW}
    on_text.freeze_text(workspace=here.workspace, group=made, **_freeze_here)
    return lambda by: on_text.thaw_text(workspace=here.workspace, group=made, by=by, at=NOW)


def _take(here: Council) -> Do:
    made = group(here)
    edition(here, made)
    _begun(here)
    return lambda by: on_words.take_sections(workspace=here.workspace, group=made, edition=1, keys=[KEY], by=by, at=NOW)


def _settle(here: Council, text: str | None = SECOND) -> Do:
    made = grouped(here)
    revision = queries.own_words(_begun(here), KEY, "")[1]
    return lambda by: on_words.settle(
        workspace=here.workspace, group=made, key=KEY, edition=2, text=text, revision=revision, reason="Not ours.",
        by=by, at=NOW,
    )  # fmt: skip


def _propose(here: Council) -> Do:
    made = group(here)
    return lambda by: on_words.propose(
        workspace=here.workspace, group=made, round_=ROUND, key=KEY, text="Ours.", why="", by=by, at=NOW
    )


def _answer_proposal(here: Council) -> Do:
    row = proposed(here, group(here))
    return lambda by: on_words.answer_proposal(
        workspace=here.workspace, proposal=row, answer=Answered.TAKEN, text="Both.", by=by, at=NOW
    )


_JOIN, _TEXT, _WORDS = Deed.JOIN_GROUP, Deed.WRITE_BASE_TEXT, Deed.TAKE_BASE_WORDS
TRIALS = (
    Trial("groups.start_group", "group.started", _JOIN, _POLICY, _start),
    Trial("groups.invite", "group.council_invited", _JOIN, _POLICY, _invite),
    Trial("groups.answer_invitation", "group.answered", _JOIN, _POLICY, _answer),
    Trial("groups.leave", "group.left", _JOIN, _POLICY, _leave),
    Trial("groups.choose_editors", "group.editors_chosen", _JOIN, _POLICY, _editors),
    Trial("groups.tell", "group.told", _JOIN, _POLICY, _tell),
    Trial("groups.write_section", "base_text.written", _TEXT, _AUTHOR, _write),
    Trial("groups.make_edition", "base_text.edition_made", _TEXT, _AUTHOR, _edition),
    Trial("groups.bring_in", "base_text.brought_in", _TEXT, _POLICY, _bring_in),
    Trial("groups.freeze_text", "base_text.frozen", _TEXT, _POLICY, _freeze),
    Trial("groups.thaw_text", "base_text.thawed", _TEXT, _POLICY, _thaw),
    Trial("groups.settle, declined", "base_text.settled", _WORDS, _POLICY, lambda here: _settle(here, None)),
    Trial("groups.propose", "base_text.proposed", _TEXT, _AUTHOR, _propose),
    Trial("groups.answer_proposal", "base_text.proposal_answered", _TEXT, _POLICY, _answer_proposal),
)
SAVING = (
    Trial("groups.take_sections", "base_text.taken", _WORDS, _POLICY, _take),
    Trial("groups.settle", "base_text.settled", _WORDS, _POLICY, _settle),
)
