"""Names in what is published: by who it is, and overruled only with a reason and a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import personal_name
from moothall.domain.clocks.personal_name import Person


@pytest.mark.parametrize(
    ("person", "kind"),
    [
        (Person.COUNCILLOR, "stays"),
        (Person.SENIOR_OFFICER, "stays"),
        (Person.PUBLIC_FACING_OFFICER, "ask"),
        (Person.JUNIOR_OFFICER, "goes"),
        (Person.MEMBER_OF_THE_PUBLIC, "goes"),
    ],
)
def test_names_in_a_report_such_as_harlows(person: Person, kind: str) -> None:
    """Harlow's report of 11 July 2024 names authors of two of its four implications; the grades are computed."""
    assert personal_name.deadline(person=person).kind == kind


@given(
    person=st.sampled_from(Person),
    keep=st.sampled_from(["", "Agreed by the person"]),
    remove=st.sampled_from(["", "At risk"]),
    by=st.sampled_from(["", "Data Protection Officer"]),
)
def test_the_usual_answer_holds_without_one_reason_and_a_name(person: Person, keep: str, remove: str, by: str) -> None:
    found = personal_name.deadline(person=person, keep_because=keep, remove_because=remove, decided_by=by)

    overruled = bool(by) and bool(keep) != bool(remove)
    assert found.kind == (("stays" if keep else "goes") if overruled else personal_name.USUAL[person])
