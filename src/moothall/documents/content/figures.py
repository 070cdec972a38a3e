"""Figures: numbers with a unit, the time they are for, and what the words beside them say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from moothall.documents.amounts import WrittenAmount, written_amounts
from moothall.documents.periods import WrittenPeriod, written_periods
from moothall.documents.plan_text import PlanText, Sentence, stated
from moothall.domain.statements import Basis, FigureFound, Period, Recurrence, Statement, StatementKind, Terms

_HAS_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:targets?(?: of| is| was)?|targeted|aim(?:s|ing)? (?:to|for)|goal|ambition|"
    r"aspir\w+)\b",
    re.I,
)
_EXPECTED = re.compile(
    r"\b(?:forecast|expect(?:s|ed|ing)?|projected|projection|anticipat\w+|estimated to|set to|is to|are to|will|"
    r"would|could|planned|"
    r"predicted|budgeted|envisaged|by the end of|business case|potential)\b",
    re.IGNORECASE,
)
_ACTUAL = re.compile(
    r"\b(?:actual|achieved|delivered|outturn|saved|realised|banked|generated|fell|fallen|rose|risen|reduced|"
    r"increased|cut|"
    r"released|has been|have been|was|were|dropped|grew|grown|declined|doubled|halved|brought in|removed|spent|cost|"
    r"paid|came to|"
    r"stood at|amounted|recovered|collected|secured|received|lost|returned)\b",
    re.IGNORECASE,
)
_RECURRING = re.compile(
    r"\b(?:recurring|recurrent|annual(?:ly|ised)?|ongoing|on-going|year on year|every year|each "
    r"year|full[- ]year)\b",
    re.I,
)
_ONE_OFF = re.compile(r"\b(?:one-off|one off|non-recurring|non-recurrent|one-time|single payment)\b", re.IGNORECASE)
_REAL = re.compile(r"\breal[- ]terms?\b|\badjusted for inflation\b|\bafter inflation\b", re.IGNORECASE)
_CASH = re.compile(r"\bcash[- ]terms?\b|\bin cash\b", re.IGNORECASE)
_DOWN = re.compile(
    r"\b(?:fell|fallen|falling|reduced|reduction|reductions|cut|cuts|cutting|decreas\w+|down|dropp?ed|declin\w+|"
    r"lower(?:ed)?|lost|loss|"
    r"less|shrunk|shrank|drop|fewer|smaller|cheaper)\s+(?:(?:by|of|in \w+ of|from)\s+)?(?:more than |over |about |"
    r"around |nearly |almost |some |"
    r"approximately |circa |up to |a further |a |an )*$|\breduc\w+ [\w ]{3,40} by\s*(?:more than |over |about |"
    r"around |nearly |almost |some |up to )?$|"
    r"\b(?:cut|lower\w*) [\w ]{3,40} by\s*(?:more than |over |about |around |nearly |almost |some |up to )?$",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:rose|risen|rising|increas\w+|up|grew|grown|growth|growing|rise|gone up|went up|climbed|additional|"
    r"extra)\s+(?:(?:by|of|in \w+ of)\s+)?"
    r"(?:more than |over |about |around |nearly |almost |some |approximately |circa |up to |a further |a |an )*$|"
    r"\bincreas\w+ [\w ]{3,40} by\s*(?:more than |over |about |around |nearly |almost |some |up to )?$",
    re.IGNORECASE,
)
_DOWN_AFTER = re.compile(
    r"^\s*(?:\w+\s)?(?:reduction|decrease|fall|drop|cut|decline|loss|less|fewer|lower|cheaper|"
    r"down)\b",
    re.IGNORECASE,
)
_UP_AFTER = re.compile(r"^\s*(?:\w+\s)?(?:increase|rise|growth|uplift|improvement|more|higher)\b", re.IGNORECASE)
_SOURCE = re.compile(
    r"\((?:[Ss]ource:?\s+)?(?P<who>(?:ONS|LGA|CIPFA|Ofsted|Oflog|LG Inform|DfE|DWP|NHS|"
    r"Census)[^()]{0,60})\)|\b[Ss]ource:\s+(?P<named>[^.;()]{3,80})"
)
_SINCE_TURNS = ("since",)
# Words at which one statement ends and the next begins within a sentence.
_CLAUSE = re.compile(
    r";|,\s(?:and|but|while|whilst|with|which|compared)\b|\bagainst\b|\bcompared (?:with|to)\b|"
    r"\band\b|[,(]|\bof which\b"
)


# "Seven in ten people": the ten is no number of people.
_SHARE = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d) (?:in|out of) (?:every )?$", re.IGNORECASE)


def find(text: PlanText) -> Iterator[Statement]:
    """Every amount of the plan's sentences and table cells with what the words beside it say of it."""
    for sentence in text.sentences:
        if _HAS_NUMBER.search(sentence.text):
            yield from _of(sentence, text)
    yield from _of_rows(text)


