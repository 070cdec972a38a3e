"""Nothing scores, ranks or rates a council or a plan: not in code, not on a page, not in data that leaves the house."""

import json
import re

from tests.promises.source import modules, texts

WORDS = {
    "score", "scores", "scored", "scoring", "scorecard", "rank", "ranks", "ranked", "ranking", "rankings",
    "rating", "ratings", "league", "leagues", "leaderboard", "percentile", "quartile", "grade", "grades",
}  # fmt: skip
# A sentence that says there are none may say so.
DENIED = re.compile(
    r"\b(?:no|not|never|without|nor|nothing|neither|isn't)\b[^.]{0,60}?\b(?:scor\w+|rank\w*|rating\w*|league\w*|grade\w*)"
    r"(?:[^.]{0,40}?\b(?:scor\w+|rank\w*|rating\w*|league\w*|grade\w*))*",
    re.IGNORECASE,
)
# The order of search hits by relevance is no judgement of anybody: PostgreSQL and SQLite call it so.
RELEVANCE = {"SearchRank", "ts_rank", "bm25", "rank"}
SEARCHES = ("moothall.apps.panel", "moothall.corpus")


def words_of(identifier: str) -> set[str]:
    """The words of a name in snake_case, kebab-case or CamelCase, in small letters."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", identifier)}


def test_the_words_of_a_name_are_told_apart() -> None:
    assert words_of("ScoreCard_rank-of") == {"score", "card", "rank", "of"}
    assert not words_of("underscore_matching") & WORDS


def test_no_name_in_the_code_scores_or_ranks() -> None:
    found = [
        f"{module.where}:{line} names {name}"
        for module in modules()
        for name, line in module.identifiers()
        if words_of(name) & WORDS and not (name in RELEVANCE and module.name.startswith(SEARCHES))
    ]

    assert found == []


def test_no_text_or_key_in_the_code_scores_or_ranks() -> None:
    found = [
        f"{module.where}:{line} says {text[:60]!r}"
        for module in modules()
        for text, line in module.strings()
        if words_of(DENIED.sub("", text)) & WORDS and not module.name.startswith(SEARCHES)
    ]

    assert found == []


def test_no_page_script_or_style_scores_or_ranks() -> None:
    found = [
        f"{where} says {sorted(words_of(DENIED.sub('', text)) & WORDS)}"
        for where, text in texts(".html", ".js", ".css", ".txt", ".typ")
        if words_of(DENIED.sub("", text)) & WORDS
    ]

    assert found == []


def test_no_key_of_the_data_scores_or_ranks() -> None:
    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return {str(key) for key in value} | {inner for part in value.values() for inner in keys(part)}
        return {inner for part in value for inner in keys(part)} if isinstance(value, list) else set()

    found = [
        f"{where} has the key {key}"
        for where, text in texts(".json")
        for key in keys(json.loads(text))
        if words_of(key) & WORDS
    ]

    assert found == []
