"""Writes dates as a calendar (iCalendar, RFC 5545) that other programs subscribe to or take in once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

from moothall.documents.writing.text import clean
from moothall.domain.calendar_entries import DatedEntry
from moothall.domain.given import ENGLAND

PRODUCT = "-//Moothall//Dates of a council//EN"
MEDIA_TYPE = "text/calendar; charset=utf-8"
REFRESH = "PT12H"


def write(entries: Iterable[DatedEntry], *, name: str, address: str = "") -> bytes:
    """The entries as one calendar of the given name. The same entries always give the same bytes.

    An entry with a time carries England's own clock with its changes to and from summer time; one without is a whole
    day. A cancelled entry stays in the file and says so. ``address`` is the page where the dates are explained.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", vText(clean(name)))
    calendar.add("x-wr-calname", vText(clean(name)))
    calendar.add("x-wr-timezone", str(ENGLAND))
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESH)
    calendar.add_component(_england())
    for one in entries:
        calendar.add_component(_event(one, address))
    return bytes(calendar.to_ical(sorted=False))


def _event(one: DatedEntry, address: str) -> Event:
    event, entry = Event(), one.entry
    event.add("uid", one.uid)
    event.add("dtstamp", one.changed_at.astimezone(UTC))
    event.add("last-modified", one.changed_at.astimezone(UTC))
    event.add("sequence", one.sequence)
    event.add("summary", clean(entry.summary))
    if entry.at is None:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))  # the end of a whole day is left out of it
    else:
        event.add("dtstart", datetime.combine(entry.on, entry.at, ENGLAND))
    if entry.words:
        event.add("description", clean("\n".join(entry.words)))
    if address:
        event.add("url", address)
    event.add("status", "CANCELLED" if one.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _england() -> Timezone:
    """England's clock since 1996: an hour on from the last Sunday of March to the last Sunday of October, at 01:00 UTC.

    Summer Time Act 1972, as amended by the Summer Time Order 2002.
    """
    zone = Timezone()
    zone.add("tzid", str(ENGLAND))
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    summer.add("dtstart", datetime(1996, 3, 31, 1))  # noqa: DTZ001 - the format asks for local times here
    summer.add("rrule", {"freq": "yearly", "bymonth": 3, "byday": "-1SU"})
    winter.add("dtstart", datetime(1996, 10, 27, 2))  # noqa: DTZ001
    winter.add("rrule", {"freq": "yearly", "bymonth": 10, "byday": "-1SU"})
    for part, name, before, after in ((summer, "BST", 0, 1), (winter, "GMT", 1, 0)):
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone
