"""Words offered where somebody writes: standard wordings, last round's text and what an imported plan says.

Nothing here is saved. "Use this" opens the page again with the words after what stands, and the person saves or not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.apps.plans import queries as plans
from moothall.apps.rounds import queries as rounds
from moothall.apps.statements import queries as statements
from moothall.apps.wordings import queries as wordings
from moothall.domain.days import in_words
from moothall.domain.rounds import Round, Theme
from moothall.domain.sections import OPENING
from moothall.domain.statements import SectionFound
from moothall.domain.wordings import Place, Serves, joined
from moothall.web.council.access import Here, address


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that may be used, under a lasting ``name``; ``came`` says in a sentence where they are from.

    ``place`` is where in a report's field they belong, ``link`` leads to where they stand. ``caution`` is empty or a
    sentence to read before they are used.
    """

    name: str
    title: str
    text: str
    came: str
    link: str = ""
    link_words: str = ""
    caution: str = ""
    place: str = ""


def context(here: Here, section: str, asked_with: Mapping[str, str], as_of: date) -> dict[str, Any]:
    """What the page of a section shows of it: the offers, the name of the one in the box, and what its links carry."""
    kept = asked_with.get("kept", "")
    return {
        "offers": for_section(here, section, as_of),
        "used": asked_with.get("use", ""),
        "again": f"&kept={kept}" if kept.isdecimal() else "",
    }


def asked(here: Here, section: str, asked_with: Mapping[str, str], as_of: date) -> Offer | None:
    """The offer that the address asks for, or None."""
    return chosen(for_section(here, section, as_of), asked_with["use"]) if "use" in asked_with else None


def for_section(here: Here, section: str, as_of: date) -> list[Offer]:
    """What is offered for the opening of the plan or for one question, standard wordings first."""
    theme = next((theme for theme, one in here.round_.questions() if one.id == section), None)
    places = [Place(Serves.OPENING)] if section == OPENING else [Place(Serves.QUESTION, section)]
    if theme is not None:
        places.append(Place(Serves.THEME, theme.key))
    return [
        *_standard(here, places, as_of),
        *_last_round(here, section, theme),
        *(_imported(here, section, theme) if theme else ()),
    ]


def for_field(here: Here, name: str, kinds: tuple[str, ...], as_of: date) -> list[Offer]:
    """What is offered for one field of the covering report; for its implications, of every one of these kinds."""
    names = [f"implications.{kind}" for kind in kinds] if name == "implications" else [name]
    return list(_standard(here, [Place(Serves.FIELD, one) for one in names], as_of))


def chosen(offers: list[Offer], name: str | None) -> Offer | None:
    """The offer somebody asked for by its name, or None."""
    return next((one for one in offers if one.name == name), None)


def in_section(offer: Offer | None, section: str, words: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a section with the offered words after what stands."""
    field = "introduction" if section == OPENING else "text"
    return {**words, field: joined(str(words.get(field) or ""), offer.text)} if offer else dict(words)


def in_field(offer: Offer | None, name: str, stands: Any) -> Any:
    """The value of a report's field with the offered words after what stands; an implication in the row of its kind."""
    if offer is None:
        return stands
    if name != "implications":
        return joined(stands or "", offer.text)
    kind, rows = offer.place.partition(".")[2], [dict(one) for one in stands or ()]
    row = next((one for one in rows if one.get("kind") == kind), None)
    if row is None:
        return [*rows, {"kind": kind, "text": offer.text, "author": "", "is_none": False}]
    row["text"] = joined(row.get("text") or "", offer.text)
    return rows


def _standard(here: Here, places: list[Place], as_of: date) -> Iterator[Offer]:
    for row in wordings.offered(here.workspace.gss, places):
        is_due = row.is_review_due(as_of)
        yield Offer(
            name=f"wording-{row.number}-{row.version}",
            title=row.title,
            text=row.text,
            came=f"Standard wording, approved by {row.approved_by} on {in_words(row.approved_on)}.",
            link=address(here, "wording", row.number),
            link_words="See the wording",
            caution=f"Its review was due on {in_words(row.review_on)}." if is_due and row.review_on else "",
            place=row.place.name,
        )


def _last_round(here: Here, section: str, theme: Theme | None) -> Iterator[Offer]:
    """What the council's plan of the round before says: of the question of this name, else of the whole theme."""
    found = _plan_before(here)
    if found is None:
        return
    plan, before, came = found
    if theme is None:
        if plan.introduction.strip():
            yield Offer("before-opening", "The introduction of last round", plan.introduction, came)
        return
    title = next(one.title for one in theme.questions if one.id == section)
    asked = {one.id: one for each in before.themes if each.key == theme.key for one in each.questions}
    same = [key for key, one in asked.items() if one.title.casefold() == title.casefold()]
    for answer in plan.answers:
        if answer.question in (same or asked) and answer.text.strip():
            named = asked[answer.question]
            yield Offer(f"before-{answer.question}", f"Last round: {named.title}", answer.text, came)


def _plan_before(here: Here) -> tuple[Any, Round, str] | None:
    """The council's plan of the latest earlier round that has one, that round, and where it is from in a sentence."""
    known = {slug: rounds.round_called(slug) for slug in plans.other_rounds(here.workspace)}
    earlier = [one for one in known.values() if one and one.deadline_on < here.round_.deadline_on]
    for round_ in sorted(earlier, key=lambda one: one.deadline_on, reverse=True):
        found = plans.last_words(here.workspace, round_)
        if found is not None:
            plan, version = found
            kept = f"version {version.number}, {version.name}" if version else "as it was last written"
            return plan, round_, f"From our plan of {round_.title}, {kept}."
    return None


def _imported(here: Here, section: str, theme: Theme) -> Iterator[Offer]:
    """What a person confirmed that a document brought in as a plan says under this question, else under the theme."""
    parts = [(row, one, one.value) for row in statements.parts_said(here.workspace) for one in (row.to_value(),)]
    said = [(row, one, part) for row, one, part in parts if isinstance(part, SectionFound) and part.text.strip()]
    named = [each for each in said if section == each[1].question or section in each[2].questions]
    for row, one, part in named or [each for each in said if each[1].theme == theme.key and not each[1].question]:
        upload = row.reading.upload
        yield Offer(
            name=f"statement-{row.pk}",
            title=part.heading,
            text=part.text,
            came=f"From {upload.name}, page {one.where.page}, confirmed by {row.said_by_name}.",
            link=address(here, "plan_statement", upload.pk, row.pk) + "#statement",
            link_words="See it on its page",
        )
