"""Officers as reports name them: a name, a post, an address, a telephone. Never a council from a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?:(?:ext(?:ension|n)?|x)\.?:?\s*\d{3,6}\b|(?:\+44(?:\s*\(0\))?|\(0\d{2,5}\)|0\d{2,5})[\d "
    r"-]{5,14}\d(?:\s*(?:ext\.?|x)\s*\d{2,6})?)",
    re.I,
)

_ROLE_WORD = (
    r"(?:accountants?|acting|adviser|advisor|analysts?|assistant|assurance|assets?|borough|business|cabinet|change|"
    r"chief|children|city|climate|commercial|communications?|communit(?:y|ies)|consultant|contracts?|co-?ordinator|"
    r"corporate|corporation|council|councillor|county|customers?|data|delivery|democratic|deputy|development|digital|"
    r"directors?|directorate|district|economy|education|engagement|environment|equalit(?:y|ies)|"
    r"estates?|executive|finance|financial|"
    r"governance|group|growth|head|health|housing|human|improvement|information|insight|inspector|intelligence|"
    r"interim|leader|leadership|lead|legal|leisure|local|managers?|managing|mayor|member|monitoring|"
    r"neighbourhoods?|office|officers?|"
    r"operating|operations?|organisational|paid|partner|partnerships?|people|performance|place|"
    r"planning|policy|portfolio|"
    r"principal|procurement|programmes?|projects?|property|public|regeneration|relations|reporting|research|resources?|"
    r"resident|revenues?|risk|s151|secretary|section|senior|services?|social|solicitor|specialist|sponsor|strategic|"
    r"strategy|support|systems?|team|technology|transformation|transport|treasurer|vice|chair(?:man)?|author|"
    r"telephone|tel|email|phone|contact|report|plan|productivity|committee|board|"
    r"innovation|culture|care|adults?|enterprise|workforce|town|clerk|audit|treasury|works|"
    r"sustainability|of|and|for|the|to|"
    r"with|in|on|by|all|none|no|yes|tbc|various|department|unit|division|centre|enquiries|details|"
    r"further|hall|house|street|building|floor|room|"
    r"road|authority|authorities|authorised|relevant|name|title|post|job|date|decision|recommendation|"
    r"background|papers)"
)
_IS_ROLE = re.compile(rf"^{_ROLE_WORD}$", re.I)
_NAME_WORD = (
    r"(?:[A-Z][a-zà-ÿ]+(?:['’-][A-Z]?[a-zà-ÿ]+)*|[A-Z]['’][A-Z][a-zà-ÿ]+|Mc[A-Z][a-zà-ÿ]+|"
    r"Mac[A-Z][a-zà-ÿ]+|[A-Z]\.?|[A-Z]{2,}(?:-[A-Z]+)?)"
)
_PARTICLE = r"(?:van|Van|de|De|del|da|la|Le|le|von|el|El|al|Al|bin|O)"
_NAME = rf"{_NAME_WORD}(?:[ ](?:{_PARTICLE}[ ])*{_NAME_WORD}){{1,3}}"
_TITLED = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame)\.?[ ]+)?"
_PERSON = re.compile(rf"^{_TITLED}({_NAME})(?:[ ](?:CPFA|MBE|OBE|CBE))?$")
_OPENING = re.compile(rf"^\s*{_TITLED}({_NAME})(?=\s*(?:$|[,;(:–—|]|\s-\s|-\s))")
_NOISE = re.compile(
    r"\b(?:tel(?:ephone)?|phone|e-?mail|mobile|direct(?: line| dial)|contact(?: no| number)?|ext(?:ension)?)\b\.?\s*:?",
    re.I,
)
_MEMBER = re.compile(
    r"(?:the )?(?:(?:deputy )?leader (?:of the (?:council|opposition)|and )|(?:deputy )?leader$|(?:lead )?(?:cabinet|"
    r"executive) (?:portfolio holder|member|councillor|lead)\b|portfolio holder\b|lead (?:member|councillor)\b|"
    r"(?:vice[- ])?chair(?:man)? of\b|elected mayor\b)",
    re.I,
)
_COUNCILLOR = re.compile(r"\b(?:cllrs?|councillors?|alderman|baroness|lord)\b\.?", re.I)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named with where the name stands in the text it was read from. Empty strings where nothing is said."""

    name: str
    role: str
    email: str
    phone: str
    start: int
    end: int


