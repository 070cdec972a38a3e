"""One document, two obligations: each is named by a recommendation of its own, and the same answer serves both."""

from __future__ import annotations

from datetime import date

from moothall.domain.obligations import Obligation, Served, apart, check, questions_met, requirements_met
from moothall.domain.rounds import LegalBasis, Question, Requirement, Round, Strength, Theme

GRANT = Round(
    slug="grant",
    title="Depot and Fleet Grant (example)",
    issuer="The agency",
    legal_basis=LegalBasis.GRANT_CONDITION,
    letter_on=date(2030, 1, 7),
    deadline_on=date(2030, 6, 28),
    themes=(
        Theme("A", "fleet", "Fleet", "?", (Question("A.1", "All", "?"), Question("A.1.a", "Age", "?", under="A.1"))),
        Theme("B", "depots", "Depots", "?", (Question("B.1", "Power", "?"), Question("B.2", "Sharing", "?"))),
    ),
    requirements=(Requirement("certificate", Strength.MUST, "It is certified."),),
)
COUNCIL, FUND, FLEET = Obligation(0, GRANT), Obligation(1, GRANT, "Ambermere Pension Fund"), Obligation(2, GRANT)
FOR_GRANT = "That the plan be approved for the Depot and Fleet Grant."
FOR_FUND = "That the plan of the Ambermere pension fund be approved."


def test_each_obligation_has_a_recommendation_of_its_own() -> None:
    assert apart([COUNCIL, FUND], [FOR_FUND, FOR_GRANT]) == {0: 1, 1: 0}
    assert check([COUNCIL, FUND], [FOR_FUND, FOR_GRANT], decided=False) == ()


def test_one_recommendation_that_names_both_is_the_own_of_one_alone() -> None:
    both = FOR_GRANT + " " + FOR_FUND

    (remark,) = check([COUNCIL, FUND], [both], decided=True)

    assert remark.check == "obligation_without_recommendation"
    assert "No resolution of its own names" in remark.message
    assert check([COUNCIL, FUND], [both, FOR_GRANT], decided=True) == ()


def test_a_recommendation_that_names_neither_is_nobodys() -> None:
    assert [one.message for one in check([FLEET, FUND], ["That the report be noted."], decided=False)] == [
        "No recommendation of its own names Depot and Fleet Grant (example).",
        "No recommendation of its own names Depot and Fleet Grant (example), for Ambermere Pension Fund.",
    ]


def test_one_answer_serves_two_questions_and_a_part_goes_with_its_whole() -> None:
    served = (Served("A.1", "T1.Q1"), Served("B.1", words="Reported by the county."), Served("B.2", "gone"))

    met = questions_met(GRANT, served, {"T1.Q1": "What changed"})

    assert [(one.question.id, one.title, one.is_settled) for one in met] == [
        ("A.1", "What changed", True),
        ("A.1.a", "What changed", True),
        ("B.1", "", True),
        ("B.2", "", False),
    ]
    assert [one.words for one in requirements_met(GRANT, [Served("certificate", words="Signed.")])] == ["Signed."]
