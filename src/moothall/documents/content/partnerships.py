"""Partnerships: whom the council works with, as named, and the partnership's own name where it has one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.plan_text import PlanText
from moothall.domain.statements import PartnershipFound, Side, Statement, StatementKind

_NAME = r"(?:[A-Z][\w&'’.-]*)(?:\s(?:(?:of|and|for|the|&|upon)\s)*(?:[A-Z][\w&'’.-]*))*"
_KNOWN = (
    r"(?:(?:our |the |local |a |an |its |all )?(?:(?:county|city|borough|area|region)[\'’]s )?(?:\w+ "
    r")?(?:neighbouring|neighbour|adjoining|adjacent|partner|other|district|county|borough|city|town and parish|town|"
    r"parish|sister|constituent)[\w ,-]{0,30}?"
    r"(?:councils?|authorit(?:y|ies)|districts?|boroughs)|"
    r"(?:the |our |local )*(?:NHS(?: trusts?| partners)?|ICB|ICBs|integrated care board|Integrated Care Board|health "
    r"service|health partners|police(?: and fire)?(?: service)?|fire (?:and rescue )?service|"
    r"voluntary(?:,? (?:and )?community)?(?:,? (?:and )?(?:faith|social enterprise))?(?: and social enterprise)? "
    r"(?:sector|organisations|groups|partners)|VCSE?(?: sector| partners| organisations)?|voluntary sector|"
    r"housing associations?|registered providers|universit(?:y|ies)|colleges?|schools|Jobcentre Plus|DWP|Citizens "
    r"Advice|Chamber of Commerce|business improvement district|BID|"
    r"combined authority|Combined Authority|LEP|local enterprise partnership|parish councils|town councils|"
    r"Environment Agency|National Highways|Homes England|Sport England|integrated care (?:system|partnership)))"
)  # fmt: skip
_ONE = rf"(?:{_KNOWN}|(?:the |our )?{_NAME}(?:\s(?:council|councils|trust|university|college|partners))?)"
_LIST = rf"(?P<who>{_ONE}(?:(?:,\s(?:and\s)?|\s(?:and|&)\s|\sas well as\s|\salongside\s){_ONE}){{0,6}})"
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_WITH = re.compile(
    r"\b(?:(?:in|through|via|our|a|the|strategic|long-standing|formal|close)\s+)*"
    r"(?:partnership|collaboration|alliance|conjunction|joint venture|consortium|shared services? (?:arrangement|"
    r"agreement|partnership)?|joint (?:committee|team|service|contract|board|arrangement|procurement|"
    r"commissioning)s?(?: arrangements?)?)\s+"
    rf"(?:\w+\s+)?(?:with|between|of)\s+{_LIST}"
)
_SHARED = re.compile(
    r"(?<!ata )(?<!ation )\b(?:[Ss]har(?:e|es|ed|ing)\s+(?!data\b|information\b|our\b|best\b|good\b|learning\b|the "
    r"(?:learning|load|cost|proceeds|benefit))(?:[\w,'’& -]{2,70}?\s)?with|[Jj]ointly\s(?:\w+\s){0,4}?(?:with|by)|"
    r"[Tt]ogether with|"
    r"[Ww]ork(?:s|ed|ing)?(?:\s(?:\w+)){0,2}?\s(?:with|alongside)|[Cc]ollaborat\w+ with|[Pp]artner(?:s|ed|ing) with|"
    r"[Cc]o-located with|[Dd]elivered (?:with|alongside)|[Jj]oined (?:forces )?with|"
    rf"[Mm]erged (?:[\w ]{{3,40}} )?with|[Ii]n concert with|[Oo]n behalf of)\s+{_LIST}"
)
_JOINT = re.compile(
    rf"\b[Jj]oint\b[^.;:]{{3,60}}?\b(?P<at>with)\s+(?P<who>{_KNOWN}(?:(?:,\s(?:and\s)?|"
    rf"\sand\s){_KNOWN}){{0,4}})"
)
_OF_COUNCILS = re.compile(
    rf"\b(?:partnership|alliance|group|consortium|joint committee|joint service|"
    rf"hub)\s+of\s+(?P<who>{_COUNT}\s(?:\w+\s){{0,3}}?(?:councils|authorities|districts|boroughs))",
    re.I,
)
_COUNTED = re.compile(
    rf"\b(?:with|between)\s+(?:the\s+)?(?P<who>{_COUNT}\s(?:(?:other|neighbouring|partner|adjoining|nearby|district|"
    rf"sovereign|of our|our|fellow|constituent)\s){{1,3}}(?:councils|authorities|districts|boroughs|neighbours))",
    re.I,
)
_NAMED = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'’&-]+\s(?:(?:and|of|for|&)\s)?){1,6}(?:Partnership|Alliance|Consortium|Joint "
    r"Committee|Joint Venture|Integrated Care (?:Board|System|Partnership)|Place Board|Town Board|Fraud Hub|Shared "
    r"Service))\b"
)
_GENERIC = re.compile(
    r"(?:The |Our |A )?(?:Strategic |Joint |Local |Shared |Borough |County |District |City |Town |"
    r"Service )*\w+(?: (?:Venture|Committee|Service|Board))?"
)
_DATA = re.compile(r"\b(?:data|information|records|intelligence|learning)\b", re.IGNORECASE)
_NOT_NAMES = re.compile(
    r"^(?:The |Our |We |It |This |That |These |Government|Council|Cabinet|Microsoft|AI|IT|ICT|"
    r"CRM|ERP|Power|Covid|Section|Phase|Theme|Minister|Leader|Members?|Officers?)",
    re.I,
)
_COMMON = re.compile(
    r"\b(?:councils?|authorit|district|county|NHS|ICB|health|police|fire|volunt|VCS|housing "
    r"association|provider|universit|college|school|DWP|Jobcentre|Chamber|Combined|parish|trust|[Bb]oard|Citizens|Agency|"
    r"England|partnership|LEP|BID|boroughs)",
    re.I,
)
_TRIGGERS_WORDS = (
    "partnership alliance collaboration conjunction consortium joint jointly share shared shares sharing work works "
    "worked working together collaborate collaborating collaborated collaborates "
    "partner partnered partnering located merged forces venture committee hub behalf delivered icb board concert "
    "service joined"
)
_TRIGGERS = frozenset(_TRIGGERS_WORDS.split())


def find(text: PlanText) -> Iterator[Statement]:
    """One statement a sentence and partner list, and one for each partnership called by its name."""
    for sentence in text.sentences:
        voice = sentence.voice()
        if not sentence.words & _TRIGGERS or (voice is not None and voice.side is not Side.COUNCIL):
            continue
        words = sentence.text
        named = _partnership_name(words)
        spans: list[tuple[int, int, tuple[str, ...]]] = []
        for pattern in (_OF_COUNCILS, _COUNTED, _WITH, _SHARED, _JOINT):
            for match in pattern.finditer(words):
                if (
                    pattern is _SHARED
                    and match.group().lower().startswith("shar")
                    and _DATA.search(words[: match.end()])
                ):
                    continue
                partners = tuple(_partners(match.group("who"), loose=pattern is _SHARED))
                if partners and not any(
                    first < match.end("who") and match.start("who") < last for first, last, _ in spans
                ):
                    spans.append(
                        (match.start("at") if pattern is _JOINT else match.start(), match.end("who"), partners)
                    )
        for start, end, partners in sorted(spans):
            value = PartnershipFound(partners, named.group("name") if named else None)
            yield sentence.statement(StatementKind.PARTNERSHIP, value, "partnerships.with", start, end)
        if named is not None and not spans:
            value = PartnershipFound((), named.group("name"))
            yield sentence.statement(StatementKind.PARTNERSHIP, value, "partnerships.name", named.start(), named.end())


def _partnership_name(words: str) -> re.Match[str] | None:
    match = _NAMED.search(words)
    return match if match and not _GENERIC.fullmatch(match.group("name")) else None


def _partners(words: str, *, loose: bool) -> Iterator[str]:
    """The partners of a list; after "working with" only those that are plainly bodies, not anybody in capitals."""
    for piece in re.split(
        r",\s(?:and\s)?|\sand\s(?=the\s|our\s|[A-Z]|local|voluntary|neighbour|health|police)|\sas "
        r"well as\s|\salongside\s",
        words,
    ):
        plain = re.sub(r"^(?:the|our|its|a|an|local)\s+", "", piece.strip(), flags=re.IGNORECASE).strip(" ,.")
        if len(plain) < 3 or _NOT_NAMES.match(plain):
            continue
        if loose and not _COMMON.search(plain):
            continue
        yield plain
