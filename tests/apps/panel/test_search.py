"""Search in the passages of published plans, the same on both databases, whatever is typed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moothall.apps.panel import actions, search
from moothall.apps.panel.engines.terms import MARK, UNMARK, Term, terms
from moothall.apps.panel.models import Passage, SplitPublication
from moothall.apps.panel.tasks import index_publications
from moothall.apps.plans import actions as plans
from moothall.apps.publications import actions as publications
from moothall.domain.roles import Role
from tests.examples import fewer
from tests.people import Council

pytestmark = pytest.mark.django_db
ROUND = "savings-plans"
LATER = datetime(2024, 7, 25, 9, tzinfo=UTC)


def said(words: str) -> list[str]:
    return ["".join(piece.text for piece in hit.quotation) for hit in search.find(words, ROUND).hits]


def marked(words: str) -> list[list[str]]:
    return [[piece.text for piece in hit.quotation if piece.is_marked] for hit in search.find(words, ROUND).hits]


def correct(council: Council, text: str) -> None:
    """Publish a second version whose introduction is this text."""
    by = council.who(Role.POLICY_OFFICER)
    draft = plans.begin_plan(workspace=council.workspace, title="Savings Plan 2024", by=by, at=LATER)
    plans.write_opening(
        draft=draft, title="Savings Plan 2024", introduction=text, revision=draft.revision, by=by, at=LATER
    )
    version = plans.keep_version(workspace=council.workspace, round_=council.round_, name="corrected", by=by, at=LATER)
    publications.publish_plan(
        workspace=council.workspace, version=version, round_=council.round_, note="A word was wrong.", by=by, at=LATER
    )


def test_a_published_plan_is_found_without_anybody_asking_for_it_to_be_taken_in(council: Council) -> None:
    council.published()

    found = search.find("offices", ROUND)

    (hit,) = found.hits
    assert (hit.authority_name, hit.slug, hit.place) == ("Ambermere", "ambermere", "p1")
    assert (hit.theme, hit.heading) == ("transformation", "What changed")
    assert "".join(piece.text for piece in hit.quotation) == "We moved three offices into one."
    assert found.total == 1
    assert (found.passages, found.plans) == (Passage.objects.count(), 1)


def test_words_are_found_in_any_form_and_marked_as_they_stand(council: Council) -> None:
    council.published()

    assert marked("saving") == [["saved"]] or marked("save") == [["saved"]]
    assert marked("SETTLEMENT year") != []
    assert marked("office") == [["offices"]]


def test_the_last_word_also_finds_what_begins_with_it(council: Council) -> None:
    council.published()

    assert said("cust") == ["We share one customer record."]
    assert said("cust record") == []
    assert len(said("settle")) == 3


def test_a_phrase_in_quotation_marks_is_found_in_its_order_only(council: Council) -> None:
    council.published()

    assert said('"customer record"') == ["We share one customer record."]
    assert said("“customer record”") == ["We share one customer record."]
    assert said('"record customer"') == []
    assert said("record customer") == ["We share one customer record."]


def test_small_words_and_figures_are_found_like_any_other(council: Council) -> None:
    council.published()

    assert said('"we share one"') == ["We share one customer record."]
    assert said("£140,000") == ["It saved £140,000 a year."]


def test_every_word_must_be_there(council: Council) -> None:
    council.published()

    assert said("customer offices") == []


def test_passages_of_another_round_are_not_found(council: Council) -> None:
    council.published()

    found = search.find("offices", "another-round")

    assert (found.hits, found.total, found.passages, found.plans) == ((), 0, 0, 0)


def test_hits_come_a_page_at_a_time_and_none_twice(council: Council) -> None:
    council.published()
    everything = said("a")

    one_by_one = [search.find("a", ROUND, limit=1, offset=at).hits[0] for at in range(len(everything))]

    assert len(everything) > 2
    assert len({hit.name for hit in one_by_one}) == search.find("a", ROUND).total == len(everything)


@pytest.mark.parametrize(
    "typed",
    ["", "  ", '"', '""', "'", "*", "(", ")", "a OR", "NOT", "NEAR(a b)", "words:x", "-", "^a", "a:*", "a & b", "!a",
     "a <-> b", "\\", "'; DROP TABLE panel_search; --", "%s", "%(a)s", "\x00", "\x02a\x03", "\ud800", "_",
     "£", "a\x00b",
     '"unclosed phrase', "é", "日本", "x" * 5000, "word " * 500, "'\\", "\\':*", "{}", "$1", "<b>", "co-operate's"],
)  # fmt: skip
def test_whatever_is_typed_is_answered(council: Council, typed: str) -> None:
    council.published()

    found = search.find(typed, ROUND)

    assert found.total >= len(found.hits) >= 0
    assert search.find("offices", ROUND).total == 1


@settings(max_examples=fewer(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=60))
def test_no_text_at_all_breaks_the_search(council: Council, typed: str) -> None:
    assert search.find(typed, ROUND).total == 0


def test_what_a_council_wrote_stays_words_and_never_becomes_markup_or_a_mark(council: Council) -> None:
    council.published()
    correct(council, f"<b>Bold</b> {MARK}savings{UNMARK} & <script>more</script>")

    (hit,) = search.find("bold", ROUND).hits

    assert "".join(piece.text for piece in hit.quotation) == "<b>Bold</b> savings & <script>more</script>"
    assert [piece.text for piece in hit.quotation if piece.is_marked] == ["Bold"]


def test_only_the_latest_version_is_found_and_words_that_stayed_keep_their_name_in_both(council: Council) -> None:
    council.published()
    before = search.find("offices", ROUND).hits[0].name
    correct(council, "We are a thrifty council.")

    found = search.find("thrifty", ROUND)

    assert found.plans == 1
    assert search.find("offices", ROUND).total == 1
    assert search.find("offices", ROUND).hits[0].name == before
    assert Passage.objects.filter(name=before).count() == 2


def test_a_text_published_twice_keeps_its_names(council: Council) -> None:
    first = council.published()
    names = {hit.name for hit in search.find("a", ROUND).hits}
    version = first.workspace.versions.get()
    publications.publish_plan(
        workspace=council.workspace, version=version, round_=council.round_, note="Published anew.",
        by=council.who(Role.POLICY_OFFICER), at=LATER,
    )  # fmt: skip

    assert {hit.name for hit in search.find("a", ROUND).hits} == names


def test_a_withdrawn_plan_is_not_found(council: Council) -> None:
    publication = council.published()
    assert said("offices")
    publications.withdraw(
        publication=publication, note="It named a person.", by=council.who(Role.POLICY_OFFICER), at=LATER
    )

    found = search.find("offices", ROUND)

    assert (found.total, found.plans, found.passages) == (0, 0, 0)


def test_taking_in_twice_changes_nothing(council: Council) -> None:
    council.published()
    assert actions.index_publications() == 1
    kept = list(Passage.objects.values_list("pk", "name"))

    assert actions.index_publications() == 0
    assert list(Passage.objects.values_list("pk", "name")) == kept
    assert SplitPublication.objects.get().is_searched


def test_the_worker_takes_in_what_was_published(council: Council) -> None:
    council.published()

    index_publications.enqueue()

    assert SplitPublication.objects.get().is_searched


def test_a_look_at_a_catalogue_that_is_up_to_date_asks_little(council: Council, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    council.published()
    search.find("offices", ROUND)

    with django_assert_num_queries(7):
        search.find("offices", ROUND)


def test_terms_are_words_and_phrases_and_only_a_last_word_is_open() -> None:
    assert terms('one "two three" four') == (Term("one"), Term("two three"), Term("four", is_open=True))
    assert terms('one "two three"') == (Term("one"), Term("two three"))
    assert terms("one - £ _ ") == (Term("one", is_open=True),)


def test_a_long_passage_is_quoted_around_what_was_found_at_whole_words() -> None:
    long = "before " * 100 + f"{MARK}here{UNMARK}" + " after" * 200

    pieces = list(search.quotation(long))

    assert pieces[0].text.startswith("… before before") and len(pieces[0].text) < 230
    assert (pieces[1].text, pieces[1].is_marked) == ("here", True)
    assert pieces[2].text.endswith(" after …") and len(pieces[2].text) < 445


def test_a_short_passage_is_quoted_whole() -> None:
    pieces = list(search.quotation(f"We {MARK}save{UNMARK} money."))

    assert [(one.text, one.is_marked) for one in pieces] == [("We ", False), ("save", True), (" money.", False)]
