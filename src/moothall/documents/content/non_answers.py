"""Non-answers: questions a plan says it leaves unanswered, with the place or the reason it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.plan_text import PlanText, Sentence
from moothall.domain.plans import AnswerStatus
from moothall.domain.statements import NonAnswerFound, Statement, StatementKind

_ELSEWHERE = re.compile(
    r"\b(?:(?:is|are|has been|have been|was|were)\s+(?:already |separately |routinely |regularly )*(?:reported|"
    r"published|set out|available|covered|addressed|dealt with|answered|recorded|provided|found)\s+"
    r"(?:elsewhere|separately|already|in (?:our|the|another|its)\b[^.;]{0,60}(?:report|statement|return|strategy|"
    r"plan|appendix|website|paper|document|accounts|section)|on (?:our|the council's|its) (?:web\s?site|transparency "
    r"pages?))"
    r"|(?:can be found|see|please (?:see|refer to)|we refer(?: the reader)? to|refer to|reference is made "
    r"to)\s+(?:in |on |to )?(?:our|the|section|appendix|theme|question|answer)\b[^.;]{2,80})",
    re.IGNORECASE,
)
_DECLINED = re.compile(
    r"\b(?:(?:we|the council|this council)\s+(?:(?:have|has|therefore|respectfully|would|must|do|does|also|"
    r"deliberately)\s+)*(?:decline[sd]?|chosen not|elected not|decided not|not propose|not intend|not feel able|"
    r"prefer not|not consider it (?:helpful|appropriate|possible|meaningful|useful))\b(?:\s+to (?:answer|respond|"
    r"give|provide|put|estimate|speculate|publish|offer|comment|set out|quantify|include|supply))?"
    r"|(?:we|the council)\s+(?:do|does|did|have|has|can|could)\s?not\s+(?:\w+ )?(?:answer(?:ed)?|respond(?:ed)? to|"
    r"attempt(?:ed)? to (?:answer|quantify|put)|collect|hold|record|log|quantif(?:y|ied)|monitor|keep)\b"
    r"|(?:we|the council) (?:are|is) (?:not able|unable) to (?:answer|provide|give|quantify|respond|put|estimate)\b|"
    r"cannot (?:be )?(?:answer(?:ed)?|quantif(?:y|ied)|meaningfully)\b|"
    r"(?:question|prompt|point)s?\b[^.;]{0,60}\b(?:is|are|has|have|was|were)\s+(?:not (?:been )?(?:directly "
    r")?(?:answered|addressed|covered|applicable)|(?:left )?unanswered)|"
    r"(?:is|are|has|have) not (?:been )?(?:answered|quantified|separately (?:recorded|identified|logged|costed))|no "
    r"(?:answer|response|figure|estimate) (?:is|has been) (?:given|offered|provided|put forward)|"
    r"(?:this (?:question|prompt) )?(?:is )?not applicable to (?:us|this council|the council|a district|districts))",
    re.IGNORECASE,
)
_HAS_QUESTION = re.compile(
    r"\b(?:question|prompt|asked|asks|letter|answer|respon[sd]\w*|facility time|figure|"
    r"information|data|equality|edi|networks?|training|agency|consultants?|estimate|savings?)\b",
    re.I,
)
_WHERE = re.compile(
    r"\b(?:in|on|at|see|refer to|to|found in|under|via)\s+(?P<where>(?:(?:our|the|its|a|section|appendix|theme|"
    r"question|annual|page)\b)[^.;]{3,110}?)(?=[.;]|,\s(?:and|so|which|as|but)\b|$|"
    r"\s(?:and (?:is|are)|and so|and (?:we|it)|so (?:is|we|it)|rather than)\b)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|since|as (?=it|this|they|these|we|the|doing|to|any|there)|given that|on the grounds that|in view "
    r"of|for the reason that|due to|so as not to|considering)\s*(?P<reason>[^.;]{8,260})|"
    r",\s(?:believing|considering) (?P<other>[^.;]{8,200})",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:questions?|prompts?|points?|information|data|figures?|estimates?|request|asked|asks)\s+(?:about|on|"
    r"regarding|concerning|relating to|in relation to|of|for|as to|which asks|what|how much|which)\s+"
    r"(?P<what>[^.;,]{4,120}?)(?=\s+(?:is|are|was|were|has|have|because|since|as|given|which|could|would|in (?:this|"
    r"our|the))\b|[.;,]|$)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:(?:The |Our )?(?:cost|amount|share|percentage|level|time|spend|data|information|"
    r"details?) (?:of|on|for|about) )?(?P<what>[A-Z][\w ,'’-]{3,80}?)\s+(?:is|are|has|have|was)\b"
)


def find(text: PlanText) -> Iterator[Statement]:
    """One non-answer a sentence that declines or points elsewhere; a reason may stand in the sentence after it."""
    every = text.sentences
    for place, sentence in enumerate(every):
        following = every[place + 1] if place + 1 < len(every) and every[place + 1].line is sentence.line else None
        if not sentence.words & _TRIGGERS or sentence.voice() is not None:
            continue
        before = every[place - 1] if place and every[place - 1].line is sentence.line else None
        value = _declined(sentence, before, following) or _elsewhere(sentence)
        if value is not None:
            remarks = [] if value.where or value.reason else ["It gives neither a place nor a reason."]
            yield sentence.statement(StatementKind.NON_ANSWER, value, f"non_answers.{value.status}", remarks=remarks)


_TRIGGERS_WORDS = (
    "decline declines declined answer answered answers unanswered elsewhere separately reported published unable "
    "refer see quantify quantified hold collect record log "
    "prefer propose chosen decided elected respond recorded costed given offered applicable found website attempt "
    "attempted meaningfully"
)
_TRIGGERS = frozenset(_TRIGGERS_WORDS.split())


def _declined(sentence: Sentence, before: Sentence | None, following: Sentence | None) -> NonAnswerFound | None:
    match = _DECLINED.search(sentence.text)
    asked = before is not None and _ASKED.search(before.text) is not None
    if match is None or not (asked or _of_a_question(sentence)):
        return None
    reason = _REASON.search(sentence.text)
    words = (reason.group("reason") or reason.group("other")).strip() if reason else None
    if (
        words is None
        and following is not None
        and re.match(
            r"(?:This is because|It would|They would|We (?:believe|consider|do not believe|think)|The reason|To do so|"
            r"Doing so|Any |Such |In our view|The question)",
            following.text,
        )
    ):
        words = following.text.rstrip(" .")
    about = _about(sentence)
    if asked and before is not None and about in (None, sentence.part.heading):
        about = _about(before) or about
    return NonAnswerFound(AnswerStatus.NOT_ANSWERED, about, None, words)


_ASKED = re.compile(
    r"^(?:You|The letter|The government|Government|Ministers) (?:have |has |also )*(?:asked|asks)\b", re.I
)


def _of_a_question(sentence: Sentence) -> bool:
    """Whether what is declined is a question put to the council, and not business of its own."""
    return _HAS_QUESTION.search(sentence.text) is not None or sentence.part.question is not None


def _elsewhere(sentence: Sentence) -> NonAnswerFound | None:
    match = _ELSEWHERE.search(sentence.text)
    if match is None:
        return None
    asked = sentence.part.question is not None or re.search(
        r"\b(?:question|prompt|facility time|equality|edi|asked)\b",
        sentence.text,
        re.I,
    )
    if not asked:
        return None
    if re.search(r"\d+(?:\.\d+)?\s?(?:%|per cent)|£\d", sentence.text):
        return None  # a figure is an answer, wherever else it is published
    where = _WHERE.search(sentence.text, max(0, match.start()))
    return NonAnswerFound(
        AnswerStatus.ELSEWHERE, _about(sentence), where.group("where").strip() if where else None, None
    )


def _about(sentence: Sentence) -> str | None:
    if match := _ABOUT.search(sentence.text):
        return match.group("what").strip()
    if match := _SUBJECT.match(sentence.text):
        what = match.group("what").strip()
        if what.lower() not in (
            "this",
            "it",
            "we",
            "the council",
            "these",
            "they",
            "that",
            "this question",
            "this information",
            "the question",
        ):
            return what
    return sentence.part.heading if sentence.part.question is not None else None
