"""Who speaks in a sentence: words quoted or reported from somebody who is not the plan itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moothall.domain.statements import Side, Voice

_SIDES: tuple[tuple[Side, str], ...] = (
    (
        Side.AUDITOR,
        r"(?:(?:[Tt]he|[Oo]ur|[Ii]ts) )?(?:[Cc]ouncil's )?(?:(?:[Ee]xternal|[Ii]nternal|[Aa]ppointed|[Ll]ocal) "
        r")?[Aa]uditors?\b"
        r"|(?:[Tt]he )?National Audit Office|(?:[Tt]he )?NAO\b|(?:[Ee]xternal|[Ii]nternal) [Aa]udit\b",
    ),
    (
        Side.REVIEWER,
        r"(?:[Tt]he |[Oo]ur )?(?:LGA )?(?:[Cc]orporate )?[Pp]eer (?:[Cc]hallenge|[Rr]eview)(?: [Tt]eam| [Rr]eport)?|"
        r"[Tt]he (?:review|inspection|peer) team(?= (?:said|found|recog|noted|praised|concl|desc|comm))|Ofsted|"
        r"(?:[Tt]he )?Care Quality Commission|CQC\b|(?:[Tt]he )?(?:Local Government )?Ombudsman|[Ii]nspectors\b|Oflog|"
        r"(?:[Tt]he )?Office for Local Government|(?:[Tt]he )?[Cc]ommissioners\b|(?:[Tt]he )?Regulator(?: of "
        r"[A-Z][\w ]+)?",
    ),
    (
        Side.SECTOR,
        r"(?:[Tt]he )?LGA\b|(?:[Tt]he )?Local Government Association|(?:[Tt]he )?(?:District|County) Councils['’]? "
        r"Network|DCN\b|"
        r"CCN\b|CIPFA\b|SOLACE\b|Solace\b|SIGOMA\b|(?:[Tt]he )?Institute (?:for|of) [A-Z][\w ]+?(?= (?:has|have|had|"
        r"say|found|"
        r"est|rep|cal|put))|(?:[Tt]he )?Office for National Statistics|ONS\b",
    ),
    (
        Side.GOVERNMENT,
        r"(?:[Tt]he )?(?:then )?(?:former )?(?:(?:Local Government|Housing|Prime|Communities) )?Ministers?\b(?: "
        r"(?:for|of) "
        r"[A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)?|(?:[Tt]he )?(?:then )?Secretary of State(?: for [A-Z]\w+(?:,? (?:and "
        r")?[A-Z]\w+)*)?|"
        r"(?:[Tt]he )?Chancellor\b|(?:(?:[Tt]he|HM|[Cc]entral) )?(?:UK )?[Gg]overnment\b|[Tt]he Department\b(?: for "
        r"[A-Z]\w+"
        r"(?:,? (?:and )?[A-Z]\w+)*)?|(?:[Tt]he |HM )?Treasury\b|(?:[Tt]he )?Home Office|Whitehall|(?:[Tt]he "
        r")?[Ll]etter\b",
    ),
    (
        Side.PRESS,
        r"(?:[Tt]he )?(?:[A-Z]\w+ )?(?:Times|Gazette|Herald|Post|Mail|Chronicle|Echo|Guardian|Telegraph|Observer|"
        r"Advertiser|"
        r"Express|Mercury|Argus|Sentinel|Courier)\b(?! (?:House|Road|Street))|(?:[Tt]he|[Aa]|[Oo]ne) (?:local |"
        r"national )?newspaper|"
        r"(?:[Tt]he )?BBC\b",
    ),
    (Side.RESIDENT,
        r"(?:[Aa]|[Oo]ne|[Aa]nother) (?:\w+ )?(?:resident|tenant|customer|parent|carer|business owner|"
        r"respondent)"),
    (
        Side.COUNCIL,
        r"(?:[Tt]he |[Oo]ur |[Tt]he Council's )?(?:(?:Deputy )?Leader\b(?: of the Council)?|Chief Executive|Cabinet "
        r"Member"
        r"(?: for [A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)?|Portfolio Holder(?: for [A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)?|"
        r"(?:Elected )?Mayor\b|"
        r"Section 151 Officer|Head of Paid Service)|(?:Councillor|Cllr) [A-Z][\w'-]+(?: [A-Z][\w'-]+)?",
    ),
)  # fmt: skip
_VOICE = "|".join(f"(?P<{side.value}{{0}}>{words})" for side, words in _SIDES)
_SPEAKS = (
    r"(?:says?|said|wrote|writes|not(?:es|ed)|concludes?d?|found|finds|reported|reports|estimates?d?|calculates?d?|"
    r"argues?d?|"
    r"believes|recognised|described|describes|commented|observed|observes|warns?|warned|stated|states|claims|claimed|"
    r"told|"
    r"remarked|praised|judged|considers|acknowledged|pointed to|points to|suggested|suggests|put (?:it|the)|asked|asks|"
    r"announced|expects|requires|required|called|calls|wants|wanted|gave|rated|identified|highlighted|recommended|"
    r"commended)"
)
_SPEAKS_PLAINLY = (
    _SPEAKS.replace("not(?:es|ed)", "noted")
    .replace("found|finds", "found")
    .replace("|reports|estimates?d?", "|estimated")
    .replace("|claims|", "|")
)
_REPORTED = re.compile(
    rf"^(?:(?:In|On|At|As|Last|Only|Earlier|While|Yet|And|But|For)\b[^.;:“”\"]{{0,60}},? )?(?:{_VOICE.format(1)})"
    rf"(?:['’]s?)?(?:(?:\s(?!should|must|could|needs?\b|may\b|can\b|to\b|will\b|are\b|is\b|was\b|were\b|be\b|been\b|"
    rf"who\b|that\b|which\b|and\b)[\w'’,()/-]+){{0,7}}?\s{_SPEAKS_PLAINLY}\b|\s(?:estimates|reports|notes|claims|"
    rf"finds)\b)"
)
_ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion) of|[Qq]uoted by|[Aa]s reported by|[Ff]igures from|"
    rf"[Aa]nalysis by)\s"
    rf"(?:{_VOICE.format(2)})"
)
# The names above by a part that each has: most sentences have none and are let go at once.
_MAY_REPORT = re.compile(
    r"udit|eer |Ofsted|Quality|CQC|mbudsman|nspect|Oflog|Office|ommission|Regulator|LGA|Association|Network|DCN|CCN|"
    r"CIPFA|"
    r"SOLACE|Solace|SIGOMA|Institute|ONS|inister|Secretary|Chancellor|overnment|Department|Treasury|Whitehall|etter|"
    r"Times|"
    r"Gazette|Herald|Post|Mail|Chronicle|Echo|Guardian|Telegraph|Observer|Advertiser|Express|Mercury|Argus|Sentinel|"
    r"Courier|"
    r"newspaper|BBC|resident|tenant|customer|parent|carer|business|respondent|Leader|Executive|Member|Holder|Mayor|"
    r"Officer|"
    r"Head of|Councillor|Cllr|NAO|team"
)
_ANY = re.compile(rf"(?<![\w])(?:{_VOICE.format(3)})")
_QUOTED = re.compile(
    r"[“](?P<curly>[^“”]{12,1200})[”]|(?<![\w])\"(?P<plain>[^\"]{12,1200})\"|"
    r"(?<![\w])‘(?P<single>[^‘]{25,900})’(?!\w)"
)
_SAID_BY = re.compile(
    rf"^[,\s]*(?:[-–—]\s*)?(?:{_SPEAKS}\s)?(?P<who>(?:[A-Z][\w'’.-]+|the|of|for|and|,|our)(?:,?\s(?:[A-Z][\w'’.-]+|"
    rf"the|of|for|and|our)){{0,12}})"
)
_LEADS = re.compile(
    r"\b(?:[Ff]oreword|[Mm]essage|[Ss]tatement|[Ii]ntroduction|[Ww]ords?|[Ww]elcome)\s+(?:from|by|"
    r"of)\s+(?P<who>.{3,90})$"
)
_FEWEST_WORDS = 4


def known(words: str) -> Voice | None:
    """The voice named first in these words ("Leader of the Council"), or None."""
    match = _ANY.search(words)
    return _voice(match) if match else None


def of_heading(words: str) -> Voice | None:
    """The voice a heading gives its part to ("Foreword from the Leader"), or None."""
    match = _LEADS.search(words)
    if match is None:
        return None
    named = known(match.group("who"))
    return Voice(match.group("who").strip(" :"), named.side if named else Side.OTHER)


def of_signature(words: str) -> Voice | None:
    """The voice a short line signs for ("- A. Person, Leader of the Council"), or None."""
    if len(words.split()) > 16 or words[-1:] in ".;:":
        return None
    named = known(words)
    return Voice(words.strip(" -–—,"), named.side) if named else None


def spoken(text: str) -> Iterator[tuple[int, int, Voice]]:
    """The stretches of a paragraph that are somebody else's words: (start, end, voice), end exclusive."""
    if "“" in text or '"' in text or "‘" in text:
        for match in _QUOTED.finditer(text):
            inside = match.group("curly") or match.group("plain") or match.group("single")
            if len(inside.split()) >= _FEWEST_WORDS and (voice := _quoted_by(text, match)) is not None:
                yield match.start(), match.end(), voice


