"""Everything a plan needs in the order of the work, each thing with where it stands: the list on its workspace."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.apps.closings import queries as closings
from moothall.apps.correspondence import queries as correspondence
from moothall.apps.groups import queries as groups
from moothall.apps.handoff import queries as handoff
from moothall.apps.hours import queries as hours
from moothall.apps.implications import queries as implications
from moothall.apps.meetings import queries as meetings
from moothall.apps.notices import queries as notices
from moothall.apps.obligations import queries as obligations
from moothall.apps.progress import queries as progress
from moothall.apps.promised import queries as promised
from moothall.apps.publications import lines
from moothall.apps.rules import queries as rules
from moothall.domain.follow_ups import State as Promised
from moothall.domain.notices_owed import State as Notice
from moothall.domain.signoffs import State as Answer
from moothall.web.components.words import first_upper, plural, short_day
from moothall.web.council.access import Here, address

Stands = tuple[str, str, str]
"""A state for the page: its shape, its word, and its weight (quiet or strong)."""
NO_STATE: Stands = ("", "", "")


@dataclass(frozen=True, slots=True)
class Known:
    """What the page has fetched already: rows of other apps, each None or empty where there is none."""

    documents: Any
    draft: Any
    version: Any
    report: Any
    route: Any
    decision: Any
    publication: Any
    returns: Any


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the plan needs: its address, its name, a sentence on it, and where it stands."""

    href: str
    name: str
    note: str
    shape: str = ""
    word: str = ""
    weight: str = "quiet"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the work with what it needs."""

    name: str
    needs: tuple[Need, ...]


def stages(here: Here, known: Known, *, today: date) -> tuple[Stage, ...]:
    """The stages in the order of the work, from what a council begins with to what it follows for years."""
    return (
        Stage("Begin", _begin(here)),
        Stage("Write", _write(here, known)),
        Stage("Choose the way, and give notice", _way(here, known, today)),
        Stage("Agree the words, and hand over", _agree(here, known, today)),
        Stage("Decide", _decide(here, known)),
        Stage("Publish and send", _send(here, known)),
        Stage("Follow", _follow(here, known, today)),
    )


def _need(here: Here, page: str, name: str, note: str, stands: Stands = NO_STATE) -> Need:
    shape, word, weight = stands
    return Need(address(here, page), name, note, shape, word, weight)


def _begin(here: Here) -> tuple[Need, ...]:
    kept = len(meetings.kept(here.workspace))
    entered = rules.latest(here.workspace.gss) is not None
    further = len(obligations.obligations(here.workspace))
    waiting = correspondence.waiting(here.workspace)
    who = "Add people, give them roles and end these" if here.may("give_role") else "Everybody here, who may add people"
    return (
        _need(here, "people", "Who has which role", who),
        _need(here, "rules", "The rules you count by", "Call-in and notice, as your constitution has them",
              ("tick", "Entered", "quiet") if entered else ("ring", "Not entered", "quiet")),
        _need(here, "meetings", "Our meetings", "Brought in once from your calendar, with what each owes and by when",
              ("tick", f"{kept} kept", "quiet") if kept else ("ring", "None yet", "quiet")),
        _need(here, "obligations", "What the plan answers",
              "This round, and any other that the same document meets, each with its own receipt",
              ("half", f"{further} beside this round", "quiet") if further else NO_STATE),
        _need(here, "questions_asked", "Questions about the round",
              "What you asked of the department or others, what they answered, and the timeline of the round",
              ("clock", f"{waiting} without an answer", "strong") if waiting else NO_STATE),
    )  # fmt: skip


def _write(here: Here, known: Known) -> tuple[Need, ...]:
    version, documents = known.version, known.documents
    bring = "Bring it in, and confirm what it says. Plan, report and route are drafted from that."
    note = "Answers to the questions, commitments, measures and barriers"
    if version:
        note = f"{first_upper(version.name)}, kept {short_day(version.kept_at)} by {version.kept_by_name}"
    return (
        _need(here, "documents", "A report you already have", documents[0].name if documents else bring,
              ("tick", "Brought in", "quiet") if documents else ("ring", "Optional", "quiet")),
        _need(here, "plan", f"The plan, version {version.number}" if version else "The plan", note,
              ("tick", "Kept", "quiet") if version else _begun(known.draft)),
        _need(here, "groups", "Working groups", "A base text shared with other councils, each deciding for itself",
              _shared(here)),
        _need(here, "report", "The covering report", "In your own house template, as DOCX, PDF and HTML",
              ("tick", "Done", "quiet") if known.report and known.decision else _begun(known.report)),
    )  # fmt: skip


def _shared(here: Here) -> Stands:
    asked = groups.waiting([here.workspace])
    count = sum(number for _, number in asked)
    if count:
        return "flag", f"{plural(count, 'section')} to decide", "strong"
    return ("flag", "You are asked", "strong") if asked else NO_STATE


def _begun(row: Any) -> Stands:
    return ("half", "In hand", "strong") if row else ("ring", "Not started", "quiet")


def _way(here: Here, known: Known, today: date) -> tuple[Need, ...]:
    chosen: Stands = ("half", "Chosen", "strong") if known.route else ("ring", "Not chosen", "quiet")
    costs = "Which routes can still make the deadline, and what each costs"
    return (
        _need(here, "route", "The route", known.route.name if known.route else costs,
              ("tick", "Decided", "quiet") if known.decision else chosen),
        _need(here, "notices", "Notices",
              "Which the law asks for and by when, what came late to an agenda, and the forward plan",
              _notices(here, known, today)),
        _need(here, "clocks", "Ask a clock by your rules", "Any date or test on the way, with the paragraph behind it"),
    )  # fmt: skip


def _notices(here: Here, known: Known, today: date) -> Stands:
    """How the notices stand together: what is missed comes first, then what is due."""
    if not known.route:
        return NO_STATE
    parts = notices.parts(here.workspace, as_of=today, brief=True)
    count = Counter(one.state for part in parts if not part.is_called_off for one in part.owed)
    if missed := count[Notice.MISSED]:
        return ("broken", f"{missed} past {'its' if missed == 1 else 'their'} day", "strong")
    if count[Notice.DUE]:
        return ("clock", f"{count[Notice.DUE]} due", "strong")
    given = count[Notice.GIVEN] + count[Notice.LATE]
    return ("tick", f"{given} given", "quiet") if given else NO_STATE


def _agree(here: Here, known: Known, today: date) -> tuple[Need, ...]:
    handed = handoff.latest(here.workspace)
    folder = f"Folder {handed.number}" if handed else "A folder for the agenda, and what is not ready yet"
    done: Stands = ("ring", "Not handed over", "quiet") if not known.decision else NO_STATE
    return (
        _need(here, "agreements", "Implications and sign-off",
              "Who is asked to agree to which words, and what they said", _agreements(here, known, today)),
        _need(here, "hand_off", "Hand-off to democratic services", folder,
              ("tick", "Handed over", "quiet") if handed else done),
    )  # fmt: skip


def _agreements(here: Here, known: Known, today: date) -> Stands:
    """How the requests stand together: what cannot be agreed comes first, then what lapsed, then who is waited for."""
    count = Counter(one.state for one in implications.standings(here.workspace, here.round_, as_of=today))
    if count[Answer.CANNOT_AGREE]:
        return ("square", f"{count[Answer.CANNOT_AGREE]} cannot agree", "strong")
    if count[Answer.LAPSED]:
        return ("broken", f"{count[Answer.LAPSED]} lapsed: words changed", "strong")
    if count[Answer.WAITING]:
        return ("clock", f"Waiting for {plural(count[Answer.WAITING], 'answer')}", "strong")
    agreed = count[Answer.AGREED] + count[Answer.NOT_APPLICABLE]
    if agreed:
        return ("tick", "Agreed", "quiet")
    return NO_STATE if known.decision else ("ring", "Nobody asked", "quiet")


def _decide(here: Here, known: Known) -> tuple[Need, ...]:
    decision = known.decision
    return (
        _need(here, "members", "For members",
              "What is asked of them, what changed, risks, dates, commitments and decisions, on one page to print"),
        _need(here, "decisions", "Decisions",
              "The record of each, what shows what the round asks for, and scrutiny’s recommendations",
              ("tick", "Decided", "quiet") if decision else ("ring", "Not yet", "quiet")),
        _need(here, "call_ins", "Call-in",
              "Until when a decision may be called in and by whom, and what was asked of it",
              ("clock", "Held back", "strong") if decision and decision.held_since else NO_STATE),
    )  # fmt: skip


def _send(here: Here, known: Known) -> tuple[Need, ...]:
    returns = known.returns
    page = "A page at a lasting address, a PDF with the data inside, and a receipt for what was sent"
    return (
        _need(here, "texts", "From the text members saw to the text on the page",
              "Every change of the text on the way, and what it rests on", _texts(here, known)),
        _need(here, "publication", "Publication and return",
              f"Receipt {returns[0].receipt_number}" if returns else page, _sent(known)),
    )  # fmt: skip


def _texts(here: Here, known: Known) -> Stands:
    if not known.decision:
        return NO_STATE
    line = lines.line_of(here.workspace)
    if line.open:
        return ("half", f"{plural(len(line.open), 'change')} to account for", "strong")
    return ("tick", "Accounted for", "quiet") if len(line.texts) > 1 else NO_STATE


def _sent(known: Known) -> Stands:
    if known.returns:
        return ("tick", "Sent", "quiet") if known.returns[0].went_at else ("half", "Certified", "strong")
    return ("half", "Published", "strong") if known.publication else ("ring", "Not published", "quiet")


def _follow(here: Here, known: Known, today: date) -> tuple[Need, ...]:
    told = _need(here, "progress", "Progress", "Readings and milestones, once, in your own words", _told(here, known))
    later = _need(here, "follow_ups", "Promised for later", "What the report promised, who sees to it, and by when",
                  _promised(here, today))  # fmt: skip
    recorded = hours.now(here.workspace)
    time = _need(here, "officer_time", "Officer time", "What the return took, if you want to record it",
                 ("half", "Recorded", "quiet") if recorded and recorded.is_on else NO_STATE)  # fmt: skip
    if not known.publication:
        return (told, later, time)
    closed = closings.closed(here.workspace.pk)
    reviews = len(closings.reviews(here.workspace.pk))
    return (
        told,
        later,
        time,
        _need(here, "replies", "What the department said",
              "Its reply or its panel’s recommendations, our response to each, and what members were told"),
        _need(here, "reviews", "Year-end reviews", "What a year came to, drafted from what was recorded",
              ("tick", f"{reviews} kept", "quiet") if reviews else ("ring", "None yet", "quiet")),
        _need(here, "closing", "Closing the round", "What stays open, who continues it, and what is kept",
              ("tick", "Closed", "quiet") if closed else ("ring", "Open", "quiet")),
    )  # fmt: skip


def _promised(here: Here, today: date) -> Stands:
    found = [one.value for one in promised.of_workspace(here.workspace)]
    overdue = sum(one.state(as_of=today) is Promised.OVERDUE for one in found)
    vacant = sum(one.is_vacant for one in found)
    if overdue:
        return ("clock", f"{overdue} overdue", "strong")
    if vacant:
        return ("broken", f"{vacant} with nobody in the post", "strong")
    waits = len(promised.candidates(here.workspace))
    if waits:
        return ("ring", f"{waits} not taken up", "quiet")
    return ("tick", "Nothing overdue", "quiet") if found else NO_STATE


def _told(here: Here, known: Known) -> Stands:
    if not known.publication:
        return NO_STATE
    held = len(progress.not_released(here.workspace.pk))
    if held:
        return ("half", f"{plural(held, 'entry', 'entries')} not released", "strong")
    return ("tick", "Released", "quiet") if progress.releases(here.workspace.pk) else ("ring", "Nothing told", "quiet")
