"""The pack of a return: its files, the ZIP and the message, made so that the same return gives the same bytes for good.

Nothing is kept here. A person looks at exactly these bytes, and the deed keeps them only if they are still the same.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from moothall.apps.decision_records import queries as records
from moothall.apps.files import queries as files
from moothall.apps.handoff import queries as handoff
from moothall.apps.handoff.matter import Matter, exempt_in, matter
from moothall.apps.notices import queries as notices
from moothall.apps.returns import certified
from moothall.apps.returns.models import Return
from moothall.apps.routes import queries as routes
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import pack_json, plan_json, return_json
from moothall.documents.layouts import committee_report, return_papers
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.read import read_file
from moothall.documents.writing import eml, folder, pdf
from moothall.documents.writing.eml import Enclosed, Letter
from moothall.domain import handing_over
from moothall.domain import returns as values
from moothall.domain.decision_records import DecisionRecord, said_in
from moothall.domain.fingerprints import plain
from moothall.domain.handing_over import Kind
from moothall.domain.packs import Channel, Pack, PackFile, check_recipient, sums
from moothall.domain.plans import Plan
from moothall.domain.publications import PublishedDecision
from moothall.domain.refusals import Refusal
from moothall.domain.rounds import Round
from moothall.domain.safety_sections import plan_sections, report_sections
from moothall.reference import house_templates

PDF, JSON, TEXT = "application/pdf", "application/json", "text/plain"
SUMS = "SHA256SUMS"
MOST = 20 * 1024 * 1024
"""How large a message may be: what many mailboxes still take."""


@dataclass(frozen=True)
class Asked:
    """What a person asks to be certified and sent. ``recipient`` is entered by the council; none is known here."""

    words: str
    channel: Channel
    recipient: str
    subject: str
    covering: str
    with_report: bool = False


@dataclass(frozen=True)
class Prepared:
    """A pack as it would be certified and sent, with its bytes. ``letter`` is empty where no mail goes."""

    asked: Asked
    value: values.Return
    files: tuple[tuple[PackFile, bytes, str], ...]
    folder: bytes
    letter: bytes

    @property
    def listed(self) -> tuple[PackFile, ...]:
        """What is in it."""
        return tuple(file for file, _, _ in self.files)

    @property
    def mark(self) -> str:
        """One fingerprint for all that would go: of the folder and of the message."""
        return files.fingerprint(files.fingerprint(self.folder).encode() + self.letter)


def prepare(*, workspace: Workspace, round_: Round, asked: Asked, by: Any, at: datetime) -> Prepared:
    """The pack a person may certify now, as of a moment.

    Raises a Refusal for all that certifying is refused for, for an address that is none where it goes by mail, where
    words of Part 2 stand in what would go, and where the message is too large; NotWritten where a PDF cannot be made.
    """
    publication, mark = certified.to_certify(workspace, words=asked.words, recipient=asked.recipient, by=by)
    value = certified.value(
        workspace, publication, mark, words=asked.words, channel=asked.channel.value, recipient=asked.recipient, by=by,
        at=at,
    )  # fmt: skip
    found = matter(workspace, round_, as_of=timezone.localdate(at))
    report = _report(found, workspace, at) if asked.with_report else None
    _check_open(found, value.plan, round_, asked, value, report, at)
    plan_bytes = files.content(publication.pdf)
    some = [*_papers(workspace, value, plan_bytes, at), *([_file(*report)] if report else [])]
    some.append(_file(return_json.FILE_NAME, return_json.to_bytes(value), JSON, "The return as data, with the plan"))
    some += _lists(value, [file for file, _, _ in some], at)
    zipped = folder.write([(file.name, data) for file, data, _ in some], timestamp=at)
    letter = b""
    if asked.channel in (Channel.MAIL, Channel.MAILBOX):
        letter = message(value, asked.subject, asked.covering, asked.recipient, asked.channel, by, at, _enclosed(some))
    return Prepared(asked, value, tuple(some), zipped, letter)


def message(
    value: values.Return,
    subject: str,
    covering: str,
    recipient: str,
    channel: Channel,
    by: Any,
    at: datetime,
    enclosed: list[Enclosed],
) -> bytes:
    """A message with files. From the council's own mailbox it is a draft; from here it says whom to answer.

    Raises a Refusal where the address is none or the whole is larger than mailboxes take.
    """
    to, answers = check_recipient(recipient, recipient), getattr(by, "email", "")
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    is_own = channel is Channel.MAILBOX
    host = urlsplit(settings.MOOTHALL.address).hostname or "localhost"
    letter = Letter(
        sender=answers if is_own and answers else sender,
        sender_name=getattr(by, "name", "") if is_own else value.authority_name,
        to=to,
        subject=" ".join(subject.split())[:300],
        words=covering,
        at=at,
        message_id=f"{value.receipt_number}.{at:%Y%m%d%H%M%S}@{host}",
        reply_to="" if is_own else answers,
        is_draft=is_own,
    )
    try:
        written = eml.write(letter, enclosed)
    except ValueError as fault:
        raise Refusal(
            f"The message cannot be written: {fault}.", next_step="Correct the address or subject."
        ) from fault
    if len(written) > MOST:
        raise Refusal(
            f"The message would have {len(written) / 1_048_576:.0f} MB, and many mailboxes take no more than 20.",
            next_step="Leave out the committee report, or send the folder another way.",
        )
    return written


def kept_files(row: Return) -> list[Enclosed]:
    """The files of a return as they were certified, from the kept folder. Raises a Refusal where it is damaged."""
    if row.folder is None:
        return []
    with zipfile.ZipFile(io.BytesIO(files.content(row.folder.file))) as archive:
        return [Enclosed(one.filename, archive.read(one), _media(one.filename)) for one in archive.infolist()]


def _media(name: str) -> str:
    return {"pdf": PDF, "json": JSON}.get(name.rpartition(".")[2], TEXT)


def _file(name: str, data: bytes, media_type: str, what: str) -> tuple[PackFile, bytes, str]:
    return PackFile(name, len(data), files.fingerprint(data), what), data, media_type


def _enclosed(some: list[tuple[PackFile, bytes, str]]) -> list[Enclosed]:
    return [Enclosed(file.name, data, media_type) for file, data, media_type in some]


def _papers(
    workspace: Workspace, value: values.Return, plan_bytes: bytes, at: datetime
) -> Iterator[tuple[PackFile, bytes, str]]:
    """The plan as it is published, the decision, and the certificate."""
    yield _file("plan.pdf", plan_bytes, PDF, f"The plan as published, version {value.publication_version}")
    yield _file("plan.json", plan_json.to_bytes(value.plan), JSON, "The plan as data")
    if value.decision:
        made = return_papers.decision(
            value, value.decision, _record(workspace, value.decision, at), colour=workspace.colour
        )
        yield _file("decision.pdf", pdf.write(made, timestamp=at), PDF, f"What {value.decision.body} resolved")
    made = return_papers.certificate(value, colour=workspace.colour)
    who = value.certified_by.name
    yield _file("certificate.pdf", pdf.write(made, timestamp=at), PDF, f"What {who} certified")


def _record(workspace: Workspace, decided: PublishedDecision, at: datetime) -> DecisionRecord | None:
    """The record of the very decision that was published with the plan; None where that decision is not kept here."""
    rows = [
        one
        for one in routes.decisions(workspace)
        if (one.step.body, one.decided_on, routes.limbs(one)) == (decided.body, decided.decided_on, decided.limbs)
    ]
    if not rows:
        return None
    given = notices.first_given(workspace, decided.body)
    known = (("notice_first_published", given, "The notice that was given"),) if given else ()
    return records.record(rows[-1], at=at, known=known)


def _lists(value: values.Return, some: list[PackFile], at: datetime) -> list[tuple[PackFile, bytes, str]]:
    """The list of the files, and the same as lines that a usual tool checks, which has the list's own sum too."""
    pack = Pack(
        receipt_number=value.receipt_number,
        authority=value.authority,
        authority_name=value.authority_name,
        round=value.round,
        made_at=at,
        plan_fingerprint=value.plan_fingerprint,
        files=tuple(some),
    )
    listing = _file(pack_json.FILE_NAME, pack_json.to_bytes(pack), JSON, "The list of these files")
    lines = sums([*some, listing[0]])
    return [listing, _file(SUMS, lines, TEXT, "Their sums, for sha256sum --check")]


