"""Where a sentence asks something of government, and where it tells of an obstacle."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moothall.documents.plan_text import Sentence

_GOVERNMENT = (
    r"(?:(?:the |central |national |HM |UK |a new |the new |the incoming |any incoming |an incoming "
    r"){0,4}[Gg]overnment(?: departments?)?|[Mm]inisters|Whitehall|"
    r"[Tt]he (?:Department(?: for [A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)?|Treasury|Secretary of State|Home Office)|HM "
    r"Treasury|Parliament|DfE|DfT|DWP|DHSC|Defra|DEFRA|HMRC)"
)
_ASKS: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b(?:[Ww]e|[Tt]he [Cc]ouncil|[Tt]his [Cc]ouncil|[Cc]ouncils)\s+(?:(?:would|therefore|also|again|strongly|"
        rf"respectfully|further|particularly)\s+)*"
        rf"(?:ask|asks|urge|urges|call on|calls on|request|requests|invite|invites|call upon|look to|looks to|appeal "
        rf"to|encourage|seek from)\s+(?:that\s+)?(?:(?P<of>{_GOVERNMENT})\s+|(?=[a-z]))"
        r"(?!(?:our|ourselves|every|each|all|managers|staff|residents|suppliers|partners|service)\b)"
    ),
    re.compile(
        rf"\b(?P<of>{_GOVERNMENT})\s+(?:should|must|needs? to|ought to|could (?:help|assist|support|usefully|reduce|"
        rf"remove|do|make|enable|free|simplify|give|provide|allow|"
        rf"consider|legislate|also|at a stroke|easily)|can (?:help|assist|support|do|enable|reduce|remove|make))\b"
    ),
    re.compile(
        r"\b(?:[Ww]e|[Tt]he [Cc]ouncil|[Tt]his [Cc]ouncil) (?:would|also would) (?:therefore |also |strongly |"
        r"particularly |very much |all )?(?:welcome|favour|support|benefit from|like to see|"
        r"like (?:the )?(?:government|ministers))\b(?! (?:the|an|any) opportunity| your)"
    ),
    re.compile(
        r"\b(?:[Ww]e|[Cc]ouncils|[Ll]ocal (?:government|authorities)|[Dd]istricts|[Tt]he sector) (?:urgently |"
        r"also |above all |desperately )?(?:needs?|requires?)\s+(?!to\b)(?P<what>[\w-]+)"),
    re.compile(r"\bshould (?:also |therefore |now |not )?(?:be|have)\b"),
    re.compile(r"^(?:Let us|Give us|Allow us|Trust us)\b"),
    re.compile(r"^(?:Our |The |A |Key )?[Aa]sk(?:s| of [Gg]overnment)?(?: \d+)?\s?[:–-]\s"),
    re.compile(r"^(?:We ask for|We seek|We are seeking|We are asking for|We want|We are calling for|We call for)\b"),
    re.compile(
        rf"\b(?:change in the law|legislation|reform|national (?:funding|solution|action)|action by "
        rf"(?P<of>{_GOVERNMENT})|a multi-year settlement|[\w ]+) (?:is|are) (?:urgently |now |badly )?(?:needed|"
        rf"required|essential|overdue)\b(?! by the)"),
    re.compile(
        rf"\b(?:thing|change|step|help) (?:that )?(?P<of>{_GOVERNMENT}) (?:could|can|should) (?:do|make|take|"
        rf"give)\b"),
    re.compile(
        rf"\b(?P<of>{_GOVERNMENT}) (?:is|are) (?:therefore |again )?(?:asked|urged|invited|requested|called on) to\b"
    ),
)  # fmt: skip
_NEEDS = re.compile(
    r"^(?:multi|certainty|longer|sustainable|adequate|clarity|greater|more|a|an|reform|proper|sufficient|flexib\w+|"
    r"fair|freedom|stable|early|earlier|powers?|better|national|funding|the|less|fewer|realistic|long)",
    re.I,
)
_WISH = re.compile(
    r"^(?:\(?[\w.]{1,4}[.)]\s+)?(?:(?:to\s+)?(?:abolish|allow|amend|bring|change|commit|confirm|consult|devolve|end|"
    r"enable|ensure|extend|fund|give|grant|increase|index|introduce|legislate|let|"
    r"lift|make|merge|move|pay|permit|protect|provide|publish|raise|reduce|reform|relax|remove|repeal|replace|"
    r"restore|review|roll|scrap|set|simplify|standardise|stop|streamline|"
    r"update|uprate|write off|consolidate|align|recognise|return|cut|modernise|clarify|announce|agree|accelerate|"
    r"address|delay|drop|rationalise|support)\b|"
    r"(?:a|an|greater|more|longer|fewer|multi-year|three-year|full funding|funding|reform of|freedom|powers?|"
    r"certainty|clarity|flexib\w+|the (?:power|freedom|ability|removal|abolition|repeal))\b)",
    re.IGNORECASE,
)
_ASK_LEAD = re.compile(
    r"\basks?\b|\b(?:[Gg]overnment|[Mm]inisters) (?:to|should|could|can|must|needs? to)\b|\bwhat (?:the "
    r")?(?:[Gg]overnment|we need)|\bwe (?:would )?(?:ask|urge|call|need|seek|want|would (?:like|welcome))\b|"
    r"\bsupport (?:we need|needed|required|from government)|\bhelp from\b|\brequests?\b",
    re.IGNORECASE,
)
_OBSTACLE = re.compile(
    r"\b(?:barriers?|obstacles?|hamper\w*|constrain\w*|constraints?|prevent(?:s|ed|ing) (?:us|councils|the council|"
    r"any|long|proper|better|effective|sharing|investment|a|officers|it)|"
    r"limit(?:s|ed|ing)? (?:our|the|what|us|ability|scope|how)|inhibit\w*|difficult(?:y|ies)?|pressures?|(?<!new "
    r")burdens?|burdensome|lack of|lacks?|absence of|shortfalls?|shortages?|uncertain(?:ty)?|"
    r"(?:not|nor|neither|failed to|fails to|fallen|falls|fall) (?:\w+ ){0,3}(?:kept? pace|keeping pace|behind|short)|"
    r"unfunded|under-?funded|underfunding|cannot|unable to|(?:do|does|did) not (?:cover|meet|reflect|match|allow|"
    r"provide|recognise|account|fund|exist)|barely|not (?:possible|funded|fully funded|permitted|allowed|able|known)|"
    r"fragment\w+|delays?|delayed|outdated|out of date|out-of-date|complex(?:ity)?|backlogs?|deficits?|gap\b|"
    r"frustrat\w+|unsustainable|insufficient|inadequate|restrict\w*|short-term|short term|"
    r"late (?:settlement|announcement|notification|confirmation)|late in the|one-year|single-year|annual settlement|"
    r"year-to-year|ring-?fenc\w+|bidding|competitive|duplicat\w+|bureaucra\w+|inflexib\w+|"
    r"hold(?:s|ing)? (?:us |progress |it |councils )?back|stand(?:s|ing)? in the way|undermin\w+|diverts?|absorbs?|"
    r"consum(?:es|ed|ing)|stifl\w+|disincentiv\w+|discourag\w+|perverse|struggle\w*|"
    r"hard to (?:recruit|fill|plan|retain|share|reach)|harder|too (?:often|late|slow|complex|many|short|low|rigid|"
    r"narrow)|no (?:certainty|control|power|say|discretion|clarity|flexibility|inflation|uplift|mechanism)|"
    r"erod\w+|freeze|frozen|capped|cap on|reduc(?:ed|tion|tions) in (?:\w+ )*(?:grant|funding)|cut(?:s|ting)? (?:to|"
    r"in) (?:\w+ )*(?:grant|funding)|lock(?:ed|s)? (?:us |councils )?in(?:to)?|lock-in|legacy (?:systems?|contracts?|"
    r"suppliers?|software)|"
    r"rising|soar\w*|escalat\w+|spiral\w*|outstrip\w*|compet(?:e|ing|ition) (?:with|for)|exceeds?|cost(?:s|ing)? "
    r"(?:us|the council|more)|impossible|risk-averse|reluctan\w+|piecemeal|silos?|churn|"
    r"impede\w*|impediments?|problem\w*|challeng\w+|threat\w*|(?:has|have) (?:risen|increased|grown|doubled|trebled) "
    r"(?:by|from|faster)|not-spots?|never (?:been )?(?:funded|reviewed)|withdrawn|wait(?:s|ing)? (?:for|months|years)|"
    r"beyond our control|outside our control|only \w+ (?:per cent|%)|too few|weeks['’]? notice|at short notice|"
    r"in-year|lost to|drain\w*|takes? (?:up )?(?:officers?|staff)|cost of compliance)\b",
    re.IGNORECASE,
)
_NO_OBSTACLE = re.compile(
    r"^(?:what|before turning|it may be useful|this section|the following|below|we set out|in this "
    r"(?:section|theme)|we have identified the following|the main barriers are)\b|:$",
    re.I,
)
_OUTSIDE_ASK = re.compile(
    r"\bwe (?:ask|urge|invite|encourage|request) (?:all |every |each |our |managers|staff|"
    r"residents|members|suppliers|contractors|tenants|directors)",
    re.I,
)
_BARRIER_THEME = "barriers"
# The patterns above, counted from 0, that ask nothing of government outside a part about barriers.
_ONLY_AMONG_BARRIERS = frozenset({2, 3, 4, 5, 7, 8})
_TRIGGERS_WORDS = (
    "ask asks urge urges call calls request requests invite invites look looks appeal encourage seek government "
    "ministers whitehall department "
    "treasury secretary office parliament dfe dft dwp dhsc defra hmrc would need needs require requires should let "
    "give allow trust want "
    "asking calling seeking needed required essential overdue thing change step help"
)
_TRIGGERS = frozenset(_TRIGGERS_WORDS.split())
_SAYS_BARRIER_WORDS = "barrier barriers obstacle obstacles constraint constraints hampered held constrained hindered"
_SAYS_BARRIER = frozenset(_SAYS_BARRIER_WORDS.split())


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a sentence asks: offsets in the sentence, and of whom as it names them."""

    start: int
    end: int
    of: str | None


