"""Numbers as plans write them with their units: "£1.2m", "49.1 per cent", "445 FTE", "from 71% to 84%", "£450-£600"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SCALE = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9, "b": 10**9,
}  # fmt: skip
_SPELLED = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "one": 1,
}  # fmt: skip
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALED = r"(?:k|m|mn|bn|b|thousand|million|billion)\b"
_PERCENT = r"%|per\s?cent\b|percent\b|pc\b|percentage points?\b|pts\b"
_ONE = (
    rf"(?P<circa#>(?<!\w)(?:c\.?\s?|"
    rf"~\s?)(?=[£\d]))?(?P<sign#>[-−+]\s?)?(?P<pound#>£\s?)?(?P<number#>{_NUMBER})(?:\s?(?P<scale#>{_SCALED}))?"
    rf"(?:\s?(?P<percent#>{_PERCENT}))?"
)
_SPELLED_ONE = (
    rf"(?P<spelled#>(?:{_TENS})-(?:one|two|three|four|five|six|seven|eight|"
    rf"nine)|" + "|".join(name for name in _SPELLED if name != "one") + r")"
)
_LINK = r"\s*(?:-|–|—|\bto\b|\band\b)\s*"
_FIGURE = re.compile(
    rf"(?<![\w.,£/-])(?:(?P<from>from\s+)?(?:{_ONE.replace('#', '1')}|{_SPELLED_ONE.replace('#', '1')}(?=\s))"
    rf"(?P<link>(?:\s+(?P<mid>[a-z]+(?:\s[a-z]+){{0,2}}))?(?P<join>{_LINK})(?:just\s|about\s|around\s|an?\s|some\s|"
    rf"nearly\s|c\.?\s?|circa\s)?"
    rf"(?:{_ONE.replace('#', '2')}|{_SPELLED_ONE.replace('#', '2')}(?!\w)))?)",
    re.IGNORECASE,
)
# What counts as a unit after a bare number: people, posts, things counted, time, area, weight.
_UNITS = (
    r"FTEs?|full[- ]time equivalents?(?: posts?)?|WTEs?|posts?|staff|employees|officers|workers|people|residents|"
    r"households|homes|dwellings|"
    r"properties|tenants|tenancies|tenanc\w+|children|pupils|families|customers|users|members|councillors|volunteers|"
    r"apprentices|applicants|"
    r"hours|days|weeks|months|minutes|seconds|miles|kilometres|km|hectares|acres|square (?:miles|metres|feet|"
    r"kilometres)|sq ?m|"
    r"tonnes|kg|calls|contacts|transactions|enquiries|complaints|requests|cases|visits|visitors|applications|invoices|"
    r"buildings|offices|sites|assets|depots|libraries|centres|schools|vehicles|vans|lorries|rounds|servers|systems|"
    r"services|contracts|suppliers|returns|grants|bids|funds|councils|authorities|partners|organisations|parishes|"
    r"wards|"
    r"licences|processes|forms|datasets|data sets|reports|meetings|recommendations|actions|projects|reviews|teams|"
    r"directorates|"
    r"departments|layers|tiers|directors|managers|heads of service|chief officers|job descriptions|role profiles|"
    r"places|placements|beds|bed days|nights|lights|lamps|columns|boilers|panels|devices|printers|phones|rooms|desks|"
    r"pence|p"
)
_UNIT = re.compile(rf"\s*(?:-\s?)?(?P<skipped>(?:[a-z][a-z-]*\s){{0,3}}?)(?P<unit>{_UNITS})\b", re.IGNORECASE)
_PLURAL = re.compile(r"\s(?P<skipped>(?:[a-z][a-z-]+\s)?)(?P<unit>[a-z][a-z-]{1,}[^\Wsu]s)\b")
_NOUN = re.compile(rf"\b(?:{_UNITS})\b", re.IGNORECASE)
# A number in words is an amount only of things that are counted on purpose; "two teams" is no figure.
_SPELLED_UNITS_WORDS = (
    "FTE posts staff employees officers workers people hours homes households buildings offices sites "
    "libraries depots vehicles vans lorries rounds directors directorates managers councillors apprentices layers "
    "tiers "
    "licences processes servers residents"
)
_SPELLED_UNITS = frozenset(_SPELLED_UNITS_WORDS.split())
_NOT_UNITS_WORDS = (
    "has was is its this as us across per thus plus years always perhaps years' times others theirs ours yours "
    "decades terms pages "
    "previous various numerous ones less process progress address business access success others"
)
_NOT_UNITS = frozenset(_NOT_UNITS_WORDS.split())
_STOPS_WORDS = (
    "of in on at to by from for and or with were was is are had has have which who that we it than against per a the "
    "over "
    "under between since before after compared up down during through across against but while when where as into out "
    "approximately now not will would could been be being"
)
_STOPS = frozenset(_STOPS_WORDS.split())
# What makes a number a name, a place in a document or a day, and not an amount.
_NAMED = re.compile(
    r"(?:\b(?:section|sections|s|s\.|phase|stage|part|theme|question|q|paragraph|para|page|pages|item|appendix|annex|"
    r"table|figure|fig|"
    r"act|regulation|article|chapter|version|v|tier|level|band|priority|objective|outcome|objective|no|number|"
    r"office|"
    r"microsoft|windows|dynamics|covid|iso|room|strategic risk|step|group|option|wave|tranche|round|year|quarter|q|"
    r"week|month|day|key stage|level|outcome|scope|unit|"
    r"dynamics|\d in|\d of|\d out of|in every|band d at|schedule|order|regulations|minute|reference|ref|tel|"
    r"telephone|ext|a|b|c|m)\.?\s?)$",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    r"\s?(?:st|nd|rd|th)\b|\s+(?:in|out of|of)\s+(?:\d+|ten|every)\b|\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)[a-z]*\b|/\d|:\d\d|[ap]m\b",
    re.IGNORECASE,
)
_APPROXIMATE = re.compile(
    r"(?:\b(?:circa|approximately|approx\.?|around|about|some|roughly|nearly|almost|in the region of|in the order of|"
    r"estimated|an estimated|close to|just (?:over|under)|c\.?)|~|≈)\s*$",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(?:over|more than|in excess of|at least|upwards of|exceed(?:s|ing|ed)?|above|greater than|a "
    r"minimum of|not less than)\s*$",
    re.I,
)
_UPPER = re.compile(
    r"\b(?:up to|less than|under|fewer than|below|at most|no more than|a maximum of|not more than|"
    r"nearly|almost|within)\s*$",
    re.I,
)
_PER = re.compile(
    r"\s*(?:,\s)?(?:(?:p\.?\s?a\b\.?|per annum|a year|per year|each year|every year|annually|yearly|year on "
    r"year)(?P<year>)|"
    r"(?:per|a|each|for each|for every|/)\s+(?P<per>(?:100,000|10,000|1,000|head|resident|household|property|home|"
    r"dwelling|month|week|day|hour|"
    r"FTE|employee|call|contact|transaction|child|person|visit|repair|night|document|case|square metre|pupil|tonne)"
    r"(?:\s(?:of population|population|residents|households|people|collections))?))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenAmount:
    """A number with its unit where it stands in a text.

    ``upper`` closes a range and ``before`` is what a "from ... to ..." began with; ``bound`` and ``approximate`` come
    from the words just before; ``per`` is what it is counted by.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    upper: Decimal | None = None
    before: Decimal | None = None
    bound: str | None = None
    approximate: bool = False
    per: str | None = None
    is_signed: bool = False
    is_change: bool = False


