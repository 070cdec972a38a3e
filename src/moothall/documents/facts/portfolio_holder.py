"""The executive member who answers for it, as the document names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.outline import Outline
from moothall.documents.people import is_name
from moothall.documents.sentences import says_none
from moothall.domain.facts import Fact

_BRACKETED = re.compile(r"^(?P<role>[^()]{3,60})\)\s*(?P<name>(?:Councillor|Cllr)\b.+)$")
_HOLDER = re.compile(
    r"(?:the )?(?:cabinet member|portfolio holder|executive member|lead member|executive councillor)\b", re.I
)
_INTRODUCED_BY = re.compile(
    r"\b(?:report|item|plan) was (?:introduced|presented|moved|outlined) by the "
    r"(?P<role>(?:Cabinet Member|Portfolio Holder|Executive Member|Lead Member|Executive Councillor)"
    r"(?: (?:for|with) (?:(?:[A-Z][\w'’-]*|and|the|of|responsibility|for),? ?)+)?)(?<! )(?=\s*(?:[.,;]|who\b|and\b))"
)
_FROM = re.compile(r"from|by|report (?:of|by|from)(?: the)?|presented by|report presented by", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?:cllrs?|councillor|leader|mayor|holder|member)\b", re.IGNORECASE)
# What stands beside this label is a portfolio, and not who holds it.
_PORTFOLIO = re.compile(r"(?:relevant |cabinet |executive )?portfolios?(?: area| of)?", re.IGNORECASE)
_IN_OFFICE = re.compile(
    r"(?:(?:Councillor|Cllr)\.? )?(?:[A-Z][\w'’.-]* ){0,3}[A-Z][\w'’.-]*,? [-–(]?\s*"
    r"(?:the )?(?:Leader [\w ]{0,30}and )?(?:(?:Lead )?"
    r"(?:Cabinet|Executive) (?:Portfolio Holder|Member|Councillor|Lead)\b|Portfolio Holder\b|Lead Member\b)"
)
_ON_ITS_OWN = re.compile(
    r"^\(?(?:the )?(?P<role>(?:cabinet member|(?:executive |cabinet )?portfolio holder|executive "
    r"member|lead member|executive councillor)\b[^.;:]{0,90}?)"
    r"[,\s(:–-]+(?P<name>(?:Councillor|Cllr)\.?\s+(?:[A-Z][\w'’.-]*\s?){1,4})\)?$",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"\b(?P<all>(?:(?:the )?(?P<role>(?:[A-Z][\w'’]+ (?:of the Council )?(?:and |, ))?(?:Deputy "
    r"Leader and )?(?:Cabinet Member|Portfolio Holder|Executive Member|Lead Member|Executive "
    r"Councillor|Executive Portfolio Holder|Cabinet Portfolio "
    r"Holder)\b[^.;()]{0,90}?)[,(]\s*(?P<name>(?:Councillor|Cllr)\.? (?:[A-Z][\w'’.-]*\s?){1,4}))|"
    r"(?P<name2>(?:Councillor|Cllr)\.? (?:[A-Z][\w'’.-]* ?){1,4})[,(]\s*(?:the )?(?P<role2>(?:[\w "
    r"]{0,40}\band )?(?:Cabinet Member|Portfolio Holder|Executive Member|Lead Member|Executive "
    r"Councillor)\b[^.;()]{0,90}?))[,)]?\s+"
    r"(?:presented|introduced|submitted|moved|outlined|proposed|reported|explained|noted|advised|commended)\b"
)
_BY_OFFICE = re.compile(
    r"\b(?P<role>(?:(?:Lead|Cabinet|Executive) )?(?:Cabinet Member|Portfolio Holder|Executive Member|Lead Member|"
    r"Lead Councillor|Executive Councillor)(?: (?:for|with responsibility for) [A-Z][^.;:()]{2,80}?)?)"
    r"(?:,? (?P<name>(?:Councillor|Cllr)\.? (?:[A-Z][\w'’.-]* ?){1,4}))?,?\s+"
    r"(?:presented|introduced|submitted|moved|outlined|reported|explained)\b"
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The portfolio holder, once: from a label, else from the minute of who presented the report by that office."""
    for entry in outline.all("portfolio_holder"):
        if not entry.values or entry.via == "heading":
            continue
        line = entry.values[0]
        if says_none(line.text) or len(line.text.split()) > 40:
            continue
        words = line.text.strip(" ,;")
        if match := _BRACKETED.match(words):
            words = f"{match.group('name')} ({match.group('role')})"
        elif not (
            _OFFICE.search(words)
            or is_name(words.split(",")[0])
            or (len(words.split()) >= 2 and not _PORTFOLIO.fullmatch(entry.name))
        ):
            continue
        yield line.fact("portfolio_holder", words, "portfolio_holder.label")
        return
    for entry in outline.all("body"):
        if entry.values and entry.via != "heading" and _HOLDER.match(entry.values[0].text):
            yield entry.values[0].fact(
                "portfolio_holder", entry.values[0].text.strip(" .,;"), "portfolio_holder.decides"
            )
            return
    for entry in outline.all("officers"):
        words = entry.values[0].text.strip(" .,;") if entry.values and entry.via != "heading" else ""
        if _FROM.fullmatch(entry.name) and _IN_OFFICE.match(words) and len(words.split()) <= 30:
            yield entry.values[0].fact("portfolio_holder", words, "portfolio_holder.from")
            return
    for line in outline.lines[:20]:
        if match := _ON_ITS_OWN.match(line.text):
            words = f"{match.group('name').strip(' ,)')} ({match.group('role').strip(' ,(')})"
            yield line.fact("portfolio_holder", words, "portfolio_holder.line")
            return
    for line in outline.lines:
        if match := _PRESENTED.search(line.text):
            name, role = match.group("name") or match.group("name2"), match.group("role") or match.group("role2")
            words = f"{name.strip(' ,')} ({role.strip(' ,')})"
            yield line.fact(
                "portfolio_holder", words, "portfolio_holder.presented", match.start("all"), match.end("all")
            )
            return
    if clues.kind in (DocumentKind.MINUTES, DocumentKind.DECISION):
        yield from _by_office(outline)


def _by_office(outline: Outline) -> Iterator[Fact]:
    """The member who brought the report by an office, named or not, in a minute."""
    for line in outline.lines:
        if match := _BY_OFFICE.search(line.text):
            name, role = (match.group("name") or "").strip(" ,"), match.group("role").strip(" ,")
            end = match.end("name") if name else match.end("role")
            words = f"{name} ({role})" if name else role
            yield line.fact("portfolio_holder", words, "portfolio_holder.office", match.start("role"), end)
            return
    for line in outline.lines:
        if match := _INTRODUCED_BY.search(line.text):
            start, end = match.span("role")
            yield line.fact("portfolio_holder", match.group("role"), "portfolio_holder.introduced", start, end)
            return
