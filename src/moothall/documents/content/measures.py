"""Measures: what the plan says progress is followed by, in tables, in lists and in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.amounts import written_amounts
from moothall.documents.deed_columns import told_by_columns
from moothall.documents.lines import Line
from moothall.documents.periods import written_periods
from moothall.documents.plan_tables import BASELINE, DIRECTION, MEASURE, SOURCE, TARGET, UNIT, head_of, of_role
from moothall.documents.plan_text import PlanText, Row, Sentence, stated
from moothall.domain.plans import Direction
from moothall.domain.statements import MeasureFound, Side, Statement, StatementKind

_HEADING = re.compile(
    r"\b(?:(?:key )?(?:performance )?(?:measures|indicators)|kpis?|metrics|measuring (?:success|progress|"
    r"productivity)|how (?:we|will we) (?:will )?(?:know|measure|track|monitor)|measures of success|"
    r"tracking (?:our )?progress)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:(?:measures?|indicators?|kpis?|metrics?|measured (?:by|through|using)|monitor(?:ing)?|track(?:ing)?|look "
    r"at|report on|measure (?:our )?(?:success|progress|productivity) (?:by|through|using))\b[^:]{0,60}):$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:success|progress|productivity|impact|performance|effect(?:iveness|s)?|this)\b[\w ,]{0,40}\b(?:is|are|will "
    r"be|be) (?:measured|judged|tracked|monitored|assessed|gauged) (?:by|through|using|against|by reference to|in "
    r"terms of)\s+"
    r"(?P<what>[^.;]{5,200})",
    re.IGNORECASE,
)
_WE_TRACK = re.compile(
    r"\b(?:we|the council|cabinet|members|directors)\s+(?:(?:will|also|routinely|regularly|currently|continue to|"
    r"therefore)\s+)*(?:measure|track|monitor|use)\s+(?!that\b|how\b|whether\b|this\b|it\b|these\b|our "
    r"(?:productivity|progress|performance|success|budget)\b)"
    r"(?P<what>[^.;:]{5,200}?)(?P<as>\s+(?:as|to) (?:(?:a|our|the|key) )*(?:measures?|indicators?|measure|track|"
    r"monitor|kpis?)\b)?(?=[.;:]|$)",
    re.IGNORECASE,
)
_MEASURABLE = re.compile(
    r"\b(?:percentages?|proportion|share|number|rate|rates|cost|costs|time|days|satisfaction|ratio|spend|absence|"
    r"turnover|collection|%|per (?:head|household|resident|fte|transaction)|volume|take-up|savings|"
    r"sickness|calls|complaints|recycling|hours|income|average)\b",
    re.IGNORECASE,
)
_TARGET_IN = re.compile(
    r"\b(?:target|aim|goal)\b\W{0,3}(?:of|is|:|for [\w/ -]+?(?:is|"
    r":))?\s*(?P<t>[^,;.()]*\d[^,;()]*)",
    re.IGNORECASE,
)
_LOW_IS_GOOD = re.compile(r"\b(?:reduc\w+|lower\w*|decreas\w+|cut|cutting|fewer|minimis\w+|fall|less)\b", re.IGNORECASE)
_HIGH_IS_GOOD = re.compile(r"\b(?:increas\w+|improv\w+|rais\w+|higher|grow\w*|maximis\w+|more)\b", re.IGNORECASE)
_NO_MEASURE = re.compile(
    r"\b(?:\w*card|tracker|basket|framework|dashboard|audit|review|social "
    r"value)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r",\s+(?:and\s+)?|\s+and\s+(?=(?:the |our )?(?:number|percentage|proportion|share|rate|cost|"
    r"average|staff|customer|resident|time|level|savings|sickness))"
)


def find(text: PlanText) -> Iterator[Statement]:
    """One measure a row of a table of them, an item of a list, or a part of a sentence that names what is followed."""
    for row in text.rows:
        yield from _row(row)
    for sentence in text.sentences:
        voice = sentence.voice()
        if voice is not None and voice.side is not Side.COUNCIL:
            continue
        if _is_item(sentence):
            yield sentence.statement(StatementKind.MEASURE, _from_item(sentence.text), "measures.list")
        else:
            yield from _from_sentence(sentence)


def _row(row: Row) -> Iterator[Statement]:
    cells = of_role(row, MEASURE)
    others = [role for role in (BASELINE, TARGET, UNIT, SOURCE) if head_of(row, role)]
    if not cells or not (others or _HEADING.search(row.part.heading) or any(told_by_columns(row))):
        return
    title = " ".join(line.text for line in cells)
    if len(title.split()) < 2 or title.lower() in ("n/a", "none"):
        return
    baseline, target = _words(of_role(row, BASELINE)), _words(of_role(row, TARGET))
    unit = _words(of_role(row, UNIT)) or _unit(baseline or "") or _unit(target or "")
    direction = _told_direction(_words(of_role(row, DIRECTION))) or _direction(title)
    yield stated(
        row.part,
        StatementKind.MEASURE,
        MeasureFound(
            title, unit, direction, baseline, _period(head_of(row, BASELINE)) if baseline else None,
            target, _period(head_of(row, TARGET)) if target else None, _words(of_role(row, SOURCE)),
        ),
        "measures.table",
        cells[0],
    )  # fmt: skip


def _words(cells: tuple[Line, ...]) -> str | None:
    words = " ".join(line.text for line in cells).strip()
    return words if words.strip("-–—") and words.lower() not in ("tbc", "n/a") else None


def _period(head: str) -> str | None:
    first = next(iter(written_periods(head)), None)
    return first.period.written if first else None


def _unit(words: str) -> str | None:
    first = next(iter(written_amounts(words)), None)
    return first.unit if first else None


def _told_direction(words: str | None) -> Direction | None:
    """Which way a column of the table says is better, or None."""
    plain = (words or "").lower()
    if re.search(r"\b(?:low(?:er)?|small(?:er)?|down|decrease|reduce|less|fewer)\b|[↓▼]", plain):
        return Direction.DOWN
    return Direction.UP if re.search(r"\b(?:high(?:er)?|big(?:ger)?|up|increase|more)\b|[↑▲]", plain) else None


def _direction(title: str) -> Direction | None:
    """Which way it is meant to go, only where the title says so."""
    if _LOW_IS_GOOD.search(title):
        return Direction.DOWN
    return Direction.UP if _HIGH_IS_GOOD.search(title) else None


def _is_item(sentence: Sentence) -> bool:
    if len(sentence.text.split()) > 30 or len(sentence.text.split()) < 2 or sentence.text.endswith(":"):
        return False
    if sentence.lead is not None:
        return _LEAD.search(sentence.lead) is not None
    listed = sentence.line.kind.value == "list_item" and sentence.start <= 6
    return (
        listed and _HEADING.search(sentence.part.heading) is not None and _MEASURABLE.search(sentence.text) is not None
    )


def _from_item(words: str) -> MeasureFound:
    title = re.split(r"\s[–—-]\s|[:(;]|,\s(?:currently|now|from|against|target)", words)[0].strip(" .")
    target = _TARGET_IN.search(words)
    baseline = re.search(
        r"\b(?:currently|baseline(?: of)?|now|at present|"
        r"from)\b:?\s*(?P<b>[^,;()]*?\d[\d.,]*\s?(?:%|per cent|days|FTE|hours|k|m)?)",
        words,
        re.IGNORECASE,
    )
    amounts = list(written_amounts(words))
    return MeasureFound(
        title,
        amounts[0].unit if amounts else None,
        _direction(title),
        baseline.group("b").strip() if baseline else None,
        None,
        target.group("t").strip(" .") if target else None,
    )


def _from_sentence(sentence: Sentence) -> Iterator[Statement]:
    if not sentence.words & _TRIGGERS:
        return
    match = _BY.search(sentence.text) or _WE_TRACK.search(sentence.text)
    if match is None or not _MEASURABLE.search(match.group("what")):
        return
    if (
        match.re is _WE_TRACK
        and re.search(r"\buse\s*$", sentence.text[: match.start("what")])
        and not match.group("as")
    ):
        return
    at = match.start("what")
    for piece in _pieces(match.group("what")):
        start, end = at + piece[0], at + piece[1]
        words = sentence.text[start:end]
        if 2 <= len(words.split()) <= 18 and _MEASURABLE.search(words) and not _NO_MEASURE.search(words):
            value = MeasureFound(
                re.sub(
                    r"^(?:including\s+)?(?:the|our|a|an|both)\s+|"
                    r"^including\s+",
                    "",
                    words,
                ),
                direction=_direction(words),
            )
            yield sentence.statement(StatementKind.MEASURE, value, "measures.sentence", start, end)


_TRIGGERS_WORDS = "measured judged tracked monitored assessed gauged measure track monitor use"
_TRIGGERS = frozenset(_TRIGGERS_WORDS.split())


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _SPLIT.finditer(words):
        yield at, match.start()
        at = match.end()
    yield at, len(words.rstrip())
