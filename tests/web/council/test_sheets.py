"""Marks on a page: nothing of the text is lost, numbers do not lie on each other, quotations stand in their line."""

from __future__ import annotations

from itertools import combinations
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from moothall.web.council.sheets import SQUARE, Span, found_in_words, pieces, quotation, squares

TEXT = "2.1 That Cabinet approves the plan.\nKey Decision: No\n"


def span(number: int, start: int, end: int, top: float = 0.1) -> Span:
    return Span(f"field{number}", f"Field {number}", number, start, end, ((0.1, top, 0.5, top + 0.02),))


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 52), st.integers(0, 52)), max_size=8))
def test_the_pieces_put_together_again_are_the_text_whatever_overlaps(drawn: list[tuple[int, int, int]]) -> None:
    spans = [span(number, min(a, b), max(a, b)) for number, a, b in drawn if a != b]

    found = pieces(TEXT, spans)

    assert "".join(piece.text for piece in found) == TEXT
    assert {one.number for piece in found for one in piece.begins} == {one.number for one in spans}


def test_a_mark_inside_another_keeps_both_numbers() -> None:
    found = pieces(TEXT, [span(1, 4, 35), span(2, 17, 25)])

    assert [(piece.text, [one.number for one in piece.begins]) for piece in found if piece.begins] == [
        ("That Cabinet ", [1]),
        ("approves", [2]),
    ]
    assert all(piece.is_marked for piece in found[1:4])


@given(st.lists(st.floats(0, 0.95), max_size=16))
def test_no_two_numbers_in_the_margin_overlap_on_a_page_with_room(tops: list[float]) -> None:
    spans = [span(number, 0, 5, top) for number, top in enumerate(tops, start=1)]

    found = squares(spans, 595, 842)

    assert len(found) == len(spans)
    for one, other in combinations(found, 2):
        assert abs(one.x - other.x) >= SQUARE or abs(one.y - other.y) >= SQUARE


def test_a_field_read_at_two_places_has_one_number_beside_the_first() -> None:
    found = squares([span(1, 0, 5, 0.2), span(1, 9, 12, 0.6)], 595, 842)

    assert len(found) == 1
    assert found[0].y < 0.3 * 842


def test_a_quotation_stands_in_its_line_with_the_number_of_its_paragraph() -> None:
    fact = SimpleNamespace(page=3, start=17, end=25, quote="approves", found_by="verbs")

    one = quotation(TEXT, fact)

    assert (one.before, one.words, one.after) == ("2.1 That Cabinet ", "approves", " the plan.")
    assert (one.page, one.paragraph) == (3, "2.1")


def test_a_long_line_is_cut_at_words_on_both_sides() -> None:
    text = "alpha " * 60 + "HERE" + " omega" * 60
    at = text.index("HERE")

    one = quotation(text, SimpleNamespace(page=1, start=at, end=at + 4, quote="HERE", found_by="title.label"))

    assert one.before.startswith("… alpha")
    assert one.after.endswith("omega …")
    assert one.found == "Found beside its label"


def test_a_finder_without_words_is_named_plainly() -> None:
    assert found_in_words("corporate_risks.code") == "Found by the rule for corporate risks"
