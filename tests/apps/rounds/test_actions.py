"""Opening a round."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from moothall.apps.audit.models import Entry
from moothall.apps.rounds import actions, queries
from moothall.apps.rounds.models import RoundKept
from moothall.domain.refusals import Refusal
from moothall.domain.rounds import Round
from tests.people import ROUND

pytestmark = pytest.mark.django_db
AT = datetime(2024, 4, 17, 9, tzinfo=UTC)


def test_a_round_that_was_opened_comes_back_as_it_was() -> None:
    actions.open_round(round_=ROUND, by=None, at=AT)

    assert queries.round_called(ROUND.slug) == ROUND


def test_the_same_round_opened_twice_is_kept_once_and_told_once() -> None:
    for _ in range(2):
        actions.open_round(round_=ROUND, by=None, at=AT)

    assert RoundKept.objects.count() == Entry.objects.count() == 1


def test_another_round_under_the_same_name_is_refused_and_the_first_stays() -> None:
    actions.open_round(round_=ROUND, by=None, at=AT)

    with pytest.raises(Refusal, match="already called savings-plans") as refused:
        actions.open_round(round_=replace(ROUND, title="Other plans"), by=None, at=AT)

    assert refused.value.next_step == "Give this one another slug."
    assert queries.round_called(ROUND.slug) == ROUND


def _with_theme(**changed: object) -> Round:
    first, *others = ROUND.themes
    return replace(ROUND, themes=(replace(first, **changed), *others))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("round_", "path"),
    [
        (_with_theme(text=""), "themes[0].text"),
        (_with_theme(key="barriers"), "themes[3].key"),
        (replace(ROUND, slug="Savings Plans"), "slug"),
        (replace(ROUND, deadline_on=date(2024, 4, 1)), "deadline_on"),
    ],
    ids=["a theme without text", "a key used twice", "a name with capitals", "due before the letter"],
)
def test_a_round_that_could_not_be_read_again_is_refused_with_the_place(round_: Round, path: str) -> None:
    with pytest.raises(Refusal, match="cannot be opened") as refused:
        actions.open_round(round_=round_, by=None, at=AT)

    assert path in refused.value.sentence
    assert "Nothing was kept" in refused.value.next_step
    assert not RoundKept.objects.exists()
    assert not Entry.objects.exists()


def test_the_round_with_the_latest_deadline_comes_first() -> None:
    later = replace(ROUND, slug="later-plans", deadline_on=date(2025, 7, 18))
    for round_ in (ROUND, later):
        actions.open_round(round_=round_, by=None, at=AT)

    assert [one.slug for one in queries.rounds()] == ["later-plans", "savings-plans"]


def test_the_database_refuses_two_rounds_with_one_name() -> None:
    kept = actions.open_round(round_=ROUND, by=None, at=AT)

    with pytest.raises(IntegrityError), transaction.atomic():
        RoundKept.objects.create(slug=kept.slug, document={}, kept_at=AT)
