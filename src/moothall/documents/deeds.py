"""What a sentence says the council did, is doing or will do, and from where in the sentence it says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from moothall.documents.periods import WrittenPeriod, written_periods
from moothall.documents.plan_text import PlanText, Sentence
from moothall.domain.plans import CommitmentStatus
from moothall.domain.statements import Period, Side

# Verbs of deeds a council chooses. What befalls it ("faced", "saw", "received") is no commitment.
_PAST = (
    "introduced|launched|implemented|created|established|merged|restructured|moved|migrated|transferred|invested|reduced|closed|sold|"
    "replaced|reviewed|adopted|procured|renegotiated|insourced|outsourced|delivered|completed|consolidated|rationalised|"
    "redesigned|reorganised|re-organised|redeveloped|developed|built|opened|appointed|recruited|trained|deleted|removed|streamlined|simplified|"
    "automated|digitised|upgraded|installed|deployed|piloted|trialled|tested|commissioned|commenced|started|begun|began|rolled out|set up|"
    "brought|centralised|integrated|joined|formed|entered into|extended|expanded|strengthened|improved|modernised|overhauled|"
    "refurbished|relocated|vacated|disposed of|let|leased|switched|converted|cut|ended|stopped|ceased|terminated|re-tendered|retendered|"
    "tendered|retired|decommissioned|rationalized|standardised|published|changed|refreshed|rewrote|rewritten|"
    "mapped|cleansed|matched|unified|co-located|embedded|trimmed|halved|tightened|capped|frozen|froze|abolished|saved|generated|secured|"
    "invited|undertook|undertaken|carried out|conducted|ran|run|used|signed|devolved|handed|mobilised|negotiated|collaborated|"
    "amalgamated|combined|put in place|put into|taken|took|made(?! possible)|given|gave|worked|shared|realigned|reconfigured|reshaped|transformed|"
    "pulled|drawn|grouped|placed|reported|rebuilt|outsourced|bought|handed|let|hired|insulated|fitted|revised|updated|purchased|bought|acquired|designed|drawn up|phased out|reset|reviewed|converted|cleared|recovered|ring-fenced"
)  # fmt: skip
_BASE = (
    "introduce|launch|implement|create|establish|merge|restructure|move|migrate|transfer|invest|reduce|close|sell|replace|review|adopt|"
    "procure|renegotiate|insource|outsource|deliver|complete|consolidate|rationalise|redesign|reorganise|redevelop|develop|build|open|"
    "appoint|recruit|train|delete|remove|streamline|simplify|automate|digitise|upgrade|install|deploy|pilot|trial|test|commission|commence|"
    "start|begin|roll out|set up|bring|centralise|integrate|join|form|enter|extend|expand|strengthen|improve|modernise|overhaul|refurbish|"
    "relocate|vacate|dispose|let|lease|switch|convert|cut|end|stop|cease|retender|re-tender|tender|decommission|standardise|publish|"
    "agree|change|refresh|rewrite|map|cleanse|match|unify|co-locate|embed|halve|tighten|cap|freeze|abolish|save|generate|secure|undertake|"
    "carry out|conduct|hold|run|use|devolve|negotiate|combine|put in place|take|make|give|work|share|realign|reconfigure|reshape|transform|"
    "revise|update|purchase|buy|acquire|design|draw up|phase out|explore|identify|ensure|increase|maximise|seek|support|report|bid|apply|"
    "monitor|prepare|produce|finalise|submit|evaluate|assess|benchmark|collect|grow|enable|engage|consult|provide|offer|target|focus|"
    "continue to|look to|lead|reopen|merge|rebuild|bid|go live|decide|pursue|consider|convene|expand|spend|allocate|retain|reach|achieve|lower|raise|halve|double|"
    "eliminate|cleanse|host|digitalise|recommission|reprocure|re-procure|scale|shift|track|repurpose|maintain|rebuild|standardise"
)
_ING = (
    "introducing|launching|implementing|creating|establishing|merging|restructuring|moving|migrating|transferring|investing|reducing|"
    "closing|selling|replacing|reviewing|adopting|procuring|renegotiating|delivering|completing|consolidating|rationalising|redesigning|"
    "reorganising|redeveloping|developing|building|opening|appointing|recruiting|training|removing|streamlining|simplifying|automating|"
    "digitising|upgrading|installing|deploying|piloting|trialling|testing|commissioning|rolling out|setting up|bringing|centralising|"
    "integrating|expanding|extending|strengthening|improving|modernising|overhauling|refurbishing|relocating|disposing|switching|"
    "converting|cutting|standardising|refreshing|mapping|cleansing|embedding|tightening|undertaking|carrying out|conducting|running|"
    "using|trialing|exploring|working|preparing|designing|drawing up|phasing out|transforming|updating|evaluating|continuing|looking at|"
    "retendering|re-tendering|scoping|transitioning|progressing|leading|collaborating|negotiating|migrating|recommissioning|building"
)
_SUBJECT = (
    r"(?:we|it|the (?:council|authority|cabinet|executive|borough|district|county|city council)|this council|our [\w' -]{3,50}?|council|"
    r"(?:all |the |each )?(?:directors|managers|officers|services|teams?)|cabinet|the (?:two|three|four|five|partner) (?:councils|authorities)|both councils|"
    r"(?:a|an|the|our|all|every|each|new|both|two|three|four|five|six|phase \w+ of)\b[\w'’&/,() -]{2,90}?)"
)
_ADVERB = r"(?:(?:also|now|since|already|recently|successfully|then|both|further|jointly|therefore|just|fully|thus|been|actively|currently|\w+ly|next|all|again|first)\s+)*"
_DONE = re.compile(
    rf"(?<!that )(?<!which )(?<!since )(?<!what )\b(?:we|the council|this council|the authority|cabinet|both councils)\s+(?:(?:have|has|had)\s+)?{_ADVERB}(?:{_PAST})\b|"
    r"^[A-Z][^.;:]{3,90}? (?:transferred (?:in)?to|moved (?:in)?to|merged (?:with|into|in)|opened (?:in|on|at)|closed (?:in|on)|launched (?:in|on)|went live|came into (?:force|use|effect))\b|"
    rf"(?<!that )(?<!which )\b(?:was|were|has been|have been|had been)\s+{_ADVERB}(?:{_PAST})\b",
    re.IGNORECASE,
)
_DONE_BARE = re.compile(
    rf"^(?:{_PAST})\b|^[A-Z][\w'’&/ -]{{3,60}}? (?:{_PAST})\b(?: (?:in|during|from|by|at|on|since) .{{0,40}})?[.;]?$", re.IGNORECASE
)
_UNDER_WAY = re.compile(
    rf"\b(?:we|the council|this council|it|the authority|both councils|services|teams|officers) (?:are|is)\s+{_ADVERB}(?:{_ING})\b|"
    rf"\b(?:is|are)\s+(?:now |currently |also |well |already )*(?:being\s+(?:{_PAST}|(?!realised|used|asked|considered|imposed|forced)\w+ed)|under ?way|under-way|in (?:hand|progress|train|development|the process of)|"
    r"on[- ]going|in the course of)\b|\bhas begun\b|\bhave begun\b|\bwork (?:has|is) (?:started|begun|progressing)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    rf"\b(?:we|the council|this council|it|the authority|cabinet|both councils|services|teams|officers|directors) (?:will|shall|plans? to|intends? to|aims? to|proposes? to|"
    rf"(?:are|is) (?:planning|going|committed|aiming|looking|due|set) to|(?:expect|hope)s? to|(?:have|has) committed to|(?:are|is) to)\s+{_ADVERB}(?:be (?:{_ING})|{_BASE})\b|"
    rf"\b(?:we|the council) (?:anticipates?|expects?|envisages?|plans? on|hopes?) (?:\w+ing|to)\b|"
    rf"\bwill be (?!required|needed|asked|affected|forced|limited|hit|obliged|expected|invited|tempted|delayed|noticed|welcomed|interested|pleased|faced|exceeded)\w+ed\b|"
    rf"\bwill\s+(?:also\s+|then\s+|be\s+|see\s+|have\s+|next\s+|\w+ly\s+)*(?:(?:be\s+)?(?:{_PAST})|go[- ]live|{_BASE})\b|"
    rf"\bwill see (?:the|a|an|our)\b|(?<!that )(?<!which )\b(?:is|are) (?:planned|scheduled|proposed|due|programmed|timetabled)\b(?: for| to| in| by)?|\bwe commit to\b|"
    rf"(?<!since )\bgo[- ]live (?:is|in|by)\b|\b(?:{_PAST}|roll(?:ed)? out|completion|replacement|implementation) (?:is )?(?:planned|due|scheduled)\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    rf"^(?:\(?[\w.]{{1,4}}[.)]\s+)?(?P<verb>{_BASE}|{_ING}|completion of|implementation of|delivery of|replacement of|introduction of|creation of|review of|roll-?out of|"
    r"migration of|development of|adoption of|procurement of|move to|extension of|publication of)\b",
    re.IGNORECASE,
)
# What makes a sentence no deed of the council: it tells of pressures, hopes, the letter, or the plan's own way to members.
_NOT = re.compile(
    r"\b(?:if (?:the )?government|government (?:will|should|has|have|must|could)|ministers (?:will|should|have)|would (?:allow|enable|help|welcome|like|ask|urge)|"
    r"will (?:not be|double|remain|face|need|require|cost|depend|inevitably|mean|allow us|only|struggle|always|rise|fall|grow|exceed|become|"
    r"take (?:time|years|a (?:number|decade)))|"
    r"this (?:plan|document|response|productivity plan) (?:was|is|has been|will be|sets|responds|has)|(?:has|have|had|was|were) (?:not|never)\b|cannot|could not|did not|unable to|"
    r"\d[\d,]* (?:\w+ )?(?:transactions|calls|visits|requests|applications|ideas|bids|cases|enquiries|forms|referrals|visitors|responses) (?:were|was|have been)|savings? (?:of [^.;]{2,30} )?(?:were|was|have been|has been|are|is) |"
    r"\b(?:noted|agreed|approved|endorsed) by (?:the )?(?:leader|council|cabinet|committee|executive|full council)\b|^No\b|\bnot one\b|\bcoalition\b|\belections?\b|^(?:It|This) (?:will be|was|has been|is) (?:then )?(?:published|reported|approved|submitted|considered|endorsed|presented)|due date of|\bin abeyance\b|(?:next|last) scheduled|^if\b|^should\b|unclear|"
    r"(?:the|our) (?:letter|questions?|minister|secretary of state|guidance)\b.{0,40}\b(?:asks?|asked|sets?|requires?)|we (?:were|are) (?:asked|required|forced|obliged)|"
    r"plans? (?:will|must|should|were|was|is|are) (?:not )?(?:be |been )?(?:scored|rated|submitted|approved|endorsed|published|considered|agreed)|"
    r"(?:ask|urge|call on|calling on|request|lobby) (?:the )?(?:government|ministers|that)|(?:government|ministers) to\b)",
    re.IGNORECASE,
)
_HARD_TIMES = re.compile(
    r"\b(?:grant|funding|settlement|demand|inflation|pressures?|costs?|population|income|budget gap|deficit|caseloads?|need|prices?)\b[\w ,]{0,40}"
    r"\b(?:was|were|has been|have been|will|is|are|has|have) (?:been |be )?(?:cut|reduced|fallen|halved|removed|frozen|increased|rising|growing|ended|given|lost|continue)",
    re.IGNORECASE,
)
_TRIGGERS = frozenset(
    "we council cabinet authority will shall is are was were has have had to plan plans intend it planned due proposed scheduled live".split()
)
_LEAD_DONE = re.compile(
    r"\b(?:what we(?: have|'ve|’ve)? (?:done|achieved|changed|delivered)|achievements?|(?:we|council|which|that) ha(?:ve|s)\b|completed|done so far|progress to date|track record|"
    r"(?:recent|past|previous) (?:changes|achievements|years)|(?:actions|steps|measures) (?:already )?taken|to date|so far|have included|included|delivered|already)\b",
    re.IGNORECASE,
)
_LEAD_NOW = re.compile(r"\b(?:what we(?: are|'re|’re) doing|under ?way|in progress|currently|ongoing|we are|current (?:work|projects|programme|initiatives))\b", re.IGNORECASE)
_LEAD_NEXT = re.compile(
    r"\b(?:what we will|we will|will|next steps?|planned|what(?:'s|’s| is| comes)? next|plans? (?:for|to)|future|over the (?:next|coming)|in the (?:next|coming)|"
    r"we (?:plan|intend|aim|propose)|our (?:commitments|priorities)|actions?|commitments?|programme|to come|intend\w*|proposals?)\b",
    re.IGNORECASE,
)
_SHORTEST = 4
_ROUTE = re.compile(
    r"\b(?:this (?:productivity )?(?:plan|document)|the (?:productivity )?plan)\b.{0,60}\b(?:was|is|will be|has been|approved|endorsed|considered|agreed|published|submitted)|"
    r"\bset out (?:below|above|in this)|\bthe following\b.{0,30}:$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """A sentence that tells a deed of the council: how far it is and the time it gives, if any."""

    sentence: Sentence
    status: CommitmentStatus
    when: WrittenPeriod | None


@lru_cache(maxsize=2)
def deeds_of(text: PlanText) -> tuple[Deed, ...]:
    """The deeds a plan's sentences tell. Words of others and the plan's own way to members are left out."""
    found = []
    for sentence in text.sentences:
        if len(sentence.text.split()) < _SHORTEST or not _may_commit(sentence):
            continue
        status = status_of(sentence)
        if status is not None:
            times = tuple(written_periods(sentence.text, dated_on=text.dated_on))
            found.append(Deed(sentence, status, _when(times, status, text.dated_on)))
    return tuple(found)


def status_of(sentence: Sentence) -> CommitmentStatus | None:
    """How far the deed of this sentence is, or None where it tells of no deed of the council."""
    text = sentence.text
    if _NOT.search(text) or _HARD_TIMES.search(text):
        return None
    found: list[tuple[int, CommitmentStatus]] = []
    if sentence.words & _TRIGGERS:
        for pattern, status in (
            (_PLANNED, CommitmentStatus.PLANNED),
            (_UNDER_WAY, CommitmentStatus.UNDER_WAY),
            (_DONE, CommitmentStatus.DONE),
        ):
            if match := pattern.search(text):
                found.append((match.start(), status))
    if found:
        return min(found, key=lambda pair: pair[0])[1] if sentence.lead is None else found[0][1]
    return _by_lead(sentence)


def status_of_words(words: str) -> CommitmentStatus | None:
    """The status a heading, a lead-in or a cell of a status column gives, or None."""
    plain = words.strip().lower()
    if re.search(r"\b(?:not (?:yet )?(?:started|begun|done)|to (?:start|do)|planned|proposed|future|not begun)\b", plain):
        return CommitmentStatus.PLANNED
    if re.search(r"\b(?:in progress|under ?way|under-way|ongoing|on-going|on track|started|begun|in hand|in train|current|amber)\b", plain):
        return CommitmentStatus.UNDER_WAY
    if re.search(r"\b(?:done|complete[d]?|delivered|achieved|live|implemented|in place|closed|finished)\b", plain):
        return CommitmentStatus.DONE
    return None


def lead_status(words: str) -> CommitmentStatus | None:
    """The status the words that open a list give its items, or None."""
    if _LEAD_NEXT.search(words) and not re.search(r"\bso far\b|\bto date\b|\bha(?:ve|s) (?:already )?\w+ed\b", words, re.I):
        return CommitmentStatus.PLANNED
    if _LEAD_NOW.search(words) and not re.search(r"\bso far\b|\bto date\b", words, re.I):
        return CommitmentStatus.UNDER_WAY
    return CommitmentStatus.DONE if _LEAD_DONE.search(words) else None


def _by_lead(sentence: Sentence) -> CommitmentStatus | None:
    """An item of a list or a short sentence without a subject, by its lead-in or its heading and its first word."""
    opening = sentence.lead or (sentence.part.heading if sentence.start <= 6 else "")
    given = lead_status(opening)
    if match := _IMPERATIVE.match(sentence.text):
        ending = match.group("verb").lower()
        if given is None:
            return None
        return CommitmentStatus.UNDER_WAY if given is CommitmentStatus.DONE and ending.split()[0].endswith("ing") else given
    if _DONE_BARE.match(sentence.text) and (sentence.lead or given or sentence.line.kind.value == "list_item"):
        return CommitmentStatus.DONE if given is not CommitmentStatus.PLANNED else None
    return None


def _may_commit(sentence: Sentence) -> bool:
    voice = sentence.voice()
    if voice is not None and voice.side is not Side.COUNCIL:
        return False
    if _ROUTE.search(sentence.text) or sentence.text.rstrip().endswith(":"):
        return False
    return sentence.part.value.theme != "barriers" or re.match(r"(?:in the meantime,? |meanwhile,? |for our part,? )?(?:we|the council) (?:will|have|are)\b", sentence.text, re.I) is not None


def _when(times: Sequence[WrittenPeriod], status: CommitmentStatus, dated_on: date | None) -> WrittenPeriod | None:
    """The time the words give the deed: for one to come the first that does not look back."""
    if status is CommitmentStatus.DONE:
        past = [each for each in times if dated_on is None or each.period.first_on is None or each.period.first_on <= dated_on]
        return next((each for each in past if each.turn != "by"), past[0] if past else None)
    ahead = [each for each in times if not each.looks_back and not re.match(r"since\b", each.period.written, re.I)]
    if dated_on is not None:
        ahead = [each for each in ahead if each.period.last_on is None or each.period.last_on >= dated_on] or [each for each in ahead if each.turn == "by"]
    if not ahead:
        return None
    return next((each for each in ahead if each.turn == "by"), ahead[0])


def due_remarks(deed: Deed, dated_on: date | None) -> list[str]:
    """What is doubtful about the time of a deed, a sentence each."""
    when = deed.when
    found: list[str] = []
    if when is None:
        return found
    if when.is_relative and dated_on is None:
        found.append(f"The plan gives no date of its own, so “{when.period.written}” is not worked out.")
    last = when.period.last_on
    if deed.status is CommitmentStatus.PLANNED and last is not None and dated_on is not None and last < dated_on:
        found.append(f"It is said to be still to come, and “{when.period.written}” is before the plan's own date.")
    return found


def period_of_cell(words: str, dated_on: date | None) -> Period | None:
    """The time a table's cell gives, read where it can be, else as written; None for an empty cell."""
    if not words.strip(" -–—") or words.strip().lower() in ("tbc", "tbd", "n/a"):
        return None
    first = next(iter(written_periods(words, dated_on=dated_on)), None)
    return first.period if first else Period(words.strip())
