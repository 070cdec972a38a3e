"""The HTML: clean structure, and nobody's text as markup."""

from __future__ import annotations

import lxml.html

from moothall.documents.layouts import committee_report, plan_narrative
from moothall.documents.writing import html
from moothall.documents.writing.document import (
    Document,
    Heading,
    Item,
    Items,
    Panel,
    Paragraph,
    Span,
    Table,
    cell,
    words,
)
from moothall.reference import house_templates
from tests.documents.invented import PLAN, REPORT, ROUND


def tree(data: bytes) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(data.decode())


def test_text_never_becomes_markup_wherever_it_stands() -> None:
    sharp = "\"><script>alert(1)</script><img src=x onerror=alert(1)> & 'quoted'"
    document = Document(
        sharp,
        (
            Heading(sharp, number=sharp, anchor=sharp),
            Paragraph((Span(sharp, bold=True, link="javascript:alert(1)"),), number=sharp, anchor=sharp),
            Items((Item(words(sharp), sharp),)),
            Panel((Paragraph(words(sharp)),)),
            Table(((cell(sharp), cell(sharp)),), header=(sharp, sharp), caption=sharp),
        ),
        owner=sharp,
        corner=sharp,
        eyebrow=sharp,
        subtitles=(sharp,),
        foot=sharp,
    )

    page = tree(html.write(document, standalone=True))

    assert page.xpath("//script | //img | //a[starts-with(@href, 'javascript')]") == []
    assert page.xpath("//@onerror") == []
    assert page.findtext(".//title") == sharp


def test_headings_follow_from_the_level_of_the_page_around_them_and_never_pass_six() -> None:
    document = Document("T", (Heading("a", 2), Heading("b", 3), Heading("c", 5)))

    page = tree(html.write(document, level=3))

    assert [(element.tag, element.text) for element in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")] == [
        ("h3", "T"),
        ("h4", "a"),
        ("h5", "b"),
        ("h6", "c"),
    ]


def test_the_head_can_be_left_to_the_page_around_it() -> None:
    written = html.write(committee_report.compose(REPORT, house_templates.plain()), head=False).decode()

    assert "<h1" not in written
    assert "mh-owner" not in written


def test_columns_and_rows_have_headings_that_say_what_they_head() -> None:
    page = tree(html.write(committee_report.compose(REPORT, house_templates.plain())))

    facts = page.xpath("//table[contains(@class, 'mh-facts')]")[0]
    options = page.xpath("//table[thead]")[0]
    assert set(facts.xpath(".//tr/*[1]/@scope")) == {"row"}
    assert options.xpath("./thead//th/@scope") == ["col", "col"]
    assert options.findtext("caption") == "Options considered"


def test_a_numbered_paragraph_of_a_plan_is_its_own_address() -> None:
    page = tree(html.write(plan_narrative.compose(PLAN, ROUND)))

    number = page.xpath("//p[@id='p3']/a[@class='mh-number']")[0]

    assert number.get("href") == "#p3"
    assert number.text == "3"


def test_a_web_address_in_an_answer_is_a_link_and_a_bare_word_is_not() -> None:
    page = tree(html.write(plan_narrative.compose(PLAN, ROUND)))

    assert page.xpath("//a[not(@class)]/@href") == ["https://wrenbourne.example/pay-policy"]


def test_the_standalone_page_names_its_language_and_carries_its_own_print_style() -> None:
    written = html.write(committee_report.compose(REPORT, house_templates.plain(), colour="#1f4478"), standalone=True)

    page = tree(written)
    style = page.findtext(".//style")
    assert page.get("lang") == "en-GB"
    assert "--council: #1f4478" in style
    assert "@media print" in style
    assert page.xpath("//link | //script") == []
