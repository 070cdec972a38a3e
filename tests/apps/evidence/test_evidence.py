"""Evidence through another reading and a corrected version: found by itself, placed by a person, or said to be gone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.evidence import actions
from moothall.apps.evidence import queries as evidence
from moothall.apps.evidence.actions import Rests
from moothall.apps.evidence.models import Evidence, Move
from moothall.apps.intake import actions as intake
from moothall.apps.intake import queries
from moothall.apps.intake.evidence import name_of
from moothall.apps.intake.models import Upload
from moothall.apps.intake.tasks import read_upload
from moothall.apps.panel import actions as panel
from moothall.apps.panel.models import Passage
from moothall.corpus import annotations
from moothall.corpus.annotations import Marked
from moothall.corpus.selectors import load
from moothall.domain.facts import Locator
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.intake.brought_in import NOON, REPORT, again, bring, confirm_all
from tests.apps.panel.test_search import correct
from tests.people import Council

pytestmark = pytest.mark.django_db
CORRECTED = REPORT.replace("11 July 2024", "25 July 2024").replace(
    "There is no duty in statute to write the plan.", "No Act asks for a plan.\n\n5.2 This paragraph is new."
)


@pytest.fixture
def row(council: Council) -> Upload:
    """The council's own report, read and confirmed throughout."""
    return confirm_all(council, bring(council, REPORT.encode(), "report.txt"))


def replaced(here: Council, row: Upload, text: str = CORRECTED) -> Upload:
    by = here.who(Role.POLICY_OFFICER)
    later = intake.replace_document(upload=row, name="corrected.txt", data=text.encode(), by=by, at=NOON)
    read_upload.call(later.pk)
    return again(later)


def held(row: Upload) -> list[Evidence]:
    return evidence.of_document(row.workspace, name_of(row))


def lines(event: str) -> list[dict[str, Any]]:
    return [entry.details for entry in Entry.objects.filter(event=event)]


def waiting(row: Upload) -> list[Evidence]:
    return [one for one in held(row) if one.state == "waiting"]


def test_read_anew_every_piece_of_evidence_finds_its_words_and_nothing_confirmed_changes(
    council: Council, row: Upload
) -> None:
    confirmed, facts = queries.confirmed(row), row.facts.count()

    intake.read_anew(upload=row, by=council.who(Role.POLICY_OFFICER), at=NOON)
    read_upload.call(row.pk)

    assert queries.confirmed(again(row)) == confirmed
    assert len(held(row)) == facts
    assert {one.state for one in held(row)} == {"found"}
    assert lines("evidence.re_anchored")[0]["waiting"] == 0


def test_a_corrected_version_keeps_what_people_confirmed_and_moves_what_it_rests_on(
    council: Council, row: Upload
) -> None:
    confirmed, facts = queries.confirmed(row), row.facts.count()

    later = replaced(council, row)

    assert queries.confirmed(later) == confirmed
    assert len(held(later)) == facts
    pages = {page.number: page.text for page in queries.text(later).pages}
    for one in held(later):
        (where,) = load(one.selectors, one.sha256).where
        if one.state == "found":
            assert pages[where.page][where.start : where.end] == one.quote
    assert held(row) == []
    assert again(row).record is not None


def test_a_date_that_changed_waits_for_a_person_with_the_place_it_may_be_at(council: Council, row: Upload) -> None:
    later = replaced(council, row)

    (one,) = [one for one in waiting(later) if one.what == "meeting_date"]

    assert "11 July 2024" in one.quote
    assert one.is_confirmed and one.value == "2024-07-11"
    assert queries.confirmed(later)["meeting_date"] == "2024-07-11"
    assert len(waiting(later)) < len(held(later)) / 4


def test_a_person_places_evidence_at_the_words_they_copied(council: Council, row: Upload) -> None:
    later = replaced(council, row)
    (one,) = [one for one in waiting(later) if one.what == "meeting_date"]
    by = council.who(Role.REPORT_AUTHOR)

    actions.choose_place(evidence=one, text=queries.text(later), words="25 July 2024", by=by, at=NOON)

    one.refresh_from_db()
    assert (one.state, one.how, one.quote, one.value) == ("found", "chosen", "25 July 2024", "2024-07-11")
    assert lines("evidence.placed")[0]["quote"] == "25 July 2024"
    assert one.moves.last().by_name == by.name


