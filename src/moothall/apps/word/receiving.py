"""A returned file held against the words that went out: which sections changed and how, and what cannot be placed.

Values in, values out: nothing is kept here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from moothall.documents.exchange.word_sections import FoundComment, FoundSection, FromWord, Loose, Place
from moothall.domain.returned_words import Change, Edit, Marked, compose, numbered, paragraphs, reads

Sent = Mapping[str, Sequence[Mapping[str, Any]]]


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


def receive(found: FromWord, sent: Sent) -> Received:
    """What a returned file brings. ``sent`` are the sections of each outgoing file of this workspace by its token."""
    token = found.token if found.token in sent else next((one for one in sorted(tokens(found)) if one in sent), "")
    untracked = Edit(found.last_author, found.saved_at, is_tracked=False)
    came: list[Came] = []
    strays: list[Astray] = []
    whole = 0
    for one in found.sections:
        known = _known(one.place, sent)
        if known is None:
            strays.append(Astray("other" if one.place.token not in sent else "unknown", _words(one), _author(one)))
            continue
        about = [said for said in found.comments if said.place == one.place]
        section = _section(one, known, untracked, about if known["key"] else ())
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


def _section(one: FoundSection, known: Mapping[str, Any], untracked: Edit, about: Sequence[FoundComment]) -> Came:
    marked, changes = numbered(compose(known["text"], one.pieces, untracked))
    if reads(marked, {each.number for each in changes}) == known["text"] == reads(marked, ()):
        changes = tuple(each for each in changes if each.text.strip())  # spaces alone at an end change nothing
        marked = marked if changes else (Marked(known["text"]),)
    return Came(known["key"], known["title"], known["text"], marked, changes, one.told, tuple(about))


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
