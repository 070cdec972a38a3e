"""The limbs of a recommendation or resolution: its main verbs, what each is about, on what condition, and who may act.

A verb inside a delegation ("authority to agree amendments") is what the delegate may do, not what members do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.domain.decisions import Limb, Verb

_VERB = re.compile(
    r"\b(?P<approve>approv(?:e[sd]?)|approval (?:be|is|was) (?:given|granted) (?=to\b)|gives? (?:its |"
    r"formal )?approval (?=to\b))\b|\b(?P<endorse>endors(?:e[sd]?))\b|\b(?P<note>not(?:e[sd]?))\b"
    r"|\b(?P<agree>agree[sd]?)\b|\b(?P<adopt>adopt(?:s|ed)?)\b"
    r"|\b(?P<delegate>delegat(?:e[sd]?)|authori[sz]e[sd]?|authority (?:is |be |was )?(?:given|granted)"
    r"|grants? (?:delegated )?authority|gives? (?:delegated )?authority"
    r"|(?:given|granted) (?:the |full |delegated )*(?:authority|powers?|permission|discretion) (?=to\b)"
    r"|(?:gives?|grants?) [^.;]{2,90}? (?:delegated )?(?:authority|powers?) (?=to\b)"
    r"|(?:full |delegated )?powers? (?:is |are |be )?(?:given|granted) (?=to\b)|empower(?:s|ed)?)\b"
    r"|\b(?P<recommend>recommend(?:s|ed)?)\b|\b(?P<amend>amend(?:s|ed)?)\b",
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:we|i|cabinet|executive|council|committee|board|panel|members?|leader|mayor|commission|councillors?|they|it|"
    r"authority|holders?|chief executive|officer|director|meeting)(?:\s+\([^()]*\))?"
)
_ADVERB = r"(?:(?:hereby|formally|also|unanimously|now|duly|therefore|then|further|fully|\w+ly)\s+)*"
_OPENS = re.compile(
    rf"(?:^|[:;,•(–—-]|\b(?:and|or|that|should|shall)\b|\b{_SUBJECT})\s*{_ADVERB}(?:to\s+)?$", re.IGNORECASE
)
_ASKED = re.compile(
    r"(?:(?:asked|recommended|invited|requested|resolved|agreed|agrees|decided|ordered|recommendation is|recommends|"
    rf"sought|required)(?:\s+(?:that\s+)?(?:the\s+)?{_SUBJECT})?|recommend(?:s|ed)?\s+\w+|"
    rf"recommendations?)\W*\s*to\s+{_ADVERB}$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?<!to )(?<!can )(?<!may )(?<!will )(?<!would )(?<!could )\b(?:be|is|are|was|were)\s+{_ADVERB}$", re.IGNORECASE
)
_SHARED = re.compile(r"\s*(?:,|,? and)\s+(?:the|its|their|that|this)\b[^,;.]{2,80}\s", re.IGNORECASE)
_NOT_MAIN = re.compile(
    r"(?:\b(?:the|a|an|of|as|previously|its|any|such|recently|their|this|these|those|been|being|having|not|once|"
    r"which|who|if|when|where|until|before|after|already|has|have|had|already been|please|with|by|for|in|on)\s+)$",
    re.IGNORECASE,
)
_WRAPS = re.compile(r"^(?:\s*(?:unanimously|by \w+|as follows))?\s*(?:[:–-]|to\b|that\b|$)", re.IGNORECASE)
_UP = re.compile(r"^\s*(?:to|that|the adoption|for|it)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:subject to|provided that|in consultation with|following consultation with|conditional (?:up)?on|"
    r"in agreement with|with the agreement of|in conjunction with)\b[^;.]*?(?=,?\s+(?:to|and "
    r"to)\s+[a-z]|,\s+be\b|[;.]|$)",
    re.IGNORECASE,
)

_HEAD = (
    r"(?:Leader|Deputy|Managing|Chief|Directors?|Director-General|Head|Portfolio|Cabinet|Executive|"
    r"Assistant|Monitoring|Section|"
    r"Corporate|Strategic|Mayor|Service|Interim|Lead|S151|Group|Chair(?:man)?|City|County|Borough|Town|Strategy|Senior|"
    r"Policy|Finance|Programme|Officers?|Councillor|Cllr|Committee|Budget|Working|Acting|Relevant)"
)
# A post in small letters counts where what it is of follows: "the head of corporate services".
_SMALL_HEAD = (
    r"(?:(?:deputy|assistant|strategic|corporate|service|executive|managing|interim)\s+)*(?:chief (?:executive|"
    r"officer)|"
    r"directors?|heads? of|monitoring officer|section 151 officer|leader|portfolio holder|cabinet member)"
)
_WHO = rf"(?P<who>(?:the\s+|an?\s+)?(?:relevant\s+|appropriate\s+)?(?:{_HEAD}|{_SMALL_HEAD})\b.*?)"
_STOP = (
    r"(?=,?\s+(?:in (?:consultation|conjunction|agreement|liaison|discussion)|following|after|acting|"
    r"together with|with the|authority|power|"
    r"responsibility|delegated authority|the authority|permission|is |be |to\s+[a-z]+|for\b(?!\s+(?-i:[A-Z]))|who\b|"
    r"any (?:final|minor|further|necessary|consequential|subsequent|small|drafting)\b|"
    r"which\b|subject\b|if\b|should\b|as\b|\(in )"
    r"|[.;:]|,\s+(?:to|and to|authority|the|having|subject|be)\b|,?\s*$)"
)
# What stands between a post and the words that give it authority: whom it asks first.
_BESIDE = (
    r"(?:,?\s+(?:in (?:consultation|conjunction|agreement|liaison|discussion)|following consultation|after consult\w+|"
    r"together|jointly|acting|subject)\b[^;.]{0,160}?)?"
)
_MAY = re.compile(
    rf"(?<!\w )(?:^|[\s(])(?:[Tt]he\s+)?(?P<who>{_HEAD}\b[\w ()&'’/-]{{0,80}}?){_BESIDE},?\s+(?P<may>may|could)\s+"
    r"(?:then |also |\w+ly )?(?:make|agree|approve|finali[sz]e|tidy|alter|correct|update|complete|amend|sign off|"
    r"settle)\b"
)
_DELEGATES = (
    re.compile(
        rf"(?:^|\bthat\s+|;\s*|:\s*|\band\s+)(?P<who>(?:the\s+)?{_HEAD}\b[^;.]{{0,120}}?){_BESIDE},?\s+"
        r"(?:be|is|are|was|were)\s+(?:(?:hereby|also|jointly)\s+)?(?:empowered\b|(?:authori[sz]ed|(?:given|granted)\s+"
        r"(?:the\s+|full\s+|delegated\s+)*(?:authority|powers?|permission|discretion))\b)",
        re.I,
    ),
    re.compile(rf"(?i:empowers?)\s+{_WHO}{_STOP}"),
    re.compile(
        rf"(?i:gives?|grants?)\s+(?P<who>(?:the\s+)?{_HEAD}\b[^;.]{{0,90}}?)\s+(?:the\s+|full\s+|delegated\s+)*"
        r"(?:authority|powers?|permission)\s+to\b"
    ),
    re.compile(
        r"(?i:delegat\w+|grant\w*|giv\w+|given)\s+(?:(?:the\s+)?(?:full\s+|delegated\s+)?(?:authority|"
        r"powers?|responsibility|approval|decision\w*|agreement|sign-?off|any [\w ]+?|final [\w ]+?|the [\w "
        rf"]+?)\s+)?(?:of [^;.]{{3,90}}?\s+)?(?:be (?:given|granted)\s+)?(?:to|up)\s+{_WHO}{_STOP}"
    ),
    re.compile(rf"(?i:authori[sz]e[sd]?)\s+{_WHO}{_STOP}"),
    re.compile(
        rf"(?:^|\bthat\s+|;\s*|:\s*)(?P<who>(?:the\s+)?{_HEAD}\b[^;.]{{0,120}}?)(?=,?\s+(?:in "
        r"consultation[^;.]*?\s+)?be\s+(?:given\s+|granted\s+)?(?:authori[sz]ed\b|delegated\s+(?:authority|powers?)))",
        re.I,
    ),
    re.compile(rf"authority (?:is |be |was )?(?:given|granted|delegated)\s+to\s+{_WHO}{_STOP}", re.I),
    re.compile(rf"(?i:deleg\w+) [^.;]{{3,160}}? to (?P<who>the {_HEAD}\b.*?){_STOP}"),
)
_POST = (
    r"(?i:leader|mayor|director|officer|executive(?! director)|head of|portfolio holder|member|manager|chair\w*|"
    r"councillor|cllr|"
    r"solicitor|treasurer|secretary|committee|group|board|panel|holder|lead\b|s151|adviser)"
)
# "Director of Finance and Corporate Services" is one post: what follows "and" must name a post of its own.
_BETWEEN = re.compile(
    rf"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s+or\s+|/)(?=(?:the\s+|their\s+)?{_HEAD}\b)(?=[^,;/]*?\b{_POST})"
)


_WINDOW = 240  # letters looked at on either side of a verb, so that a long text costs no more than its length


@dataclass(frozen=True, slots=True)
class Placed:
    """A limb and where its verb stands in the text it was read from."""

    limb: Limb
    start: int
    end: int


def limbs(text: str, *, inside_delegation: bool = False) -> Iterator[Placed]:
    """The limbs of one sentence or item. ``inside_delegation`` when the words before it opened a list of powers."""
    verbs = list(_main_verbs(text, inside_delegation))
    for at, (verb, start, end, passive) in enumerate(verbs):
        stop = verbs[at + 1][1] if at + 1 < len(verbs) else len(text)
        since = verbs[at - 1][2] if at else 0
        about, before = text[end:stop], text[max(since, start - 3 * _WINDOW) : start]
        if passive:
            words = _subject(before) or _subject(text[: verbs[0][1]][-3 * _WINDOW :])
        elif not re.search(r"\w", re.sub(r"\b(?:and|or|to|that)\b", "", about)):
            words = _object(_shared(text, verbs[at + 1 :]) or before)
        else:
            words = _object(about)
        condition = _CONDITION.search(about)
        who = delegates(text[since : since + 4 * _WINDOW]) if verb is Verb.DELEGATE else ()
        if verb is Verb.AGREE and (may := _MAY.search(about)):
            who = _names(may.group("who"))
        yield Placed(Limb(verb, words, condition.group().strip(" ,") if condition else "", who), start, end)
    if (
        not verbs
        and (may := _MAY.search(text))
        and re.match(r"\W*(?:that\s+)?(?:the\s+)?$", text[: may.start("who")], re.I)
    ):
        limb = Limb(Verb.DELEGATE, _object(text[may.end("may") :]), "", _names(may.group("who")))
        yield Placed(limb, may.start("may"), may.end("may"))


def delegates(text: str) -> tuple[str, ...]:
    """Who is given authority in a sentence that delegates, those only consulted left out."""
    for pattern in _DELEGATES:
        if match := pattern.search(text):
            return _names(match.group("who"))
    return ()


def _names(who: str) -> tuple[str, ...]:
    """Each of the posts named together."""
    found = [_name(part) for part in _BETWEEN.split(who)]
    return tuple(dict.fromkeys(name for name in found if name and len(name) < 110))


def _name(words: str) -> str:
    plain = re.sub(r"^(?:the|an?|their)\s+", "", words.strip(" ,.;:"), flags=re.IGNORECASE)
    return plain.strip(" ,.;:")


def _shared(text: str, later: list[tuple[Verb, int, int, bool]]) -> str:
    """What the next verb is about, where two verbs share it ("endorses and approves the plan")."""
    if not later:
        return ""
    return text[later[0][2] : later[1][1] if len(later) > 1 else len(text)]


def _object(about: str) -> str:
    """What stands after a verb, without the words that lead on to the next limb."""
    plain = re.sub(r"^[a-z]\)\s+", "", about.strip(" ,;:.–-"))
    plain = re.sub(rf"[\s,;]+(?:(?:and|or|to|that|be|then|also|{_SUBJECT})[\s,;]*)+$", "", f"{plain} ", flags=re.I)
    return plain.strip(" ,;:.–-")


def _subject(before: str) -> str:
    """What stands before "be approved": the words since the last "that" that opens a clause."""
    plain = re.sub(r"\s+(?:be|is|are|was|were)\b(?:\s+\w+)?\s*$", "", f" {before}").strip(" ,;:.–-")
    plain = re.split(r"(?:^|[;:,]\s*|\band\s+)(?:that|also)\s+", plain, flags=re.I)[-1]
    return re.sub(
        r"^(?:(?:and|or|that|(?:agreed?s?|resolved) that|\(?\w{1,3}[.)])(?:\s+|$))+", "", plain, flags=re.I
    ).strip(" ,;:.–-")


def _main_verbs(text: str, inside_delegation: bool) -> Iterator[tuple[Verb, int, int, bool]]:
    delegated = inside_delegation
    fallback: tuple[Verb, int, int, bool] | None = None
    given: int | None = None
    previous: tuple[int, bool] | None = None
    for match in _VERB.finditer(text):
        verb = Verb(match.lastgroup or "")
        before, after, form = _behind(text, match.start()), text[match.end() :][:_WINDOW], match.group().lower()
        past = form.endswith("ed") or form == "agreed"
        beside = previous is not None and re.fullmatch(r"\s*(?:,|and|,\s*and|&)\s*", text[previous[0] : match.start()])
        between = text[previous[0] : match.start()] if previous is not None and previous[1] else ""
        shared = bool(_SHARED.fullmatch(between) and re.match(r"\s*(?:[.;,]|and\b|$)", after))
        passive = past and bool(_PASSIVE.search(before) or (beside and previous and previous[1]) or shared)
        if verb is Verb.DELEGATE:
            main = _delegates_here(match.group(), before, after)
        elif _NOT_MAIN.search(before) and not passive:
            main = False
        elif passive:
            main = not re.search(r"\b(?:it is|as|which (?:is|was|are|were)|that (?:is|was) to be)\s+$", before, re.I)
        elif delegated and not form.endswith("s") and not re.search(r"(?:;|^)\s*(?:and\s+)?(?:to\s+)?$", before):
            main = verb is Verb.NOTE and bool(re.search(r"\band (?:to )?$", before))
        elif form.endswith("s") and not past:
            main = bool(re.search(r"[\w),;:’']\s+$|^$", before)) and not re.search(r"\bto\s+$", before)
        else:
            main = bool(_OPENS.search(before) or _ASKED.search(before))
            if main and re.search(
                r"\b(?:authority|power|right|ability|order|discretion|wish|need|failure|not)\s+to\s+$", before, re.I
            ):
                main = False
            if main and past and re.search(r"\b(?:that|should)\s+$", before):
                main = False
        if main and verb is Verb.RECOMMEND:
            main = not past or bool(re.search(r"\bbe\s+$", before))
            main = main and bool(_UP.search(after)) and not re.search(r"\bofficers?\s+$", before, re.I)
        if main and verb is Verb.AGREE and _WRAPS.search(after):
            fallback, main = fallback or (verb, match.start(), match.end(), False), False
        if main and verb is Verb.DELEGATE and given is not None and match.start() - given < 40:
            main = False  # "delegated authority be granted" is said once, with two words
        if not main:
            continue
        yield verb, match.start(), match.end(), passive
        fallback, previous = None, (match.end(), passive)
        if verb is Verb.DELEGATE:
            delegated, given = True, match.end()
        if verb is Verb.RECOMMEND:
            return
    if fallback is not None:
        yield fallback


def _behind(text: str, at: int) -> str:
    """The words before a verb, as far back as matters, with a mark where more words stand before them."""
    return text[:at] if at <= _WINDOW else f"…{text[at - _WINDOW : at]}"


def _delegates_here(words: str, before: str, after: str) -> bool:
    if re.search(
        r"\b(?:under|using|existing|within|through|by|exercise of|previously|as|scheme of|their|his|her|not|been)\s+$",
        before,
        re.I,
    ):
        return False
    if words.lower() in ("delegated",):
        noun = re.match(r"\s+(?:authority|powers?|responsibility)\b(.*)", after, re.I | re.S)
        if noun:
            given = re.match(r"[^.;]{0,160}?\b(?:given|granted|delegated|to the|to)\b", noun.group(1), re.I)
            return bool(given)
    return True
