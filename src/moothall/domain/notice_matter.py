"""What a notice is drawn from, as the workspace knows it, and the first words of every particular with their source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from moothall.domain import exemptions
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.days import in_words, time_in_words
from moothall.domain.decisions import Decision
from moothall.domain.notice_kinds import asked_for
from moothall.domain.notices import NoticeKind, Said
from moothall.domain.reports import CommitteeReport

REPORT, ROUTE, MEETINGS, PEOPLE = "The covering report", "The route", "The council's meetings", "People here"
DECISION, LAW, BEFORE = "The decision on record", "Moothall's words for what the law asks", "The notice given before"


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything known about one body's part in a decision. What is not known is empty or None.

    ``members`` are the executive members who have a role here, as "name, post"; ``exempt`` the paragraphs of schedule
    12A that Part 2 relies on; ``public_address`` the page of the agenda or item on the council's own site.
    ``decision_sources`` say by the name of a part of the decision where it is from.
    """

    authority_name: str
    governance: Governance
    body: str
    body_kind: BodyKind
    title: str
    on: date | None = None
    at: time | None = None
    place: str = ""
    is_deciding: bool = True
    report: CommitteeReport | None = None
    members: tuple[str, ...] = ()
    exempt: tuple[int, ...] = ()
    is_private: bool = False
    public_interest: str = ""
    public_address: str = ""
    decision: Decision | None = None
    decision_sources: Mapping[str, str] = field(default_factory=dict)
    given_before: tuple[Said, ...] = ()

    @property
    def is_key(self) -> bool | None:
        """Whether the covering report says that the decision is key; None where it does not say."""
        return self.report.key_decision if self.report else None


Drawn = tuple[str, str]
_NOTHING: Drawn = ("", "")


def drawn(kind: NoticeKind, matter: Matter) -> tuple[Said, ...]:
    """Every particular of a kind in its order, with what the workspace knows of it; empty where it knows nothing.

    Where a notice stands that this one would replace or follow, what it says goes before what is known otherwise, save
    for the day and the meeting, which are as they stand now.
    """
    before = {one.code: one for one in matter.given_before}
    found = []
    for asked in asked_for(kind, matter.body_kind):
        text, source = _FROM.get(asked.code, _unknown)(matter)
        old = before.get(asked.code)
        if old is not None and old.words.strip() and asked.code not in _AS_NOW:
            text, source = old.words, BEFORE
        found.append(Said(asked.code, asked.label, text, source))
    return tuple(found)


_AS_NOW = frozenset({"due", "meeting", "date", "time", "place"})


def _unknown(matter: Matter) -> Drawn:
    return _NOTHING


def _known(text: str, source: str) -> Drawn:
    return (text.strip(), source) if text.strip() else _NOTHING


def _of_report(name: str, label: str) -> Callable[[Matter], Drawn]:
    def found(matter: Matter) -> Drawn:
        return _known(str(getattr(matter.report, name)), f"{REPORT}, {label}") if matter.report else _NOTHING

    return found


def _of_decision(name: str) -> Callable[[Matter], Drawn]:
    def found(matter: Matter) -> Drawn:
        if matter.decision is None:
            return _NOTHING
        return _known(str(getattr(matter.decision, name)), matter.decision_sources.get(name, DECISION))

    return found


def _key_decision(matter: Matter) -> Drawn:
    if not matter.is_key:
        return _NOTHING
    return f"A key decision is to be made on behalf of {matter.authority_name}.", f"{REPORT}, key decision"


def _is_key(matter: Matter) -> Drawn:
    if matter.is_key is None:
        return _NOTHING
    why = matter.report.key_decision_reason.strip() if matter.report else ""
    return f"{'Yes' if matter.is_key else 'No'}{f': {why}' if why else ''}", f"{REPORT}, key decision"


def _matter(matter: Matter) -> Drawn:
    named = matter.report.title.strip() if matter.report else ""
    return (named, f"{REPORT}, title") if named else _known(matter.title, "The plan's title")


def _members(matter: Matter) -> Drawn:
    if matter.body_kind is BodyKind.EXECUTIVE:
        return _known("\n".join(matter.members), f"{PEOPLE} with the role of executive member")
    return _of_report("portfolio_holder", "portfolio holder")(matter)


