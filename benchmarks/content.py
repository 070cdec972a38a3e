"""How much of what plans say is found, on invented plans with their statements marked, and what it costs a page."""

from __future__ import annotations

import time

from moothall.documents.content import find_content
from moothall.documents.outline import outline
from moothall.documents.reading import text as reader
from moothall.reference import rounds
from tests.samples import marked_plans

WORDS_A_PAGE = 500


def main() -> None:
    """Print precision and recall for each kind on the half that finders were written on and on the half kept apart."""
    for half in ("tuned", "held_out"):
        print(f"  {half.replace('_', ' ')}")
        for kind, tally in marked_plans.tally(half).items():
            said = tally.right + tally.missed
            print(f"    {kind:<12} precision {tally.precision:4.0%}   recall {tally.recall:4.0%}   of {said}")
        counted = marked_plans.details(half)
        for key in sorted({key for key, _ in counted}):
            parts = ", ".join(f"{counted[key, how]} {how}" for how in ("right", "wrong", "missed"))
            print(f"    figures' {key}: {parts}")
    _print_cost()


def _print_cost() -> None:
    texts = [text for half in ("tuned", "held_out") for _, text, _ in marked_plans.plans(half)]
    sketches = [outline(reader.read(text.encode(), "plan.txt")) for text in texts]
    of_round = rounds.shipped()[0]
    since = time.process_time()
    for sketch in sketches:
        find_content(sketch, of_round)
    seconds = time.process_time() - since
    pages = sum(len(text.split()) for text in texts) / WORDS_A_PAGE
    print(f"  {1000 * seconds / pages:.1f} ms of processor for {WORDS_A_PAGE} words")
