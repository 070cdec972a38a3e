"""The words councils put over the same thing: which field of a report or decision a heading or row label stands for.

Each slot is a name of ours with the wordings seen for it (domain brief, report headings and decision-record fields).
"""

from __future__ import annotations

import re
from functools import lru_cache

_HOLDER = r"(?:portfolio holder|cabinet member|executive member|executive councillor|lead member|lead councillor)"
_NAMED_BODY = r"(?:the )?(?:cabinet|executive|council|committee|board|panel|members?|mayor|leader)[\w ]{0,40}?"

# The first pattern that fits the whole label wins, so the narrow ones stand before the wide ones.
SLOTS: tuple[tuple[str, str], ...] = (
    ("title", r"(?:report |item |agenda item |document |decision )?title(?: of (?:the )?(?:report|decision|item))?"),
    ("title", r"(?:report )?subject(?: matter| of (?:the )?report| title)?|report name|issue title|matter"),
    ("decided_at", r"(?:decided|considered|made|taken) at(?: the)? meeting(?: of)?|decision meeting"),
    ("decision_due", r"decision due(?: date)?(?: by)?|date decision due|decision to be taken (?:on|date)"),
    ("decision_date", r"(?:date of (?:the )?decision|decision date|date (?:the )?decision (?:was )?(?:made|taken))"),
    ("decision_date", r"date (?:made|taken|of decision(?: made)?|decided)|decision (?:made|taken) on"),
    ("publication_date", r"publication date(?: of decision)?|(?:date )?(?:decision )?published(?: on| date)?"),
    ("publication_date", r"date of publication(?: of decision)?|decision publication date|date (?:this )?published"),
    (
        "effective_from",
        r"effective (?:from|date)|date (?:decision )?effective(?: from)?|(?:date of )?implementation date",
    ),
    ("effective_from", r"(?:comes into (?:force|effect)|date of implementation|decision effective from)(?: on)?"),
    (
        "call_in_deadline",
        r"call in (?:deadline|date|expir\w+(?: date)?|clos\w+(?: date)?|period (?:ends|expires|end))(?: on)?",
    ),
    (
        "call_in_deadline",
        r"(?:deadline|last (?:date|day)|date|closing date) for call in|deadline for (?:the )?call in period",
    ),
    ("call_in_deadline", r"expiry of (?:the )?call in(?: period)?|last day (?:to|for) call in"),
    ("not_call_in", r"exempt(?:ed)? from call in|call in (?:waived|exempt\w*)|urgent decision not subject to call in"),
    (
        "call_in",
        r"(?:(?:is|will) (?:the |this |it )?(?:decision |report |item )?(?:be )?)?"
        r"(?:subject to|eligible for|open (?:to|for)) call in",
    ),
    (
        "call_in",
        r"call in(?: status| procedures?| arrangements| applies| period)?|can (?:the |this )?decision be called in|"
        r"(?:is )?callable in",
    ),
    ("key_reason", r"reasons? (?:key|for key decision)|key decision reason|if key why|key decision criteri\w+"),
    (
        "key_decision",
        r"(?:is (?:this |it |the )*(?:decision |report |recommendation |item )?(?:a |likely to be a )?)?"
        r"key decision(?: status| or not| indicator| yes no| y n)?|key",
    ),
    (
        "key_decision",
        r"key or non key(?: decision)?|key(?:/| )non[ -]?key(?: decision)?|type of decision|decision type",
    ),
    ("report_type", r"type of report|report type|report status|status of (?:the )?report|classification"),
    (
        "first_notified",
        r"(?:notice of (?:proposed |key )?decision |date |decision )?first (?:published|notified|notice)(?: on)?",
    ),
    (
        "first_notified",
        r"(?:date )?(?:added to|included in|published in|notified in) (?:the )?forward plan|forward plan date",
    ),
    ("forward_plan", r"(?:cabinet |council )?forward plan(?: (?:ref\w*|numbers?|entry|no|statement|item))*(?: date)?"),
    (
        "forward_plan",
        r"(?:key decision|notice of decision|decision notice)(?: notice)? (?:ref(?:erence)?(?: no| "
        r"number)?|number|no)",
    ),
    (
        "portfolio_holder",
        rf"(?:name of (?:the )?)?(?:relevant |responsible |lead |accountable )?{_HOLDER}s?(?: (?:for|with|and|name|"
        rf"responsible).*)?",
    ),
    (
        "portfolio_holder",
        r"(?:relevant |lead )?(?:cabinet|executive) (?:portfolio holder|lead|portfolio)s?|lead (?:cabinet|"
        r"executive) (?:member|councillor)s?",
    ),
    (
        "portfolio_holder",
        r"(?:relevant )?portfolios?(?: area| of)?|member champion|(?:cabinet|executive|portfolio) holder",
    ),
    (
        "wards",
        r"(?:wards?|divisions?|parish(?:es)?|areas?)(?:[/ ](?:and |or )?(?:wards?|divisions?|parish(?:es)?|"
        r"areas?))*(?: s)?(?: directly| specifically)?(?: affected| involved| concerned)?",
    ),
    (
        "wards",
        r"(?:electoral |county )?(?:divisions?|wards?)(?: member)?s?(?: affected)?|(?:local|ward) councillors?|"
        r"local (?:members?|divisions?) "
        r"affected|affected wards?",
    ),
    ("corporate_risks", r"(?:corporate|strategic) risks?(?: register)?(?: (?:links?|references?))?"),
    (
        "objectives",
        r"(?:strategic|corporate|council|key|community) (?:objectives?|priorit(?:y|ies)|missions?|aims?|"
        r"ambitions?|themes?|outcomes?|goals?)(?: (?:and|supported|addressed|affected|priorities|links?|"
        r"objectives|codes).*)?",
    ),
    (
        "objectives",
        r"relevant strategic purposes?|(?:council|corporate) (?:plan )?(?:ambitions?|pillars?)|"
        r"(?:links? to|contribution to|alignment (?:to|with)|relevan\w+ to) (?:the )?(?:council s |our "
        r")?(?:corporate|strategic|council|community) .*",
    ),
    (
        "objectives",
        r"(?:corporate|council|community|delivery) plan(?: (?:priorit\w+|objectives?|links?|aims?|themes?|"
        r"implications?))|vision and values|our priorities|priorit(?:y|ies)",
    ),
    (
        "summary",
        r"(?:executive |report |brief )?summary(?: of (?:the )?(?:report|decision|item|issues?))?|report "
        r"in brief|synopsis|key (?:points|messages|issues)",
    ),
    (
        "purpose",
        r"(?:the )?(?:purpose|aims?|summary and purpose)(?: (?:and|of)(?: \w+){1,4})?|what is this report "
        r"about|purpose and summary",
    ),
    (
        "recommendations",
        r"(?:the |officers? |proposed |draft |report |summary of )*recommend(?:ations?|ed)(?: s)?(?: "
        r"(?:to|that|for|by|of|is|are|from|decisions?|and|resolution).*)?",
    ),
    (
        "recommendations",
        r"(?:it is |it is therefore |therefore )?(?:recommended|requested|proposed)(?: (?:to|that|by).*)?|"
        rf"{_NAMED_BODY} (?:is|are) (?:recommended|asked|invited|requested)(?: (?:to|that).*)?",
    ),
    (
        "recommendations",
        r"(?:proposed|draft|recommended|suggested) (?:decisions?|resolutions?)|(?:decisions?|action|"
        r"approval) (?:is |are )?(?:required|requested|sought)|what is being recommended|decisions? "
        r"(?:requested|required) (?:from|of) .*",
    ),
    (
        "reasons",
        r"(?:summary of |the |main )*(?:reasons?|rationale|justification)(?: s)?(?: (?:for|behind)(?: "
        r"(?:the|this|these|proposed|recommended|urgent))* ?(?:decisions?|recommend\w+|urgency|proposals?|"
        r"options?)(?: s)?(?: (?:and|or|made|taken).*)?)?",
    ),
    (
        "reasons",
        r"reasons? for (?:the )?(?:proposed|officers?|recommended) .*|why (?:is )?this decision is needed|"
        r"what are the reasons .*",
    ),
    (
        "options",
        r"(?:details of |summary of |evaluation of |assessment of |analysis of |consideration of |any |other |"
        r"the |main |key |alternative |possible |available |and "
        r")*(?:alternatives?|options?)(?: s)?(?: (?:available|appraisal|analysis|assessment|rejected|"
        r"considered|examined|and|for|evaluated|proposed|by|that|were|when|of|in|the).*)?",
    ),
    (
        "options",
        r"options? (?:and )?alternatives?|(?:what )?(?:other |alternative )(?:options?|courses? of action).*|"
        r"consideration of "
        r"(?:alternatives?|options?).*|reject\w+ (?:options?|alternatives?)",
    ),
    (
        "consultation",
        r"(?:details of |summary of |outcome of |community |public |stakeholder )*consult(?:ations?|ees?|"
        r"ed|ation process)(?: (?:with|and|undertaken|carried|responses?|process|proposed|feedback|"
        r"outcome|summary|on|or|details).*)?",
    ),
    (
        "consultation",
        r"(?:views|responses) of (?:the )?consultees|(?:internal|external|prior) consultation(?: .*)?|"
        r"consultations?[ /]+(?:and )?(?:engagement|representations?|involvement)(?: .*)?|"
        r"outcomes? of (?:the )?consultation(?: .*)?|(?:what )?consultation and engagement(?: .*)?|"
        r"what consultation .*|(?:other |members? |officers? )*(?:members? |officers? )?consulted|"
        r"(?:member|stakeholder|public|community) (?:engagement|consultation).*|engagement(?: and "
        r"consultation)?|who has been consulted|persons? consulted",
    ),
    (
        "officer_comments",
        r"(?:comments? (?:of|from|by) (?:the )?)?statutory officers? ?s?(?: comments?)?|officers? "
        r"comments|comments (?:of|from) (?:the )?statutory officers?",
    ),
    (
        "officer_comment",
        r"(?:comments? (?:of|from|by) (?:the )?)?(?:head of paid service|(?:chief(?= fin)|s ?151|section 151)[\w "
        r"]{0,24}(?:finance )?officer|monitoring officer|chief finance(?:ial)? officer|director of "
        r"finance|chief executive|county solicitor|borough solicitor|city solicitor|head of legal)(?: "
        r"s)?(?: comments?)?",
    ),
    (
        "officers",
        r"(?:name(?:s)? (?:and (?:job )?title )?of )?(?:report|lead|contact|responsible|reporting|"
        r"contributing|relevant|accountable|originating|service|decision|senior|presenting|authoring|key|"
        r"case|main|author)?(?: and)?[ /]*(?:reporting |contact |lead |report |responsible |author "
        r")*(?:officers?|authors?|employees?)(?: s)?(?: (?:name|details|contacts?|and|to contact|for|responsible|"
        r"lead|telephone|email).*)?",
    ),
    (
        "officers",
        r"(?:report |for )?(?:by|from|contacts?|contact (?:details?|persons?|points?|names?|for .*)|"
        r"further information(?: from| contact)?|for (?:further|more) information.*|enquiries(?: to)?)",
    ),
    (
        "officers",
        r"report (?:of|by|from|author\w*|presented by|prepared by|submitted by)(?: the)?(?: s)?|prepared "
        r"by|written by|submitted by|presented by|authors? of (?:the )?report",
    ),
    (
        "officers",
        r"(?:(?:lead|responsible|strategic|corporate|executive|service|assistant|accountable|sponsoring|"
        r"relevant|reporting) )*(?:director|head of service|chief officer|(?:smt|cmt|slt|clt|elt) (?:lead|sponsor|"
        r"member)|strategic lead|service lead|"
        r"service manager|report sponsor)s?(?: (?:lead|responsible|s))?",
    ),
    ("officers", r"senior leadership.*|(?:name|details) of (?:the )?(?:officer|author|contact)(?: taking .*)?"),
    (
        "decision",
        r"(?:the |formal |record of |details of |full |summary of )*(?:decisions?|resolutions?|"
        r"outcome)(?: s)?(?: (?:taken|made|reached|details|agreed|of the .*|record))?|minute decision",
    ),
    (
        "resolved",
        r"(?:it was |(?:the )?\w+ )?(?:unanimously )?(?:resolved|ordered|decided|agreed)(?: "
        r"unanimously)?(?: that)?(?: (?:the )?(?:cabinet|executive|committee|council|board|members?|panel|"
        r"mayor|leader))?(?: to)?",
    ),
    ("report_type", r"report classification|(?:public or )?private status|document status"),
    ("status", r"(?:decision|issue|item|meeting|recommendation)s? status|status"),
    ("minutes", r"(?:draft )?minutes?(?: of (?:the )?(?:meeting|proceedings).*)?|minute (?:text|extract|number)"),
    (
        "attendance",
        r"present|(?:also |officers |members |councillors |others )*(?:in attendance|present|attending|"
        r"attendance)|attendees|apologies(?: for absence)?|substitutes",
    ),
    (
        "interests",
        r"(?:declarations?|disclosures?) of (?:\w+ )*interests?|(?:conflicts? of )?interests?(?: "
        r"declared)?|(?:any )?(?:conflicts?|declarations?) (?:of interest )?declared",
    ),
    (
        "background_papers",
        r"(?:list of |local government act 1972 |other |and |title and location of |any |unpublished |schedule of "
        r")*background (?:papers?|documents?|reading|material)(?: s)?(?: .*)?",
    ),
    (
        "appendices",
        r"(?:list of |schedule of |no of |number of |attached )*(?:appendi(?:x|ces)|annex(?:e?s)?|"
        r"annexures?|enclosures?|attachments?)(?: s)?(?: (?:attached|and|list|included|to|enclosed).*)?",
    ),
    (
        "exempt",
        r"(?:confidential(?:ity)?|exempt(?:ion)?s?|private|restricted)(?: (?:or |and |/ )?(?:confidential|"
        r"exempt|information|report|items?|appendices|status|considerations?|from publication|category|"
        r"yes|no|paragraphs?))*(?: (?:under|by|and|within).*)?",
    ),
    (
        "exempt",
        r"do (?:the |any )?exempt(?: information)? categories apply|"
        r"(?:does|do) (?:the |this )?(?:reports?|appendi\w+|reports? or appendi\w+) (?:contain|include) (?:any )?"
        r"(?:confidential|exempt)(?: (?:or|and|/))?(?: (?:confidential|exempt))?(?: information)?(?: .*)?|"
        r"reasons? for exemption|private or public|public or private|part|part (?:1|2|i|ii)(?: or part (?:2|ii))?|"
        r"exemptions? clause|not for publication|exempt information paragraphs?",
    ),
    (
        "exempt",
        r"(?:open|public|part [12i]+)[ /]*(?:or )?(?:exempt|private|confidential|part)[\w ]*|access to "
        r"information(?: .*)?|is (?:the|this) report (?:confidential|exempt|private)|publication status|"
        r"freedom of information",
    ),
    ("glossary", r"glossary(?: .*)?|abbreviations(?: .*)?|definitions"),
    (
        "documents",
        r"(?:accompanying|supporting|additional|related|other|other useful|useful|linked|relevant|associated|"
        r"reference) "
        r"(?:documents?|papers?|information|decisions?|meetings?|policies)|documents?(?: (?:to be "
        r")?considered| attached)?",
    ),
    (
        "implications",
        r"(?:appendix \w{1,5} )?(?:report |corporate |other |key |main |specific |statutory |organisational |"
        r"general |issues "
        r"and |summary of |and )*(?:implications?|considerations and implications|(?:organisational|"
        r"strategic) impacts?)(?: (?:of|for|and|"
        r"summary|assessment|checklist|arising|considered|table).*)?",
    ),
    (
        "background",
        r"(?:introduction|background|context)(?: (?:and|to|information|of).*)?|introduction and "
        r"background|policy context|national context",
    ),
    (
        "conclusion",
        r"(?:summary and )?conclusions?(?: .*)?|next steps(?: .*)?|timetable(?: .*)?|timescales?(?: .*)?|way forward",
    ),
    (
        "proposal",
        r"proposals?(?: .*)?|(?:relevant |other |key |main )(?:considerations?|issues|matters)|(?:report |"
        r"supporting )?(?:detail|information)s?|main report|the report|discussion|overview(?: .*)?|key "
        r"considerations?|monitoring(?: .*)?|performance(?: monitoring)?|comments?",
    ),
    (
        "body",
        r"(?:report )?to(?: the)?|report (?:to|for)(?: the)?|decision ?(?:maker|taker|making body)s?|"
        r"decision (?:to be )?(?:taken|made) by|(?:(?:cabinet|executive|portfolio|lead|decision) )?(?:member|"
        r"councillor|officer|holder|director|body|person)s? (?:making|taking) (?:the |this )?decisions?|"
        r"(?:name of )?(?:the )?(?:committee|meeting)(?: name)?|"
        r"(?:for )?(?:consideration|decision|determination) (?:by|at)|taken by|meeting (?:of|title)|"
        r"(?:responsible )?decision body|body",
    ),
    (
        "date",
        r"(?:meeting |committee |cabinet |council |executive )?date(?: (?:of|and time of)(?: the)?(?: "
        r"\w+)? (?:meeting|committee|cabinet|council|executive|board))?|date of (?:cabinet|council|"
        r"executive|committee)|date and time|meeting date and time|date[/ ]time",
    ),
    (
        "extension",
        r"ext(?:ension)?(?: no| number)?|tel(?:ephone)?(?: no| number)?|phone(?: no| number)?|e ?mail(?: address)?",
    ),
    (
        "file_ref",
        r"file ref(?:erence)?|ref(?:erence)?(?: no| number)?|agenda item(?: no| number)?|item(?: no| "
        r"number)?|report no|report number",
    ),
    (
        "author",
        r"(?:implications? )?(?:author|completed by|written by|comments? (?:by|from)|provided by|verified "
        r"by|cleared by|officer completing|approved by|signed off by)",
    ),
)

