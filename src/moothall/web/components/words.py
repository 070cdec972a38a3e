"""Days, times and lists as the pages say them."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.utils import timezone
from markupsafe import Markup, escape

from moothall.domain.days import time_in_words


def _day(value: Any) -> date:
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    assert isinstance(value, date)
    return value


def full_day(value: Any) -> str:
    """Thursday 11 July 2024."""
    day = _day(value)
    return f"{day:%A} {day.day} {day:%B %Y}"


def weekday(value: Any) -> str:
    """Thursday 11 July."""
    day = _day(value)
    return f"{day:%A} {day.day} {day:%B}"


def short_day(value: Any) -> str:
    """Thu 11 July."""
    day = _day(value)
    return f"{day:%a} {day.day} {day:%B}"


def short_weekday(value: Any) -> str:
    """Thu."""
    return f"{_day(value):%a}"


def day_number(value: Any) -> int:
    """11, of Thursday 11 July 2024."""
    return _day(value).day


def iso_day(value: Any) -> str:
    """2024-07-11, as data and for comparing days."""
    return _day(value).isoformat()


def plain_day(value: Any) -> str:
    """11 July 2024."""
    day = _day(value)
    return f"{day.day} {day:%B %Y}"


def day_and_month(value: Any) -> str:
    """11 July."""
    day = _day(value)
    return f"{day.day} {day:%B}"


def month(value: Any) -> str:
    """July 2024."""
    return f"{_day(value):%B %Y}"


def clock(value: Any) -> str:
    """5pm, 6.30pm, noon, midnight."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    at = value.time() if isinstance(value, datetime) else value
    assert isinstance(at, time)
    return time_in_words(at)


def moment(value: Any) -> str:
    """Friday 19 July 2024 at 10.42am."""
    return f"{full_day(value)} at {clock(value)}"


def plural(count: int, one: str, many: str = "") -> str:
    """1 day, 3 days."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """A, B and C."""
    some = list(items)
    return f" {last} ".join([", ".join(some[:-1]), some[-1]]) if len(some) > 1 else "".join(some)


def paragraphs(text: str) -> Markup:
    """Each stretch between empty lines as a paragraph, escaped."""
    parts = (part.strip() for part in (text or "").replace("\r\n", "\n").split("\n\n"))
    broken = (Markup("<br>").join(escape(line) for line in part.split("\n")) for part in parts if part)
    return Markup("").join(Markup("<p>{}</p>").format(lines) for lines in broken)


def number(value: Any) -> str:
    """A number as it is written: 1,690; 3.3."""
    figure = Decimal(str(value))
    text = f"{figure:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def size(count: int) -> str:
    """A file's size: 212 KB, 1.4 MB."""
    return f"{count / 1_048_576:.1f} MB" if count >= 1_048_576 else f"{max(1, round(count / 1024))} KB"


def first_upper(text: str) -> str:
    """The first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def shortened(text: str, most: int = 260) -> str:
    """The text in one line, cut at a word with three dots where it is longer than so many letters."""
    plain = " ".join((text or "").split())
    return plain if len(plain) <= most else f"{plain[:most].rsplit(' ', 1)[0]} …"


def lower_first(text: str) -> str:
    """The first letter small, to go on in the middle of a sentence."""
    return text[:1].lower() + text[1:]


def count_words(text: str) -> int:
    """How many words a text has."""
    return len((text or "").split())


FILTERS: dict[str, Callable[..., Any]] = {
    "full_day": full_day,
    "weekday": weekday,
    "short_day": short_day,
    "short_weekday": short_weekday,
    "day_number": day_number,
    "iso_day": iso_day,
    "plain_day": plain_day,
    "day_and_month": day_and_month,
    "month": month,
    "clock": clock,
    "moment": moment,
    "plural": plural,
    "listed": listed,
    "paragraphs": paragraphs,
    "number": number,
    "size": size,
    "first_upper": first_upper,
    "lower_first": lower_first,
    "shortened": shortened,
    "count_words": count_words,
}
