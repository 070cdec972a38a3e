"""Letters that stand for words nobody has said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, Section, Whole, at
from moothall.domain.remarks import Remark

CHECK = "acronym"
RULE = "Accessibility of documents: WCAG 2.2, 3.1.4, as advice"
_LETTERS = re.compile(r"(?<![\w/.@£#&-])([A-Z](?:[A-Z&]|[a-z](?=[A-Z])){1,5}[A-Z]|[A-Z]{2})(s|[’']s)?(?![\w/@&-]|\.\w)")
_ROMAN = re.compile(r"[IVX]+")
_WORDS = re.compile(
    r"A|ALL|AND|ANY|ARE|AS|AT|BE|BY|DO|FOR|IF|IN|IS|IT|MUST|NEW|NO|NOT|OF|ON|ONE|ONLY|OR|OUR|OUT|SO|THE|TO|UP|US|WE|YES|TBC|TBA|"
    r"YOU|DRAFT|FINAL|NOTE|THAT|THIS|WILL|WITH"
)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out letters at their first use in the plan or the report, where no words stand beside them.

    Words in brackets on either side explain them, and so do the glossary and what councils and their readers all know.
    Headings in capitals, numerals and postcodes are none.
    """
    glossary = {
        term.strip() for term, meaning in (material.report.glossary if material.report else ()) if meaning.strip()
    }
    for whole in (Whole.PLAN, Whole.REPORT):
        seen: set[str] = set()
        explained = {word for section in material.of(whole) for word in _explained(section.text)}
        for section in material.of(whole):
            for found in _uses(section):
                letters = found[1]
                if letters in seen or letters in glossary or letters in material.known.acronyms:
                    continue
                seen.add(letters)
                if not _is_beside_words(section.text, found):
                    yield at(section, found.start(1), found.end(1), _remark(letters, letters in explained))


def _uses(section: Section) -> Iterator[re.Match[str]]:
    for found in _LETTERS.finditer(section.text):
        line_start = section.text.rfind("\n", 0, found.start()) + 1
        line = section.text[line_start : (section.text.find("\n", found.end()) + 1 or len(section.text) + 1) - 1]
        capitals = re.findall(r"\b[A-Z]{2,}\b", line)
        in_capitals = len(capitals) > 1 and len(capitals) > len(re.findall(r"\b[a-z]+\b", line))
        if not _WORDS.fullmatch(found[1]) and not _ROMAN.fullmatch(found[1]) and not in_capitals:
            yield found


def _is_beside_words(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    return (
        _stands_for(found[1], before)
        or re.match(r"\s*(?:\(|[,–-]\s|:|, or |, the )\s*(?:the )?[A-Za-z]{3,}[a-z]* [a-zA-Z]+", after) is not None
    )


def _stands_for(letters: str, before: str) -> bool:
    if not re.search(r"(?:[(“\"‘']|, or |\bor |\bcalled |\bknown as )\s*(?:the |“|‘)?$", before):
        return False
    words = re.findall(r"[A-Za-z]+", before)[-2 * len(letters) - 2 :]
    return any(word[0].upper() == letters[0].upper() for word in words)


def _explained(text: str) -> Iterator[str]:
    for found in _LETTERS.finditer(text):
        if _is_beside_words(text, found):
            yield found[1]


def _remark(letters: str, later: bool) -> Remark:
    if later:
        return Remark(CHECK, f"{letters} is explained only further on.", RULE, "Say the words here, at its first use.")
    return Remark(
        CHECK, f"{letters} is not explained.", RULE, "Say the words at its first use, or put it in the glossary."
    )
