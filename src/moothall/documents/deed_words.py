"""The words by which plans tell what was done, is being done and will be done, and what only sounds like it."""

from __future__ import annotations

import re

_PAST = (
    "introduced|launched|implemented|created|established|merged|restructured|moved|migrated|transferred|invested|"
    "reduced|closed|sold|"
    "replaced|reviewed|adopted|procured|renegotiated|insourced|outsourced|delivered|completed|consolidated|"
    "rationalised|"
    "redesigned|reorganised|re-organised|redeveloped|developed|built|opened|appointed|recruited|trained|deleted|"
    "removed|streamlined|simplified|"
    "automated|digitised|upgraded|installed|deployed|piloted|trialled|tested|commissioned|commenced|started|begun|"
    "began|rolled out|set up|"
    "brought|centralised|integrated|joined|formed|entered into|extended|expanded|strengthened|improved|modernised|"
    "overhauled|"
    "refurbished|relocated|vacated|disposed of|let|leased|switched|converted|cut|ended|stopped|ceased|terminated|"
    "re-tendered|retendered|"
    "tendered|retired|decommissioned|rationalized|standardised|published|changed|refreshed|rewrote|rewritten|"
    "mapped|cleansed|matched|unified|co-located|embedded|trimmed|halved|tightened|capped|frozen|froze|abolished|"
    "saved|generated|secured|"
    "invited|undertook|undertaken|carried out|conducted|ran|run|used|signed|devolved|handed|mobilised|negotiated|"
    "collaborated|"
    "amalgamated|combined|put in place|put into|taken|took|made(?! possible)|given|gave|worked|shared|realigned|"
    "reconfigured|reshaped|transformed|"
    "pulled|drawn|grouped|placed|reported|rebuilt|outsourced|bought|handed|let|hired|insulated|fitted|revised|"
    "updated|purchased|bought|acquired|designed|drawn up|phased out|reset|reviewed|converted|cleared|recovered|"
    "ring-fenced"
)  # fmt: skip
_BASE = (
    "introduce|launch|implement|create|establish|merge|restructure|move|migrate|transfer|invest|reduce|close|sell|"
    "replace|review|adopt|"
    "procure|renegotiate|insource|outsource|deliver|complete|consolidate|rationalise|redesign|reorganise|redevelop|"
    "develop|build|open|"
    "appoint|recruit|train|delete|remove|streamline|simplify|automate|digitise|upgrade|install|deploy|pilot|trial|"
    "test|commission|commence|"
    "start|begin|roll out|set up|bring|centralise|integrate|join|form|enter|extend|expand|strengthen|improve|"
    "modernise|overhaul|refurbish|"
    "relocate|vacate|dispose|let|lease|switch|convert|cut|end|stop|cease|retender|re-tender|tender|decommission|"
    "standardise|publish|"
    "agree|change|refresh|rewrite|map|cleanse|match|unify|co-locate|embed|halve|tighten|cap|freeze|abolish|save|"
    "generate|secure|undertake|"
    "carry out|conduct|hold|run|use|devolve|negotiate|combine|put in place|take|make|give|work|share|realign|"
    "reconfigure|reshape|transform|"
    "revise|update|purchase|buy|acquire|design|draw up|phase out|explore|identify|ensure|increase|maximise|seek|"
    "support|report|bid|apply|"
    "monitor|prepare|produce|finalise|submit|evaluate|assess|benchmark|collect|grow|enable|engage|consult|provide|"
    "offer|target|focus|"
    "continue to|look to|lead|reopen|merge|rebuild|bid|go live|decide|pursue|consider|convene|expand|spend|allocate|"
    "retain|reach|achieve|lower|raise|halve|double|"
    "eliminate|cleanse|host|digitalise|recommission|reprocure|re-procure|scale|shift|track|repurpose|maintain|"
    "rebuild|standardise"
)
_ING = (
    "introducing|launching|implementing|creating|establishing|merging|restructuring|moving|migrating|transferring|"
    "investing|reducing|"
    "closing|selling|replacing|reviewing|adopting|procuring|renegotiating|delivering|completing|consolidating|"
    "rationalising|redesigning|"
    "reorganising|redeveloping|developing|building|opening|appointing|recruiting|training|removing|streamlining|"
    "simplifying|automating|"
    "digitising|upgrading|installing|deploying|piloting|trialling|testing|commissioning|rolling out|setting up|"
    "bringing|centralising|"
    "integrating|expanding|extending|strengthening|improving|modernising|overhauling|refurbishing|relocating|"
    "disposing|switching|"
    "converting|cutting|standardising|refreshing|mapping|cleansing|embedding|tightening|undertaking|carrying out|"
    "conducting|running|"
    "using|trialing|exploring|working|preparing|designing|drawing up|phasing out|transforming|updating|evaluating|"
    "continuing|looking at|"
    "retendering|re-tendering|scoping|transitioning|progressing|leading|collaborating|negotiating|migrating|"
    "recommissioning|building"
)
_ADVERB = (
    r"(?:(?:also|now|since|already|recently|successfully|then|both|further|jointly|therefore|just|fully|thus|"
    r"been|actively|currently|\w+ly|next|all|again|first)\s+)*"
)
DONE = re.compile(
    rf"(?<!that )(?<!which )(?<!since )(?<!what )\b(?:we|the council|this council|the authority|cabinet|both "
    rf"councils)\s+(?:(?:have|has|had)\s+)?{_ADVERB}(?:{_PAST})\b|"
    r"^[A-Z][^.;:]{3,90}? (?:transferred (?:in)?to|moved (?:in)?to|merged (?:with|into|in)|opened (?:in|on|at)|"
    r"closed (?:in|on)|launched (?:in|on)|went live|came into (?:force|use|effect))\b|"
    rf"(?<!that )(?<!which )\b(?:was|were|has been|have been|had been)\s+{_ADVERB}(?:{_PAST})\b",
    re.IGNORECASE,
)
DONE_BARE = re.compile(
    rf"^(?:{_PAST})\b|^[A-Z][\w'’&/ -]{{3,60}}? (?:{_PAST})\b(?: (?:in|during|from|by|at|on|since) "
    rf".{{0,40}})?[.;]?$",
    re.IGNORECASE,
)
UNDER_WAY = re.compile(
    rf"\b(?:we|the council|this council|it|the authority|both councils|services|teams|officers) (?:are|"
    rf"is)\s+{_ADVERB}(?:{_ING})\b|"
    rf"\b(?:is|are)\s+(?:now |currently |also |well |already )*(?:being\s+(?:{_PAST}|(?!realised|used|asked|"
    rf"considered|imposed|forced)\w+ed)|under ?way|under-way|in (?:hand|progress|train|development|the process of)|"
    r"on[- ]going|in the course of)\b|\bhas begun\b|\bhave begun\b|\bwork (?:has|is) (?:started|begun|progressing)\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    rf"\b(?:we|the council|this council|it|the authority|cabinet|both councils|services|teams|officers|directors) "
    rf"(?:will|shall|plans? to|intends? to|aims? to|proposes? to|"
    rf"(?:are|is) (?:planning|going|committed|aiming|looking|due|set) to|(?:expect|hope)s? to|(?:have|has) committed "
    rf"to|(?:are|is) to)\s+{_ADVERB}(?:be (?:{_ING})|{_BASE})\b|"
    rf"\b(?:we|the council) (?:anticipates?|expects?|envisages?|plans? on|hopes?) (?:\w+ing|to)\b|"
    rf"\bwill be (?!required|needed|asked|affected|forced|limited|hit|obliged|expected|invited|tempted|delayed|"
    rf"noticed|welcomed|interested|pleased|faced|exceeded)\w+ed\b|"
    rf"\bwill\s+(?:\((?:a|i|1)\)\s+|also\s+|then\s+|be\s+|see\s+|have\s+|next\s+|\w+ly\s+)*(?:(?:be\s+)?"
    rf"(?:{_PAST})|go[- ]live|{_BASE})\b|"
    rf"\bwill see (?:the|a|an|our)\b|(?<!that )(?<!which )\b(?:is|are) (?:planned|scheduled|proposed|due|programmed|"
    rf"timetabled)\b(?: for| to| in| by)?|\bwe commit to\b|"
    rf"(?<!since )\bgo[- ]live (?:is|in|by)\b|\b(?:{_PAST}|roll(?:ed)? out|completion|replacement|implementation) "
    rf"(?:is )?(?:planned|due|scheduled)\b",
    re.IGNORECASE,
)
IMPERATIVE = re.compile(
    rf"^(?:\(?[\w.]{{1,4}}[.)]\s+)?(?P<verb>{_BASE}|{_ING}|completion of|implementation of|delivery of|replacement "
    rf"of|introduction of|creation of|review of|roll-?out of|"
    r"migration of|development of|adoption of|procurement of|move to|extension of|publication of)\b",
    re.IGNORECASE,
)
# What makes a sentence no deed of the council: pressures, hopes, the letter, the plan's own way to members.
NOT = re.compile(
    r"\b(?:if (?:the )?government|government (?:will|should|has|have|must|could)|ministers (?:will|should|have)|"
    r"would (?:allow|enable|help|welcome|like|ask|urge)|"
    r"will (?:not be|double|remain|face|need|require|cost|depend|inevitably|mean|allow us|only|struggle|always|rise|"
    r"fall|grow|exceed|become|"
    r"take (?:time|years|a (?:number|decade)))|"
    r"this (?:plan|document|response|productivity plan) (?:was|is|has been|will be|sets|responds|has)|(?:has|have|"
    r"had|was|were) (?:not|never)\b|cannot|could not|did not|unable to|"
    r"\d[\d,]* (?:\w+ )?(?:transactions|calls|visits|requests|applications|ideas|bids|cases|enquiries|forms|"
    r"referrals|visitors|responses) (?:were|was|have been)|savings? (?:of [^.;]{2,30} )?(?:were|was|have been|has "
    r"been|are|is) |"
    r"\b(?:noted|agreed|approved|endorsed) by (?:the )?(?:leader|council|cabinet|committee|executive|full council)\b|"
    r"^No\b|^What\b|\bthan they\b|\bnot one\b|\bcoalition\b|\belections?\b|"
    r"^(?:It|This) (?:will be|was|has been|is) (?:then )?(?:published|"
    r"reported|approved|submitted|considered|endorsed|presented)|due date of|\bin abeyance\b|(?:next|last) scheduled|"
    r"^if\b|^should\b|unclear|"
    r"(?:the|our) (?:letter|questions?|minister|secretary of state|guidance)\b.{0,40}\b(?:asks?|asked|sets?|"
    r"requires?)|we (?:were|are) (?:asked|required|forced|obliged)|"
    r"plans? (?:will|must|should|were|was|is|are) (?:not )?(?:be |been )?(?:scored|rated|submitted|approved|endorsed|"
    r"published|considered|agreed)|"
    r"(?:ask|urge|call on|calling on|request|lobby) (?:the )?(?:government|ministers|that)|(?:government|ministers) "
    r"to\b)",
    re.IGNORECASE,
)
# What comes over a council, and what others do: no deed of its own.
BEFALLS = re.compile(
    r"\b(?:deficits?|demand|pressures?|gap|bill|shortfall|overspend|backlog|population|numbers?)\b[^.;]{0,90}"
    r"\bwill (?:reach|hit|double|treble|climb|increase|pass)\b|"
    r"^(?:(?:some|about|over|around|nearly|almost|more than) )?[\d.,]+ ?(?:%|per cent) of (?:our |the |all )?"
    r"[\w -]{0,30}\b(?:residents|customers|tenants|households|people|businesses|payers|users)\b",
    re.IGNORECASE,
)
HARD_TIMES = re.compile(
    r"\b(?:grant|funding|settlement|demand|inflation|pressures?|costs?|population|income|budget gap|deficit|"
    r"caseloads?|need|prices?)\b[\w ,]{0,40}"
    r"\b(?:was|were|has been|have been|will|is|are|has|have) (?:been |be )?(?:cut|reduced|fallen|halved|removed|"
    r"frozen|increased|rising|growing|ended|given|lost|continue)",
    re.IGNORECASE,
)
_TRIGGERS_WORDS = (
    "we council cabinet authority will shall is are was were has have had to plan plans intend it planned due "
    "proposed scheduled live"
)
TRIGGERS = frozenset(_TRIGGERS_WORDS.split())
LEAD_DONE = re.compile(
    r"\b(?:what we(?: have|'ve|’ve)? (?:done|achieved|changed|delivered)|achievements?|(?:we|council|which|that) "
    r"ha(?:ve|s)\b|completed|done so far|progress to date|track record|"
    r"(?:recent|past|previous) (?:changes|achievements|years)|(?:actions|steps|measures) (?:already )?taken|to date|"
    r"so far|have included|included|delivered|already)\b",
    re.IGNORECASE,
)
LEAD_NOW = re.compile(
    r"\b(?:what we(?: are|'re|’re) doing|under ?way|in progress|currently|ongoing|we are|current "
    r"(?:work|projects|programme|initiatives))\b",
    re.IGNORECASE,
)
LEAD_NEXT = re.compile(
    r"\b(?:what we will|we will|will|next steps?|planned|what(?:'s|’s| is| comes)? next|plans? (?:for|to)|future|"
    r"over the (?:next|coming)|in the (?:next|coming)|"
    r"we (?:plan|intend|aim|propose)|our (?:commitments|priorities)|actions?|commitments?|programme|to come|"
    r"intend\w*|proposals?)\b",
    re.IGNORECASE,
)
SHORTEST = 4
ROUTE = re.compile(
    r"\b(?:this (?:productivity )?(?:plan|document)|the (?:productivity )?plan)\b.{0,60}\b(?:was|is|will be|has been|"
    r"approved|endorsed|considered|agreed|published|submitted)|"
    r"\bset out (?:below|above|in this)|\bthe following\b.{0,30}:$",
    re.IGNORECASE,
)