def written_amounts(text: str, taken: tuple[tuple[int, int], ...] = ()) -> Iterator[WrittenAmount]:
    """The amounts in a text, in order, leaving out what stands in the stretches ``taken`` (days and years).

    A number without a unit in the text is none: nothing says what it counts.
    """
    at = 0
    while (match := _FIGURE.search(text, at)) is not None:
        at = match.end() if match.end() > match.start() else match.start() + 1
        if _is_name(text, match, taken):
            at = _past_first(match)
            continue
        linked = _is_linked(text, match, taken)
        end = match.end() if linked else _first_end(match)
        amount = _amount(text, match, linked, end)
        if amount is None and linked:
            amount = _amount(text, match, False, _first_end(match))
            linked = False
        at = max(end if linked else _first_end(match), match.start() + 1)
        if amount is not None:
            yield amount
            at = max(at, amount.end)


def _past_first(match: re.Match[str]) -> int:
    return max(_first_end(match), match.start() + 1)


def _first_end(match: re.Match[str]) -> int:
    return max(match.end(name) for name in ("number1", "scale1", "percent1", "spelled1"))


def _is_name(text: str, match: re.Match[str], taken: tuple[tuple[int, int], ...]) -> bool:
    start = match.start("pound1") if match.group("pound1") else match.start("number1")
    if match.group("spelled1"):
        start = match.start("spelled1")
    if any(first <= start < last for first, last in taken):
        return True
    if match.group("pound1") or match.group("percent1") or match.group("circa1"):
        return False
    end = _first_end(match)
    if (
        _AFTER_DATE.match(text, end)
        or text[end : end + 1] in ("(",)
        or text[max(0, start - 1) : start] in ("#", "$", "€")
    ):
        return True
    return _NAMED.search(text, max(0, start - 24), start) is not None


