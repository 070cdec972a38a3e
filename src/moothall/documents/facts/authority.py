"""Which council it is: by name, by an appendix's title, by the addresses in it or its own, by a partnership's name.

Never by the name of an officer. Where two councils could be meant, neither is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.council_names import SECTOR_BODY, by_its_body, by_short_name, named, named_around, short_names
from moothall.documents.lines import Line, squeezed
from moothall.documents.outline import Outline
from moothall.documents.people import EMAIL
from moothall.documents.reading.document import BlockKind
from moothall.domain.authorities import Authority
from moothall.domain.facts import Fact, Locator
from moothall.reference import authorities, spellings

_OTHERS = re.compile(
    r"\b(?:other (?:local )?(?:authorities|councils)|neighbouring|such as|for example|including|e\.g|"
    r"alongside|partner\w*|jointly|shared|between|"
    r"councils? (?:like|who|that)|formerly|former|predecessor|hosted by|member of|visited|"
    r"approach(?:es)? (?:being )?taken by|elsewhere|county-wide|together "
    r"with|as well as)\b",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"\b(?:appendix|annexe?|enclosure|attachment)\b", re.IGNORECASE)
_SITE_WORDS = re.compile(r"^(?:www|new|beta|test|my)|(?:web(?:site)?|site|council|gov|beta|test|mbc|lbc|bc|dc|cc)$")
_NEAR_THE_TOP = 8
_OWN_PLAN = re.compile(r"['’]s? (?:own |new |first |draft |proposed |\w*\d+ )*(?:productivity )?plan\b", re.IGNORECASE)
# "... Council's Cabinet has approved its productivity plan": the plan spoken of is that council's.
_PLANS_ITS_OWN = re.compile(
    r"(?:['’]s)?\s+[^.;,]{0,70}\b(?:its|their)\s+(?:\w+\s+){0,2}plan\b|"
    r"['’]s\s+(?:Cabinet|Executive|Full Council|Leader)\b"
    r"[^.;,]{0,50}\bplan\b",
    re.IGNORECASE,
)
_LIKENED = re.compile(r"\b(?:un)?like\s+(?:the\s+)?$", re.IGNORECASE)
# A council that is no more, told of by the one that followed it.
_GONE = re.compile(
    r"\b(?:formerly|former|previously|replac(?:ed|es|ing)|predecessors?|abolished|took over from|merger of)\b"
    r"[^.;)]{0,80}$",
    re.IGNORECASE,
)
# An archive's address holds that of the page it kept.
_KEPT = re.compile(r"/(?P<address>https?:/{1,2}[\w.-]+(?:/\S*)?)$", re.IGNORECASE)
_NAMED_PLAN = re.compile(r"(?:['’]s?)?\s+(?:\w+\s+){0,2}plan\b(?:\s+20\d\d\S*)?", re.IGNORECASE)
_BE_AGREED = re.compile(
    r"[^.;]{0,40}?\bbe (?:\w+ly )?(?:agreed|approved|endorsed|adopted|noted|supported|submitted)\b", re.IGNORECASE
)
_AGREE_THE = re.compile(
    r"\b(?:agrees?|approves?|endorses?|adopts?|notes?|supports?)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE
)
# What a newspaper says of the council it reports on: "how ... Council saves money", "... Council's cabinet backed".
_OWN_DOINGS = re.compile(
    r"(?:['’]s?)?\s+(?:saves?|spends?|works?|runs?|delivers?|is\b|has\b|will\b|cabinet|executive|councillors|"
    r"leaders?\b|plans? to|"
    r"backs?|backed|agree[sd]?|approve[sd]?)",
    re.IGNORECASE,
)
_EVERYONE = re.compile(
    r"\b(?:every|all|each|many|most|some|other|two|three) (?:\w+ )?(?:councils?|authorit\w+)\b|"
    r"\bcouncils (?:across|in|around|have|must|were|are)\b",
    re.IGNORECASE,
)
_FIRST_WORDS = 5
_LONGEST_TITLE = 15
_A_SENTENCE = 3  # so many words behind a name, and a stop, are no title
_ENOUGH = 3  # a council named once in passing may be any council


@dataclass(frozen=True, slots=True)
class _Mention:
    authority: Authority
    line: Line
    start: int
    end: int
    weight: int
    in_appendix: bool


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The council, once, with the basis of knowing it; nothing where the document leaves it open."""
    mentions = list(_mentions(outline, clues))
    by_address = _from_url(clues.url)
    emails = list(_emails(outline))
    if by_address is not None:
        own = [m for m in mentions if m.authority.gss == by_address.gss]
        if own:
            yield _fact(_best(own), "named_in_appendix" if all(m.in_appendix for m in own) else "named")
            return
        if (plate := next((each for each in named_around(outline) if each[3].gss == by_address.gss), None)) is not None:
            yield _beside_the_page(outline, *plate)
            return
        line = next((e for e, _, _, a in emails if a.gss == by_address.gss), outline.lines[0])
        yield line.fact("authority", _value(by_address, "host"), "authority.host")
        return
    if not mentions and (called := by_its_body(outline, clues.url)) is not None:
        line, start, end, authority = called
        yield line.fact("authority", _value(authority, "named"), "authority.body", start, end)
        return
    if _is_of_a_sector_body(outline):
        return
    weights: dict[str, int] = defaultdict(int)
    for mention in mentions:
        weights[mention.authority.gss] += mention.weight
    for gss in {authority.gss for *_, authority in emails}:
        weights[gss] += 3
    beside = list(named_around(outline)) if clues.kind is not DocumentKind.PRESS else []
    for gss in {authority.gss for *_, authority in beside}:
        weights[gss] += 4
    for gss in [gss for gss in weights if _in_the_title(outline, clues, authorities.by_gss(gss))]:
        weights[gss] += 2
    surest_first = sorted(weights.items(), key=lambda pair: -pair[1])
    if (
        surest_first
        and surest_first[0][1] >= _ENOUGH
        and (len(surest_first) == 1 or surest_first[0][1] > surest_first[1][1])
    ):
        chosen = [m for m in mentions if m.authority.gss == surest_first[0][0]]
        if chosen:
            yield _fact(_best(chosen), "named_in_appendix" if all(m.in_appendix for m in chosen) else "named")
            return
        if (plate := next((each for each in beside if each[3].gss == surest_first[0][0]), None)) is not None:
            yield _beside_the_page(outline, *plate)
            return
        line, start, end, authority = next(e for e in emails if e[3].gss == surest_first[0][0])
        yield line.fact("authority", _value(authority, "email_domain"), "authority.email_domain", start, end)
        return
    if not surest_first:
        yield from _partnership(outline)