_COMPILED = tuple((slot, re.compile(pattern)) for slot, pattern in SLOTS)
_LEADING_NUMBER = re.compile(r"^(?:(?:\(?\d{1,3}(?:\.\d+)*[.)]?|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+)")

_IMPLICATION_WORDS: tuple[tuple[str, str], ...] = (
    ("human_resources", r"human resources?|\bhr\b|staff(?:ing)?|workforce|personnel|employees?|\bpeople\b"),
    ("human_rights", r"human rights"),
    ("health_and_safety", r"health (?:and )?safety"),
    ("data_protection", r"data protection|privacy|gdpr|information governance|\bdpia\b|information management"),
    ("digital_cyber", r"digital|cyber|\bict\b|\bit\b|technolog\w+"),
    ("social_value", r"social value"),
    ("safeguarding", r"safeguarding"),
    ("climate_environment", r"climate|environment\w*|carbon|ecolog\w+|biodiversity|net zero|nature recovery"),
    ("sustainability", r"sustainab\w+"),
    ("equalities", r"equalit\w+|equity|diversity|\beia\b|\beqia\b|\bedi\b|inclusion"),
    ("risk", r"risks?"),
    ("legal", r"legal|statutory powers?|\blaw\b"),
    ("governance", r"governance|constitution\w*"),
    ("financial", r"financ\w+|budget\w*|\bvfm\b|value for money|revenue|capital"),
    ("resource", r"resources?|resourcing"),
)
_KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in _IMPLICATION_WORDS)
_STRONG = re.compile(
    r"implications?\b|\bissues$|\bassessment|considerations?\b|^risk management|^risks?$|^risks? (?:and|analysis)"
    r"|^corporate risk|impact|\bcomments?$|duty$"
)
_PLAIN_KIND_LABEL = re.compile(
    r"(?:(?:human|resources?|rights|hr|staff(?:ing)?|workforce|personnel|health|safety|data|protection|privacy|gdpr|"
    r"information|governance|digital|cyber(?:security)?|security|ict|it|technology|social|value|safeguarding|climate|"
    r"change|environment\w*|carbon|ecological|emergency|biodiversity|net|zero|sustainab\w+|equalit\w+|equity|diversity|"
    r"eia|eqia|edi|inclusion|cohesion|risks?|management|register|legal|statutory|law|powers?|constitution\w*|financ\w+|"
    r"budget\w*|revenue|capital|money|for|procurement|property|assets?|estates?|opportunities|public|sector|duty|"
    r"rules|whole|life|costs|where|applicable|"
    r"implications?|assessments?|impacts?|issues|considerations?|comments?|corporate|key|other|and|of|the|including|"
    r"analysis|ea|mitigations?|mitigation|on|equal|council|s|151|section|wellbeing|community|crime|disorder|policy|"
    r"consultation|people|employees?|nature|recovery|initial|screening|full|any|arising|from|this|"
    r"report|direct|related|technical|political|reputation\w*|operational|opportunit(?:y|ies)|references?|digital|"
    r"efficiency|in|respect|to|human) ?)+"
)

