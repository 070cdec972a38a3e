"""Who was asked, what they answered, and what several people did to the same words, in sentences."""

from moothall.web.components.words import listed
from moothall.web.council.told.phrases import Details, Names, Sentence, because, day, reason, some


def _word_changes(deed: str) -> Sentence:
    def told(said: Details, names: Names) -> str:
        return f"{deed} {some(len(said.get('changes') or ()), 'change')} of {said.get('name')} in {said.get('title')}"

    return told


_REPLIES = {
    "agree": "agreed to",
    "agree_with_words": "agreed, with words, to",
    "cannot_agree": "could not agree to",
    "not_applicable": "found not applicable:",
}


def _agreement(said: Details) -> str:
    """What somebody was asked for, in a few words."""
    if said.get("capacity"):
        return f"the sign-off as {said['capacity']}"
    return f"the {str(said.get('kind')).replace('_', ' ')} implications"


def _agreement_asked(said: Details, names: Names) -> str:
    return f"asked {said.get('person') or 'nobody yet'} for {_agreement(said)}, by {day(said.get('due_on'))}"


def _agreement_answered(said: Details, names: Names) -> str:
    return f"{_REPLIES.get(str(said.get('reply')), 'answered')} {_agreement(said)}{because(said)}"


def _reassigned(said: Details, names: Names) -> str:
    after = said.get("after") or {}
    return f"gave “{said.get('title')}” to {after.get('person')}, by {day(after.get('due_on'))}{because(said)}"


TOLD: dict[str, Sentence] = {
    "agreement.asked": _agreement_asked,
    "agreement.answered": _agreement_answered,
    "agreement.handed_on": lambda said, names: f"handed {_agreement(said)} on to {said.get('after')}{because(said)}",
    "agreement.withdrawn": lambda said, names: f"withdrew the request for {_agreement(said)}{because(said)}",
    "agreement.own_words_allowed": lambda said, names: (
        f"allowed {said.get('person') or 'whoever has it'} to give {_agreement(said)} on their own words{because(said)}"
    ),
    "absence.said": lambda said, names: (
        f"is away from {day(said.get('from_on'))} to {day(said.get('to_on'))}, and {said.get('cover')} covers"
    ),
    "absence.ended": lambda said, names: (
        f"is not away any more from {day(said.get('from_on'))} to {day(said.get('to_on'))}"
    ),
    "person.appointed": lambda said, names: (
        f"gave {said.get('person')} the role of {listed(one.replace('_', ' ') for one in said.get('roles') or ())}"
    ),
    "role.ended": lambda said, names: (
        f"ended the role of {str(said.get('role')).replace('_', ' ')} of {said.get('person')}{because(said)}"
    ),
    "invitation.sent_again": lambda said, names: f"sent the invitation of {said.get('person')} again",
    "author.invited": lambda said, names: f"invited {said.get('person')} to answer requests",
    "invitation.accepted": lambda said, names: "took up an invitation and set a password",
    "wording.added": lambda said, names: f"added the standard wording “{said.get('title')}”",
    "wording.renewed": lambda said, names: (
        f"put version {said.get('version')} of the standard wording “{said.get('title')}” in place of the one before"
    ),
    "wording.taken_back": lambda said, names: f"took back the standard wording “{said.get('title')}”: {reason(said)}",
    "words.frozen": lambda said, names: f"froze “{said.get('title')}” until {day(said.get('until_on'))}{because(said)}",
    "words.thawed": lambda said, names: f"thawed “{said.get('title')}”",
    "writing.assigned": lambda said, names: (
        f"gave “{said.get('title')}” to {said.get('person')} to write, by {day(said.get('due_on'))}"
    ),
    "writing.reassigned": _reassigned,
    "writing.taken_back": lambda said, names: (
        f"took “{said.get('title')}” back from {said.get('person')}{because(said)}"
    ),
    "word.taken_out": lambda said, names: f"took {said.get('label')} out to Word",
    "word.brought_back": lambda said, names: (
        f"brought {said.get('name')} back from Word, with {some(said.get('changes'), 'change')} and "
        f"{some(said.get('strays'), 'passage')} that could not be placed"
    ),
    "word.changes_accepted": _word_changes("accepted"),
    "word.changes_refused": _word_changes("refused"),
    "word.comment_answered": lambda said, names: (
        f"{'kept' if said.get('is_kept') else 'put aside'} a comment from Word on {said.get('title')}"
    ),
    "word.stray_placed": lambda said, names: f"placed words of {said.get('name')} in {said.get('title')}",
    "word.stray_put_aside": lambda said, names: f"put words of {said.get('name')} aside: {reason(said)}",
    "comment.made": lambda said, names: f"commented on {said.get('title')}",
    "comment.words_suggested": lambda said, names: f"suggested other words in {said.get('title')}",
    "comment.answered": lambda said, names: f"answered a comment by {said.get('of')} on {said.get('title')}",
    "comment.resolved": lambda said, names: (
        f"resolved a comment by {said.get('of')} on {said.get('title')}{because(said)}"
    ),
    "comment.reopened": lambda said, names: f"opened a comment by {said.get('of')} on {said.get('title')} again",
    "comment.words_used": lambda said, names: (
        f"used the words that {said.get('suggested_by')} suggested in {said.get('title')}"
    ),
    "comment.words_refused": lambda said, names: (
        f"did not use the words that {said.get('suggested_by')} suggested in {said.get('title')}{because(said)}"
    ),
    "comment.brought_in": lambda said, names: (
        f"kept a comment by {said.get('of')} on {said.get('title')}, from {said.get('name')}"
    ),
    "appendix.given": lambda said, names: (
        f"{'gave an exempt file for' if said.get('is_exempt') else 'gave a file for' if said.get('name') else ''}"
        f"{'' if said.get('is_exempt') or said.get('name') else 'said that the plan is'}"
        f" the appendix “{said.get('appendix')}”"
    ),
    "report.handed_over": lambda said, names: (
        f"handed the report over, hand-off {said.get('number')} of {some(len(said.get('files') or ()), 'file')}"
        f"{', with ' + some(len(said['not_ready']), 'thing') + ' not ready: ' if said.get('not_ready') else ''}"
        f"{reason(said)}"
    ),
    "agenda_link.entered": lambda said, names: f"entered the address of the {said.get('kind')}",
    "agenda_link.corrected": lambda said, names: f"corrected the address of the {said.get('kind')}: {reason(said)}",
}
