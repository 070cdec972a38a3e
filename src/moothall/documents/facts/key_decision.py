"""Whether it is a key decision, where the document says so; where it doubts, its judgement in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences, yes_or_no
from moothall.domain.facts import Fact

_NOT_KEY = re.compile(
    r"\bnon[- ]?key\b|^not (?:a )?key decision\b|\bnot (?:considered |deemed |classed as |likely to "
    r"be )?(?:to be |as )?a key (?:executive )?decision\b|\bisn't a key decision\b",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"\b(?:is|constitutes|represents|will be|as|be) (?:considered |deemed |classed as )?(?:to be |as "
    r")?a key (?:executive )?decision\b|^key(?: decision)?$|[/;,|–-]\s*key decision\W*$|^\(key decision\)$|"
    r"\bfollowing key (?:executive )?decisions?\b|\bkey (?:executive )?decision (?:set out|described|detailed) below\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\bfollowing key\b|\bbelow\b", re.IGNORECASE)
# Behind the title of an item: "Savings Plan (Non-key)".
_BEHIND = re.compile(r"[\[(]\s*(?P<non>non[- ]?|not (?:a )?)?key(?: decision)?\s*[\])]\W*$", re.IGNORECASE)
# A label that offers both answers gives neither: "Key / Non-Key Decision:".
_BOTH = re.compile(r"\bkey\s*(?:/|or|\|)\s*non[- ]?key\b|[?:]\W*$", re.IGNORECASE)
_DOUBT = re.compile(r"\b(?:arguabl\w+|may|might|could|possibl\w+|potentially|whether|if|where|would)\b", re.IGNORECASE)
_GENERAL = re.compile(r"\b(?:a key decision (?:is|means)|definition|key decisions?\b.{0,30}\bdefined)\b", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The answer, once, and the sentence of any judgement about it."""
    answered = False
    for entry in outline.all("key_decision", "report_type"):
        for line in entry.values[:3]:
            answer = _answer(line.text, label=entry.slot == "key_decision")
            if answer is not None and not answered:
                yield line.fact("key_decision", answer, "key_decision.label")
                answered = True
    about = re.compile(rf"\b{re.escape(clues.subject)}s?\b", re.IGNORECASE)
    for line in outline.lines:
        if "key" not in line.text.lower():
            continue
        if not answered and (behind := _BEHIND.search(line.text)) and about.search(line.text[: behind.start()]):
            yield line.fact("key_decision", not behind.group("non"), "key_decision.title", behind.start())
            answered = True
        for start, end, words in sentences(line):
            if not re.search(r"\bkey (?:executive )?decision\b", words, re.IGNORECASE) or _GENERAL.search(words):
                continue
            if _DOUBT.search(words):
                if re.search(
                    r"arguabl|could be (?:seen|considered)|may be (?:seen|considered|regarded)", words, re.IGNORECASE
                ):
                    yield line.fact("key_decision_judgement", words.strip(), "key_decision.judgement", start, end)
            elif _BOTH.search(words) and not _FOLLOWING.search(words):
                continue
            elif not answered and (_NOT_KEY.search(words) or _KEY.search(words.strip(" .()"))):
                yield line.fact("key_decision", not _NOT_KEY.search(words), "key_decision.sentence", start, end)
                answered = True


def _answer(words: str, *, label: bool) -> bool | None:
    if _NOT_KEY.search(words):
        return False
    if _DOUBT.search(words) and not re.match(r"\W*(?:yes|no)\b", words, re.IGNORECASE):
        return None
    if _KEY.search(words.strip(" .")):
        return True
    return yes_or_no(words) if label else None
