"""A report kept back: whose opinion it is, and the mark that is made and never typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import withheld_report

DAY = date(2024, 7, 10)


def test_devons_cabinet_keeps_papers_back_on_the_proper_officers_opinion() -> None:
    """Devon's Cabinet of July 2024 circulated a report under regulation 7, which was not read."""
    found = withheld_report.deadline(DAY, body=BodyKind.EXECUTIVE, paragraphs=(3,))

    assert (found.kind, found.rule) == ("proper_officer", "G-N4")
    assert found.provision.check_with_monitoring_officer


def test_the_isle_of_wights_leader_deciding_alone_forms_the_opinion_in_person() -> None:
    """The Isle of Wight's Leader decided on 10 July 2024; the opinion is computed."""
    found = withheld_report.deadline(DAY, body=BodyKind.INDIVIDUAL_MEMBER, paragraphs=(3,), opinion_of="The Leader")

    assert (found.kind, found.rule) == ("decision_maker", "G-E5")
    assert "20(3)" in found.provision.cite()
    assert found.points[-1].says == "The Leader"


def test_the_mark_names_paragraphs_and_their_words() -> None:
    assert withheld_report.marking((3, 5)) == (
        "Not for publication: exempt under paragraphs 3 and 5 of schedule 12A (information about the financial or"
        " business affairs of any person, the authority included; information that could be kept back as legally"
        " privileged)"
    )
    assert withheld_report.marking((), confidential=True) == "Not for publication: confidential"


@given(body=st.sampled_from(BodyKind), paragraphs=st.sampled_from([(), (1,), (2, 7)]), confidential=st.booleans())
def test_nothing_is_marked_without_a_ground_and_everything_with_one_is(
    body: BodyKind, paragraphs: tuple[int, ...], confidential: bool
) -> None:
    found = withheld_report.deadline(DAY, body=body, paragraphs=paragraphs, confidential=confidential)

    marked = found.points[1]
    assert marked.met == bool(paragraphs or confidential)
    assert marked.says.startswith("Not for publication") == marked.met
    assert (found.kind == "proper_officer") == body.meets


@pytest.mark.parametrize("body", BodyKind)
def test_an_opinion_without_a_name_is_pointed_out(body: BodyKind) -> None:
    assert withheld_report.deadline(DAY, body=body, paragraphs=(3,)).points[-1].met is False
