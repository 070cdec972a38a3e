"""How much of a record is found in sixty invented documents whose writer did not know how facts are found, by field.

Reports, decision pages, minutes, web pages, press, plans, notices and an e-mail, as text, HTML, DOCX and PDF, with what
a careful reader finds in data/unseen/expected.json. Read for the first time they gave a mean F1 of 0.803 over the 21
plain fields and 0.732 over all 39; seven expectations were the reader's own slips; mended, they give 0.806 and 0.733.
That first reading is the blind figure: what is printed now is read by finders mended with these documents in view.
A second part of twenty pages (expected_second.json) was written, with what they say, by one who knew the finders and
had just mended them with the sixty in view; read for the first time it gave 0.841 over its 20 plain fields and 0.828
over all 32.

What is wrong, named: `python -m benchmarks.unseen WORD...`, for the files and fields whose names hold the words.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.pages import Tally
from moothall.documents.reading.read import Readers
from moothall.documents.review import review

FOLDER = Path(__file__).resolve().parent / "data" / "unseen"
PARTS = ("expected.json", "expected_second.json")
PLAIN = frozenset({
    "authority", "title", "body", "meeting_date", "verbs", "department", "deadline", "themes", "key_decision",
    "call_in", "forward_plan", "portfolio_holder", "officers", "scrutiny", "delegation", "implications",
    "options", "background_papers", "exempt", "publish_on_website", "headings",
})  # fmt: skip
_OF_EACH = {"officers": "name", "implications": "kind", "recommendations": "text", "officer_comments": "officer"}
_LOOSE = frozenset({
    "title", "recommendations", "delegation", "amendments", "deadline_text", "portfolio_holder", "officers",
    "scrutiny", "power", "wards", "objectives", "corporate_risks", "linked_documents", "officer_comments",
    "consultees", "background_papers", "appendices", "unanswered_questions", "monitoring",
    "key_decision_judgement",
})  # fmt: skip
_SMALL_WORDS = frozenset({
    "the", "a", "an", "of", "to", "and", "in", "for", "on", "by", "at", "be", "is", "that", "this", "it",
    "councillor", "cllr", "appendix",
})  # fmt: skip
_ALIKE = 0.5  # the share of words two phrasings of one thing have in common
_WITHIN = 0.3  # the same, where one phrasing holds every word of the other


@dataclass(frozen=True, slots=True)
class Miss:
    """A field of a document that was read otherwise than expected."""

    file: str
    field: str
    not_found: list[str]
    not_expected: list[str]


def main() -> None:
    """Print precision, recall and F1 of each field, and the means, of the sixty and then of the second part."""
    for part in PARTS:
        print(part)
        _print(measured(part)[0])


def _print(tallies: dict[str, Tally]) -> None:
    record = {field: tally for field, tally in tallies.items() if field != "kind"}
    for name, chosen in (("plain fields", PLAIN & set(record)), ("fields", frozenset(record))):
        mean = sum(record[field].f1 for field in chosen) / len(chosen)
        print(f"  mean F1 over {len(chosen)} {name} {mean:.3f}")
    for field, tally in sorted(tallies.items(), key=lambda pair: pair[1].f1):
        print(f"    {field:<24} F1 {tally.f1:.2f}  precision {tally.precision:.2f}  recall {tally.recall:.2f}")


def measured(part: str = "expected.json") -> tuple[dict[str, Tally], list[Miss]]:
    """A tally for each field that a document of a part states or a reading gives, and every misreading."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    misses: list[Miss] = []
    held = json.loads((FOLDER / part).read_text(encoding="utf-8"))
    with Readers(workers=1) as readers:
        for file, about in held.items():
            seen = review(readers.read((FOLDER / file).read_bytes(), file), url=about.get("url"))
            found = {"kind": seen.kind.value, **seen.record.plain()}
            for field, value in found.items():
                if field in about.get("not_judged", ()):
                    continue
                right, wrong, missed = _judged(field, about, value)
                tally = tallies[field]
                tally.right, tally.wrong, tally.missed = (
                    tally.right + right, tally.wrong + len(wrong), tally.missed + len(missed),
                )  # fmt: skip
                if wrong or missed:
                    misses.append(Miss(file, field, missed, wrong))
    return {field: tally for field, tally in tallies.items() if tally.right + tally.wrong + tally.missed}, misses


