"""Comments go out to Word around their words, come back as they went, and only what a file adds is news."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from moothall.apps.word.receiving import Received, receive
from moothall.documents.exchange import word_back, word_out
from moothall.documents.exchange.word_sections import OutComment, Section
from moothall.domain.returned_words import settled
from tests.word import packed, parts

TOKEN = "0123456789abcdef"
KEY = "plan/question/T1.Q1"
TEXT = "We moved three offices into one.\n\nIt saved £140,000 a year."
ASKED = OutComment(KEY, "Ada Wick", "2024-06-20T09:00:00", "Which three?\nAnd when?", 9, 22, known=5)
ANSWER = OutComment(KEY, "Ned Wick", "2024-06-20T10:00:00", "Ask estates.", 9, 22)
WHOLE = OutComment(KEY, "Ada Wick", "2024-06-21T09:00:00", "Is this all?", known=6)


def out(text: str, *comments: OutComment) -> bytes:
    sections = (Section("", "What changed", "What changed", 2), Section(KEY, "What changed", text))
    return word_out.dump(
        sections, title="Plan", owner="Council", token=TOKEN, fingerprint="f" * 64,
        timestamp=datetime(2024, 6, 20, tzinfo=UTC), comments=comments,
    )  # fmt: skip


def back(data: bytes, text: str, *comments: OutComment) -> Received:
    sent = [{"key": "", "title": "What changed", "text": "What changed"}, {"key": KEY, "title": "", "text": text}]
    gone: list[dict[str, Any]] = [
        {"id": one.known, "key": one.key, "author": one.author, "text": one.text} for one in comments
    ]
    return receive(word_back.load(data, "plan.docx"), {TOKEN: sent}, {TOKEN: gone})


def test_comments_that_come_straight_back_are_no_news_and_quote_the_words_they_went_out_with() -> None:
    data = out(TEXT, ASKED, ANSWER, WHOLE)

    received, found = back(data, TEXT, ASKED, ANSWER, WHOLE), word_back.load(data, "plan.docx").comments

    assert (received.sections, received.strays, received.unchanged) == ((), (), 1)
    assert [(one.quote, one.parent) for one in found] == [("three offices", None), ("three offices", "0"), (TEXT, None)]
    assert [(one.author, one.at) for one in found[:2]] == [(one.author, one.written) for one in (ASKED, ANSWER)]


def test_an_answer_given_in_word_and_a_thread_settled_there_are_news_of_the_comment_that_went_out() -> None:
    data = out(TEXT, ASKED, ANSWER, WHOLE)
    more = OutComment(KEY, "Ned Wick", "2024-06-22T10:00:00", "Market Street and two more.", 9, 22)
    answered = out(TEXT, ASKED, ANSWER, more, WHOLE)
    held = parts(data)
    held["word/commentsExtended.xml"] = held["word/commentsExtended.xml"].replace(b'w15:done="0"', b'w15:done="1"', 1)

    (came,) = back(answered, TEXT, ASKED, ANSWER, WHOLE).sections

    assert [(one.text.split("\n")[0], came.known.get(one.name)) for one in came.comments] == [
        ("Which three?", 5),
        ("Market Street and two more.", None),
    ]
    assert came.comments[1].parent == came.comments[0].name
    assert came.changes == ()
    (came,) = back(packed(held), TEXT, ASKED, ANSWER, WHOLE).sections
    assert [(came.known[one.name], one.is_resolved) for one in came.comments] == [(5, True)]
    assert back(answered, TEXT).sections[0].known == {}, "comments that did not go out from here are all new"


@settings(max_examples=12)
@given(
    text=some.text("ab é£&<\t\n", max_size=60).map(settled),
    ends=some.lists(some.tuples(some.integers(0, 60), some.integers(0, 60)), max_size=4),
)
def test_whatever_words_comments_are_on_the_section_comes_back_as_it_went(
    text: str, ends: list[tuple[int, int]]
) -> None:
    spans = [(min(pair), min(max(pair), len(text))) for pair in ends]
    comments = [
        OutComment(KEY, "Ada Wick", "2024-06-20T09:00:00", f"Comment {at}", start, end, known=at + 1)
        for at, (start, end) in enumerate(spans)
        if start < end
    ]
    data = out(text, *comments)

    received, found = back(data, text, *comments), word_back.load(data, "plan.docx").comments

    assert (received.sections, received.strays) == ((), ())
    assert [one.quote for one in found] == [text[one.start : one.end].strip() for one in comments]
