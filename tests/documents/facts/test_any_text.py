"""Whatever the words, reading ends soon, every fact stands where it says, and the record keeps its shape."""

from __future__ import annotations

from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.documents.reading import text
from moothall.documents.records import FIELDS
from moothall.documents.review import review
from tests.examples import fewer

WORDS = [
    "Cabinet",
    "Council",
    "Scrutiny",
    "Committee",
    "Plan",
    "RESOLVED",
    "that",
    "approve",
    "noted",
    "be",
    "delegated",
    "to",
    "Chief",
    "Executive",
    "Key",
    "Decision",
    ":",
    "No",
    "Date",
    "19",
    "July",
    "2024",
    "by",
    "submit",
    "Report",
    "1.1",
    "(a)",
    "-",
    "**",
    "#",
    "\t",
    "\n",
    "\n\n",
    "|",
    "Implications",
    "Legal",
    "None",
    ".",
    ";",
    "Options",
    "Portfolio",
    "Holder",
    "Councillor",
    "website",
    "published",
    "call-in",
    "subject",
    "Background",
    "Papers",
    "Appendix",
    "A",
    "example.gov.uk",
    "@",
    "or",
    "and",
    "the",
]
SOUP = st.lists(st.sampled_from(WORDS), min_size=1, max_size=160).map(" ".join)


@settings(max_examples=fewer(150))
@given(SOUP.filter(str.strip))
def test_any_mixture_of_a_councils_words_gives_facts_in_their_places(words: str) -> None:
    document = text.read(words.encode(), "soup.txt")

    found = review(document)

    page = document.pages[0].text
    assert all(page[fact.where.start : fact.where.end] == fact.quote for fact in found.facts)
    assert tuple(found.record.plain()) == FIELDS
    assert {field for field, value in found.record.plain().items() if value is not None} == {
        fact.kind for fact in found.facts
    }


def test_a_recommendation_without_end_is_read_in_seconds() -> None:
    words = "Recommendations\n" + "That the plan be approved and " * 1500

    began = process_time()
    found = review(text.read(words.encode(), "long.txt"))

    assert found.record.verbs == ("approve",)
    assert process_time() - began < 20  # seconds of work, whatever else the machine does