def _in_the_title(outline: Outline, clues: Clues, authority: Authority) -> bool:
    """Whether a first heading calls a council that the page names in full by its bare name ("Reading: Cabinet ...")."""
    opening = [line for line in outline.lines[:_NEAR_THE_TOP] if len(line.text.split()) <= _LONGEST_TITLE]
    about = re.compile(rf"\b{re.escape(clues.subject)}s?\b", re.IGNORECASE)
    titles = [line.text for line in opening if line.kind is BlockKind.HEADING or about.search(line.text)]
    names = "|".join(re.escape(name) for name in spellings.short_names(authority))
    return any(re.search(rf"\b(?:{names})\b", title) for title in titles)


def _value(authority: Authority, basis: str) -> dict[str, str]:
    return {"gss": authority.gss, "name": authority.name, "basis": basis}


def _fact(mention: _Mention, basis: str) -> Fact:
    return mention.line.fact(
        "authority", _value(mention.authority, basis), f"authority.{basis}", mention.start, mention.end
    )


def _best(mentions: list[_Mention]) -> _Mention:
    return max(mentions, key=lambda mention: mention.weight)


def _beside_the_page(outline: Outline, page: int, start: int, end: int, authority: Authority) -> Fact:
    words = outline.document.pages[page - 1].text[start:end]
    return Fact("authority", _value(authority, "named"), Locator(page, start, end), words, "authority.named_beside")


