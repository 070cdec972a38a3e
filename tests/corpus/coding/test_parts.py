"""The parts of the suggester: phrases found in words, meanings, the fit, and probabilities that are softened."""

from __future__ import annotations

import numpy as np

from moothall.corpus.coding.calibration import gap, heat_of, reliability
from moothall.corpus.coding.cue_book import CueBook, Hit
from moothall.corpus.coding.fitting import Ground, fit, log_shares
from moothall.corpus.coding.meanings import meanings
from moothall.corpus.coding.words import placed, terms, words
from moothall.domain.coding import Cue, Example
from moothall.reference import coding_frame

BOOK = CueBook(
    [Cue("B02", "barriers", "B02", ("multi-year", "settlement*")), Cue("ask", "barriers", None, ("we ask",))]
)


def test_phrases_are_found_whole_and_stems_with_any_ending() -> None:
    found = BOOK.hits(words("We ask for multi‑year settlements, and asked before."))

    assert found == [Hit(1, 0, 2), Hit(0, 3, 2), Hit(0, 5, 1)]


def test_a_phrase_is_found_with_or_without_its_hyphen_and_counts_once() -> None:
    book = CueBook([Cue("B02", "barriers", "B02", ("multi-year", "multi year"))])

    apart, joined = (book.hits(words(text)) for text in ("a multi year deal", "a multi-year deal"))

    assert apart == joined == [Hit(0, 1, 2)]


def test_words_keep_their_place_past_soft_hyphens_and_curly_quotes() -> None:
    text = "The Council’s va\u00adcancy panel, 2024-25"

    found = placed(text)

    assert [word for word, _, _ in found] == words(text) == ["the", "council's", "vacancy", "panel", "2024-25"]
    assert [text[start:end] for _, start, end in found][2:] == ["va\u00adcancy", "panel", "2024-25"]


def test_figures_are_one_word_and_money_another() -> None:
    found = terms(words("Saved £1.2m in 14 months"))

    assert found[:5] == ["saved", "(money)", "in", "(figure)", "months"]
    assert "saved (money)" in found


def test_words_of_one_meaning_lie_nearer_than_others() -> None:
    cars, vehicles, choirs = meanings(["electric vans and cars", "a fleet of vehicles", "a choir sang hymns"])

    assert float(cars @ vehicles) > float(cars @ choirs)
    assert not meanings([""]).any()


def test_the_fit_stays_where_the_codebook_put_it_without_reason_to_move() -> None:
    start = np.array([[1.0, -1.0], [0.0, 0.0]])
    rows, shares = np.array([[1.0, 1.0]]), np.array([[1.0, 0.0]])

    still = fit(rows, shares, np.array([0.0]), np.ones(2), start)
    moved = fit(rows, shares, np.array([9.0]), np.ones(2), start)

    assert np.allclose(still, start)
    assert moved[0, 0] > start[0, 0]


def test_a_fit_without_some_rows_is_the_fit_to_the_others() -> None:
    draw = np.random.default_rng(1)
    rows, shares = draw.normal(size=(30, 8)), np.eye(3)[draw.integers(0, 3, 30)]
    ridge, start, weights = np.linspace(0.3, 3, 8), draw.normal(size=(8, 3)), np.linspace(1, 2, 30)
    without = np.where(np.arange(30) < 20, weights, 0)

    left, _ = Ground(rows, ridge, start).fit(shares, without, close=1e-5)
    alone = fit(rows[:20], shares[:20], weights[:20], ridge, start)

    slope = rows[:20].T @ (weights[:20, None] * (np.exp(log_shares(rows[:20] @ left)) - shares[:20]))
    assert np.allclose(left, alone, atol=2e-3)
    assert np.allclose(slope + ridge[:, None] * (left - start), 0, atol=2e-3)


def test_scores_that_promise_too_much_are_softened() -> None:
    scores = np.array([[6.0, 0.0]] * 10)
    right = np.array([[1.0, 0.0]] * 6 + [[0.0, 1.0]] * 4)

    heat = heat_of(scores, right)

    assert heat > 1
    assert float(np.exp(log_shares(scores / heat))[0, 0]) < float(np.exp(log_shares(scores))[0, 0])


def test_the_curve_of_reliability_counts_every_passage_once() -> None:
    curve = reliability([0.1, 0.55, 0.58, 1.0], [False, True, False, True])

    assert [one.passages for one in curve] == [1, 2, 1]
    assert gap(curve) == (0.1 + 2 * abs(0.565 - 0.5) + 0) / 4


def test_every_written_example_has_codes_of_the_frame_and_a_name_of_its_own() -> None:
    frame = coding_frame.frame()

    examples: tuple[Example, ...] = coding_frame.examples()

    assert len({one.id for one in examples}) == len(examples)
    assert {one.theme for one in examples} == {code.id for code in frame.themes}
    assert {one.practice for one in examples} - {None} <= {code.id for code in frame.practices}
    assert {one.barrier for one in examples} - {None} <= {code.id for code in frame.barriers}


def test_every_phrase_speaks_for_a_theme_and_a_code_of_the_frame() -> None:
    frame = coding_frame.frame()

    for cue in coding_frame.cues():
        assert cue.theme in {code.id for code in frame.themes}, cue.id
        assert cue.code is None or frame.code(cue.code), cue.id
        assert cue.phrases, cue.id
        assert len({" ".join(words(phrase)) for phrase in cue.phrases}) == len(cue.phrases), cue.id
