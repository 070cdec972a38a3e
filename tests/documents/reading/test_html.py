"""Saved pages of committee systems and council sites: the matter kept, what stands around it left."""

from __future__ import annotations

import pytest

from moothall.documents.reading import html
from moothall.documents.reading.document import BlockKind, Document
from tests.samples import as_html, compared, report

DECISION = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html><head>
<title>Decision - Plan | Moorbeck District Council</title>
<link rel="canonical" href="https://democracy.example.org/ieDecisionDetails.aspx?ID=12">
<script>var a = "no";</script></head>
<body><div id="cookieBar">We use cookies to make this site work.</div><header><a href="/">Home</a> Sign in</header>
<nav><ul><li><a href="a">Agendas</a></li></ul></nav>
<div id="modgov"><h1>Decision details</h1><div class="mgContent"><h2 class="mgSubTitleTxt">Plan for productivity</h2>
<p><span class="mgLabel">Decision Maker: </span>&nbsp;<a href="mgCommitteeDetails.aspx?ID=1">Cabinet</a></p>
<p><span class="mgLabel">Is Key decision?: </span>No</p>
<h3>Decision:</h3><div class="mgWordPara"><p><b>RESOLVED:</b> that the plan<br>be approved.</p>
<ol><li>Send it<ul><li>by post</li></ul></li><li><p>Publish it</p></li></ol></div>
<dl><dt>Date of decision:</dt><dd>11/07/2024</dd><dt>Call-in ends:</dt><dd>19/07/2024</dd></dl>
<table><tr><th>Officer</th><th>Role</th></tr><tr><td>The <b>author</b></td><td>Policy<br>Manager</td></tr></table>
</div></div><footer>Contact us</footer></body></html>"""


def read(page: str) -> Document:
    return html.read(page.encode(), "page.html")


def said(document: Document, kind: BlockKind) -> list[str]:
    page = document.pages[0]
    return [page.text[block.start : block.end] for block in page.blocks if block.kind is kind]


def test_a_report_as_a_web_page_keeps_everything() -> None:
    document = html.read(as_html.make(report.MATTER), "report.html")

    assert compared.compare(document, report.MATTER).missed == []


def test_a_decision_page_gives_headings_labels_lists_and_rows() -> None:
    document = read(DECISION)

    assert said(document, BlockKind.HEADING) == ["Decision details", "Plan for productivity", "Decision:"]
    assert "Decision Maker: Cabinet" in said(document, BlockKind.PARAGRAPH)
    assert "RESOLVED: that the plan\nbe approved." in said(document, BlockKind.PARAGRAPH)
    assert said(document, BlockKind.LIST_ITEM) == ["1. Send it", "by post", "2. Publish it"]
    rows = ["Date of decision:\t11/07/2024", "Call-in ends:\t19/07/2024", "Officer\tRole", "The author\tPolicy Manager"]
    assert said(document, BlockKind.TABLE_ROW) == rows


@pytest.mark.parametrize("words", ["cookies", "Sign in", "Agendas", "Contact us", "var a"])
def test_menus_notices_and_feet_are_left_out(words: str) -> None:
    assert words not in read(DECISION).pages[0].text


def test_title_address_and_links_are_kept() -> None:
    document = read(DECISION)

    assert document.metadata["title"] == "Decision - Plan | Moorbeck District Council"
    assert document.metadata["address"] == "https://democracy.example.org/ieDecisionDetails.aspx?ID=12"
    assert document.links == (("Cabinet", "https://democracy.example.org/mgCommitteeDetails.aspx?ID=1"),)


def test_the_pages_title_can_be_quoted_though_it_is_in_no_block() -> None:
    document = read(DECISION)

    (left,) = document.metadata["left_out"]
    assert document.pages[0].text[left["start"] : left["end"]] == "Decision - Plan | Moorbeck District Council"


def test_a_page_whose_wrapper_is_called_menu_is_not_thrown_away() -> None:
    document = read(
        "<html><body class='has-menu'><div class='menu-wrapper nav'><p>All the words are here.</p></div></body></html>"
    )

    assert said(document, BlockKind.PARAGRAPH) == ["All the words are here."]


def test_a_main_element_is_taken_and_the_rest_left() -> None:
    document = read(
        "<body><div>Skip this promise of news.</div><main><h1>Plan</h1><p>"
        + "The plan says much. " * 5
        + "</p></main></body>"
    )

    assert "Skip" not in document.pages[0].text
    assert said(document, BlockKind.HEADING) == ["Plan"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page_in_an_older_encoding_is_read_right(encoding: str) -> None:
    page = f"<html><head><meta charset='{encoding}'></head><body><p>£600m – the council’s share</p></body></html>"

    document = html.read(page.encode(encoding), "page.html")

    assert said(document, BlockKind.PARAGRAPH) == ["£600m – the council’s share"]


def test_layout_tables_are_read_as_text_and_their_words_do_not_run_together() -> None:
    document = read("<body><table role=presentation><tr><td><p>One</p></td><td><p>Two</p></td></tr></table></body>")

    assert said(document, BlockKind.PARAGRAPH) == ["One", "Two"]


@pytest.mark.parametrize(
    ("said_to_be", "encoding"),
    [
        ("utf-8", "cp1252"),
        ("windows-1252", "utf-8"),
        ("utf-16", "utf-8"),
        ("nonsense", "cp1252"),
        ("utf-8", "utf-16-le"),
    ],
)
def test_a_page_that_names_the_wrong_letters_is_read_right(said_to_be: str, encoding: str) -> None:
    page = f"<html><head><meta charset='{said_to_be}'></head><body><p>£600m – the council’s share</p></body></html>"

    document = html.read(page.encode(encoding), "page.html")

    assert said(document, BlockKind.PARAGRAPH) == ["£600m – the council’s share"]


def test_one_stray_byte_does_not_spoil_the_letters_of_the_whole_page() -> None:
    page = "<html><body><p>The council’s plan – “ours” – costs </p></body></html>".encode()

    document = html.read(page.replace(b"costs ", b"costs \xa35m"), "page.html")

    assert said(document, BlockKind.PARAGRAPH) == ["The council’s plan – “ours” – costs £5m"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<body><table><tr><td class='line-number' value='1'></td><td class='line-content'>{}</td></tr></table></body>",
        "<body><pre id='line1'>{}</pre></body>",
    ],
)
def test_a_view_of_the_source_saved_as_a_page_is_read_as_the_page(wrapped: str) -> None:
    source = "<!DOCTYPE html>\n<html><body><h1>Decision</h1><p>That the plan be approved.</p></body></html>"
    escaped = source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    document = read(f"<html><head><title>view-source</title></head>{wrapped.format(escaped)}</html>")

    assert said(document, BlockKind.HEADING) == ["Decision"]
    assert said(document, BlockKind.PARAGRAPH) == ["That the plan be approved."]


def test_parts_that_fold_up_are_read_open_each_under_the_button_that_opens_it() -> None:
    page = (
        "<body><h1>Productivity plan</h1><button class='accordion-all' aria-expanded='false'>Show all sections</button>"
        "<h2><button aria-controls='one'><span>Services</span><span>Show this section</span></button></h2>"
        "<div id='one' hidden><p>Two depots became one.</p></div><h2>Waste <button>Copy link</button></h2>"
        "<button class='accordion' aria-expanded='false'>Barriers</button><div class='panel' style='display:none'>"
        "Short settlements.</div></body>"
    )

    document = read(page)

    assert said(document, BlockKind.HEADING) == ["Productivity plan", "Services", "Waste", "Barriers"]
    assert said(document, BlockKind.PARAGRAPH)[:2] == ["Two depots became one.", "Short settlements."]