def test_words_that_stand_nowhere_or_twice_are_no_place(council: Council, row: Upload) -> None:
    later = replaced(council, row)
    one, text, by = waiting(later)[0], queries.text(later), council.who(Role.REPORT_AUTHOR)

    with pytest.raises(Refusal, match="do not stand in the document"):
        actions.choose_place(evidence=one, text=text, words="A submarine.", by=by, at=NOON)
    with pytest.raises(Refusal, match=r"stand in \d+ places"):
        actions.choose_place(evidence=one, text=text, words="Savings Plan", by=by, at=NOON)
    with pytest.raises(Refusal, match="no such place"):
        actions.choose_place(evidence=one, text=text, candidate=99, by=by, at=NOON)

    assert lines("evidence.placed") == []


def test_words_said_to_be_gone_stay_on_record_and_are_looked_for_no_more(council: Council, row: Upload) -> None:
    later = replaced(council, row)
    one = waiting(later)[0]

    actions.say_gone(evidence=one, by=council.who(Role.POLICY_OFFICER), at=NOON)
    last = replaced(council, later, CORRECTED + "\n\nOne more line.\n")

    kept = Evidence.objects.get(pk=one.pk)
    assert (kept.state, kept.quote, kept.document) == ("gone", one.quote, name_of(last))
    assert [step.how for step in kept.moves.all()] == ["waits", "gone"]
    assert lines("evidence.gone")[0]["name"] == one.name


def test_no_piece_of_evidence_is_lost_over_many_versions(council: Council, row: Upload) -> None:
    first = {one.quote for one in row.facts.all()}
    later = replaced(council, row)
    last = replaced(council, later, REPORT + "\n\nA last line.\n")

    began = {load(one.first["selectors"], one.first["sha256"]).exact for one in held(last)}

    assert first <= began
    back = [one for one in held(last) if one.what == "meeting_date" and one.quote.endswith("11 July 2024")]
    assert back and back[0].state == "found"


@pytest.mark.parametrize("role", [Role.PERFORMANCE_MANAGER, Role.PANEL_ANALYST, Role.MONITORING_OFFICER])
def test_only_those_who_confirm_facts_place_them(council: Council, row: Upload, role: Role) -> None:
    later = replaced(council, row)
    one, by = waiting(later)[0], council.who(role)

    for deed in (
        lambda: actions.say_gone(evidence=one, by=by, at=NOON),
        lambda: actions.choose_place(evidence=one, text=queries.text(later), candidate=0, by=by, at=NOON),
        lambda: intake.read_anew(upload=later, by=by, at=NOON),
        lambda: intake.replace_document(upload=later, name="x.txt", data=b"x", by=by, at=NOON),
    ):
        with pytest.raises(Refusal, match="You cannot do this"):
            deed()


def test_the_same_file_or_a_version_already_replaced_is_refused(council: Council, row: Upload) -> None:
    by = council.who(Role.POLICY_OFFICER)
    with pytest.raises(Refusal, match="the very file that is here already"):
        intake.replace_document(upload=row, name="same.txt", data=REPORT.encode(), by=by, at=NOON)

    replaced(council, row)

    with pytest.raises(Refusal, match=r"was replaced by corrected\.txt before"):
        intake.replace_document(upload=row, name="again.txt", data=b"Other words.", by=by, at=NOON)


def test_a_reading_that_fails_leaves_the_one_before(council: Council, row: Upload) -> None:
    intake.keep_unreadable(upload=row, reason="damaged", sentence="It is damaged.", at=NOON)

    assert again(row).state == "read"
    assert again(row).facts.exists()


def test_a_coded_passage_goes_with_a_corrected_plan_and_words_that_changed_keep_their_former_name(
    council: Council,
) -> None:
    publication = council.published()
    panel.index_publications()
    text = panel.text_of(publication)
    passage = Passage.objects.get(publication=publication, text__startswith="We moved three offices")
    start = text.pages[0].text.index(passage.text)
    where = Locator(1, start, start + len(passage.text))
    actions.keep(
        [Rests(where, "practice", "estates", is_confirmed=True)], workspace=council.workspace,
        document=panel.document_of(publication), text=text, holder="panel",
    )  # fmt: skip
    correct(council, "An opening nobody had read before.")

    panel.index_publications()

    (coded,) = evidence.of_the_panel(council.workspace.round_slug, "found")
    assert (coded.quote, coded.value) == (passage.text, "estates")
    assert Passage.objects.filter(name=passage.name).count() == 2
    assert Move.objects.filter(evidence=coded).count() == 1


