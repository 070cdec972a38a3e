"""The shipped rounds: what the letter fixed, and what is said to be reconstructed."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

from moothall.documents.exchange import round_json
from moothall.domain.rounds import LegalBasis, Strength
from moothall.reference import rounds


def test_the_2024_round_runs_from_its_letter_to_its_deadline_in_94_days() -> None:
    found = rounds.by_slug("productivity-plans-2024")

    assert found is not None
    assert found.letter_on == date(2024, 4, 16)
    assert found.deadline_on == date(2024, 7, 19)
    assert (found.deadline_on - found.letter_on).days == 94
    assert found.polling_days == (date(2024, 5, 2), date(2024, 7, 4))
    assert found.legal_basis is LegalBasis.POLICY_REQUEST
    assert found.pages == (3, 4)
    assert not found.fictional


def test_the_four_themes_have_the_names_that_records_and_coding_use() -> None:
    found = rounds.by_slug("productivity-plans-2024")

    assert found is not None
    assert [theme.key for theme in found.themes] == ["transformation", "technology_data", "wasteful_spend", "barriers"]
    assert [len(theme.questions) for theme in found.themes] == [8, 4, 7, 2]


def test_every_reconstructed_question_states_its_confidence_and_the_note_says_so() -> None:
    for found in rounds.shipped():
        graded = [question for _, question in found.questions() if question.confidence]
        if graded:
            assert "reconstruction" in found.note
            assert all(question.evidence for question in graded)


def test_oversight_endorsement_and_publication_are_musts() -> None:
    found = rounds.by_slug("productivity-plans-2024")

    assert found is not None
    strengths = {one.id: one.strength for one in found.requirements}
    assert {strengths[one] for one in ("oversight", "endorsement", "publication", "return")} == {Strength.MUST}
    assert {strengths[one] for one in ("measures", "updates", "length", "four_themes")} == {Strength.SHOULD}
    assert all(one.source for one in found.requirements)


def test_no_address_is_shipped_for_the_return_because_none_is_confirmed() -> None:
    for found in rounds.shipped():
        assert not any("@" in channel for channel in found.channels)


def test_every_shipped_round_file_fits_the_published_schema() -> None:
    folder = files("moothall.reference").joinpath("data", "rounds")
    loaded = [round_json.load(json.loads(entry.read_text(encoding="utf-8"))) for entry in folder.iterdir()]

    assert sorted(each.slug for each in loaded) == sorted(each.slug for each in rounds.shipped())
    assert set(loaded) == set(rounds.shipped())


def test_an_unknown_slug_is_no_round() -> None:
    assert rounds.by_slug("plans-1066") is None
