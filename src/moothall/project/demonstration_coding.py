"""What the panel of the demonstration has done: suggestions asked for, and some passages coded, three of them twice."""

from datetime import datetime

from moothall.apps.coding import actions, anchors, tasks
from moothall.apps.coding.models import Suggested
from moothall.apps.coding.queue import passages
from moothall.apps.people.models import Person
from moothall.domain.codings import Codes
from moothall.reference import demonstration


def code(round_slug: str, cast: dict[str, Person], at: datetime) -> None:
    """Ask for suggestions, have them made, and say of some passages what they are about.

    Raises LookupError where the plan no longer holds words that are to be coded.
    """
    said = demonstration.codings()
    asked_by = cast[said[0].by]
    anchors.follow()
    tasks.run(actions.suggest_for_round(round_slug=round_slug, by=asked_by, at=at))
    rows = list(passages(round_slug).select_related("publication__split", "publication__workspace"))
    for one in said:
        found = next((row for row in rows if one.begins in row.text), None)
        if found is None:
            raise LookupError(f"No passage of the plan holds the words “{one.begins}”.")
        beside = Suggested.objects.filter(passage=found).values_list("pk", flat=True).first()
        actions.code_passage(
            passage=found,
            codes=Codes(one.theme, one.theme_also, one.practice, one.barrier),
            note=one.note,
            beside=beside,
            by=cast[one.by],
            at=at,
        )
