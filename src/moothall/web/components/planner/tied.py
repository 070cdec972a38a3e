"""The form fields that say what a council is tied to besides its rules, the same for anyone and in the workspace."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms

from moothall.domain.constraints import UNCONSTRAINED, Avoided, Constraints
from moothall.domain.days import Length, Unit
from moothall.domain.meeting_days import DATE, days
from moothall.domain.refusals import Refusal
from moothall.web.components.fields import WrittenDayField

TIED = ("not_used", "avoid", "never", "reserved", "exempt", "scrutiny_first", "ready_on", "consultation")
_TO = re.compile(r"\s*(?:\bto\b|\buntil\b|–|—|\.\.)\s*|\s+-\s+", re.IGNORECASE)


class TiedForm(forms.Form):
    """A form with these fields beside its own. After validation ``constraints`` holds what they come to."""

    not_used = forms.CharField(
        label="Bodies that may not be used",
        required=False,
        max_length=300,
        help_text="With commas between them, such as Council, Leader.",
    )
    avoid = forms.CharField(
        label="Days you would rather avoid",
        required=False,
        max_length=300,
        help_text="Such as 25 May to 4 July. This is advice: a route on such a day says so.",
    )
    never = forms.BooleanField(label="Do not use those days at all", required=False)
    reserved = forms.BooleanField(label="Only full Council may decide it", required=False)
    exempt = forms.BooleanField(label="A part of the report is exempt, one appendix say", required=False)
    scrutiny_first = forms.BooleanField(label="Scrutiny is to look at it first", required=False)
    ready_on = WrittenDayField(
        label="The text can be ready from", required=False, help_text="Leave empty if it can be ready in time."
    )
    consultation = forms.IntegerField(
        label="Days of consultation on a draft",
        required=False,
        min_value=1,
        max_value=366,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Calendar days, before the papers go out.",
        error_messages={"invalid": "Enter the days of consultation as a whole number, such as 28"},
    )

    constraints: Constraints = UNCONSTRAINED

    def read_constraints(self, cleaned: dict[str, Any], as_of: date | None, deadline_on: date | None) -> None:
        """Put what is tied into ``constraints``; a sentence beside its field where something cannot be read."""
        if as_of is None or deadline_on is None or any(name in self.errors for name in TIED):
            return
        avoided = list(self._avoided(cleaned, as_of, deadline_on))
        length = cleaned.get("consultation")
        try:
            self.constraints = Constraints(
                not_used=frozenset(part.strip() for part in (cleaned.get("not_used") or "").split(",") if part.strip()),
                avoided=tuple(avoided),
                reserved_to_council=bool(cleaned.get("reserved")),
                exempt_part=bool(cleaned.get("exempt")),
                ready_on=cleaned.get("ready_on"),
                scrutiny_first=bool(cleaned.get("scrutiny_first")),
                consultation=Length(length, Unit.CALENDAR) if length else None,
            )
        except Refusal as refusal:
            self.add_error("not_used", str(refusal))

    def _avoided(self, cleaned: dict[str, Any], as_of: date, deadline_on: date) -> Iterator[Avoided]:
        for part in re.split(r"[,;\n]", cleaned.get("avoid") or ""):
            if not part.strip():
                continue
            ends = _ends(part.strip(), as_of, deadline_on)
            if not ends:
                self.add_error("avoid", f"“{part.strip()}” is not a day, or one day to another. Write 25 May to 4 July")
                continue
            try:
                yield Avoided(ends[0], ends[-1], is_block=bool(cleaned.get("never")))
            except Refusal as refusal:
                self.add_error("avoid", str(refusal))

    @property
    def tied_open(self) -> bool:
        """Something is tied, or holds a mistake, so the part stands open."""
        return self.is_bound and (any(name in self.errors for name in TIED) or self.constraints != UNCONSTRAINED)


def _ends(text: str, as_of: date, deadline_on: date) -> list[date]:
    """The first and last day that are written ("1 to 20 June" too), or one day, or nothing where neither is."""
    first, *rest = _TO.split(text, maxsplit=1) if not DATE.fullmatch(text) else [text]
    last = _day(rest[0] if rest else first, as_of, deadline_on)
    if last is None or not rest:
        return [last] if last else []
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", first.strip()):
        first = f"{first} {last:%B} {last.year}"
    begins = _day(first, as_of, deadline_on)
    return [begins, last] if begins else []


def _day(text: str, as_of: date, deadline_on: date) -> date | None:
    match = DATE.fullmatch(text.strip())
    found = [day for day, _ in days(match, as_of, deadline_on)] if match else []
    return found[0] if len(found) == 1 else None
