"""The class of the publication scheme, and which of them were read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import publication_class
from moothall.domain.clocks.publication_class import Document
from moothall.domain.refusals import Refusal


def test_wyre_forests_plan_is_filed_under_its_priorities() -> None:
    """Wyre Forest filed its plan in its publication scheme."""
    found = publication_class.deadline(date(2024, 7, 9), document=Document.PLAN)

    assert found.kind == "what_our_priorities_are_and_how_we_are_doing"


@given(document=st.sampled_from(Document))
def test_every_document_has_one_of_seven_classes(document: Document) -> None:
    found = publication_class.deadline(date(2024, 7, 9), document=document)

    assert found.kind in set(publication_class.CLASSES.values())
    assert len(set(publication_class.CLASSES.values())) == 7
    assert found.provision.check_with_monitoring_officer


def test_before_the_model_scheme_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        publication_class.deadline(date(2008, 12, 31), document=Document.PLAN)