# Kinds that councils write and the record has no name for: they end the implication before them.
_OTHER_KIND = re.compile(
    r"(?:health (?:and )?well ?being|wellbeing|crime (?:and )?disorder(?: act)?(?: 1998)?|information security|"
    r"ethical|section 17.*|procurement|"
    r"propert(?:y|ies)|assets?|"
    r"communications?|community safety|public health|rural(?: proofing)?|children.*|corporate parenting|armed forces.*|"
    r"customers?(?: service)?|partnerships?|social mobility|poverty|care leavers.*|policy|community|cumulative impact|"
    r"local economy|economic|reputation\w*|ward members?|anti poverty|land|town and parish.*|commercial|accommodation)"
    r"(?: (?:implications?|considerations?|issues|impacts?|assessment|comments?))?"
)


# A heading that asks what others state: "What are the legal implications?".
_ASKED = re.compile(
    r"^(?:what (?:is|are|were|was)(?: the| any)?|are there any|is there any|"
    r"does (?:the|this) (?:report|decision) have any|what) (?=\w+ \w)"
)
_ANSWERED = re.compile(r" and how (?:are|will) (?:they|these|it|risks) (?:being |be )?(?:managed|mitigated|addressed)$")
# "Natural environment, climate and ecology implications": whatever else it names, a label that ends so is of its kinds.
_ANY_KIND = re.compile(
    r"(?:[\w/]+ ){1,9}(?:implications?|considerations?|impacts?)(?: (?:and|including) [\w/]+(?: [\w/]+){0,3})?"
    r"|implications for (?:the )?[\w ]{3,60}"
    r"|(?:associated |key |main |project )?risks?"
    r"(?: (?:and|assessment|mitigation|opportunit\w+|considered|analysis)){0,4}"
    r"|legal (?:requirements|powers|context|position|framework|advice)(?: .*)?"
    r"|financ(?:e|ial) (?:and|appraisal|summary)(?: .*)?|legal and democratic"
    r"|comments (?:of|from|by) (?:the )?(?:head of |director of )?(?:legal|financ\w+)(?: and [\w ]+)?(?: services|"
    r" team)?"
    r"|(?:legal|financ\w+) services comments|equality and fairness analysis|carbon (?:reduction|impact)"
)
_NO_KIND = re.compile(r"\b(?:recommend\w*|options?|alternatives?|consultation|background|proposals?|other|key) ")


