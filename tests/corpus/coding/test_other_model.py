"""Another model: heeded where it quotes the passage, refused where it does not, and left where it is late or breaks."""

from __future__ import annotations

import sys
import time

import pytest

from moothall.corpus.coding import suggester
from moothall.corpus.coding.excerpts import Excerpt
from moothall.corpus.coding.other_model import OtherModel

ASKED = [
    Excerpt("Every vacancy is approved\nby a weekly recruitment panel."),
    Excerpt("We urge Government to end one-year settlements."),
]
READ = "import json, sys, time\nfor line in sys.stdin:\n    one = json.loads(line)\n"
GOOD = (
    READ
    + """
    quote = " ".join(one["text"].split()[1:5])
    print(json.dumps({"id": one["id"], "theme": "context_other", "practice": None, "barrier": None,
                      "confidence": 0.7, "quote": quote}), flush=True)
"""
)


def program(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_an_answer_that_quotes_the_passage_is_given_and_named() -> None:
    with OtherModel(program(GOOD), suggester.shipped()) as model:
        first, second = model.suggest(ASKED)

    assert [first.theme, second.theme] == ["context_other", "context_other"]
    assert (first.confidence, first.is_unsure, first.practice, first.barrier) == (0.7, False, None, None)
    assert "another model" in first.suggested_by
    assert sum(first.shares.values()) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ('"quote": "approved by the weekly panel"', "its quotation does not stand in the passage"),
        ('"quote": "vacancy"', "its quotation is too short to show anything"),
        ('"quote": None', "its quotation does not stand in the passage"),
        ('"theme": "thrift"', "its theme is none of the frame"),
        ('"barrier": "B99"', "its barrier is none of the frame"),
        ('"practice": ["P18"]', "its practice is none of the frame"),
        ('"confidence": 7', "its confidence is no number from 0 to 1"),
        ('"confidence": float("nan")', "its confidence is no number from 0 to 1"),
    ],
)
def test_an_answer_without_evidence_or_codes_of_the_frame_is_refused_and_ours_given(told: str, why: str) -> None:
    lying = GOOD.replace('"quote": quote', f'"quote": quote, {told}')
    (ours,) = suggester.shipped().suggest(ASKED[:1])

    with OtherModel(program(lying), suggester.shipped()) as model:
        (given,) = model.suggest(ASKED[:1])

    assert (given.theme, given.confidence, given.practice) == (ours.theme, ours.confidence, ours.practice)
    assert given.suggested_by.startswith(f"{ours.suggested_by}; ")
    assert given.suggested_by.endswith(why)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (READ + "    time.sleep(60)", "it gave no answer within 1 seconds"),
        (READ + "    raise SystemExit(3)", "it ended"),
        (READ + "    print('none', flush=True)", "a line of its answer is no JSON object"),
        (READ + '    while True: print(\'{"id": "x"}\', flush=True)', "it gave no answer within 1 seconds"),
        (READ + "    print('x' * 200_000, flush=True)", "a line of its answer is longer than can be read"),
    ],
)
def test_a_program_that_is_late_or_breaks_is_not_asked_again_and_costs_no_suggestion(code: str, why: str) -> None:
    ours = [one.theme for one in suggester.shipped().suggest(ASKED)]
    since = time.monotonic()

    with OtherModel(program(code), suggester.shipped(), patience=1) as model:
        given = [*model.suggest(ASKED), *model.suggest(ASKED)]

    assert [one.theme for one in given] == ours * 2
    assert all(one.suggested_by.endswith(why) for one in given)
    assert time.monotonic() - since < 10


def test_a_program_that_is_not_there_costs_no_suggestion() -> None:
    with OtherModel(["/no/such/program"], suggester.shipped()) as model:
        given = list(model.suggest(ASKED))

    assert [one.suggested_by.split(": ")[1] for one in given] == [
        "it could not be started (No such file or directory)"
    ] * 2


def test_answers_in_another_order_find_their_passages() -> None:
    code = """
import json, sys
first, second = (json.loads(sys.stdin.readline()) for _ in range(2))
for one, theme in ((second, "barriers"), (first, "wasteful_spend")):
    print(json.dumps({"id": one["id"], "theme": theme, "confidence": 0.5, "quote": one["text"]}), flush=True)
"""

    with OtherModel(program(code), suggester.shipped()) as model:
        given = list(model.suggest(ASKED))

    assert [one.theme for one in given] == ["wasteful_spend", "barriers"]
    assert all(one.is_unsure for one in given)
