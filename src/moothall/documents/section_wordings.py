"""The words councils put over a section or over people: recommendations, options, officers, papers, the body itself."""

_NAMED_BODY = r"(?:the )?(?:cabinet|executive|council|committee|board|panel|members?|mayor|leader)[\w ]{0,40}?"

# The first pattern that fits the whole label wins, so the narrow ones stand before the wide ones.
SECTIONS: tuple[tuple[str, str], ...] = (
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
    ("recommendations", r"what (?:we|you) are (?:asking|asked)(?: .*)?|recommended (?:action|course of action)s?"),
    (
        "recommendations",
        r"(?:outline|summary|purpose|introduction|decisions?|background) and (?:the )?"
        r"recommend(?:ations?|ed decisions?)",
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
        r"approval) (?:is |are )?(?:required|requested|sought)|what is being recommended|"
        r"what (?:are we|am i|is this report) asking(?: (?:you|members|(?:the )?\w+))?(?: to (?:do|decide|agree|"
        r"approve))?|"
        r"what (?:you|members|councillors|(?:the )?(?:cabinet|executive|council|committee|board|panel)) (?:is|"
        r"are) (?:being )?"
        r"asked to (?:do|decide|agree|approve)|decisions? "
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
        r"(?:other |alternative |possible )*courses (?:of action )?(?:considered|open|available|rejected)(?: .*)?",
    ),
    ("options", r"alternatives? (?:to be )?(?:considered|rejected)(?: .*)?"),
    (
        "options",
        r"(?:details of |summary of |identification of |appraisal of |outline of |"
        r"evaluation of |assessment of |analysis of |consideration of |any |other |"
        r"the |main |key |alternative |possible |available |and "
        r")*(?:alternatives?|options?)(?: s)?(?: (?:available|appraisal|analysis|assessment|rejected|"
        r"considered|examined|and|for|evaluated|proposed|by|that|were|when|of|in|the).*)?",
    ),
    (
        "options",
        r"options? (?:and )?alternatives?|(?:what )?(?:other |alternative )(?:options?|courses? of action).*|"
        r"what (?:else|other things) (?:could|can|might|did) (?:we|the council) (?:have )?(?:do|done|consider|look at)|"
        r"consideration of "
        r"(?:alternatives?|options?).*|reject\w+ (?:options?|alternatives?)",
    ),
    ("consultation", r"consultees?(?: and)? consultation|(?:taken |made |decided )?in consultation with"),
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
        r"consultation)?|who has been consulted|persons? consulted|"
        r"who (?:have we|did we|we|has the council) (?:have )?(?:talked to|talk to|spoken to|spoke to|asked|ask|"
        r"consulted|consult)",
    ),
    (
        "officer_comments",
        r"(?:comments? (?:of|from|by) (?:the )?)?statutory officers? ?s?(?: comments?)?|officers? "
        r"comments|comments (?:of|from) (?:the )?statutory officers?",
    ),
    (
        "officer_comment",
        r"(?:comments? (?:of|from|by) (?:the )?)?(?:statutory finance officer|head of paid service|"
        r"(?:chief(?= fin)|s ?151|section 151)[\w "
        r"]{0,24}(?:finance )?officer|monitoring officer|chief finance(?:ial)? officer|director of "
        r"finance|chief executive|county solicitor|borough solicitor|city solicitor|head of legal)(?: "
        r"s)?(?: comments?)?",
    ),
    ("officers", r"responsible senior manager|(?:report|paper) owner|director(?: or)? head of (?:service|department)"),
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
        r"report (?:authori[sz]ed|approved|cleared|signed off|issued) by|report (?:of|by|from|author\w*|"
        r"presented by|prepared by|submitted by)(?: the)?(?: s)?|prepared "
        r"by|written by|submitted by|presented by|authors? of (?:the )?report",
    ),
    (
        "officers",
        r"(?:(?:lead|responsible|strategic|corporate|executive|service|assistant|accountable|sponsoring|"
        r"relevant|reporting) )*(?:director|head of service|chief officer|(?:smt|cmt|slt|clt|elt) (?:lead|sponsor|"
        r"member)|strategic lead|service lead|"
        r"service manager|report sponsor)s?(?: (?:lead|responsible|s))?",
    ),
    ("officers", r"who (?:wrote|prepared|to ask|to contact)(?: (?:it|this|the report|this report))?"),
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
        r"(?:list of |local government act 1972 |access to information |other |and |title and location of |any |"
        r"unpublished |schedule of )*background (?:papers?|documents?|reading|material)(?: s)?(?: .*)?|"
        r"(?:papers|documents) (?:that )?(?:we |i |were )?(?:have )?(?:used|read|relied (?:up)?on|looked at|"
        r"referred to)(?: .*)?|what (?:papers|documents) (?:did we|have we|we) \w+(?: on)?",
    ),
    ("appendices", r"(?:documents|papers) attached"),
    (
        "appendices",
        r"(?:list of |use of |schedule of |no of |number of |attached )*(?:appendi(?:x|ces)|annex(?:e?s)?|"
        r"annexures?|enclosures?|attachments?)(?: s)?(?: (?:attached|and|list|included|to|enclosed).*)?",
    ),
    ("exempt", r"private(?: or)? public|public(?: or)? private"),
    (
        "exempt",
        r"(?:confidential(?:ity)?|exempt(?:ion)?s?|private|restricted)(?: (?:or |and |/ )?(?:confidential|"
        r"exempt|information|report|items?|appendices|status|considerations?|from publication|category|"
        r"yes|no|paragraphs?))*(?: (?:under|by|and|within).*)?",
    ),
    (
        "exempt",
        r"do (?:the |any )?exempt(?: information)? categories apply|"
        r"(?:does|do) (?:the |this )?(?:reports?|decisions?|appendi\w+|reports? or appendi\w+) "
        r"(?:contain|include|involve) (?:any )?"
        r"(?:confidential|exempt)(?: (?:or|and|/))?(?: (?:confidential|exempt))?(?: information)?(?: .*)?|"
        r"reasons? for exemption|private or public|public or private|part|part (?:1|2|i|ii)(?: or part (?:2|ii))?|"
        r"exemptions? clause|not for publication|exempt information paragraphs?|"
        r"exempt from (?:the )?(?:press and public|publication|public)",
    ),
    ("approval", r"(?:full )?council approval(?: required| needed)?"),
    (
        "considered_before",
        r"date of previous (?:meeting|committee)s?(?: considered)?|"
        r"(?:previous |prior )?consideration by (?:any |an )?other .*|previous(?:ly)? (?:considered|consideration)"
        r"(?: by| at)?(?: .*)?",
    ),
    (
        "exempt",
        r"(?:(?:is|are) )?(?:this |the )?(?:report |item )?(?:open|public|part [12i]+)[ /]*(?:or )?"
        r"(?:exempt|private|confidential|closed|restricted|part)[\w ]*|access to "
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
        r"supporting )?(?:detail|information)s?|main report|the report|discussion|overview(?! (?:and scrutiny|"
        r"committee|board|panel|select))(?: .*)?|key "
        r"considerations?|monitoring(?: .*)?|performance(?: monitoring)?|comments?",
    ),
    (
        "body",
        r"committee(?: or)? body|who (?:will make|is making|made|takes|will take) (?:the|this) decision|"
        r"name of (?:the )?decision (?:maker|taker)|council body",
    ),
    (
        "body",
        r"(?:report )?to(?: the)?|report (?:to|for)(?: the)?|decision ?(?:maker|taker|making body)s?|"
        r"decision (?:(?:to be )?(?:taken|made) )?by|(?:(?:cabinet|executive|portfolio|lead|decision) )?(?:member|"
        r"councillor|officer|holder|director|body|person)s? (?:making|taking) (?:the |this )?decisions?|"
        r"(?:name of )?(?:the )?(?:committee|meeting)(?: name)?|"
        r"(?:for )?(?:consideration|decision|determination) (?:by|at)|taken by|meeting (?:of|title)|"
        r"(?:responsible )?decision body|body",
    ),
    ("date", r"meeting and date"),
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