def _of(sentence: Sentence, text: PlanText) -> Iterator[Statement]:
    words = sentence.text
    times = tuple(written_periods(words, dated_on=text.dated_on))
    amounts = [
        each
        for each in written_amounts(words, tuple((each.start, each.end) for each in times))
        if not _SHARE.search(words[: each.start])
    ]
    source = _SOURCE.search(words)
    for place, amount in enumerate(amounts):
        before = amounts[place - 1].end if place else 0
        after = amounts[place + 1].start if place + 1 < len(amounts) else len(words)
        figure = _figure(words, amount, times, before, after, alone=len(amounts) == 1)
        if source is not None:
            figure = _with(figure, source=(source.group("who") or source.group("named")).strip())
        yield sentence.statement(
            StatementKind.FIGURE, figure, "figures.sentence", amount.start, amount.end, _remarks(figure, words, amount)
        )


def _with(figure: FigureFound, *, source: str) -> FigureFound:
    return replace(figure, source=source)


def _figure(
    words: str, amount: WrittenAmount, times: tuple[WrittenPeriod, ...], before: int, after: int, *, alone: bool
) -> FigureFound:
    left, right = words[before : amount.start], words[amount.end : after]
    near_left, near_right = _last_clause(left), _first_clause(right)
    near = f"{near_left} | {near_right}"
    period, since = _times(words, amount, times, before, after, alone)
    is_money = amount.unit == "£"
    return FigureFound(
        value=amount.value,
        unit=amount.unit,
        about=words,
        upper=amount.upper,
        before=amount.before,
        bound=amount.bound,
        approximate=amount.approximate,
        change=_change(words, amount, right),
        per=amount.per,
        period=period,
        since=since,
        basis=_basis(near_left, near_right, near),
        recurrence=_recurrence(near, amount) if is_money else None,
        terms=_terms(near_left, words[amount.end : amount.end + 60]),
    )


def _last_clause(left: str) -> str:
    cuts = [match.end() for match in _CLAUSE.finditer(left)]
    if len(cuts) and len(left) - cuts[-1] < 4 and len(cuts) > 1:
        return left[cuts[-2] :]
    return left[cuts[-1] :] if cuts and len(left) - cuts[-1] >= 4 else left


def _first_clause(right: str) -> str:
    cut = _CLAUSE.search(right)
    return right[: cut.start()] if cut else right


def _change(words: str, amount: WrittenAmount, right: str) -> str | None:
    if amount.is_change and amount.before is not None:
        return None
    if amount.is_signed:
        return "down" if amount.value < 0 else "up"
    if amount.upper is not None and amount.unit not in ("%", "percentage points", "£"):
        return None
    left = words[max(0, amount.start - 70) : amount.start]
    if _DOWN.search(left) or _DOWN_AFTER.match(right):
        return "down"
    if _UP.search(left) or _UP_AFTER.match(right):
        return "up"
    return None


def _basis(left: str, right: str, near: str) -> Basis | None:
    if _TARGET.search(left) or re.match(r"\s*(?:target|\(target)", right, re.IGNORECASE):
        return Basis.TARGET
    if _EXPECTED.search(left):
        return Basis.EXPECTED
    if _ACTUAL.search(left):
        return Basis.ACTUAL
    if _EXPECTED.search(right):
        return Basis.EXPECTED
    return Basis.ACTUAL if re.match(r"[\w\s]{0,25}\b(?:was|were|has been|have been) ", right) else None


