# ruff: noqa: E501  (markup is read whole)
"""Words out to Word and back, as Word, LibreOffice and other hands write them: every change found, no word dropped."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from moothall.apps.word.receiving import Received, receive
from moothall.documents.exchange import word_back, word_out, word_reading
from moothall.documents.exchange.word_sections import Section
from moothall.documents.reading.document import Unreadable
from tests.documents.exchange.office import changed
from tests.word import W, cut, edited, ins, packed, parts, run, with_comment, with_part

TOKEN = "0123456789abcdef"
SECTIONS = (
    Section("", "Plan", "Savings Plan", 1),
    Section("", "What changed", "What changed", 2),
    Section("plan/question/T1.Q1", "What changed", "We moved three offices into one.\n\nIt saved £140,000 a year."),
    Section("", "Data", "Data", 2),
    Section("plan/question/T2.Q1", "Data", "We share one customer record."),
    Section("", "The end", "Words below belong to no section."),
)
SENT = {TOKEN: [{"key": one.key, "title": one.title, "text": one.text} for one in SECTIONS]}
OPEN = '<w:r><w:t xml:space="preserve">'


@cache
def out(sections: tuple[Section, ...] = SECTIONS) -> bytes:
    return word_out.dump(
        sections, title="Plan", owner="Council", token=TOKEN, fingerprint="f" * 64,
        timestamp=datetime(2024, 6, 20, tzinfo=UTC),
    )  # fmt: skip


def back(data: bytes) -> Received:
    return receive(word_back.load(data, "plan.docx"), SENT)


def put(before: str, more: str) -> tuple[str, str]:
    """A change of the file: ``more`` is set as markup right after ``before``, inside its paragraph."""
    return before, f"{before}</w:t></w:r>{more}{OPEN}"


def said(received: Received) -> list[tuple[str, str, str]]:
    return [(one.kind, one.text, one.edit.author) for section in received.sections for one in section.changes]


def test_out_and_straight_back_is_no_change_and_names_the_words_it_went_out_with() -> None:
    found = word_reading.read(out(), "plan.docx")

    received = receive(found, SENT)

    assert (found.token, found.fingerprint) == (TOKEN, "f" * 64)
    assert (received.sections, received.strays, received.unchanged, received.missing) == ((), (), 2, ())


def test_tracked_words_put_in_and_taken_out_are_changes_of_their_author() -> None:
    received = back(
        edited(
            out(),
            put("three", ins(" large")),
            put("customer", cut(" record", "Uma Brackley")),
            ("</w:del>" + OPEN + " record", "</w:del>" + OPEN),
        )
    )

    assert said(received) == [("ins", " large", "Piers Tolland"), ("del", " record", "Uma Brackley")]


def test_words_put_in_by_one_and_taken_out_by_another_are_two_changes() -> None:
    both = f'<w:ins w:id="1" w:author="A" w:date="2024-06-24T10:00:00Z">{cut(" large", "B")}</w:ins>'

    assert said(back(edited(out(), put("three", both)))) == [("ins", " large", "A"), ("del", " large", "B")]


def test_words_that_were_moved_are_told_as_moved() -> None:
    received = back(
        edited(
            out(),
            ("We share one ", f"</w:t></w:r>{cut('We share one ', name='moveFrom')}{OPEN}"),
            put("into one.", ins(" We share one ", name="moveTo")),
        )
    )

    moves = [one for section in received.sections for one in section.changes]
    assert [(one.kind, one.edit.is_move) for one in moves] == [("ins", True), ("del", True)]


def test_a_change_made_without_tracking_is_the_last_authors() -> None:
    held = parts(edited(out(), ("three offices", "four offices")))
    core = held["docProps/core.xml"].decode().replace("<cp:lastModifiedBy></cp:lastModifiedBy>", "<cp:lastModifiedBy/>")
    core = core.replace("<cp:lastModifiedBy/>", "<cp:lastModifiedBy>Rafe Lindow</cp:lastModifiedBy>")

    received = back(packed(held | {"docProps/core.xml": core.encode()}))

    assert sorted(said(received)) == [("del", "three", "Rafe Lindow"), ("ins", "four", "Rafe Lindow")]
    assert not any(one.edit.is_tracked for section in received.sections for one in section.changes)


def test_a_paragraph_put_in_after_the_last_one_belongs_to_its_section() -> None:
    mark = '<w:rPr><w:ins w:id="5" w:author="A" w:date="2024-06-24T10:00:00Z"/></w:rPr>'
    new = f"record.</w:t></w:r></w:p><w:p><w:pPr>{mark}</w:pPr>{ins('It works.', 'A')}<w:r><w:t>"

    received = back(edited(out(), ("record.", new)))

    assert said(received) == [("ins", "\n\nIt works.", "A")]
    assert received.strays == ()


def test_word_of_2016_parts_a_word_into_runs_and_nothing_is_changed() -> None:
    received = back(edited(out(), ("offices", f'off</w:t></w:r><w:proofErr w:type="spellStart"/>{run("ices")}{OPEN}')))

    assert (received.sections, received.strays) == ((), ())


def test_words_in_a_control_of_ours_within_another_control_are_its_sections() -> None:
    body = (
        f'<w:sdt><w:sdtContent><w:sdt><w:sdtPr><w:tag w:val="mh:{TOKEN}:4"/></w:sdtPr><w:sdtContent>'
        f"<w:p>{run('We share one ')}{ins('single ')}{run('customer record.')}</w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    )

    received = back(_with_body(body))

    assert said(received) == [("ins", "single ", "Piers Tolland")]
    assert received.missing == ("What changed",)


def _with_body(body: str, namespace: str = W) -> bytes:
    document = f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    return packed(parts(out()) | {"word/document.xml": document.encode()})


def test_strict_names_are_read_as_words_own() -> None:
    held = parts(edited(out(), put("three", ins(" large"))))
    strict = held["word/document.xml"].replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")

    assert said(back(packed(held | {"word/document.xml": strict}))) == [("ins", " large", "Piers Tolland")]


def test_a_comment_across_paragraphs_keeps_its_words_and_its_answers() -> None:
    data = edited(
        out(),
        put("three", '<w:commentRangeStart w:id="1"/>'),
        put("It saved", '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'),
    )
    more = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    comments = "".join(
        f'<w:comment w:id="{at}" w:author="{who}" w:date="2024-06-24T10:00:00Z"><w:p w14:paraId="0000000{at}">{run(text)}</w:p></w:comment>'
        for at, who, text in ((1, "A", "Are these all?"), (2, "B", "Yes."))
    )
    data = with_part(data, "comments.xml", "comments", f'<w:comments xmlns:w="{W}" {more}>{comments}</w:comments>')
    extended = '<x:commentsEx xmlns:x="http://schemas.microsoft.com/office/word/2012/wordml"><x:commentEx x:paraId="00000001" x:done="1"/><x:commentEx x:paraId="00000002" x:paraIdParent="00000001" x:done="0"/></x:commentsEx>'
    received = back(with_part(data, "commentsExtended.xml", "commentsExtended", extended))

    first, second = received.sections[0].comments
    assert (first.author, first.quote, first.is_resolved) == ("A", "offices into one.\n\nIt saved", True)
    assert (second.author, second.parent, second.quote) == ("B", "1", first.quote)


def test_a_comment_quotes_the_words_it_is_about() -> None:
    (comment,) = back(with_comment(out(), "customer", "Whose?", "A")).sections[0].comments

    assert (comment.quote, comment.text, comment.before[-4:], comment.after) == (
        "customer",
        "Whose?",
        "one ",
        " record.Words below belong to no section."[:8] + comment.after[8:],
    )


@pytest.mark.parametrize(
    ("markup", "kind", "words"),
    [
        (f"<w:tbl><w:tr><w:tc><w:p>{run('Offices')}</w:p></w:tc><w:tc><w:p>{run('3')}</w:p></w:tc></w:tr></w:tbl>", "table", "Offices | 3"),
        (f'<w:p>{run("")}<w:r><w:drawing><x:docPr xmlns:x="d" descr="A map"/></w:drawing></w:r></w:p>', "picture", "A map"),
        (f"<w:p><w:r><w:pict><w:txbxContent><w:p>{run('In a box')}</w:p></w:txbxContent></w:pict></w:r></w:p>", "box", "In a box"),
        (f'<w:sdt><w:sdtPr><w:tag w:val="mh:{"9" * 16}:3"/></w:sdtPr><w:sdtContent><w:p>{run("Another plan")}</w:p></w:sdtContent></w:sdt>', "other", "Another plan"),
        (f'<w:sdt><w:sdtPr><w:tag w:val="mh:{TOKEN}:77"/></w:sdtPr><w:sdtContent><w:p>{run("No such")}</w:p></w:sdtContent></w:sdt>', "unknown", "No such"),
        (f'<w:sdt><w:sdtPr><w:tag w:val="mh:{TOKEN}:2"/></w:sdtPr><w:sdtContent><w:p>{run("Copied")}</w:p></w:sdtContent></w:sdt>', "twice", "Copied"),
        (f"<w:p>{run('After the end')}</w:p>", "guide", "After the end"),
    ],
)  # fmt: skip
def test_what_cannot_be_placed_goes_to_the_tray_with_its_words(markup: str, kind: str, words: str) -> None:
    received = back(edited(out(), ("<w:sectPr", f"{markup}<w:sectPr")))

    assert [(one.kind, one.words) for one in received.strays] == [(kind, words)]


def test_an_embedded_piece_is_told_with_its_words() -> None:
    data = with_part(
        out(), "piece.html", "aFChunk", "<html><body><p>From <b>elsewhere</b></p></body></html>", "text/html"
    )
    name = f"rHand{len(parts(out()))}"
    chunk = f'<w:altChunk r:id="{name}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'

    received = back(edited(data, ("<w:sectPr", f"{chunk}<w:sectPr")))

    assert [(one.kind, one.words) for one in received.strays] == [("chunk", "From elsewhere")]


def test_formatting_that_was_changed_is_told_and_not_applied() -> None:
    change = (
        '<w:rPr><w:b/><w:rPrChange w:id="3" w:author="A" w:date="2024-06-24T10:00:00Z"><w:rPr/></w:rPrChange></w:rPr>'
    )
    received = back(
        edited(out(), put("three", f"<w:r>{change}<w:t> </w:t></w:r>"), (OPEN + " offices", OPEN + "offices"))
    )

    assert received.sections[0].changes == ()
    assert received.sections[0].told == ("A changed how letters are set. Words are kept here, not how they are set.",)


@pytest.mark.parametrize(
    ("name", "part", "reason"),
    [
        ("plan.docx", "word/vbaProject.bin", "macros"),
        ("plan.docm", "", "macros"),
        ("plan.docx", "../up.xml", "damaged"),
    ],
)
def test_a_hostile_file_is_refused_at_the_gate(name: str, part: str, reason: str) -> None:
    data = packed(parts(out()) | ({part: b"x"} if part else {}))

    with pytest.raises(Unreadable) as refused:
        word_reading.read(data, name)

    assert refused.value.reason == reason


WORDS = some.text(alphabet=some.characters(categories=("Ll", "Lu", "Nd")), min_size=1, max_size=9)


@settings(max_examples=25)
@given(
    where=some.sampled_from(["three", "saved", "customer", "below"]),
    words=some.lists(WORDS, min_size=1, max_size=3),
    how=some.sampled_from(["tracked", "plain", "cut"]),
)
def test_every_word_of_an_edit_is_placed_or_in_the_tray(where: str, words: list[str], how: str) -> None:
    new = "".join(f" new{word}" for word in words)
    markup = {"tracked": ins(new), "plain": run(new), "cut": f'<w:ins w:id="1" w:author="A">{cut(new, "B")}</w:ins>'}

    received = back(edited(out(), put(where, markup[how])))

    told = " ".join(
        [one.text for section in received.sections for one in section.changes] + [one.words for one in received.strays]
    )
    assert all(f"new{word}" in told for word in words)


def test_a_file_edited_in_libreoffice_brings_its_changes(tmp_path: Path) -> None:
    data = changed(
        tmp_path,
        out(),
        """
  doc.RecordChanges = True
  Say(doc, "three", " large")
  Cut(doc, " a year")
  doc.RecordChanges = False
  Say(doc, "customer record", " now")
""",
    )

    received = receive(word_reading.read(data, "plan.docx"), SENT)

    assert [(kind, text) for kind, text, _ in said(received)] == [
        ("ins", " large"),
        ("del", " a year"),
        ("ins", " now"),
    ]
    assert received.strays == ()
