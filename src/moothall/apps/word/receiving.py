"""A returned file held against the words that went out: which sections changed and how, and what cannot be placed.

Values in, values out: nothing is kept here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from moothall.documents.exchange.word_sections import FoundComment, FoundSection, FromWord, Loose, Place
from moothall.domain.returned_words import Change, Edit, Marked, compose, numbered, paragraphs, reads

Sent = Mapping[str, Sequence[Mapping[str, Any]]]
_NONE: Mapping[str, Sequence[Mapping[str, Any]]] = {}


@dataclass(frozen=True, slots=True)
class Came:
    """One section that came back with changes, comments or something to tell."""

    key: str
    title: str
    sent: str
    marked: tuple[Marked, ...]
    changes: tuple[Change, ...]
    told: tuple[str, ...]
    comments: tuple[FoundComment, ...]
    known: Mapping[str, int]
    """Which of the comments went out from here, by their name in the file, and as which of ours."""


@dataclass(frozen=True, slots=True)
class Astray:
    """Words that could not be placed: why in ``kind``, and in ``near`` the section they stood in, if any."""

    kind: str
    words: str
    author: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """All that came back. ``token`` names the outgoing file it belongs to, empty where none here is known.

    ``unchanged`` counts sections that came back as they went; ``missing`` are the titles of those that did not.
    """

    token: str
    sections: tuple[Came, ...]
    strays: tuple[Astray, ...]
    unchanged: int
    missing: tuple[str, ...]


def tokens(found: FromWord) -> frozenset[str]:
    """The names of every outgoing file this one speaks of."""
    places = [one.place for one in found.sections]
    return frozenset({found.token, *(place.token for place in places)} - {""})


def receive(found: FromWord, sent: Sent, gone_out: Sent = _NONE) -> Received:
    """What a returned file brings. ``sent`` are the sections of each outgoing file of this workspace by its token.

    ``gone_out`` are the comments that went out beside them: they bring nothing, but for answers to them and that they
    are resolved.
    """
    token = found.token if found.token in sent else next((one for one in sorted(tokens(found)) if one in sent), "")
    untracked = Edit(found.last_author, found.saved_at, is_tracked=False)
    came: list[Came] = []
    strays: list[Astray] = []
    remarks = _threaded(found.comments)
    whole = 0
    for one in found.sections:
        known = _known(one.place, sent)
        if known is None:
            strays.append(Astray("other" if one.place.token not in sent else "unknown", _words(one), _author(one)))
            continue
        about = [said for said in remarks if said.place == one.place]
        ours = [each for each in gone_out.get(one.place.token, ()) if each["key"] == known["key"]]
        section = _section(one, known, untracked, *_news(about if known["key"] else (), ours))
        if not known["key"]:
            strays += _in_a_guide(section)
        elif section.changes or section.comments or section.told:
            came.append(section)
        else:
            whole += 1
    here = {(one.place.token, one.place.number) for one in found.sections}
    lost = [one for at, one in enumerate(sent.get(token, ())) if one["key"] and (token, at) not in here]
    strays += _loose(found.loose, sent, lost)
    strays += [_comment(one) for one in found.comments if not _is_writable(one.place, sent)]
    return Received(token, tuple(came), tuple(strays), whole, tuple(one["title"] for one in lost))


def _known(place: Place, sent: Sent) -> Mapping[str, Any] | None:
    some = sent.get(place.token, ())
    return some[place.number] if place.number < len(some) else None


def _is_writable(place: Place | None, sent: Sent) -> bool:
    known = _known(place, sent) if place is not None else None
    return known is not None and bool(known["key"])


def _threaded(some: Sequence[FoundComment]) -> list[FoundComment]:
    """The comments with every answer hung on the comment that its thread begins with."""
    parents = {one.name: one.parent for one in some}

    def first(name: str, seen: frozenset[str] = frozenset()) -> str:
        parent = parents.get(name)
        return name if parent is None or parent in seen or parent not in parents else first(parent, seen | {name})

    return [replace(one, parent=first(one.name)) if one.parent in parents else one for one in some]


def _news(
    about: Sequence[FoundComment], ours: Sequence[Mapping[str, Any]]
) -> tuple[tuple[FoundComment, ...], dict[str, int]]:
    """The comments of a section that bring something, and which of them are ours by their name in the file.

    A comment of ours is known by its author and its words, as often as it went out: programs number comments anew.
    """
    left = [(one["author"], " ".join(one["text"].split()), one.get("id")) for one in ours]
    known: dict[str, int | None] = {}
    for one in about:
        same = [each for each in left if each[:2] == (one.author, " ".join(one.text.split()))]
        # Some programs lose which comment is an answer: then the words alone say that it is ours.
        match = next((each for each in same if (each[2] is None) == bool(one.parent)), same[0] if same else None)
        if match is not None:
            left.remove(match)
            known[one.name] = match[2]
    news = [one for one in about if one.name not in known]
    asked = {one.parent for one in news}
    kept = [one for one in about if one in news or (known[one.name] and (one.is_resolved or one.name in asked))]
    return tuple(kept), {one.name: number for one in kept if (number := known.get(one.name))}


def _section(
    one: FoundSection,
    known: Mapping[str, Any],
    untracked: Edit,
    about: tuple[FoundComment, ...],
    ours: Mapping[str, int],
) -> Came:
    marked, changes = numbered(compose(known["text"], one.pieces, untracked))
    if reads(marked, {each.number for each in changes}) == known["text"] == reads(marked, ()):
        changes = tuple(each for each in changes if each.text.strip())  # spaces alone at an end change nothing
        marked = marked if changes else (Marked(known["text"]),)
    return Came(known["key"], known["title"], known["text"], marked, changes, one.told, about, ours)


def _in_a_guide(section: Came) -> Iterator[Astray]:
    """What was changed in a heading or a hint, which nobody can save."""
    for change in section.changes:
        if change.text.strip():
            kind = "guide" if change.kind == "ins" else "guide_cut"
            yield Astray(kind, change.text.strip(), change.edit.author, section.title)


def _words(section: FoundSection) -> str:
    return "".join(one.text for one in section.pieces if one.deleted is None).strip() or "".join(
        one.text for one in section.pieces
    )


def _author(section: FoundSection) -> str:
    return next((edit.author for one in section.pieces for edit in (one.inserted, one.deleted) if edit), "")


def _loose(some: Sequence[Loose], sent: Sent, lost: Sequence[Mapping[str, Any]]) -> Iterator[Astray]:
    """Loose words. A paragraph as it went out, of a section whose name the file lost, brings nothing new."""
    as_sent = {line for one in lost for line in paragraphs(one["text"])}
    as_sent |= {one["text"] for some_sent in sent.values() for one in some_sent if not one["key"]}
    for one in some:
        if one.kind == "outside" and not one.author and one.words in as_sent:
            continue
        known = _known(one.place, sent) if one.place is not None else None
        yield Astray(one.kind, one.words, one.author, known["title"] if known else "")


def _comment(one: FoundComment) -> Astray:
    about = f"{one.text}\n\nAbout: {one.quote}" if one.quote else one.text
    return Astray("comment", about, one.author)
