"""Suggestions of codes: what is shipped is what the examples give, answers stand alone, and confirmed codes teach."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from moothall.corpus.coding import suggester
from moothall.corpus.coding.excerpts import Excerpt
from moothall.corpus.coding.learning import fitted
from moothall.domain.coding import Example
from moothall.reference import coding_frame

LEVY = Excerpt("We urge Government to take drainage board levies out of the referendum limit, or to fund them in full.")
PANEL = Excerpt("Every vacancy and every agency worker is now approved by a weekly recruitment panel.")


def test_the_fitted_file_is_what_examples_and_phrases_give() -> None:
    again = suggester.taught(())

    held = suggester.shipped()

    assert held.name == again.name
    assert held.heat == pytest.approx(again.heat)
    assert list(held.views.terms) == list(again.views.terms)
    for ours, theirs in (
        (held.themes, again.themes),
        (held.practices, again.practices),
        (held.barriers, again.barriers),
    ):
        assert np.allclose(ours.coefficients, theirs.coefficients, atol=5e-3)


def test_a_levy_put_to_government_is_a_barrier_and_a_recruitment_panel_is_about_spending() -> None:
    levy, panel = suggester.shipped().suggest([LEVY, PANEL])

    assert (levy.theme, levy.barrier, levy.practice) == ("barriers", "B09", None)
    assert (panel.theme, panel.practice, panel.barrier) == ("wasteful_spend", "P18", None)
    assert levy.suggested_by == "moothall coding 2, frame 1"


def test_a_passage_is_answered_alike_whatever_is_asked_beside_it() -> None:
    held = suggester.shipped()
    among = Excerpt(LEVY.text, "Barriers", before=PANEL.text)

    alone = list(held.suggest([among]))
    beside = list(held.suggest([PANEL, among, Excerpt(PANEL.text, "Reducing waste")]))

    assert alone[0] == beside[1]


def test_words_that_say_nothing_leave_the_suggestion_unsure() -> None:
    (given,) = suggester.shipped().suggest([Excerpt("See above.")])

    assert given.is_unsure
    assert given.theme in {code.id for code in coding_frame.frame().themes}
    assert sum(given.shares.values()) == pytest.approx(1, abs=0.01)


def test_what_coders_confirm_moves_a_suggestion() -> None:
    few = coding_frame.examples()[::16]
    words = "The bandstand quorum met at Low Wold and the bandstand was painted."
    confirmed = [Example(f"c-{n}", f"The bandstand quorum of ward {n} met.", "governance_process") for n in range(20)]
    (before,) = fitted(few, []).suggest([Excerpt(words)])

    (after,) = fitted(few, confirmed).suggest([Excerpt(words)])

    assert after.theme == "governance_process"
    assert after.shares["governance_process"] > before.shares["governance_process"]
    assert "20 confirmed" in after.suggested_by


def test_a_code_the_frame_does_not_hold_cannot_be_learnt() -> None:
    wrong = Example("c-1", "Words", "thrift")

    with pytest.raises(ValueError, match="'thrift' is no theme of frame 1"):
        suggester.taught([wrong])


def test_confirmed_passages_that_disagree_make_suggestions_less_sure() -> None:
    few = coding_frame.examples()[::16]
    agreed = [Example(f"c-{n}", f"Cabinet endorsed plan {n} on 11 July.", "governance_process") for n in range(60)]
    muddled = [replace(one, theme="barriers") if n % 2 else one for n, one in enumerate(agreed)]

    sure, doubtful = fitted(few, agreed), fitted(few, muddled)

    asked = [Excerpt("Cabinet endorsed the plan on 11 July.")]
    assert doubtful.heat > sure.heat
    assert next(doubtful.suggest(asked)).confidence < next(sure.suggest(asked)).confidence


def test_an_explanation_names_the_words_that_spoke_and_where_they_stand() -> None:
    asked = Excerpt(PANEL.text.replace("vacancy", "va\u00adcancy"), "Agency staff", before="See page 4.")

    why = suggester.shipped().explain(asked)

    assert why.theme == "wasteful_spend"
    assert {"va\u00adcancy", "agency", "Agency staff"} <= {one.words for one in why.reasons}
    assert {one.code for one in why.reasons} >= {"P18"}
    for one in why.reasons:
        assert getattr(asked, one.where)[one.start : one.end] == one.words
    assert [one.weight for one in why.reasons] == sorted((one.weight for one in why.reasons), reverse=True)
    assert why.nearest.example in coding_frame.examples()


def test_nothing_speaks_for_a_passage_without_words() -> None:
    why = suggester.shipped().explain(Excerpt("…"))

    assert why.reasons == ()


def test_a_file_of_a_fitted_suggester_answers_like_it() -> None:
    held = suggester.shipped()

    again = suggester.load(suggester.dump(held))

    assert list(again.suggest([LEVY, PANEL])) == list(held.suggest([LEVY, PANEL]))
