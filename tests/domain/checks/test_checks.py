"""What each check points out, and when it has nothing to say."""

from __future__ import annotations

from datetime import date

import pytest

from moothall.domain.checks import (
    CHECKS,
    another_authority_named,
    authority_not_named,
    deadline_contradiction,
    deadline_differs_from_round,
    delegation_without_consultee,
    department_name,
    implication_without_author,
    note_is_not_endorse,
    noting_only_against_approving,
    officer_comments_on_own_report,
    status_contradicts_resolution,
    step_after_deadline,
)
from moothall.domain.decisions import Limb, Verb

JULY_19 = date(2024, 7, 19)


def test_every_check_has_a_lasting_id_that_is_its_own() -> None:
    ids = [module.CHECK for module in CHECKS]

    assert len(set(ids)) == len(ids)
    assert all(module.__name__.endswith(f".{module.CHECK}") for module in CHECKS)


def test_a_cabinet_on_23_july_comes_four_days_after_19_july() -> None:
    (remark,) = step_after_deadline.check(step="Cabinet", step_on=date(2024, 7, 23), deadline_on=JULY_19, of_round=True)

    assert remark.message.startswith("Cabinet on 23 July 2024 is 4 days after the round's deadline of 19 July 2024")


@pytest.mark.parametrize("on", [JULY_19, date(2024, 7, 9), None])
def test_a_step_on_or_before_the_day_or_on_no_known_day_draws_no_remark(on: date | None) -> None:
    assert list(step_after_deadline.check(step="Cabinet", step_on=on, deadline_on=JULY_19)) == []


def test_another_deadline_than_the_rounds_is_pointed_out() -> None:
    (remark,) = deadline_differs_from_round.check(stated_on=date(2024, 7, 18), round_on=JULY_19)

    assert "18 July 2024" in remark.message and "19 July 2024" in remark.message
    assert list(deadline_differs_from_round.check(stated_on=None, round_on=JULY_19)) == []


def test_by_the_day_and_before_the_day_contradict_each_other() -> None:
    by = deadline_contradiction.Statement(JULY_19, False, "the recommendation")
    before = deadline_contradiction.Statement(JULY_19, True, "paragraph 1.7")

    (remark,) = deadline_contradiction.check(statements=[by, by, before])

    assert remark.message == "The recommendation says by 19 July 2024; paragraph 1.7 says before 19 July 2024."
    assert list(deadline_contradiction.check(statements=[by, by])) == []


def test_a_council_that_is_not_named_is_asked_for_and_an_inferred_one_confirmed() -> None:
    (missing,) = authority_not_named.check(name=None, basis=None)
    (inferred,) = authority_not_named.check(name="Marlbridge", basis="host")

    assert missing.next == "Say which council it belongs to."
    assert "Confirm" in inferred.next and "Marlbridge" in inferred.message
    assert list(authority_not_named.check(name="Marlbridge", basis="named")) == []


def test_another_councils_report_fills_nothing_in() -> None:
    told = {"expected_gss": "X1", "expected_name": "Marlbridge"}

    (remark,) = another_authority_named.check(found_gss="X2", found_name="Stockholme", **told)

    assert "Nothing was filled in" in remark.message
    assert list(another_authority_named.check(found_gss="X1", found_name="Marlbridge", **told)) == []
    assert list(another_authority_named.check(found_gss=None, found_name="", **told)) == []


def test_a_misspelt_department_is_named_rightly() -> None:
    (remark,) = department_name.check(
        written="Dept of Towns and Homs", right_name="Department of Towns", is_misspelt=True
    )

    assert remark.message == "“Dept of Towns and Homs” is a slip for Department of Towns."


def test_a_department_renamed_since_is_pointed_out_and_its_right_name_is_not() -> None:
    renamed = department_name.check(
        written="DT", right_name="Department of Towns", is_misspelt=False, name_that_day="Ministry of Towns"
    )
    right = department_name.check(
        written="DT", right_name="Department of Towns", is_misspelt=False, name_that_day="Department of Towns"
    )

    assert "was already called Ministry of Towns" in next(renamed).message
    assert list(right) == []


