"""What else is on record of a decision, in sentences for the public trail: scrutiny, call-in, waiver, judgements."""

from collections.abc import Iterator

from moothall.apps.call_ins import followed, waivers
from moothall.apps.decision_records import queries
from moothall.apps.routes import queries as routes
from moothall.apps.routes.models import Decision
from moothall.apps.scrutiny import queries as scrutiny
from moothall.domain.days import in_words


def further(decision: Decision) -> tuple[str, ...]:
    """What scrutiny recommended and was answered, what a call-in came to, who waived it, and who judged what was meant.

    Call-ins of every decision on the route are told, since one may have been replaced by the other.
    """
    workspace = decision.step.route.workspace
    called = [one for each in routes.decisions(workspace) for one in _called_in(each)]
    judged = [one.sentence for one in queries.judged(workspace)]
    return (*scrutiny.sentences(workspace), *called, *_waived(decision), *judged)


def _called_in(decision: Decision) -> Iterator[str]:
    found = followed.of_decision(decision)
    if found is not None:
        on = in_words(followed.called_in_on(found.row))
        told = " ".join(one.told for one in found.happened)
        yield f"The decision of {decision.step.body} was called in on {on}. {told}".strip()


def _waived(decision: Decision) -> Iterator[str]:
    row = waivers.of_decision(decision)
    if row is not None:
        given = f"{row.agreed_by}, as {row.agreed_as}, agreed on {in_words(row.agreed_on)}"
        yield f"Call-in was waived for urgency: {given}. {row.because.strip().rstrip('.')}."
