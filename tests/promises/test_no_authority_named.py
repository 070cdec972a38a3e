"""Code outside `reference` names no authority, no department and no round's year: councils and rounds are data."""

import ast
import re
from collections.abc import Iterator

import pytest

from moothall.reference import authorities
from tests.promises.source import modules, texts

# Names that are also words of the language: sought only with what follows in an official name.
COMMON = {
    "Reading",
    "Bury",
    "Bath",
    "Rugby",
    "Boston",
    "Dover",
    "Barking",
    "Ashford",
    "Rochford",
    "Craven",
    "Allerdale",
}
KIND = r"(?: (?:City|Borough|District|County|Metropolitan|London|Town|Council))+"
YEARS = re.compile(r"\b20(?:24|25|26)\b")
LAWS = re.compile(r"(?:Acts?|Regulations|Order|SI|Rules) (?:19|20)\d\d(?:/\d+)?")
EXAMPLES = re.compile(
    r"20\d\d-\d\d(?:-\d\d)?|\bexample-20\d\d|"
    r"(?:[Ss]uch as|like|as in|[Ff]or example,?) (?:\d+ (?:\d+|[A-Z][a-z]+) 20\d\d)"
)
# The page of components shows invented things on invented days.
SPECIMENS = ("src/moothall/web/components/views.py", "src/moothall/web/components/templates/components/styles.html")
DEPARTMENTS = re.compile(r"\bDLUHC\b|\bMHCLG\b|Levelling Up|Housing,? Communities")


def test_the_register_is_whole_before_anything_is_sought() -> None:
    assert len(names()) >= 317


def names() -> list[str]:
    """What every authority of the register is called, in short and officially."""
    every = authorities.all_authorities()
    return sorted({authority.name for authority in every} | {authority.official_name for authority in every})


@pytest.fixture(scope="module")
def named() -> re.Pattern[str]:
    """Matches an authority by any of its names, or with its kind where the name is a common word."""
    parts = [re.escape(name) for name in sorted(names(), key=len, reverse=True) if name not in COMMON]
    parts += [re.escape(name) + KIND for name in COMMON]
    first = "".join(sorted({re.escape(name[0]) for name in names()}))  # most places are passed by at their first letter
    return re.compile(rf"(?<![\w-])(?=[{first}])(?:" + "|".join(parts) + r")(?![\w-])")


def strings(*, shown_days: bool = True) -> Iterator[tuple[str, str]]:
    """Every string of the code outside reference, with its place, and every template and script.

    Without ``shown_days``, days to type over and the versions of laws are left out: neither is the year of a round.
    """
    for module in modules():
        if module.room != "reference":
            yield from ((f"{module.where}:{line}", text) for text, line in module.strings(shown_days=shown_days))
    yield from ((where, text) for where, text in texts(".html", ".js", ".css", ".typ") if "/reference/" not in where)


def test_no_authority_is_named_in_code(named: re.Pattern[str]) -> None:
    found = [f"{where} names {hit[0]}" for where, text in strings() for hit in named.finditer(text)]

    assert found == []


def test_no_authority_is_an_identifier() -> None:
    short = {re.sub(r"\W+", "_", name.lower()) for name in names() if name not in COMMON}
    found = [
        f"{module.where}:{line} names {name}"
        for module in modules()
        if module.room != "reference"
        for name, line in module.identifiers()
        if name.lower() in short
    ]

    assert found == []


def test_no_department_is_named_in_code() -> None:
    found = [f"{where} names {hit[0]}" for where, text in strings() for hit in DEPARTMENTS.finditer(text)]

    assert found == []


def test_no_year_of_a_round_stands_in_code() -> None:
    found = [
        f"{where} says {text[:60]}"
        for where, text in strings(shown_days=False)
        if not where.startswith(SPECIMENS) and YEARS.search(without_laws_and_examples(text))
    ]
    found += [
        f"{module.where}:{node.lineno} holds {node.value}"
        for module in modules()
        if module.room != "reference" and module.where not in SPECIMENS
        for node in module.nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and YEARS.fullmatch(str(node.value))
    ]

    assert found == []


def without_laws_and_examples(text: str) -> str:
    """The text without the years of laws, and without days that only show in a sentence how a day is written."""
    sentence = LAWS.sub("", text)
    return EXAMPLES.sub("", sentence) if " " in sentence.strip() else sentence


def test_the_search_finds_what_it_must(named: re.Pattern[str]) -> None:
    assert named.search("if council == 'Newark and Sherwood'")
    assert named.search("Reading Borough Council")
    assert not named.search("Reading one value of a measure")
    assert YEARS.search(without_laws_and_examples("2024-07-19"))
    assert not YEARS.search(without_laws_and_examples("Write the day like 2024-07-19."))
