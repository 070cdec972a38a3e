"""Coding: nobody's answers are lost, words are followed into a corrected plan, and no machine overrules a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction

from moothall.apps.audit.models import Entry
from moothall.apps.coding import actions, anchors, queries, tasks
from moothall.apps.coding.models import Coding, Suggested, Suggesting
from moothall.apps.coding.queue import Asked, queue
from moothall.apps.evidence import actions as evidence
from moothall.apps.evidence.models import Evidence
from moothall.apps.panel import actions as panel
from moothall.apps.panel.models import Passage
from moothall.corpus.coding.excerpts import Excerpt, Suggestion
from moothall.domain.codings import Codes
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.coding.coded import NOW, code, passages_of, second_coder, suggest
from tests.apps.panel.test_search import correct
from tests.people import Council, Person

pytestmark = pytest.mark.django_db
ROUND = "savings-plans"


@pytest.fixture
def passages(council: Council) -> list[Passage]:
    return passages_of(council)


@pytest.fixture
def analyst(council: Council) -> Person:
    return council.who(Role.PANEL_ANALYST)


@dataclass
class Guesser:
    """A suggester that guesses the same of everything, and remembers what it was asked."""

    name: str = "a guess"
    theme: str = "wasteful_spend"
    asked: list[Excerpt] = field(default_factory=list)

    def suggest(self, excerpts: Iterable[Excerpt]) -> Iterator[Suggestion]:
        for one in excerpts:
            self.asked.append(one)
            yield Suggestion(self.theme, 0.55, True, None, None, self.name, {self.theme: 0.55})

    def explain(self, excerpt: Excerpt) -> SimpleNamespace:
        nearest = SimpleNamespace(example=SimpleNamespace(text="An example."), likeness=0.7)
        return SimpleNamespace(reasons=[SimpleNamespace(words="words", where="heading")], nearest=nearest)


@pytest.fixture
def guesser(monkeypatch: pytest.MonkeyPatch) -> Guesser:
    found = Guesser()
    monkeypatch.setattr(tasks.suggester, "shipped", lambda: found)
    return found


def run(council: Council) -> Suggesting:
    row = actions.suggest_for_round(round_slug=ROUND, by=council.who(Role.PANEL_ANALYST), at=NOW)
    tasks.suggest_codes.call(row.pk)
    row.refresh_from_db()
    return row


def test_two_coders_who_differ_are_both_kept(passages: list[Passage], analyst: Person) -> None:
    code(passages[0], analyst, "transformation")
    code(passages[0], second_coder(), "wasteful_spend")

    held = list(queries.of_round(ROUND))

    assert [one.theme for one in held] == ["transformation", "wasteful_spend"]
    assert held[0].evidence_id == held[1].evidence_id
    assert list(queue(ROUND, Asked(state="differ"), analyst)) == [passages[0]]


def test_coding_anew_ends_ones_own_coding_and_keeps_it(passages: list[Passage], analyst: Person) -> None:
    first = code(passages[0], analyst, "transformation")
    code(passages[0], analyst, "barriers", "", "none", "B02")

    first.refresh_from_db()

    assert first.ended_at == NOW and not first.is_taken_back
    assert [one.theme for one in queries.of_round(ROUND)] == ["barriers"]
    with pytest.raises(Refusal, match="no longer holds"):
        actions.take_back(coding=first, by=analyst, at=NOW)


def test_one_coder_cannot_hold_two_codings_of_the_same_words(passages: list[Passage], analyst: Person) -> None:
    row = code(passages[0], analyst, "transformation")
    row.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_the_suggestion_that_was_shown_is_remembered_and_a_renewed_one_is_not(
    passages: list[Passage], analyst: Person
) -> None:
    shown = suggest(passages[0], "barriers", 0.71)
    kept = code(passages[0], analyst, "barriers", beside=shown.pk)
    other = suggest(passages[1], "barriers")

    unseen = code(passages[1], analyst, "barriers", beside=other.pk + 1)

    assert kept.suggested is not None and kept.suggested["confidence"] == 0.71
    assert unseen.suggested is None
    assert Entry.objects.filter(event="passage.coded").first().details["suggested"]["theme"] == "barriers"  # type: ignore[union-attr]


def test_codings_go_with_their_words_into_a_corrected_plan(
    council: Council, passages: list[Passage], analyst: Person
) -> None:
    for passage in passages:
        code(passage, analyst, "transformation")
    correct(council, "An opening that nobody had read before.")

    moved = anchors.follow()

    assert moved == len(passages)
    for row in Coding.objects.select_related("passage", "stands_at__publication"):
        assert row.stands_at.publication.version == 2
        assert row.stands_at.text == row.passage.text
    assert queries.undecided(ROUND).count() == 1
    assert anchors.follow() == 0


def test_a_coding_whose_words_were_changed_stays_with_them_and_one_whose_words_are_gone_waits(
    council: Council, passages: list[Passage], analyst: Person
) -> None:
    opening = "We serve ninety thousand people with two hundred and ten staff and one depot in the old market town."
    correct(council, opening)
    anchors.follow()
    passage = Passage.objects.filter(text=opening).select_related("publication__split").latest("pk")
    row = code(passage, analyst, "context_other")

    correct(council, opening.replace("old market town", "old market square"))
    anchors.follow()
    row.refresh_from_db()
    assert "market square" in row.stands_at.text and "market town" in row.passage.text

    correct(council, "Another opening altogether, about weather.")
    anchors.follow()
    row.refresh_from_db()
    assert row.evidence.state == Evidence.State.WAITING
    assert queries.standing(ROUND).waiting == 1
    evidence.choose_place(
        evidence=row.evidence, text=panel.text_of(row.evidence.workspace.publications.first()),
        words="about weather", by=analyst, at=NOW,
    )  # fmt: skip
    anchors.follow()
    row.refresh_from_db()
    assert "weather" in row.stands_at.text


def test_a_passage_of_an_earlier_version_is_not_coded(
    council: Council, passages: list[Passage], analyst: Person
) -> None:
    correct(council, "An opening that nobody had read before.")
    panel.index_publications()
    old = Passage.objects.select_related("publication__split").get(pk=passages[0].pk)

    with pytest.raises(Refusal, match="no longer in the plan"):
        code(old, analyst, "transformation")


def test_a_run_suggests_for_every_undecided_passage_with_its_neighbours(
    council: Council, passages: list[Passage], analyst: Person, guesser: Guesser
) -> None:
    code(passages[1], analyst, "transformation")

    row = run(council)

    assert (row.state, row.done, row.in_all) == ("done", len(passages) - 1, len(passages) - 1)
    assert not Suggested.objects.filter(passage=passages[1]).exists()
    assert Suggested.objects.first().why["reasons"] == [{"words": "words", "where": "heading"}]  # type: ignore[union-attr]
    assert (guesser.asked[0].heading, guesser.asked[0].after) == (passages[0].heading, passages[1].text)
    with pytest.raises(Refusal, match="undecided"):
        for passage in passages:
            code(passage, analyst, "transformation")
        actions.suggest_for_round(round_slug=ROUND, by=analyst, at=NOW)


def test_a_run_is_stopped_in_the_middle_and_goes_on_where_it_was(
    council: Council, passages: list[Passage], analyst: Person, guesser: Guesser, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = actions.suggest_for_round(round_slug=ROUND, by=analyst, at=NOW)
    monkeypatch.setattr(tasks, "A_PART", 2)
    keep = actions.keep_suggestions

    def then_stop(*given: object) -> bool:
        went_on = keep(*given)  # type: ignore[arg-type]
        actions.stop_suggesting(suggesting=row, by=analyst, at=NOW)
        return went_on

    with monkeypatch.context() as once:
        once.setattr(tasks.actions, "keep_suggestions", then_stop)
        tasks.suggest_codes.call(row.pk)
    assert Suggested.objects.count() == 2

    actions.go_on_suggesting(suggesting=row, by=analyst, at=NOW)
    tasks.suggest_codes.call(row.pk)

    row.refresh_from_db()
    assert (row.state, row.done, row.in_all) == ("done", len(passages), len(passages))
    assert len(guesser.asked) == len(passages) + 2, "a part that nobody waits for any more is not kept"


def test_a_run_that_fails_says_so_and_can_be_taken_up(
    council: Council, passages: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks.suggester, "shipped", lambda: None)

    assert run(council).state == Suggesting.State.FAILED


def test_learning_takes_the_confirmed_and_renews_only_what_is_undecided(
    council: Council, passages: list[Passage], analyst: Person, guesser: Guesser, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(council)
    shown = Suggested.objects.get(passage=passages[0])
    code(passages[0], analyst, "transformation", "", "P14", beside=shown.pk)
    learnt: list[object] = []
    better = Guesser("one that learnt", "barriers")
    monkeypatch.setattr(tasks.suggester, "taught", lambda some: learnt.extend(some) or better)
    monkeypatch.setattr(tasks.suggester, "dump", lambda one: b"fitted")
    monkeypatch.setattr(tasks.suggester, "load", lambda data: better)

    row = actions.learn(round_slug=ROUND, by=analyst, at=NOW)
    tasks.suggest_codes.call(row.pk)

    assert [(one.text, one.theme, one.practice) for one in learnt] == [(passages[0].text, "transformation", "P14")]  # type: ignore[attr-defined]
    assert Suggested.objects.get(passage=passages[0]).suggested_by == "a guess"
    others = Suggested.objects.exclude(passage=passages[0])
    assert set(others.values_list("suggested_by", "theme")) == {("one that learnt", "barriers")}
    assert Coding.objects.get().theme == "transformation"
    with pytest.raises(Refusal, match="learnt from before"):
        actions.learn(round_slug=ROUND, by=analyst, at=NOW)


def test_there_is_nothing_to_learn_from_passages_that_do_not_tell(passages: list[Passage], analyst: Person) -> None:
    code(passages[0], analyst, "cannot_tell")

    with pytest.raises(Refusal, match="No passage has a confirmed theme"):
        actions.learn(round_slug=ROUND, by=analyst, at=NOW)


def test_one_run_at_a_time(passages: list[Passage], analyst: Person) -> None:
    actions.suggest_for_round(round_slug=ROUND, by=analyst, at=NOW)

    with pytest.raises(Refusal, match="are being made"):
        actions.suggest_for_round(round_slug=ROUND, by=analyst, at=NOW)


def test_plans_read_are_counted_and_invented_councils_are_in_no_count_of_a_real_round(
    passages: list[Passage], analyst: Person
) -> None:
    actions.code_passage(passage=passages[0], codes=Codes("transformation"), by=analyst, at=NOW)

    invented, real = queries.read(ROUND, is_invented=True), queries.read(ROUND, is_invented=False)

    assert (invented.plans, invented.begun, invented.ended) == (1, 1, 0)
    assert real.plans == 0