def asked_in(sentence: Sentence) -> Asked | None:
    """What a sentence asks of government, from the word that asks to its end, or None where it asks nothing."""
    text = sentence.text
    if _OUTSIDE_ASK.search(text) or text.rstrip().endswith(":"):
        return None
    in_barriers = sentence.part.value.theme == _BARRIER_THEME
    found: re.Match[str] | None = None
    if not sentence.words & _TRIGGERS:
        return _listed(sentence)
    for place, pattern in enumerate(_ASKS):
        if place in _ONLY_AMONG_BARRIERS and not in_barriers:
            continue
        match = pattern.search(text)
        if match is None:
            continue
        of = match.groupdict().get("of")
        if (
            place == 0
            and of is None
            and not (
                in_barriers
                or re.search(
                    r"\b(?:government|ministers|"
                    r"department)\b",
                    text,
                    re.I,
                )
            )
        ):
            continue
        if place == 3 and not _NEEDS.match(match.group("what")):
            continue
        if found is None or match.start() < found.start():
            found = match
    if found is None:
        return _listed(sentence)
    start = _clause_start(text, found.start())
    return Asked(start, len(text.rstrip()), found.groupdict().get("of"))


def _clause_start(text: str, at: int) -> int:
    """Where the clause that asks begins: after "and", "so" or a semicolon where an obstacle stands before it."""
    before = text[:at]
    cut = None
    for match in re.finditer(
        r"(?:[;:]|,\s(?:and|so|which is why|hence)|\band(?= we)|\s[–—-]\s|\bthat is "
        r"why)\s+",
        before,
    ):
        cut = match.end()
    if cut is not None and len(before[:cut].split()) >= 5 and len(before[cut:].split()) <= 4:
        return cut
    return at if len(before.split()) > 12 and cut is None and text[at : at + 2] == "we" else (cut if cut == at else 0)