def is_name(words: str) -> bool:
    """Whether these words are a person's name and not a post, a team or a body."""
    match = _PERSON.match(words.strip())
    if match is None:
        return False
    parts = match.group(1).split()
    if sum(len(part.strip(".")) > 1 for part in parts) == 0 or any(part.lower() == "cllr" for part in parts):
        return False
    return not any(_IS_ROLE.match(part.strip(".,")) for part in parts)


def people(text: str) -> Iterator[Person]:
    """The officers named in a label's value, with what is said of each. Councillors are left out.

    Reads "Name, Post", "Name (Post)", "Name - Post", "Post: Name", "Post - Name" and several of them run together.
    """
    found = list(_names(text))
    for position, (start, end, before) in enumerate(found):
        stop = found[position + 1][0] if position + 1 < len(found) else len(text)
        rest = text[end:stop]
        if _COUNCILLOR.search(text[max(0, start - 14) : start]):
            continue
        email, phone = EMAIL.search(rest), PHONE.search(rest)
        role = _role(rest) or before
        if _MEMBER.match(role):
            continue
        yield Person(
            re.sub(rf"^{_TITLED}", "", text[start:end]).strip(),
            role,
            email.group().strip(".'") if email else "",
            " ".join(phone.group().split()) if phone else "",
            start,
            end,
        )


def _names(text: str) -> Iterator[tuple[int, int, str]]:
    """Each name's place, with the post that stands before it ("Head of Policy: ..."), if any."""
    blanked = text
    for noise in (EMAIL, PHONE, _NOISE):
        blanked = noise.sub(lambda match: ";" * len(match.group()), blanked)
    post = ""
    for segment in re.finditer(r"[^,;\n|:()\[\]/–—]+?(?=[,;\n|:()\[\]/–—]|\s-\s|- |$)", blanked):
        words = segment.group().rstrip(" .*-")
        opening = re.match(r"[\s.*•-]*(?:(?:or|and)\s+)?(?:\(?\d+(?:\.\d+)*[.)]?\s+)?", words)
        lead = opening.end() if opening else 0
        words, start = words[lead:], segment.start() + lead
        if is_name(words):
            yield start, start + len(words), post
            post = ""
        elif length := _head(words):
            yield start, start + length, ""
            post = ""
        elif tail := _tail(words, blanked[segment.end() :]):
            yield start + tail, start + len(words), ""
            post = ""
        elif words:
            follows = re.match(r"\s*[:–—-]", blanked[segment.end() :])
            post = words if follows and any(_IS_ROLE.match(word) for word in words.split()) else ""


def _head(words: str) -> int:
    """How long the name is that a post follows without a mark ("Ann Other Head of Policy"), or 0."""
    parts = list(re.finditer(r"\S+", words))
    for count in (3, 2):
        if len(parts) > count and is_name(words[: parts[count - 1].end()]) and _IS_ROLE.match(parts[count].group()):
            return parts[count - 1].end()
    return 0


def _tail(words: str, following: str) -> int | None:
    """Where a name begins at the end of a post that runs into it ("Business Manager Ann Other, Director")."""
    parts = list(re.finditer(r"\S+", words))
    if len(parts) < 3 or not re.match(r"\s*[,(–-]", following):
        return None
    start = parts[-2].start()
    name, before = words[start:], words[:start]
    known_role = any(_IS_ROLE.match(part) for part in before.split())
    after = re.match(r"\W*(\w+)(?:\W+(\w+))?", following)
    followed = after is not None and any(_IS_ROLE.match(word) for word in after.groups() if word)
    return start if known_role and followed and is_name(name) and parts[-3].group() != "of" else None


def _role(rest: str) -> str:
    plain = EMAIL.sub(" ", PHONE.sub(" ", rest))
    plain = _NOISE.sub(" ", plain)
    plain = re.sub(r"\(\s*\)|\[\s*\]", " ", plain)
    bracketed = re.match(r"\s*\(([^()]*)\)", plain)
    if bracketed:
        return " ".join(bracketed.group(1).split())
    first = re.split(r"[;|\n]|\.\s|\.$", plain.strip(" ,;:|–—-\n"))[0]
    return " ".join(first.split()).strip(" ,;:|–—-.")
