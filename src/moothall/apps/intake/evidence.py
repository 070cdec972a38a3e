"""What another reading or a corrected version does to the facts of a document: their words are looked for, and what
people confirmed goes with them."""

from dataclasses import dataclass
from datetime import datetime

from moothall.apps.evidence import actions as evidence
from moothall.apps.evidence.actions import Rests
from moothall.apps.intake import queries
from moothall.apps.intake.models import Confirmation, Upload
from moothall.documents.reading.document import Document
from moothall.domain.facts import Locator


@dataclass(frozen=True, slots=True)
class Before:
    """The text as it was, and the name its evidence goes by."""

    text: Document
    document: str


def name_of(upload: Upload) -> str:
    """What the evidence of an upload calls its text."""
    return f"upload/{upload.pk}"


def before(upload: Upload) -> Before | None:
    """The text that was read before this reading, its facts kept as evidence; None where there was none.

    That is the same document's earlier reading, or at the first reading of a corrected version, the version before.
    """
    was = upload if upload.record is not None else upload.replaces
    if was is None or was.record is None:
        return None
    text, verdicts = queries.text(was), queries.verdicts(was)
    held = [
        Rests(
            where=Locator(fact.page, fact.start, fact.end),
            what=fact.kind,
            value=fact.value,
            found_by=fact.found_by,
            is_confirmed=fact.kind in verdicts,
        )
        for fact in was.facts.all()
    ]
    evidence.keep(held, workspace=was.workspace, document=name_of(was), text=text)
    return Before(text, name_of(was))


def go_with(upload: Upload, earlier: Before | None, at: datetime) -> None:
    """Look for the evidence of the earlier text in what was read now, and take along what people confirmed."""
    if earlier is None:
        return
    if upload.replaces is not None and not upload.confirmations.exists():
        Confirmation.objects.bulk_create(
            Confirmation(
                upload=upload,
                field=field,
                verdict=one.verdict,
                value=one.value,
                read=one.read,
                between=one.between,
                remark=one.remark,
                at=one.at,
                by_name=one.by_name,
            )
            for field, one in queries.verdicts(upload.replaces).items()
        )
    evidence.re_anchor(
        workspace=upload.workspace,
        document=earlier.document,
        text=queries.text(upload),
        earlier=earlier.text,
        now_called=name_of(upload),
        by=None,
        at=at,
    )
