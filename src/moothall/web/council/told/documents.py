"""Documents read, facts confirmed and passages coded, in sentences."""

from moothall.web.council.record_fields import FIELDS as READ
from moothall.web.council.told.phrases import Details, Names, Sentence, named

_READ = {field.name: field.label for field in READ}


def _drafted(said: Details, names: Names) -> str:
    count = len(said.get("filled") or ())
    return (
        f"drafted the plan, the report and the route from a document, filling {count} part{'' if count == 1 else 's'}"
    )


def _confirmed(said: Details, names: Names) -> str:
    deed = {
        "right": "confirmed",
        "corrected": "corrected",
        "not_said": "found nothing said of",
        "rejected": "rejected",
        "kept": "stood by what was confirmed of",
    }
    field = str(said.get("field"))
    return f"{deed.get(str(said.get('verdict')), 'answered for')} “{_READ.get(field, field)}” in a document"


def _counted(deed: str) -> Sentence:
    def told(said: Details, names: Names) -> str:
        count = len(said.get("statements") or ())
        return f"{deed} {count} statement{'' if count == 1 else 's'} of {said.get('name')}"

    return told


def _statements_read(said: Details, names: Names) -> str:
    count = said.get("statements", 0)
    return f"read what {said.get('name')} says as a plan and found {count} statement{'' if count == 1 else 's'}"


def _statement_moved(said: Details, names: Names) -> str:
    theme, question = [*(said.get("after") or ()), None, None][:2]
    where = f"under {named(question, names)}" if question else "under a theme" if theme else "out of the themes"
    return f"moved a statement of {said.get('name')} {where}"


def _put_in(said: Details, names: Names) -> str:
    count = len(said.get("added") or ())
    return f"put {count} thing{'' if count == 1 else 's'} that {said.get('name')} says into the plan"


def _settled(said: Details, names: Names) -> str:
    deed = {"chosen": "chose between", "rejected": "took the other words against", "both": "kept both of"}
    field = str(said.get("field"))
    return (
        f"{deed.get(str(said.get('verdict')), 'settled')} two statements of “{_READ.get(field, field)}” in a document"
    )


def _read(said: Details, names: Names) -> str:
    count = said.get("facts", 0)
    return f"read a document and found {count} fact{'' if count == 1 else 's'} in it"


TOLD: dict[str, Sentence] = {
    "document.uploaded": lambda said, names: f"brought in {said.get('name')}",
    "document.asked_for_again": lambda said, names: f"asked for {said.get('name')} to be read again",
    "document.read": _read,
    "document.asked_anew": lambda said, names: f"asked for {said.get('name')} to be read from the beginning",
    "document.reading_stopped": lambda said, names: f"stopped the reading of {said.get('name')}",
    "document.replaced": lambda said, names: f"put a later version in place of {said.get('name')}",
    "evidence.re_anchored": lambda said, names: f"looked for the evidence of {said.get('document')} in its new text",
    "annotations.brought_in": lambda said, names: (
        f"brought in passages marked elsewhere of {said.get('name')}: {said.get('placed')} found their words, "
        f"{said.get('waiting')} wait for a person"
    ),
    "evidence.placed": lambda said, names: "said where a quotation stands now",
    "evidence.gone": lambda said, names: "said that a quotation stands there no longer",
    "passage.coded": lambda said, names: f"coded the passage {said.get('passage')}",
    "coding.taken_back": lambda said, names: f"took back a coding of the passage {said.get('passage')}",
    "codes.suggestions_asked": lambda said, names: "asked for suggestions of codes",
    "codes.learning_asked": lambda said, names: (
        f"had Moothall learn from {said.get('confirmed')} confirmed passage{'' if said.get('confirmed') == 1 else 's'}"
    ),
    "codes.suggesting_stopped": lambda said, names: "stopped the suggestions of codes",
    "codes.suggesting_taken_up": lambda said, names: "took the suggestions of codes up again",
    "document.unreadable": lambda said, names: "could not read a document",
    "document.whose_said": lambda said, names: (
        "said that a document is the council’s own"
        if said.get("is_ours")
        else "said that a document is another council’s"
    ),
    "fact.confirmed": _confirmed,
    "rivals.settled": _settled,
    "document.one_taken": lambda said, names: f"took “{said.get('name')}” out of several in one document",
    "draft.made": _drafted,
    "plan_content.asked": lambda said, names: f"asked for what {said.get('name')} says as a plan",
    "plan_content.stopped": lambda said, names: f"stopped the reading of {said.get('name')} as a plan",
    "plan_content.read": _statements_read,
    "plan_content.unreadable": lambda said, names: f"could not read {said.get('name')} as a plan",
    "statements.accepted": _counted("accepted"),
    "statements.rejected": _counted("rejected"),
    "statement.corrected": lambda said, names: f"corrected a statement of {said.get('name')}",
    "statement.moved": _statement_moved,
    "plan_content.not_said": lambda said, names: (
        f"said that {said.get('name')} does not answer {named(said.get('question'), names)}"
    ),
    "plan_content.put_into_plan": _put_in,
}
