"""What each check points out, and when it has nothing to say."""

from __future__ import annotations

from datetime import date

import pytest

from moothall.domain.checks import (
    CHECKS,
    another_authority_named,
    appendices_counted,
    authority_not_named,
    deadline_contradiction,
    deadline_differs_from_round,
    delegation_without_consultee,
    department_name,
    forward_plan_differs,
    implication_without_author,
    letter_not_there,
    note_is_not_endorse,
    noting_only_against_approving,
    officer_comments_on_own_report,
    plan_not_final,
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


def test_a_report_that_says_three_appendices_and_lists_two_is_pointed_out() -> None:
    (remark,) = appendices_counted.check(said=3, where="three appendices are attached", there=2)
    (in_a_mail,) = appendices_counted.check(said=2, where="2 appendices attached", there=1, are_attached=True)

    assert remark.message == "The report says “three appendices are attached”; 2 are listed."
    assert in_a_mail.message.endswith("1 came with it.")
    assert list(appendices_counted.check(said=2, where="", there=2)) == []
    assert list(appendices_counted.check(said=None, where="", there=2)) == []


def test_a_letter_that_is_not_where_the_report_says_is_pointed_out_and_one_nobody_can_look_for_is_not() -> None:
    (attached,) = letter_not_there.check(said="the letter is attached at Appendix B", is_link=False, is_there=False)
    (linked,) = letter_not_there.check(said="the letter can be found here", is_link=True, is_there=False)

    assert "no appendix that is listed or attached is a letter" in attached.message
    assert "no link to it is in the file" in linked.message
    assert list(letter_not_there.check(said="the letter is attached", is_link=False, is_there=None)) == []
    assert list(letter_not_there.check(said=None, is_link=False, is_there=False)) == []


def test_a_forward_plan_entry_for_another_decision_maker_or_reference_is_pointed_out() -> None:
    entry = forward_plan_differs.Entry("KD 24/117", "Savings Plan", "Cabinet")
    report = forward_plan_differs.Entry("KD24-118", "The Savings Plan 2024", "Full Council")

    told = [remark.message for remark in forward_plan_differs.check(entry=entry, report=report)]

    assert told == [
        "The forward plan gives the reference “KD 24/117”; the report gives “KD24-118”.",
        "The forward plan gives the decision maker “Cabinet”; the report gives “Full Council”.",
    ]
    same = forward_plan_differs.Entry("kd24117", None, "The Cabinet")
    assert list(forward_plan_differs.check(entry=entry, report=same)) == []


def test_a_plan_dated_after_its_approval_or_with_comments_left_in_it_is_not_the_one_approved() -> None:
    dated, left = plan_not_final.check(
        dated_on=date(2024, 7, 15), approved_on=date(2024, 7, 11), body="Cabinet", comments=1, changes=4
    )

    assert dated.message == "The plan is dated 15 July 2024, after Cabinet approved it on 11 July 2024."
    assert left.message == "The file still holds 1 comment and 4 tracked changes."
    assert list(plan_not_final.check(dated_on=date(2024, 7, 1), approved_on=date(2024, 7, 11))) == []
