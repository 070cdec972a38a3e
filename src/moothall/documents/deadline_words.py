"""The words that say by when a plan is due, and those that end something else: a call-in, a bid, work inside."""

from __future__ import annotations

import re

BY = re.compile(
    r"(?:\b(?:by|before|prior to|no later than|not later than|on or before|ahead of|in advance of|deadline|due|"
    r"until|submission date|closing date|return date)\b)"
    r"(?:\s+(?:date|of|is|was|for|on|by|set|at|the|to|be|midnight|noon|\d{1,2}(?:[.:]\d\d)?\s*[ap]m|"
    r"remain(?:s|ed)?|stays?|still|unchanged|midday|end of|close|close of (?:play|business) on|"
    r"submission|submissions?|submitted|returns?|plans?|them|their|its|"
    r"central|government|this|these|which|being|has|been|as|day|"
    r"all)\b)*[\s(:,–-]*(?:\w+day,?\s+(?:the\s+)?)?$"
    r"|\b(?:deadline|closing date|due date)\b[^.;,]{0,70}\b(?:is|was|of|being|set (?:for|at)|as|remain(?:s|ed))\s*:?\s*"
    r"(?:\w+day,?\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# "the government's 19 July deadline": the day stands before the word for it.
DAY_OF = re.compile(r"\s+(?:deadline|closing date|cut-?off|due date)\b", re.IGNORECASE)
BEFORE_ITS_DAY = re.compile(r"\b(?:the|its|their|a|[\w-]+['’]s?)\s+(?:\w+day,?\s+)?$", re.IGNORECASE)
# A day that whoever asks has set: "set a date of 19 July", "the date of 19 July given in the letter".
SET = re.compile(
    r"\b(?:set|sets|fixed|fixes|gave|gives|given|named|names|chose)\s+(?:us |councils |authorities |it )?(?:a|the|its)"
    r"\s+(?:\w+\s+)?(?:date|day|deadline)\s+(?:of|as)\s+(?:\w+day,?\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
DATE_OF = re.compile(r"\b(?:date|day)\s+(?:of|was|is)\s+(?:\w+day,?\s+(?:the\s+)?)?$", re.IGNORECASE)
SET_BY = re.compile(
    r",?\s*(?:(?:which|that) (?:is|was) )?(?:set|given|fixed|named|laid down|stated|asked for)(?: out)? (?:by|in) "
    r"[^.;]{0,40}\b(?:letter|government|department|ministry|minister|guidance)\b",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:submi\w+|deadline|return(?:ed|s)?|publish\w*|publication|upload\w*|sent|send|completed?|"
    r"produced?|requir\w+|provided?|finalised|to be with|reach|due|be with|ask(?:ed|ing) for|request(?:ed|ing)?)\b",
    re.IGNORECASE,
)
# The same of a sentence that speaks of the plan, or comes after one that does.
ALSO = re.compile(
    r"\b(?:wr(?:ite|itten|iting)|dr(?:aw|awn|awing) up|prepar\w+|agree\w*|adopt\w*|develop\w*|lodge\w*|deliver\w*|"
    r"go(?:es|ing)?|want\w*|expect\w*|gives?|gave|allow\w*|hand\w*|suppl\w+|receive\w*|need\w*|arriv\w+|"
    r"ask\w*\b[^.;]{0,40}\bfor)\b",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\bcall(?:ed)?[ -]in\b|representation|comments? (?:by|on)|agenda|consultation (?:clos|end|"
    r"period)|implementation|effective|(?<!pre-)election\b.{0,30}$"
    r"|questions? (?:by|must)|budget (?:by|for)|audit|accounts|approved by (?:the )?(?:cabinet|council) (?:on|by)\W*"
    r"(?:\w+day\W+)?$|"
    r"\b(?:government|department|ministry|ministers?) (?:will|would|intends? to|expects? to|is (?:due|expected) to|"
    r"(?:has )?said (?:it|they) would) (?:now |then |also )?(?:publish|respond|reply|announce|review|assess|"
    r"decide|write)|"
    r"\b(?:submit\w*|sen[dt]|make|made) (?:(?:a|an|our|its|the|any) )?(?:[\w-]+ ){0,2}(?:bids?|applications?|claims?|"
    r"objections?|tenders?|nominations?)\b|\bwrit(?:e|ing) to\b|"
    r"\b(?:services|directorates?|directors|heads of service|managers|officers|teams|staff|consultees|members|"
    r"councillors|groups|partners|residents|suppliers)\s+(?:(?:were|are|have been|had been)\s+)?(?:asked|invited|told|"
    r"requested|required|must|should|need(?:ed)? to|ha(?:d|ve) to)\b",
    re.IGNORECASE,
)
STRICT = re.compile(r"\b(?:before|prior to|ahead of)\b(?:(?!deadline|\bdate)[^.]){0,20}$", re.IGNORECASE)
MONTH_ONLY = re.compile(
    r"\b(?:by|in|during|before|by the end of|end of|mid[- ]|late )\s*(?:the end of )?(?:January|"
    r"February|March|April|May|June|July|August|September|October|November|"
    r"December)(?:\s+20\d\d)?\b(?!\s*\d)"
)
SPAN = re.compile(
    r"\bwithin (?:\w+|\d+) (?:weeks?|months?|days)\b(?: of (?:the (?:letter|request)|receipt))?|"
    r"\b(?:by|before) (?:the )?(?:summer(?: recess| break)?|recess)\b",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\bplans? (?:is|are|was|were) due\b[^.;]{0,20}$|"
    r"\b(?<!was )(?<!were )(?<!been )(?:submi\w+|published|return(?:ed)?|sent|ask(?:s|ed) for|required|requested)"
    r"\b[^.;]{0,90}$",
    re.IGNORECASE,
)

ASKED = re.compile(
    r"\b(?:must|to|should|has to|have to) be with\b|\bclosing date for (?:returns|submissions?)\b|"
    r"\bdeadline|\bsubmi|\bgovernment\b|\bdepartment\b|\bministry\b|\bministers?\b|\breturned\b|"
    r"\b(?:a|the|this|our|its|for) return\b|\breturn (?:it|them|(?:a|the|their|our|its) plans?)\b|\brequired\b|"
    r"\bha(?:ve|s|d) to (?:be )?(?:sen[dt]|make|publish)|\b(?:sen[dt]|go(?:es)?|went|back)\b[^.;]{0,40}\bto (?:the )?"
    r"(?-i:[A-Z]{4,6})\b|"
    r"\bletter\b.{0,60}\b(?:ask|gives|gave|allows|wants)|\basks? (?:all|every|each|us|the council)\b|"
    r"\b(?:councils?|authorities)\b.{0,30}\b(?:been|were|was|are|is) (?:asked|required|told|expected|requested)\b",
    re.IGNORECASE,
)
_MUST = (
    r"(?:must|shall|should|ha[sd] to|have to|is to|are to|was to|were to|needs? to|needed to|"
    r"(?:is|was|are|were) due to)"
)
_DONE = (
    r"be (?:sent|lodged|submitted|returned|delivered|supplied|filed|handed in|in|with|received|agreed and \w+|"
    r"written|drawn up|published|produced|completed)|reach|(?:go|get) (?:to|in|back|off)|arrive"
)
_OUT = r"(?:be (?:sent|lodged|submitted|returned|delivered|filed)|reach|go (?:to|in|back|off))"
_SEND = (
    r"(?:send|lodge|submit|return|deliver|supply|file|provide|publish|agree|produce|write|prepare|draw up|complete|"
    r"adopt|make|have)"
)
_ITS_PLAN = (
    r"(?:(?:^|\b(?:a|an|the|this|that|these|such|each|our|its|their|all|and)\s+)(?:draft |final |finished )?plans?|"
    r"return|(?:our|its) (?:answer|response|reply))"
)
# "The plan must be lodged by ...", "We must send our answer by ...", "Plans are due on ...".
DUE = re.compile(
    rf"{_ITS_PLAN}\b\s+(?:\w+ )?(?:{_MUST}\s+(?:\w+ly )?(?:{_DONE})|(?:will|would) (?:then |now )?{_OUT}|"
    r"(?:is|are|was|were) (?:due|wanted|expected|needed|required))\b|"
    r"\b(?:councils?|authorit(?:y|ies)|we)\s+(?:\w+ )?(?:must|ha[sd] to|have to|needs? to|needed to|"
    rf"(?:is|are|was|were) (?:required|obliged|expected|due|asked|told) to)\s+(?:\w+ and )?{_SEND}\b"
    rf"[^.;]{{0,40}}{_ITS_PLAN}\b(?! for\b)",
    re.IGNORECASE,
)
A_PLAN = re.compile(r"\b(?:a|the|this|our|its|their|such|for|want) plans?\b|^plans?\b", re.IGNORECASE)
ASKS = re.compile(r"\b(?:government|department|ministry|ministers?|secretary of state|letter)\b", re.IGNORECASE)
OTHER_PLANS = re.compile(
    r"\b(?:local|corporate|business|neighbourhood|financial|workforce|medium[- ]term|action|recovery|transport|audit) "
    r"plans?\b",
    re.IGNORECASE,
)
COUNCILS_TOLD = re.compile(
    r"\b(?:councils?|authorit(?:y|ies)|districts?|boroughs?|count(?:y|ies)|town halls|we)\b.{0,30}\b(?:been|were|was|"
    r"are) (?:asked|required|told|instructed|given)\b",
    re.IGNORECASE,
)
# "It is due by ...", behind a sentence that tells who asked for it.
GOES_ON = re.compile(r"(?:it|this|they|these|(?:the )?(?:plans?|returns?|responses?))\b", re.IGNORECASE)
WROTE = re.compile(
    r"\b(?:wrote|written)\b.{0,90}\bask|\bask(?:s|ed|ing) (?:for|councils|all|every|each)\b", re.IGNORECASE
)
EVERYONE = re.compile(
    r"\b(?:all|every|each|local)\s+(?:[\w-]+\s+){0,2}(?:councils?|authorit(?:y|ies))\b", re.IGNORECASE
)
INWARD = re.compile(
    r"\b(?:sen[dt]|circulat\w+|shared|lodged|goes|go|returned|due)\s+(?:\w+ )?(?:to|with)\s+(?:the\s+|all\s+|every\s+)?"
    r"(?:members|councillors|cabinet|executive|committee|scrutiny|group leaders|directors|officers|democratic|proper|"
    r"monitoring officer|chief executive)\b|"
    r"\b(?:submi\w+|report\w*|return\w*|brought|"
    r"presented)\s+(?:back\s+)?to\s+(?:the\s+)?(?:next\s+)?(?:cabinet|council\b|committee|executive|"
    r"members|scrutiny|overview)",
    re.IGNORECASE,
)
RETURN = re.compile(
    r"\bsubmi\w+|\bdeadline\b|\b(?:government|department|ministry|minister|secretary of state)\b.{0,80}\b"
    r"(?:ask(?:s|ed|ing)?|requir(?:es?|ed|ing)|requested|told|wrote)\b",
    re.IGNORECASE,
)


FOR_SUBMISSION = re.compile(
    r"\bdeadline (?:for|to|of) (?:the )?(?:submi\w+|return\w*)|\bsubmission deadline\b", re.IGNORECASE
)
