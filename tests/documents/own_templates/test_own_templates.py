"""A council's own Word file as the form of its report: what it says, what it cannot be made to do."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from moothall.documents.own_templates import checking, coverage, filling, package, sample
from moothall.documents.own_templates.blocks import TooLong
from moothall.documents.own_templates.checking import Checked
from moothall.documents.own_templates.contents import contents
from moothall.documents.own_templates.names import NAMES, ROWS
from moothall.documents.reading.document import Unreadable
from moothall.domain.reports import Option, Power, Risk
from moothall.reference import house_templates
from tests.documents.invented import MOMENT, REPORT
from tests.word import W, packed, parts

PLAIN = house_templates.by_id("plain")
RUN = f'<w:r xmlns:w="{W}"><w:t xml:space="preserve">%s</w:t></w:r>'


def template(*lines: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A Word file with these lines, and a table of these rows after them."""
    word = docx.Document()
    for line in lines:
        word.add_paragraph(line)
    if rows:
        table = word.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for box, text in zip(table.add_row().cells, row, strict=True):
                box.text = text
    kept = io.BytesIO()
    word.save(kept)
    return kept.getvalue()


def changed(data: bytes, old: str, new: str, *, part: str = "word/document.xml") -> bytes:
    """The same file with one part's XML changed."""
    held = parts(data)
    assert old in held[part].decode()
    return packed({**held, part: held[part].decode().replace(old, new, 1).encode()})


def read(data: bytes) -> Checked:
    """What a template asks for, in this process."""
    return checking.checked(package.opened(data, "own.docx"))


def filled(data: bytes, report: object = REPORT) -> docx.document.Document:
    made = filling.fill(data, "own.docx", report, PLAIN, timestamp=MOMENT)  # type: ignore[arg-type]
    return docx.Document(io.BytesIO(made))


def lines(word: docx.document.Document) -> list[str]:
    return [line.text for line in word.paragraphs]


def test_each_house_order_makes_a_template_that_can_be_adopted_and_says_all_its_order_requires() -> None:
    for house in house_templates.all_templates():
        found = read(sample.write(house))

        assert found.faults == (), house.id
        assert coverage.missing(found, house) == (), house.id
        text = filling.fill(sample.write(house), "own.docx", REPORT, house, timestamp=MOMENT)
        assert "{{" not in "".join(docx.Document(io.BytesIO(text)).element.itertext())


def test_a_name_is_filled_where_word_split_it_over_runs_and_keeps_the_letters_of_its_first_run() -> None:
    data = template("Title: X.")
    data = changed(
        data, "<w:r><w:t>Title: X.</w:t></w:r>", RUN % "Title: {" + RUN % "{ ti" + RUN % "tle }" + RUN % "}."
    )

    assert read(data).names == ("title",)
    assert lines(filled(data)) == ["Title: Productivity Plan 2024."]


def test_a_row_repeats_for_each_option_and_a_heading_goes_where_there_is_nothing_under_it() -> None:
    report = replace(REPORT, risk_register=(Risk("Costs rise", "CR4", "Watched"),), glossary=())
    data = template(
        "{{ if glossary }}", "Glossary", "{{ glossary }}", "{{ end }}", "{{ each risk }}",
        "{{ risk.reference }}: {{ risk.text }}", "{{ end each }}",
        rows=(("Option", "For"), ("{{ Option . title }}", "{{ option.appraisal }}"), ("Power", "{{ power }}")),
    )  # fmt: skip

    word = filled(data, report)

    assert read(data).faults == ()
    assert lines(word) == ["CR4: Costs rise"]
    assert [[box.text for box in row.cells] for row in word.tables[0].rows] == [
        ["Option", "For"], ["Approve the plan", "Meets the request."], ["Send nothing", "Saves time."],
    ]  # fmt: skip
    kept = filled(data, replace(report, power=Power("To approve plans"))).tables[0]
    assert kept.rows[-1].cells[1].text == "To approve plans."


def test_words_that_look_like_a_name_are_never_filled_a_second_time() -> None:
    report = replace(REPORT, title="{{ council }}", options=(Option("{{ title }}", "{{ each option }}"),))
    data = template("{{ title }}", "On {{ title }}", rows=(("{{ option.title }}", "{{ option.appraisal }}"),))

    word = filled(data, report)

    assert lines(word) == ["{{ council }}", "On {{ council }}"]
    assert [box.text for box in word.tables[0].rows[0].cells] == ["{{ title }}", "{{ each option }}"]


@pytest.mark.parametrize(
    ("line", "said", "near"),
    [
        ("{{ lead offcer }}", "{{ lead offcer }} is no name that a report has.", "lead_officer"),
        ("{{ ''.__class__.__mro__ }}", "is no name that a report has.", ""),
        ("{{ title|upper }}", "is no name that a report has.", "title_upper"),
        ("{% for x in range(10**9) %}", "is another program’s sign", ""),
        ("{{ option.title }}", "stands outside a row", ""),
        ("Here {{ if title }}", "needs a line of its own", ""),
        ("{{ if title }}", "is not closed by {{ end }}", ""),
        ("{{ end }}", "closes nothing", ""),
        ("{{ title", "opened or closed without their partners", ""),
    ],
)
def test_what_no_report_has_is_told_with_its_place_and_what_is_near_and_is_never_run(
    line: str, said: str, near: str
) -> None:
    word = docx.Document(io.BytesIO(template("{{ title }}")))
    word.add_heading("Officers", 1)
    word.add_paragraph(line)
    kept = io.BytesIO()
    word.save(kept)

    found = read(kept.getvalue())

    assert len(found.faults) == 1
    assert said in found.faults[0].sentence
    assert found.faults[0].where == f"Under “Officers”: “{line}”"
    assert found.faults[0].near in (near, "title")
    assert lines(filled(kept.getvalue()))[-1] == line