def _judged(field: str, about: dict[str, Any], found: Any) -> tuple[int, list[str], list[str]]:
    """How many values are right, which were found and not expected, and which expected and not found.

    Where an expectation allows several readings, the one nearest to what was found is taken.
    """
    expected = about["expected"].get(field)
    if field == "headings":
        return _headings(expected or [], found or [], about)
    allowed = expected["any_of"] if isinstance(expected, dict) and "any_of" in expected else [expected]
    tries = [_matched(_values(field, one), _values(field, found), _alike(field)) for one in allowed]
    return min(tries, key=lambda tried: (len(tried[1]) + len(tried[2]), -tried[0]))


def _matched(
    expected: list[str], found: list[str], alike: Callable[[str, str], bool]
) -> tuple[int, list[str], list[str]]:
    left, wrong = list(expected), []
    for value in found:
        same = next((one for one in left if alike(one, value)), None)
        if same is None:
            wrong.append(value)
        else:
            left.remove(same)
    return len(expected) - len(left), wrong, left


def _values(field: str, value: Any) -> list[str]:
    if value is None or value == []:
        return []
    if field == "authority":
        return [value["gss"]] if value["gss"] else []
    if field == "body":
        return [f"{value['kind']}|{value['name']}"]
    if field == "forward_plan":
        return [f"{key} {said}" for key, said in value.items() if said]
    if field == "exempt":
        return [str(value["value"])]
    if field == "options":
        return ["none" if value == "none" else "a list"]
    if field == "department":
        return [_squeezed(re.sub(r"\(.*?\)", "", value))]
    if field == "length_guidance":
        return [str(list(value))]
    if field == "earlier_stages":
        return [f"{one['date']}|{one['body']}" for one in value]
    each = value if isinstance(value, list) else [value]
    named = [one[_OF_EACH[field]] if isinstance(one, dict) else str(one) for one in each]
    return list(dict.fromkeys(named))


def _alike(field: str) -> Callable[[str, str], bool]:
    if field == "body":
        return _same_body
    if field == "earlier_stages":
        return _same_stage
    return _share_words if field in _LOOSE else str.__eq__


def _same_body(first: str, second: str) -> bool:
    (kind, one), (other_kind, two) = first.split("|", 1), second.split("|", 1)
    a, b = (_squeezed(re.sub(r"^(?:the|full) |of the council", "", name.strip(), flags=re.I)) for name in (one, two))
    is_part = (a in b or b in a) and abs(len(a.split()) - len(b.split())) <= 2
    return kind == other_kind and (a == b or is_part)


def _same_stage(first: str, second: str) -> bool:
    (day, one), (other_day, two) = first.split("|", 1), second.split("|", 1)
    return day == other_day and _share_words(one, two)


def _share_words(first: str, second: str) -> bool:
    one, two = (set(_squeezed(words).split()) - _SMALL_WORDS for words in (first, second))
    if not one or not two:
        return _squeezed(first) == _squeezed(second)
    shared = len(one & two)
    holds = shared == min(len(one), len(two)) >= 2 and shared / max(len(one), len(two)) >= _WITHIN
    return holds or shared / len(one | two) >= _ALIKE


def _headings(expected: list[str], found: list[str], about: dict[str, Any]) -> tuple[int, list[str], list[str]]:
    """Headings without their numbers; the document's title and the labels of its front are neither right nor wrong."""
    title = about["expected"].get("title")
    want = list(dict.fromkeys(map(_unnumbered, expected)))
    beside = {_unnumbered(label) for label in about.get("labels", ())} | {_unnumbered(str(title))}
    have = [one for one in dict.fromkeys(map(_unnumbered, found)) if one in want or one not in beside]
    return _matched(want, have, str.__eq__)


def _unnumbered(heading: str) -> str:
    return _squeezed(re.sub(r"^[\s#*]*(?:\d+(?:\.\d+)*[.):]?|[A-Za-z][.):])\s+", "", heading))


def _squeezed(words: str) -> str:
    plain = words.lower().replace("&", " and ").replace("’", "").replace("'", "")
    return " ".join(re.findall(r"[a-z0-9£%]+", plain))


def _named(asked: Iterable[str]) -> Iterable[str]:
    words = list(asked)
    for miss in (each for part in PARTS for each in measured(part)[1]) if words else ():
        if any(word in miss.file or word in miss.field for word in words):
            yield f"{miss.file}: {miss.field}: not found {miss.not_found}, not expected {miss.not_expected}"


if __name__ == "__main__":
    main()
    print("\n".join(_named(sys.argv[1:])))