def test_implications_without_an_author_are_listed_together() -> None:
    (remark,) = implication_without_author.check(implications=[("Legal", None), ("Finance", "P Ash"), ("Risk", "")])

    assert remark.message == "No author is named for Legal and Risk."
    assert list(implication_without_author.check(implications=[("Finance", "P Ash")])) == []


@pytest.mark.parametrize(
    ("verbs", "said"),
    [
        ({Verb.NOTE}, True),
        ({Verb.NOTE, Verb.DELEGATE}, True),
        ({Verb.NOTE, Verb.APPROVE}, False),
        ({Verb.ENDORSE}, False),
        (set(), False),
    ],
)
def test_noting_alone_is_not_endorsing(verbs: set[Verb], said: bool) -> None:
    remarks = list(note_is_not_endorse.check(verbs=verbs, decided=True))

    assert bool(remarks) is said


def test_an_officer_who_comments_as_the_author_is_pointed_out() -> None:
    comments = [("Chief Finance Officer", "As the author, content."), ("Monitoring Officer", "Content.")]

    remarks = list(officer_comments_on_own_report.check(authors=[], comments=comments))

    assert [remark.message for remark in remarks] == ["The chief finance officer comments on the report as its author."]


def test_an_officer_whose_post_wrote_the_report_is_pointed_out() -> None:
    remarks = list(
        officer_comments_on_own_report.check(
            authors=["Monitoring Officer and Head of Law"], comments=[("Monitoring Officer", "Content.")]
        )
    )

    assert len(remarks) == 1


def test_noting_only_under_a_recommendation_to_approve_is_pointed_out() -> None:
    implications = [("Governance", "None, this report is for noting only."), ("Finance", "None.")]

    said = list(noting_only_against_approving.check(verbs={Verb.NOTE, Verb.APPROVE}, implications=implications))
    unsaid = list(noting_only_against_approving.check(verbs={Verb.NOTE}, implications=implications))

    assert [remark.message.split()[0] for remark in said] == ["Governance"]
    assert unsaid == []


def test_a_delegation_with_nobody_to_consult_is_pointed_out() -> None:
    alone = Limb(Verb.DELEGATE, "authority to submit", "", ("Chief Executive",))
    consulting = Limb(Verb.DELEGATE, "authority to submit", "in consultation with the Leader", ("Chief Executive",))

    assert len(list(delegation_without_consultee.check(limbs=[alone, consulting]))) == 1


@pytest.mark.parametrize(
    ("status", "resolution", "verbs", "call_in", "against"),
    [
        ("Recommendations Approved", "That the item be deferred to September.", set(), None, "deferred"),
        ("Recommendations Approved", "That the plan be not approved.", set(), None, "not approved"),
        ("Recommendations Refused", "That the plan be approved.", {Verb.APPROVE}, None, "approve"),
        ("For Determination", "That the plan be approved.", {Verb.APPROVE}, None, "a resolution stands below it"),
        ("Recommendations Approved (subject to call-in)", "That the plan be noted.", {Verb.NOTE}, False, "call-in"),
    ],
)
def test_a_status_that_the_resolution_contradicts_is_pointed_out_with_both(
    status: str, resolution: str, verbs: set[Verb], call_in: bool | None, against: str
) -> None:
    (remark,) = status_contradicts_resolution.check(
        status=status, resolution=[resolution], verbs=verbs, call_in=call_in
    )

    assert f"“{status}”" in remark.message and against in remark.message


@pytest.mark.parametrize(
    ("status", "resolution", "verbs"),
    [
        ("Recommendations Approved", "That the plan be approved.", {Verb.APPROVE}),
        ("Recommendations Approved", "That the plan be noted.", {Verb.NOTE}),
        ("Recommendations Approved", "That the plan be approved and the annex deferred.", {Verb.APPROVE}),
        ("For Determination", "", set()),
        (None, "That the item be deferred.", set()),
    ],
)
def test_a_status_that_fits_its_resolution_or_none_at_all_draws_no_remark(
    status: str | None, resolution: str, verbs: set[Verb]
) -> None:
    remarks = list(
        status_contradicts_resolution.check(status=status, resolution=[resolution], verbs=verbs, call_in=True)
    )

    assert remarks == []