def _report(found: Matter | None, workspace: Workspace, at: datetime) -> tuple[str, bytes, str, str] | None:
    """The public part of the covering report: as it was handed over for the agenda, else as it stands."""
    if found is None:
        raise Refusal("There is no covering report to send.", next_step="Leave the report out.")
    name, what = "committee-report.pdf", "The covering report, its public part"
    last = handoff.latest(workspace)
    for one in handoff.files_of(last) if last else []:
        if one.kind == Kind.REPORT.value and one.media_type == PDF:
            return name, files.content(one.file), PDF, f"{what}, as handed over for the agenda"
    document = committee_report.compose(
        found.report, house_templates.by_id(found.row.house_template), colour=workspace.colour
    )
    return name, pdf.write(document, timestamp=at), PDF, what


def _check_open(
    found: Matter | None,
    plan: Plan,
    round_: Round,
    asked: Asked,
    value: values.Return,
    report: tuple[str, bytes, str, str] | None,
    at: datetime,
) -> None:
    """Raise a Refusal where a sentence of Part 2, or of a file that goes with it, stands in anything that would go."""
    exempt = found.exempt_words if found else ()
    if not exempt or found is None:
        return
    words = [("the covering message", f"{asked.subject}\n\n{asked.covering}"), ("the certificate", asked.words)]
    words += [(section.label, section.text) for section in plan_sections(plan, round_)]
    if value.decision:
        words += [("the minute", value.decision.minute)]
        words += [("the resolution", str(plain(limb))) for limb in value.decision.limbs]
        found_record = _record(found.row.workspace, value.decision, at)
        words += [(f"the record of the decision, {label}", text) for label, text in said_in(found_record)]
    if report:
        words += [(section.label, section.text) for section in report_sections(found.report)]
        words.append(("the covering report", _words_of(report[1], report[0])))
    handing_over.check_nothing_exempt(exempt_in(exempt, words, at.date()))


def _words_of(data: bytes, name: str) -> str:
    try:
        return "\n\n".join(page.text for page in read_file(data, name).pages)
    except Unreadable as fault:
        raise Refusal(
            "The words of the covering report cannot be read, so nobody can see that Part 2 is not in it.",
            next_step="Leave the report out, or hand it over anew.",
        ) from fault
