"""Whatever people type, paste or are sent, every format is written and nothing of it becomes markup."""

from __future__ import annotations

import io
import zipfile

import lxml.etree
import lxml.html
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from moothall.documents.layouts import committee_report, plan_questions
from moothall.documents.writing import csv, docx, html, pdf
from moothall.documents.writing.document import Document
from moothall.domain.decisions import Limb, Verb
from moothall.domain.plans import Answer, AnswerStatus, Barrier, Commitment, CommitmentStatus, Direction, Measure, Plan
from moothall.domain.reports import CommitteeReport, Implication, Officer, Option, Recommendation
from moothall.reference import house_templates
from tests.documents.checker import faults
from tests.documents.invented import MOMENT, ROUND
from tests.examples import fewer

MARKUP = (
    "<script>",
    "#panic()",
    "$x$",
    "*a*",
    "]]>",
    "<!--",
    "{{ x }}",
    "&amp;",
    "\\u{41}",
    "https://x.example/?a=<b>&c",
)
ODD = (
    "\x00\x0b\x1f",
    "\ud800",
    "\ufffe",
    "\U0001f600",
    "שלום 1 עולם",
    "\u202e",
    "中文",
    "x" * 400,
    "a\u0301" * 40,
    "\u2028",
)
texts = st.lists(st.one_of(st.text(max_size=20), st.sampled_from(MARKUP), st.sampled_from(ODD)), max_size=4).map(
    "".join
)
every_kind = st.sampled_from(house_templates.TEMPLATES)


@st.composite
def reports(draw: st.DrawFn) -> CommitteeReport:
    say = lambda: draw(texts)  # noqa: E731
    return CommitteeReport(
        authority_name=say(),
        title=say(),
        body=say(),
        meeting_on=None,
        report_of=say(),
        lead_officer=Officer(say(), say(), say(), say()),
        summary=say(),
        recommendations=(
            Recommendation("1", say(), (Limb(Verb.APPROVE, say(), say()), Limb(Verb.DELEGATE, say(), "", (say(),)))),
            Recommendation("2", say(), alternative_to="1"),
        ),
        options=(Option(say(), say(), chosen=True),),
        implications=(Implication("legal", say(), say()), Implication("new kind", say())),
        background=say(),
        appendices=(say(),),
        glossary=((say(), say()),),
        agenda_item=say(),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    say = lambda: draw(texts)  # noqa: E731
    return Plan(
        authority=say(),
        authority_name=say(),
        round=say(),
        title=say(),
        introduction=say(),
        answers=(
            Answer("t1.q1", AnswerStatus.ANSWERED, say()),
            Answer("t1.q2", AnswerStatus.ELSEWHERE, where=say()),
            Answer(say(), AnswerStatus.NOT_ANSWERED, reason=say()),
        ),
        commitments=(Commitment(say(), "wasteful_spend", say(), say(), CommitmentStatus.DONE),),
        measures=(Measure(say(), "wasteful_spend", say(), say(), Direction.UP, say(), say(), say(), say()),),
        barriers=(Barrier(say(), say(), say(), say()),),
    )


def check_all_formats(document: Document) -> None:
    plain_tags = {"script", "img", "iframe", "style", "object"}

    page_tree = lxml.html.document_fromstring(html.write(document).decode())
    assert not plain_tags & {element.tag for element in page_tree.iter() if isinstance(element.tag, str)}
    assert all(address.startswith(("#", "http", "mailto:")) for address in page_tree.xpath("//@href"))

    with zipfile.ZipFile(io.BytesIO(docx.write(document))) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                lxml.etree.fromstring(packed.read(name))

    printed = pdf.write(document, timestamp=MOMENT)
    assert faults(printed) == []


@settings(max_examples=fewer(25), suppress_health_check=[HealthCheck.too_slow])
@given(report=reports(), template_id=every_kind)
def test_any_text_in_any_field_of_a_report(report: CommitteeReport, template_id: str) -> None:
    check_all_formats(committee_report.compose(report, house_templates.by_id(template_id)))


@settings(max_examples=fewer(20), suppress_health_check=[HealthCheck.too_slow])
@given(plan=plans())
@example(plan=Plan("", "", "", "", "", ()))
def test_any_text_in_any_field_of_a_plan(plan: Plan) -> None:
    document = plan_questions.compose(plan, ROUND)

    check_all_formats(document)
    csv.write(document, caption="Measures") if plan.measures else None