def _listed(sentence: Sentence) -> Asked | None:
    """A wish in a list that is opened by an asking line, or under a heading that asks."""
    opening = sentence.lead or sentence.part.heading
    if not _ASK_LEAD.search(opening) or not _WISH.match(sentence.text) or sentence.text.rstrip().endswith(":"):
        return None
    if (
        sentence.lead is None
        and sentence.line.kind.value != "list_item"
        and sentence.part.value.theme != _BARRIER_THEME
    ):
        return None
    named = re.search(_GOVERNMENT, opening)
    return Asked(0, len(sentence.text.rstrip()), named.group() if named else None)


def is_obstacle(sentence: Sentence) -> bool:
    """Whether a sentence, in a part about barriers, tells of something in the way."""
    if sentence.part.value.theme != _BARRIER_THEME or _NO_OBSTACLE.search(sentence.text):
        return False
    return _OBSTACLE.search(sentence.text) is not None


def says_barrier(sentence: Sentence) -> bool:
    """Whether a sentence outside such a part says in so many words that something is a barrier to the council."""
    return (
        bool(sentence.words & _SAYS_BARRIER)
        and re.search(
            r"\b(?:(?:is|are|remains?|was|presents?|represents?) (?:still )?(?:a|an|one|the) (?:\w+ "
            r"){0,3}(?:barriers?|obstacles?|constraints?)|"
            r"(?:main|biggest|greatest|single|significant|major|key) (?:barrier|obstacle|constraint)s?(?! (?:to|for) "
            r"residents)|hampered by|held back by|(?:constrained|hindered) by)\b",
            sentence.text,
            re.IGNORECASE,
        )
        is not None
    )