def test_loops_within_loops_and_names_without_end_are_refused() -> None:
    nested = template("{{ each option }}", "{{ each risk }}", "{{ risk.text }}", "{{ end }}", "{{ end }}")
    many = template(*["{{ recommendations }}"] * 600)
    deep = template(*["{{ each option }}"] * 240, "words", *["{{ end }}"] * 240)

    assert "stands within another part that repeats" in read(nested).faults[0].sentence
    assert [one.sentence for one in read(many).faults] == ["There are 600 placeholders; the most is 500."]
    for data in (many, deep):
        with pytest.raises(TooLong, match="far longer than any report"):
            filled(data, replace(REPORT, options=tuple(Option(str(at)) for at in range(60))))


def hostile() -> list[tuple[str, bytes, str]]:
    """Word files that would do something, each with the reason it is refused for and a word of its sentence."""
    good = template("{{ title }}")
    rels, end = "word/_rels/document.xml.rels", "</Relationships>"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    linked = f'<Relationship Id="rIdX" Type="{office}/%s" Target="%s" TargetMode="External"/>{end}'
    inside = f'<Relationship Id="rIdX" Type="{office}/%s" Target="embeddings/x.bin"/>{end}'
    field = "<w:p><w:r><w:instrText>{} x</w:instrText></w:r></w:p><w:sectPr"
    macros = packed({**parts(good), "word/vbaProject.bin": b"x"})
    bomb = packed({**parts(good), "word/media/x.xml": b" " * 45_000_000})
    return [
        ("external", changed(good, end, linked % ("image", "https://spy.example/x.png"), part=rels), "spy.example"),
        (
            "external",
            changed(good, end, linked % ("attachedTemplate", "https://spy.example"), part=rels),
            "spy.example",
        ),
        ("external", changed(good, end, linked % ("hyperlink", "file:///etc/passwd"), part=rels), "file:"),
        ("external", changed(good, "<w:sectPr", field.format("INCLUDETEXT")), "INCLUDETEXT"),
        ("external", changed(good, "<w:sectPr", field.format("DDEAUTO")), "DDEAUTO"),
        ("carried", changed(good, end, inside % "oleObject", part=rels), "embedded object"),
        ("carried", changed(good, end, inside % "aFChunk", part=rels), "another file"),
        ("unfinished", changed(good, "<w:sectPr", '<w:p><w:ins w:id="1"/></w:p><w:sectPr'), "tracked changes"),
        ("unfinished", changed(good, "<w:sectPr", '<w:p><w:commentReference w:id="1"/></w:p><w:sectPr'), "comments"),
        ("macros", macros, "macros"),
        ("bomb", bomb, "unpacks"),
        ("oversized", b"PK\x03\x04" + b"x" * 6_000_000, "MB"),
        ("unknown_format", b"only words", "plain text"),
    ]


def test_a_file_that_would_fetch_run_or_carry_something_is_refused_with_its_reason() -> None:
    for reason, data, word in hostile():
        with pytest.raises(Unreadable) as refused:
            package.opened(data, "own" if reason == "unknown_format" else "own.docx")

        assert (refused.value.reason, word in refused.value.sentence) == (reason, True), refused.value.sentence


def test_a_template_is_looked_at_in_a_process_of_its_own() -> None:
    found = checking.check(template("{{ title }}", "{{ tilte }}"), "own.docx")

    assert (found.names, [one.near for one in found.faults]) == (("title",), ["title"])


def test_what_the_house_requires_and_what_is_written_is_told_where_the_template_has_no_place() -> None:
    found = read(template("{{ title }}", "{{ recommendations }}", "{{ legal_implications }}", "{{ risks }}"))

    assert {"Options considered", "Background papers", "Summary"} <= set(coverage.missing(found, PLAIN))
    left_out = coverage.left_out(found, REPORT)
    assert {"summary", "consultation", "financial_implications"} <= set(left_out)
    assert not {"legal_implications", "risks", "title", "recommendations"} & set(left_out)


def test_every_name_and_column_is_drawn_from_the_report_and_none_from_part_2() -> None:
    said = contents(REPORT, PLAIN, ())

    assert set(said.words) == set(NAMES)
    assert {name: set(row.columns) for name, row in ROWS.items()}.keys() == said.rows.keys()
    assert all(set(one) == set(ROWS[name].columns) for name, rows in said.rows.items() for one in rows)
    assert not [name for name in NAMES if re.search("part_2|exempt_text", name)]


def test_the_filled_file_says_whose_report_it_is_and_is_the_same_every_time() -> None:
    data = template("{{ title }}")

    once, again = (filling.fill(data, "own.docx", REPORT, PLAIN, timestamp=MOMENT) for _ in range(2))

    assert once == again
    told = docx.Document(io.BytesIO(once)).core_properties
    assert (told.title, told.author, told.last_modified_by) == (REPORT.title, REPORT.authority_name, "")
    assert zipfile.ZipFile(io.BytesIO(once)).testzip() is None


def test_the_template_to_begin_from_in_the_documents_is_the_one_that_is_written() -> None:
    kept = Path(__file__).resolve().parents[3] / "docs" / "reference" / "report-template.docx"

    assert parts(kept.read_bytes()) == parts(sample.write(PLAIN))
