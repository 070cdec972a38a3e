"""The words councils put over what is said in a line: a title, a day, a key decision, a portfolio, wards."""

_HOLDER = r"(?:portfolio holder|cabinet member|executive member|executive councillor|lead member|lead councillor)"

# The first pattern that fits the whole label wins, so the narrow ones stand before the wide ones.
FIELDS: tuple[tuple[str, str], ...] = (
    (
        "title",
        r"(?:matter|issue|item|topic) for (?:decision|consideration)|issue|topic|name of (?:the )?(?:decision|report|"
        r"item)|decision description",
    ),
    ("title", r"(?:report |item |agenda item |document |decision )?title(?: of (?:the )?(?:report|decision|item))?"),
    ("title", r"(?:report )?subject(?: matter| of (?:the )?report| title)?|report name|issue title|matter"),
    ("decided_at", r"(?:decided|considered|made|taken) at(?: the)? meeting(?: of)?|decision meeting"),
    ("decision_due", r"date of (?:the )?proposed decision|decision expected(?: on| by| date)?"),
    (
        "decision_due",
        r"(?:expected|proposed|anticipated|likely|planned|target|estimated) (?:decision )?(?:date|meeting)"
        r"(?: (?:of|for)(?: the)? (?:decision|meeting))?|(?:date|when) (?:the )?decision (?:is )?(?:due|expected|"
        r"to be (?:made|taken))|(?:date|when) (?:it is )?to be (?:decided|considered|taken)|decision date due",
    ),
    ("decision_due", r"decision due(?: date)?(?: by)?|date decision due|decision to be taken (?:on|date)"),
    (
        "decision_date",
        r"date of (?:the )?(?:officer|delegated|executive|cabinet|member|mayoral|leader s?|urgent) decision"
        r"(?: taken| made)?|date of (?:the )?decision (?:taken|made)",
    ),
    (
        "decision_date",
        r"(?:date of (?:the )?(?:meeting )?decision|(?:meeting )?decision date|"
        r"date (?:the )?decision (?:was )?(?:made|taken))",
    ),
    ("decision_date", r"date (?:made|taken|of decision(?: made)?|decided)|decision (?:made|taken) on"),
    ("publication_date", r"date of publication of (?:the |this )?(?:record|notice|decision)"),
    ("publication_date", r"publication date(?: of decision)?|(?:date )?(?:decision )?published(?: on| date)?"),
    ("publication_date", r"date of publication(?: of decision)?|decision publication date|date (?:this )?published"),
    (
        "effective_from",
        r"(?:the )?decision (?:can|may|to|will) be implemented(?: from| on| after)?|(?:the )?decision comes into "
        r"(?:force|effect)(?: on| from)?",
    ),
    (
        "effective_from",
        r"effective (?:from|date)|date (?:decision )?effective(?: from)?|(?:date of )?implementation date",
    ),
    ("effective_from", r"(?:comes into (?:force|effect)|date of implementation|decision effective from)(?: on)?"),
    (
        "call_in_deadline",
        r"(?:date )?(?:the )?call in (?:period )?(?:ends|end|expires|closes)(?: on| at)?|(?:final|latest|closing|end|"
        r"expiry) (?:date )?(?:for|of) (?:the )?call in(?: period)?",
    ),
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
        r"(?:(?:is )?(?:the |this )?decision )?(?:subject to|available for|open to) "
        r"(?:scrutiny |overview and scrutiny )?call in|is call in (?:applicable|available|possible)|does call in apply",
    ),
    (
        "call_in",
        r"(?:(?:is|will) (?:the |this |it )?(?:decision |report |item )?(?:be )?)?"
        r"(?:subject to|eligible for|open (?:to|for)) call in",
    ),
    (
        "call_in",
        r"(?:can|may) (?:it |(?:the |this )?decision )?be called in|is (?:the |this )?decision callable in|"
        r"(?:will|does) (?:the |this )?decision (?:be )?(?:subject to )?call in apply|right to call in",
    ),
    (
        "call_in",
        r"call in(?: status| procedures?| arrangements| applies| period)?|can (?:the |this )?decision be called in|"
        r"(?:is )?callable in",
    ),
    (
        "power",
        r"(?:(?:legal|statutory|constitutional|delegated|decision making) )*(?:powers?|authority)"
        r"(?: (?:relied (?:up)?on|used|exercised|being exercised|for (?:the |this )?(?:delegated )?decision|"
        r"to (?:act|decide|make (?:the |this )?decision)))|"
        r"(?:authority|power) under which (?:the |this )?decision (?:is|was) (?:made|taken)|"
        r"(?:scheme of )?delegation (?:relied (?:up)?on|used|exercised)",
    ),
    ("key_reason", r"reasons? (?:key|for key decision)|key decision reason|if key why|key decision criteri\w+"),
    (
        "key_decision",
        r"do(?:es)? (?:the|this) (?:report|item|decision|matter) (?:relate to|contain|include|involve|constitute|"
        r"require) an? key decision",
    ),
    (
        "key_decision",
        r"(?:is (?:this |it |the )*(?:decision |report |recommendation |item )?(?:a |likely to be a )?)?"
        r"key decision(?: status| or not| indicator| yes no| y n)?|key",
    ),
    (
        "key_decision",
        r"(?:report for |decision )*key (?:or )?non ?key(?: decision)?(?: status)?|type of decision|decision type|"
        r"is (?:this|it) a key decision (?:and (?:has|is) it|has it been) (?:been )?(?:included )?(?:on|in) "
        r"(?:the )?(?:cabinet |council )?forward plan",
    ),
    ("report_type", r"type of report|report type|report status|status of (?:the )?report|classification"),
    (
        "first_notified",
        r"date (?:first )?(?:entered|added|placed|included|published) (?:in|on|to|into) (?:the )?forward plan|"
        r"date (?:of )?(?:key decision )?notice(?: (?:first )?published)?|notice of (?:key |proposed )?decision "
        r"(?:first )?published(?: on)?",
    ),
    (
        "first_notified",
        r"(?:notice of (?:proposed |key )?decision |date |decision )?first (?:published|notified|notice)(?: on)?",
    ),
    (
        "first_notified",
        r"(?:date )?(?:added to|included in|published in|notified in) (?:the )?forward plan|forward plan date",
    ),
    ("forward_plan", r"(?:fp|forward plan|notice) ref(?:erence)?(?: no| number)?"),
    ("forward_plan", r"(?:cabinet |council )?forward plan(?: (?:ref\w*|numbers?|entry|no|statement|item))*(?: date)?"),
    (
        "forward_plan",
        r"(?:key decision|notice of decision|decision notice)(?: notice)? (?:ref(?:erence)?(?: no| "
        r"number)?|number|no)",
    ),
    (
        "portfolio_holder",
        r"(?:accountable|responsible|sponsoring|lead|relevant)(?: cabinet| executive)? "
        r"(?:member|councillor)s?(?: name)?|member portfolio|councillor responsible|"
        r"(?:portfolio holder|cabinet member|executive member)s?"
        r"(?: or | and | )(?:lead member|cabinet member|portfolio holder|lead councillor)s?",
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
    ("wards", r"which (?:wards?|divisions?) (?:is|are|will be) (?:affected|involved)|wards? implications?"),
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
)