def test_evidence_is_written_as_w3c_annotations(council: Council, row: Upload) -> None:
    later = replaced(council, row)

    one = evidence.annotations(held(later))[0]

    assert one["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert one["type"] == "Annotation"
    assert [selector["type"] for selector in one["target"]["selector"]] == ["TextQuoteSelector", "FragmentSelector"]
    assert one["target"]["source"].startswith("urn:sha256:")


def marked(*some: tuple[str, str]) -> tuple[Marked, ...]:
    given = [
        {"body": says, "target": {"selector": {"type": "TextQuoteSelector", "exact": exact}}} for exact, says in some
    ]
    return annotations.read(json.dumps(given).encode())[0]


def test_passages_marked_elsewhere_find_their_words_and_the_rest_waits_in_the_tray(
    council: Council, row: Upload
) -> None:
    by = council.who(Role.POLICY_OFFICER)
    some = marked(("There is no duty in statute to write the plan.", "True?"), ("words that stand nowhere", "Where?"))

    came = actions.bring_annotations(
        workspace=council.workspace, document=name_of(row), text=queries.text(row), marked=some, by=by, at=NOON
    )
    again_ = actions.bring_annotations(
        workspace=council.workspace, document=name_of(row), text=queries.text(row), marked=some, by=by, at=NOON
    )

    assert (came.placed, came.waiting, came.here_already) == (1, 1, 0)
    assert (again_.placed, again_.waiting, again_.here_already) == (0, 0, 2)
    (lost,) = waiting(row)
    assert (lost.quote, lost.value["says"], lost.pages) == ("words that stand nowhere", "Where?", [])
    assert [line["placed"] for line in lines("annotations.brought_in")] == [1, 0]
    placed = next(one for one in held(row) if one.state == "found")
    actions.choose_place(evidence=lost, text=queries.text(row), words="Ask for another version", by=by, at=NOON)
    out = {one["body"]["value"]: one for one in evidence.annotations(held(row))}
    assert out["True?"]["target"]["selector"][0]["exact"] == placed.quote
    assert waiting(row) == []


def test_what_was_exported_is_here_already_and_moves_with_a_corrected_version(council: Council, row: Upload) -> None:
    by = council.who(Role.POLICY_OFFICER)
    some = marked(("There is no duty in statute to write the plan.", "True?"))
    place = {"workspace": council.workspace, "document": name_of(row), "text": queries.text(row)}
    actions.bring_annotations(**place, marked=some, by=by, at=NOON)
    out = annotations.read(json.dumps(evidence.annotations(held(row))).encode())[0]

    came = actions.bring_annotations(**place, marked=out, by=by, at=NOON)
    later = replaced(council, row, REPORT.replace("3.1 The letter", "3.1 Before that.\n\n3.2 The letter"))

    assert came.here_already == len(out) == 1
    assert {one.state for one in held(later) if one.what == "annotation"} == {"found"}


def test_a_place_that_an_annotation_only_claims_is_not_taken_for_one_and_breaks_no_later_reading(
    council: Council, row: Upload
) -> None:
    page = {"type": "FragmentSelector", "value": "page=99", "refinedBy": {"start": 5, "end": 9}}
    quote = {"type": "TextQuoteSelector", "exact": "nowhere at all"}
    target = {"source": f"urn:sha256:{row.file.sha256}", "selector": [quote, page]}
    some = annotations.read(json.dumps({"target": target}).encode())[0]
    actions.bring_annotations(
        workspace=council.workspace, document=name_of(row), text=queries.text(row), marked=some,
        by=council.who(Role.POLICY_OFFICER), at=NOON,
    )  # fmt: skip

    later = replaced(council, row)

    assert "nowhere at all" in {one.quote for one in waiting(later)}


def test_a_performance_manager_brings_no_annotations_in(council: Council, row: Upload) -> None:
    with pytest.raises(Refusal, match="You cannot do this"):
        actions.bring_annotations(
            workspace=council.workspace, document=name_of(row), text=queries.text(row), marked=(),
            by=council.who(Role.PERFORMANCE_MANAGER), at=NOON,
        )  # fmt: skip

    assert lines("annotations.brought_in") == []
