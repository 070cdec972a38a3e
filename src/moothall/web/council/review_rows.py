"""What a year's review begins from: each commitment and measure as promised, with what was told of it in the time."""

from collections.abc import Mapping
from datetime import date

from moothall.documents.layouts.progress_update import plain_number, stands
from moothall.domain.progress_updates import MeasureTold, MilestoneTold, ProgressUpdate
from moothall.domain.reviews import Review, Reviewed, ReviewedKind, Said
from moothall.web.components.words import plain_day


def review(
    update: ProgressUpdate, *, round_slug: str, since: date, until: date, words: str, said: Mapping[str, Said]
) -> Review:
    """The review of what was told in a time, with what a person says became of each."""
    return Review(
        authority=update.authority,
        authority_name=update.authority_name,
        round=round_slug,
        plan_title=update.plan_title,
        since=since,
        until=until,
        words=words,
        items=tuple(_with(one, said.get(one.key, Said(""))) for one in items(update)),
    )


def items(update: ProgressUpdate) -> tuple[Reviewed, ...]:
    """Each commitment and measure with what was told of it, and nothing said yet of what became of it."""
    commitments = tuple(
        Reviewed(
            one.key,
            ReviewedKind.COMMITMENT,
            one.title,
            one.text,
            tuple(_milestone(step) for step in update.milestones if step.milestone in one.milestones),
            "",
        )
        for one in update.commitments
    )
    return commitments + tuple(_measure(one) for one in update.measures)


def _with(one: Reviewed, said: Said) -> Reviewed:
    return Reviewed(one.key, one.kind, one.title, one.promised, one.told, said.became, said.carried_over)


def _milestone(one: MilestoneTold) -> str:
    lines = " ".join(f"{line.rstrip('.')}." for line in stands(one))
    return f"{one.milestone.title}, due {plain_day(one.milestone.due_on)}: {lines}"


def _measure(one: MeasureTold) -> Reviewed:
    target = f"Our own target: {one.measure.target} ({one.measure.unit})." if one.measure.target else one.measure.unit
    told = [f"{reading.period}: {plain_number(reading.value)}. {reading.note}".strip() for reading in one.readings]
    told += [f"Not comparable with before {plain_day(each.from_on)}: {each.words}" for each in one.breaks]
    told += [f"{item.says.rstrip('.')} ({item.where})." for item in one.pointers]
    return Reviewed(one.measure.key, ReviewedKind.MEASURE, one.measure.title, target, tuple(told), "")