def _is_linked(text: str, match: re.Match[str], taken: tuple[tuple[int, int], ...]) -> bool:
    """Whether two numbers are one statement: a range, or a change from one to the other."""
    if not match.group("link"):
        return False
    second = match.start("number2") if match.group("number2") else match.start("spelled2")
    if any(first <= second < last for first, last in taken) or _AFTER_DATE.match(text, match.end()):
        return False
    join = match.group("join").strip().lower()
    if join == "and":
        return re.search(r"\bbetween\s+$", text[: match.start()], re.IGNORECASE) is not None and not match.group("mid")
    if match.group("mid") and not (match.group("from") and join == "to"):
        return False
    if bool(match.group("pound2")) and not match.group("pound1") and not match.group("scale1"):
        return False
    return bool(match.group("percent2")) or not match.group("percent1")


def _value(match: re.Match[str], which: str, scale: str | None) -> Decimal:
    if spelled := match.group(f"spelled{which}"):
        return Decimal(sum(_SPELLED[part] for part in spelled.lower().split("-")))
    number = Decimal(match.group(f"number{which}").replace(",", ""))
    return number * _SCALE[scale.lower()] if scale else number


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _amount(text: str, match: re.Match[str], linked: bool, end: int) -> WrittenAmount | None:
    scale1, scale2 = match.group("scale1"), match.group("scale2") if linked else None
    start = match.start() + len(match.group("from") or "") if not linked else match.start()
    is_change = linked and bool(match.group("from")) and match.group("join").strip().lower() == "to"
    if linked and scale1 is None and match.group("pound1") and not is_change and scale2 and "." not in (scale1 or ""):
        scale1 = scale2  # "£20 to £25m"
    first = _value(match, "1", scale1)
    last = _value(match, "2", scale2) if linked else None
    unit, end = _unit(text, match, linked, end)
    if unit is None:
        return None
    per = _PER.match(text, end)
    before_words = text[max(0, start - 26) : start]
    between = re.search(r"\bbetween\s+$", before_words, re.IGNORECASE)
    sign = (match.group("sign1") or "").strip()
    if sign in "-−" and sign and (linked or (start > 0 and text[start - 1].isalnum())):
        sign = ""
    value, upper, before = first, last, None
    if linked and last is not None:
        if is_change or first >= last:
            if not is_change:
                return None
            value, upper, before = last, None, first
        elif match.group("join").strip().lower() == "and" and not between:
            return None
    end = per.end() if per else end
    while text[end - 1].isspace():
        end -= 1
    return WrittenAmount(
        between.start() + max(0, start - 26) if between else start,
        end,
        _plain(-value if sign in ("-", "−") and sign else value),
        unit,
        upper=_plain(upper) if upper is not None else None,
        before=_plain(before) if before is not None else None,
        bound="lower" if _LOWER.search(before_words) else "upper" if _UPPER.search(before_words) else None,
        approximate=bool(match.group("circa1")) or _APPROXIMATE.search(before_words) is not None,
        per=("year" if per.group("per") is None else per.group("per").lower()) if per else None,
        is_signed=sign in ("-", "−", "+") and bool(sign),
        is_change=is_change,
    )


def _unit(text: str, match: re.Match[str], linked: bool, end: int) -> tuple[str | None, int]:
    """The unit, and where the amount with its unit ends."""
    if match.group("pound1") or (linked and match.group("pound2")):
        return "£", end
    percent = match.group("percent2") if linked else match.group("percent1")
    if percent:
        points = percent.lower().startswith(("percentage point", "pts"))
        return ("percentage points" if points else "%"), end
    is_spelled = bool(match.group("spelled1")) and not linked
    if found := _UNIT.match(text, end):
        skipped = found.group("skipped").lower().split()
        unit = _named(found.group("unit"))
        if not _STOPS & set(skipped) and not (is_spelled and (unit not in _SPELLED_UNITS or skipped)):
            return unit, found.end()
    if linked and match.group("mid"):
        words = match.group("mid").split()
        if (known := re.fullmatch(_UNITS, words[-1], re.IGNORECASE)) is not None:
            return _named(known.group()), end
    if linked and match.group("from") and match.group("join").strip().lower() == "to":
        nouns = list(_NOUN.finditer(text, max(0, match.start() - 70), match.start()))
        if nouns and not re.search(r"[.;:(]", text[nouns[-1].end() : match.start()]):
            return _named(nouns[-1].group()), end
    if match.group("spelled1"):
        return None, end
    if (found := _PLURAL.match(text, end)) and found.group("unit") not in _NOT_UNITS:
        skipped = found.group("skipped")
        if skipped.strip() not in _STOPS and not skipped.rstrip().endswith("est"):
            return f"{skipped}{found.group('unit')}", found.end()
    return None, end


def _named(unit: str) -> str:
    plain = " ".join(unit.split())
    if re.fullmatch(r"FTEs?|WTEs?|full[- ]time equivalents?(?: posts?)?", plain, re.IGNORECASE):
        return "FTE"
    return "pence" if plain == "p" else plain.lower()
