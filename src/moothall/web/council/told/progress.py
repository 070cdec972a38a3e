"""What is done as the plan is followed: items pointed at, breaks, who follows what, tables, releases, closing."""

from moothall.domain.closings import Outcome
from moothall.web.council.told.phrases import Details, Names, Sentence, day, named, reason


def _pointed(said: Details, names: Names) -> str:
    return (
        f"pointed {named(said.get('item'), names)} at an item of {said.get('meeting')}, {day(said.get('meeting_on'))}"
    )


def _break(said: Details, names: Names) -> str:
    what = named(said.get("measure"), names)
    return f"said that {what} cannot be compared from {day(said.get('from_on'))}: {said.get('words')}".rstrip(".")


def _arranged(said: Details, names: Names) -> str:
    who = said.get("person") or said.get("post") or "the performance managers"
    return f"said that {who} follows {named(said.get('item'), names)}"


def _taken(said: Details, names: Names) -> str:
    count = len(said.get("readings") or ()) + len(said.get("updates") or ())
    left = len(said.get("left") or ())
    return f"recorded {count} rows of the table {said.get('name')}" + (f" and left {left} wrong cells" if left else "")


def _released(said: Details, names: Names) -> str:
    count = said.get("rows") or 0
    return f"released {count} {'entry' if count == 1 else 'entries'} of progress to the public"


def _taken_over(said: Details, names: Names) -> str:
    done = Outcome(str(said.get("outcome"))).done
    return f"recorded that {said.get('body')} {done} {named(said.get('item'), names)} on {day(said.get('decided_on'))}"


TOLD: dict[str, Sentence] = {
    "progress.pointed": _pointed,
    "break.recorded": _break,
    "break.taken_back": lambda said, names: (
        f"took back that {named(said.get('measure'), names)} cannot be compared from {day(said.get('from_on'))}:"
        f" {reason(said)}"
    ),
    "progress.arranged": _arranged,
    "progress.table_brought": lambda said, names: f"brought in the table {said.get('name')}",
    "progress.table_taken": _taken,
    "progress.released": _released,
    "review.kept": lambda said, names: f"kept the review of the time to {day(said.get('until'))}",
    "round.closed": lambda said, names: f"closed the round for this council: {reason(said)}",
    "round.reopened": lambda said, names: f"opened the closed round again: {reason(said)}",
    "succession.recorded": lambda said, names: (
        f"recorded that {said.get('successor')} continues the work from {day(said.get('vesting_on'))}"
    ),
    "item.taken_over": _taken_over,
}
