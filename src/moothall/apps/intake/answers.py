"""What a person's answer to one question of a reading becomes. Only the deeds in ``actions`` call this."""

from datetime import datetime
from typing import Any

from moothall.apps.intake import queries
from moothall.apps.intake.models import Confirmation, Upload
from moothall.domain.drafting import check_fits
from moothall.domain.fingerprints import plain
from moothall.domain.refusals import Refusal

_VERDICTS = Confirmation.Verdict
KEPT = "kept"


def read(upload: Upload, field: str) -> Any:
    """What the reader found for a field; None where it found nothing."""
    return (upload.record or {}).get(field)


def check_field(upload: Upload, field: str) -> None:
    """Raise a Refusal where nothing was read in the document, or a reading has no such field."""
    if upload.record is None:
        raise Refusal("Nothing was read in this document.", next_step="Bring in one that can be read.")
    if field not in upload.record:
        raise Refusal(f"There is no field called {field}.", next_step="Choose one of the fields on the page.")


def answered(upload: Upload, field: str, verdict: str, value: Any, *, by: Any, at: datetime) -> Confirmation:
    """Keep one answer. Raises a Refusal where it cannot be given of this reading."""
    found = read(upload, field)
    if verdict in (_VERDICTS.RIGHT, _VERDICTS.REJECTED) and found is None:
        raise Refusal(
            "Nothing was found here that could be right."
            if verdict == _VERDICTS.RIGHT
            else "Nothing was found here that could be wrong.",
            next_step="Write it, or answer that it is not said.",
        )
    if verdict == KEPT:
        return _kept(upload, field, by=by, at=at)
    if verdict == _VERDICTS.CORRECTED:
        check_fits(field, plain(value))
    stands = {_VERDICTS.RIGHT: found, _VERDICTS.CORRECTED: plain(value)}
    return _row(upload, field, verdict, stands.get(_VERDICTS(verdict)), by=by, at=at)


def _kept(upload: Upload, field: str, *, by: Any, at: datetime) -> Confirmation:
    earlier = queries.verdicts(upload).get(field)
    if earlier is None:
        raise Refusal("Nobody has answered this yet.", next_step="Say whether what was found is right.")
    return _row(
        upload, field, earlier.verdict, earlier.value, remark=earlier.remark, between=earlier.between, by=by, at=at
    )


def settled(upload: Upload, field: str, choice: int | None, remark: str, *, by: Any, at: datetime) -> Confirmation:
    """Keep the answer to which of a field's rival values holds. Raises a Refusal where that cannot be said."""
    between = queries.between(upload, field)
    if len(between) < 2:
        raise Refusal("The document says one thing here.", next_step="Say whether it is right.")
    if choice is None and not remark.strip():
        raise Refusal(
            "Where all of them are kept, the record needs a remark.", next_step="Say in a sentence why both stand."
        )
    if choice is not None and not 0 <= choice < len(between):
        raise Refusal("There is no such value to choose.", next_step="Look at the values shown now and choose again.")
    if choice is None:
        verdict, value = _VERDICTS.BOTH, None
    elif between[choice]["value"] is None:
        verdict, value = _VERDICTS.REJECTED, None
    else:
        verdict, value = _VERDICTS.CHOSEN, between[choice]["value"]
    return _row(upload, field, verdict, value, remark=remark.strip(), between=between, by=by, at=at)


def taken(upload: Upload, number: int, *, by: Any, at: datetime) -> list[Confirmation]:
    """Keep what is said of one of several meetings or plans, field by field. Raises a Refusal where it is not there."""
    several = queries.several(upload)
    if not 0 <= number < len(several):
        raise Refusal("The document sets out no such meeting or plan.", next_step="Choose one of those shown.")
    fields = {field: None for one in several for field in one["record"] if field in (upload.record or {})}
    says = several[number]["record"]
    rows = []
    for field in fields:
        verdict = _VERDICTS.CHOSEN if says.get(field) is not None else _VERDICTS.NOT_SAID
        rows.append(_row(upload, field, verdict, says.get(field), remark=several[number]["name"], by=by, at=at))
    return rows


def _row(
    upload: Upload,
    field: str,
    verdict: str,
    value: Any,
    *,
    remark: str = "",
    between: list[dict[str, Any]] | None = None,
    by: Any,
    at: datetime,
) -> Confirmation:
    return Confirmation.objects.create(
        upload=upload,
        field=field,
        verdict=_VERDICTS(verdict),
        value=value,
        read={"value": read(upload, field)},
        between=between or [],
        remark=remark,
        at=at,
        by_name=getattr(by, "name", "Moothall"),
    )
