"""The words councils put over implications: which kinds a label names, and whether it says so beyond doubt."""

from __future__ import annotations

import re
from functools import lru_cache

from moothall.documents.plain_labels import normalised

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
    (
        "equalities",
        r"equalit\w+|equity|diversity|\beia\b|\beqia\b|\bedi\b|inclusion",
    ),
    ("risk", r"risks?"),
    ("legal", r"legal|statutory powers?|\blaw\b"),
    ("governance", r"governance|constitution\w*"),
    (
        "financial",
        r"financ\w+|budget\w*|\bvfm\b|value for money|revenue|capital",
    ),
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
# Questions in plain words over what is said of one kind.
_QUESTIONS = (
    (
        "financial",
        re.compile(r"(?:what|how much) (?:will|would|does|might) (?:it|this) cost(?: us)?|can we afford (?:it|this)"),
    ),
    ("legal", re.compile(r"what (?:does|do) the law (?:say|require|allow)|is (?:it|this) (?:lawful|legal)")),
    (
        "equalities",
        re.compile(
            r"(?:does|will|would) (?:it|this) treat (?:people|everyone|everybody) (?:fairly|equally)|is (?:it|"
            r"this) fair"
        ),
    ),
    ("risk", re.compile(r"what (?:might|could|can) go wrong")),
)
# "Finance and Resources Committee" is a body, whatever it looks after.
_A_BODY = re.compile(r"\b(?:committee|board|panel|commission|forum|cabinet|executive)$")
_NO_KIND = re.compile(r"\b(?:recommend\w*|options?|alternatives?|consultation|background|proposals?|other|key) ")


def asked_kind(plain: str) -> str | None:
    """The kind of implication that a question in plain words asks about ("what will it cost"), or None."""
    return next((kind for kind, pattern in _QUESTIONS if pattern.fullmatch(plain)), None)


@lru_cache(maxsize=4096)
def implication_kinds(label: str) -> tuple[str, ...]:
    """The kinds of implication a label names, in its order: "Legal and Financial Implications" names two."""
    plain = normalised(label)
    if (kind := asked_kind(plain)) is not None:
        return (kind,)
    found: dict[str, int] = {}
    for kind, pattern in _KINDS:
        if match := pattern.search(plain):
            found[kind] = match.start()
            plain = plain[: match.start()] + "#" * (match.end() - match.start()) + plain[match.end() :]
    return tuple(sorted(found, key=found.__getitem__))


def implication_slot(plain: str) -> str | None:
    """What a label in its plain words stands for among implications: "implication", "implication?" or None."""
    if _A_BODY.search(plain):
        return None
    kinds = implication_kinds(plain)
    if kinds and _PLAIN_KIND_LABEL.fullmatch(plain):
        return "implication" if _STRONG.search(plain) else "implication?"
    if _OTHER_KIND.fullmatch(plain):
        return "implication" if re.search(r"implications?$|considerations?$", plain) else "implication?"
    if kinds and _ANY_KIND.fullmatch(plain) and not _NO_KIND.match(plain):
        return "implication"
    return None