def normalised(words: str) -> str:
    """A label as compared: lower case, without number, brackets' content, punctuation at its end, or marks."""
    plain = words.lower().replace("’", "'").replace("&", " and ").replace("\u00a0", " ").replace("(s)", "s")
    plain = _LEADING_NUMBER.sub("", plain.strip())
    plain = re.sub(r"\((?!s\b)[^()]*\)", " ", plain)
    plain = re.sub(r"[^\w ]+", " ", plain)
    return re.sub(r"\s+", " ", plain).strip()


@lru_cache(maxsize=4096)
def slot_of(label: str) -> str | None:
    """The slot a heading or label stands for, or None when it is none we know.

    An implication of its own (``Legal Implications``) answers "implication"; the kinds come from
    ``implication_kinds``. A bare word such as "Finance" answers "implication?" and counts only under a heading
    for implications.
    """
    plain = normalised(label)
    if not plain or len(plain) > 110:
        return None
    if label.rstrip().endswith("?"):
        plain = _ANSWERED.sub("", _ASKED.sub("", plain))
    if implication_kinds(plain) and _PLAIN_KIND_LABEL.fullmatch(plain):
        return "implication" if _STRONG.search(plain) else "implication?"
    if _OTHER_KIND.fullmatch(plain):
        return "implication" if re.search(r"implications?$|considerations?$", plain) else "implication?"
    if implication_kinds(plain) and _ANY_KIND.fullmatch(plain) and not _NO_KIND.match(plain):
        return "implication"
    slot = next((slot for slot, pattern in _COMPILED if pattern.fullmatch(plain)), None)
    return slot or ("implication" if re.fullmatch(r"(?:[\w/]+ ){1,5}implications", plain) else None)


@lru_cache(maxsize=4096)
def implication_kinds(label: str) -> tuple[str, ...]:
    """The kinds of implication a label names, in its order: "Legal and Financial Implications" names two."""
    plain = normalised(label)
    found: dict[str, int] = {}
    for kind, pattern in _KINDS:
        if match := pattern.search(plain):
            found[kind] = match.start()
            plain = plain[: match.start()] + "#" * (match.end() - match.start()) + plain[match.end() :]
    return tuple(sorted(found, key=found.__getitem__))