def _recurrence(near: str, amount: WrittenAmount) -> Recurrence | None:
    if _ONE_OFF.search(near):
        return Recurrence.ONE_OFF
    return Recurrence.RECURRING if amount.per == "year" or _RECURRING.search(near) else None


def _terms(left: str, right: str) -> Terms | None:
    near = left[-50:] + " | " + right
    return Terms.REAL if _REAL.search(near) else Terms.CASH if _CASH.search(near) else None


def _times(
    words: str, amount: WrittenAmount, times: tuple[WrittenPeriod, ...], before: int, after: int, alone: bool
) -> tuple[Period | None, Period | None]:
    """The figure's own time and what it is counted since: those between its neighbours, the nearest first."""

    def between(time: WrittenPeriod) -> str:
        return words[time.end : amount.start] if time.end <= amount.start else words[amount.end : time.start]

    if alone:
        near = [each for each in times if each.start <= 4 or not re.search(r"[,;:]", between(each))]
    else:
        near = [each for each in times if before <= each.start < after]
        near = [each for each in near if each.end <= amount.start or _belongs(each, amount)]
        if not near and times and times[0].end <= 24 and times[0].turn == "at":
            near = [times[0]]  # "In 2023/24, we ..." holds for the whole sentence
    near.sort(key=lambda each: amount.start - each.end if each.end <= amount.start else each.start - amount.end)
    since = next((each.period for each in near if each.turn in _SINCE_TURNS or each.looks_back), None)
    period = next((each.period for each in near if each.turn not in _SINCE_TURNS and not each.looks_back), None)
    return period, since


def _belongs(time: WrittenPeriod, amount: WrittenAmount) -> bool:
    return time.start - amount.end < 60


def _remarks(figure: FigureFound, words: str, amount: WrittenAmount) -> list[str]:
    found = []
    if figure.period is not None and re.fullmatch(r"(?:by )?(?:19|20)\d\d", figure.period.written):
        found.append(f"“{figure.period.written}” may be a calendar or a financial year; it is read as a calendar year.")
    if amount.unit == "%" and re.search(r"\bpoints?\b", words[amount.end : amount.end + 12]):
        found.append("The words beside it speak of points: check whether it is a share or a difference of shares.")
    return found


_YEAR_HEAD = re.compile(r"(?:19|20)\d\d\s?[/–-]\s?\d\d|\d\d/\d\d|(?:19|20)\d\d")


def _of_rows(text: PlanText) -> Iterator[Statement]:
    """The amounts in table cells; a column headed by a year or by "target" or "baseline" says so of its figures."""
    for row in text.rows:
        label = row.cells[0][1][0].text if row.cells and row.cells[0][1] else ""
        for head, lines in row.cells:
            for line in lines:
                times = tuple(written_periods(line.text, dated_on=text.dated_on))
                if not any(letter.isdigit() for letter in line.text):
                    continue  # "Two depots into one" names an action
                for amount in written_amounts(line.text, tuple((each.start, each.end) for each in times)):
                    headed = next(iter(written_periods(head, dated_on=text.dated_on)), None)
                    figure = _figure(line.text, amount, times, 0, len(line.text), alone=True)
                    about = label if line.text != label and len(line.text) < 40 else line.text
                    basis = Basis.TARGET if re.search(r"\btarget\b", head, re.I) else figure.basis
                    figure = FigureFound(
                        amount.value, amount.unit, about, amount.upper, amount.before, amount.bound, amount.approximate,
                        figure.change, amount.per, figure.period or (headed.period if headed else None), figure.since,
                        Basis.ACTUAL if re.search(r"\b(?:actual|outturn|baseline)\b", head, re.I) else basis,
                        figure.recurrence, figure.terms, figure.source,
                    )  # fmt: skip
                    yield stated(
                        row.part, StatementKind.FIGURE, figure, "figures.table", line.part(amount.start, amount.end)
                    )