def _mentions(outline: Outline, clues: Clues) -> Iterator[_Mention]:
    of_one = clues.kind is DocumentKind.PRESS and not any(_EVERYONE.search(line.text) for line in outline.lines)
    for at, line in enumerate(outline.lines):
        for start, end, authority in named(line.text):
            if _inside_address(line.text, start):
                continue
            around = line.text[max(0, start - 110) : end + 20]
            appendix = bool(_APPENDIX.search(line.text[max(0, start - 40) : start]))
            owned = bool(
                re.match(
                    r"(?:['’]s?)?\s+(?:\w+\s+){0,2}(?:plan|is\b|has\b|will\b|cabinet|executive)",
                    line.text[end:],
                    re.IGNORECASE,
                )
            )
            own_plan = bool(_OWN_PLAN.match(line.text[end:]) or _PLANS_ITS_OWN.match(line.text[end:]))
            own_plan = own_plan or _is_resolved_on(line.text, start, end)
            if of_one and at < _FIRST_WORDS and not own_plan:
                own_plan = bool(_OWN_DOINGS.match(line.text, end)) and "plan" in line.text.lower()
            alone = min(len(line.text), line.printed(start, end)) < end - start + 30
            alone = alone and not (line.text.endswith(".") and len(line.text[end:].split()) >= _A_SENTENCE)
            # Near the top a title, banner or label names whose page it is; a sentence there may speak of anyone.
            top = alone or (at < _NEAR_THE_TOP and not _is_prose(line))
            is_anothers = _OTHERS.search(around) and (not top or line.text.endswith("."))
            before = line.text[:start]
            if is_anothers or _LIKENED.search(before) or _GONE.search(before):
                weight = 0
            else:
                weight = 4 if top else 3 if own_plan else 2 if owned or appendix else 1
            yield _Mention(authority, line, start, end, weight, appendix)


def _is_resolved_on(words: str, start: int, end: int) -> bool:
    """Whether members agree the plan that a council's name stands before: "the Borough Council's Plan be agreed"."""
    plan = _NAMED_PLAN.match(words, end)
    return plan is not None and bool(_BE_AGREED.match(words, plan.end()) or _AGREE_THE.search(words[:start]))


def _is_prose(line: Line) -> bool:
    return line.text[-1:] in ".;" and len(line.text.split()) > _LONGEST_TITLE // 3


def _is_of_a_sector_body(outline: Outline) -> bool:
    """Whether one of the first lines is the name of a body of many councils, whose pages speak of all of them."""
    return any(SECTOR_BODY.fullmatch(line.text.strip(" #*|")) for line in outline.lines[:_NEAR_THE_TOP])


def _inside_address(text: str, at: int) -> bool:
    return bool(re.search(r"(?:https?://|www\.)\S*$", text[:at]))


def _emails(outline: Outline) -> Iterator[tuple[Line, int, int, Authority]]:
    for line in outline.lines:
        for match in EMAIL.finditer(line.text):
            authority = authorities.by_host(match.group())
            if authority is not None:
                yield line, match.start(), match.end(), authority


def _from_url(url: str | None) -> Authority | None:
    if not url:
        return None
    found = authorities.by_host(url)
    if found is not None:
        return found
    if kept := _KEPT.search(url):
        return _from_url(kept.group("address"))
    hinted = {a.gss: a for label in authorities.staging_labels(url) if (a := _by_label(label)) is not None}
    if len(hinted) == 1:
        return next(iter(hinted.values()))
    parts = [squeezed(part) for part in urlsplit(url if "//" in url else f"//{url}").path.split("/")]
    for before, part in pairwise(parts):
        if before in ("councils", "council", "authority", "authorities") and part:
            return by_short_name(part)
    return None


def _by_label(label: str) -> Authority | None:
    """The council whose bare name is one part of a trial site's host, written together and with what sites add."""
    for words in (label, _SITE_WORDS.sub("", label)):
        claims = {gss for name, owners in short_names().items() if name.replace(" ", "") == words for gss in owners}
        if len(claims) == 1:
            return authorities.by_gss(claims.pop())
    return None


def _partnership(outline: Outline) -> Iterator[Fact]:
    """A place that a local partnership is named after, where it is the only one."""
    found: dict[str, tuple[Line, int, int, Authority]] = {}
    for line in outline.lines:
        for match in re.finditer(
            r"\b((?:[A-Z][\w'’-]+(?:\s+(?:and|upon|on|of|with)\s+|\s+)){1,5})(?:Strategic |Borough |Local "
            r")?Partnership\b",
            line.text,
        ):
            words = list(re.finditer(r"\S+", match.group(1)))
            for word in words:
                authority = by_short_name(squeezed(match.group(1)[word.start() :]))
                if authority is not None and "county" not in authority.kind:
                    start = match.start(1) + word.start()
                    found.setdefault(authority.gss, (line, start, match.end(), authority))
                    break
    if len(found) == 1:
        line, start, end, authority = next(iter(found.values()))
        yield line.fact("authority", _value(authority, "partnership_name"), "authority.partnership_name", start, end)