def _due(matter: Matter) -> Drawn:
    return (in_words(matter.on), ROUTE) if matter.on else _NOTHING


def _time(matter: Matter) -> Drawn:
    return (time_in_words(matter.at), ROUTE) if matter.at else _NOTHING


def _meeting(matter: Matter) -> Drawn:
    """Only where day, time and place are all known is it whole; otherwise what is known stands there to be finished."""
    parts = [matter.body, in_words(matter.on) if matter.on else "", _time(matter)[0], matter.place]
    return _known(", ".join(one for one in parts if one), ROUTE)


def _documents(matter: Matter) -> Drawn:
    report = matter.report
    if report is None or not report.title.strip():
        return _NOTHING
    listed = [f"Report: {report.title.strip()}", *(one.strip() for one in report.appendices if one.strip())]
    return "\n".join(listed), f"{REPORT}, title and appendices"


def _items(matter: Matter) -> Drawn:
    text, source = _matter(matter)
    number = matter.report.agenda_item.strip() if matter.report else ""
    return (f"Item {number}: {text}" if number and text else text), source


def _background(matter: Matter) -> Drawn:
    report = matter.report
    if report is None:
        return _NOTHING
    if report.no_background_papers:
        return "None.", f"{REPORT}, background papers"
    return _known("\n".join(report.background_papers), f"{REPORT}, background papers")


def _contact(matter: Matter) -> Drawn:
    report = matter.report
    if report is None:
        return _NOTHING
    officers = [one for one in (*report.contact_officers, report.lead_officer) if one is not None and one.name.strip()]
    lines = [", ".join(part for part in (one.name, one.role, one.email, one.phone) if part) for one in officers]
    return _known("\n".join(dict.fromkeys(lines)), f"{REPORT}, officers")


def _more_documents(matter: Matter) -> Drawn:
    return f"Other documents relevant to the matter may be submitted to {matter.body} in time.", LAW


def _closed(matter: Matter) -> Drawn:
    if not matter.is_private:
        return _NOTHING
    if not matter.exempt:
        return "A part of the report is exempt.", f"{REPORT}, exempt paragraphs"
    named = exemptions.named(matter.exempt)
    return (
        f"A part is exempt under {named} of schedule 12A of the Local Government Act 1972"
        f" ({exemptions.described(matter.exempt)}).",
        f"{REPORT}, Part 2",
    )


def _why_private(matter: Matter) -> Drawn:
    text, source = _closed(matter)
    return (f"{text} {matter.public_interest.strip()}".strip(), source) if text else _NOTHING


def _address(matter: Matter) -> Drawn:
    return _known(matter.public_address, "The address that democratic services entered")


def _decided(matter: Matter) -> Drawn:
    return (in_words(matter.decision.decided_on), DECISION) if matter.decision else _NOTHING


def _consultation(matter: Matter) -> Drawn:
    return _of_report("consultation", "consultation")(matter)


_FROM: dict[str, Callable[[Matter], Drawn]] = {
    "key_decision": _key_decision,
    "is_key": _is_key,
    "matter": _matter,
    "decision_maker": lambda matter: _known(matter.body, ROUTE),
    "members": _members,
    "due": _due,
    "date": lambda matter: _decided(matter) if matter.decision else _due(matter),
    "time": _time,
    "place": lambda matter: _known(matter.place, MEETINGS),
    "meeting": _meeting,
    "documents": _documents,
    "reports": _documents,
    "items": _items,
    "background_papers": _background,
    "more_documents": _more_documents,
    "how_to_ask": _contact,
    "representations_to": _contact,
    "private": _closed,
    "withheld": _closed,
    "private_reasons": _why_private,
    "address": _address,
    "wards": _of_report("wards", "wards"),
    "portfolio_holder": _of_report("portfolio_holder", "portfolio holder"),
    "consultation": _consultation,
    "decision": _of_decision("minute"),
    "reasons": _of_decision("reasons"),
    "options": _of_decision("alternatives"),
    "conflicts": _of_decision("interests"),
}