def reported(sentence: str) -> Voice | None:
    """Who is reported in a sentence that gives somebody else's words without marks of quotation, or None."""
    if _MAY_REPORT.search(sentence) is None:
        return None
    match = _REPORTED.match(sentence) or _ACCORDING.search(sentence)
    if match is None:
        return None
    voice = _voice(match)
    return None if voice.side is Side.COUNCIL and re.search(r"\bI\b|\bwe\b|\bour\b", sentence) else voice


def voice_at(spans: Sequence[tuple[int, int, Voice]], start: int, end: int) -> Voice | None:
    """The voice of the stretch that holds the middle of these words, or None."""
    middle = (start + end) // 2
    return next((voice for first, last, voice in spans if first <= middle < last), None)


def _quoted_by(text: str, match: re.Match[str]) -> Voice | None:
    after = text[match.end() : match.end() + 120]
    words = len(match.group().split())
    if (said := _SAID_BY.match(after)) and (named := known(said.group("who"))):
        return Voice(said.group("who").strip(" ,."), named.side)
    before = text[max(0, match.start() - 160) : match.start()]
    sentence = re.split(r"(?<=[.;!?])\s+(?=[A-Z])", before)[-1]
    if (near := _nearest(sentence)) is not None:
        return near
    if (named := known(sentence)) is not None and re.search(rf"\b{_SPEAKS}\b|:\s*$|\bthat\s*$|\bas\s*$", sentence):
        return named
    if words >= 15 and match.start() <= 1 and len(after.strip(" .")) < 90:
        return Voice(after.strip(" -–—,."), Side.OTHER)
    return None


def _nearest(sentence: str) -> Voice | None:
    """Who speaks in the last clause before a quotation, where the clause names one and its verb."""
    clause = re.split(r",\s(?:and|but|while|whereas)\s|;\s|\s(?:and|but|while|whereas)\s(?=the [A-Z])", sentence)[-1]
    match = _ANY.search(clause)
    return _voice(match) if match and re.search(rf"^\W*\s{_SPEAKS}\b", clause[match.end() :]) else None


def _voice(match: re.Match[str]) -> Voice:
    name, words = next((name, words) for name, words in match.groupdict().items() if words)
    return Voice(words, Side(name.rstrip("123")))
