"""Is this copy of a plan one of those published here? A stranger's file is opened in a process that may do little."""

import hashlib
import json
import re
from dataclasses import dataclass

from moothall.apps.publications import queries as publications
from moothall.apps.publications.likeness import Alike, most_alike
from moothall.documents.exchange import plan_json, plan_stratml, publication_json, return_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.documents.reading import wire
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import Limits
from moothall.documents.reading.worker import Worker
from moothall.domain.fingerprints import fingerprint
from moothall.domain.plans import Plan
from moothall.domain.publications import KnownText
from moothall.domain.refusals import Refusal

MEGABYTE = 1_048_576
LARGEST = 10 * MEGABYTE
LONGEST = 400_000  # letters of a copy that are compared; no plan is so long
LIMITS = Limits(bytes=LARGEST, pages=200, cpu_seconds=15, wall_seconds=25.0)
_PDF, _ZIPPED, _XML = b"%PDF-", b"PK\x03\x04", re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml|<PerformancePlanOrReport")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_NOT_OURS = "Choose the PDF, the Word document or a data file (JSON or XML) of a plan published with Moothall."


@dataclass(frozen=True, slots=True)
class Checked:
    """What a copy turned out to be. ``known`` is None where no text published here has this fingerprint.

    ``fingerprint`` is of the data in the copy, empty where it holds none. ``is_same_file`` is None for what is no PDF,
    and False for a PDF whose data is known but whose file is another. ``alike`` is what its pages read like, asked
    only where the file itself does not settle it. ``has_other_data`` where data inside is of no text published here.
    """

    fingerprint: str
    known: KnownText | None
    is_same_file: bool | None = None
    alike: Alike | None = None
    has_other_data: bool = False


def check_fingerprint(typed: str) -> Checked:
    """The text or the PDF with this fingerprint. Raises a Refusal for what is no fingerprint."""
    mark = re.sub(r"\s+", "", typed).lower()
    if not _FINGERPRINT.fullmatch(mark):
        raise Refusal(
            f"A fingerprint has 64 characters, each 0 to 9 or a to f; this has {len(mark)}.",
            next_step="Copy it again from the page of the plan or from the receipt.",
        )
    return Checked(mark, publications.known_text(mark) or publications.known_file(mark))


def check_file(data: bytes, name: str) -> Checked:
    """What a file is: by its bytes, by the data inside it, and else by its words. Raises a Refusal for none of ours."""
    if not data.strip():
        raise Refusal(f"{name} is empty.", next_step=_NOT_OURS)
    if _PDF in data[:1024]:
        return _check_pdf(data, name)
    if data.startswith(_ZIPPED):
        with Worker(LIMITS) as worker:
            return Checked("", None, alike=_read(worker, data, name))
    mark = fingerprint(_plan_in_xml(data, name) if _XML.search(data[:1024]) else _plan_in_json(data, name))
    return Checked(mark, publications.known_text(mark))


def _check_pdf(data: bytes, name: str) -> Checked:
    same = publications.known_file(hashlib.sha256(data).hexdigest())
    if same is not None:
        return Checked(same.fingerprint, same, is_same_file=True)
    with Worker(LIMITS) as worker:
        try:
            inside = worker.ask("plan", data, name)
        except Unreadable as problem:
            raise Refusal(problem.sentence, next_step=_NOT_OURS) from problem
        if not inside:
            return Checked("", None, alike=_read(worker, data, name))
        try:
            mark = fingerprint(plan_json.load(inside))
        except NotLoaded:
            return Checked("", None, alike=_read(worker, data, name), has_other_data=True)
        known = publications.known_text(mark)
        if known is None:
            return Checked(mark, None, alike=_read(worker, data, name), has_other_data=True)
        try:
            alike = _read(worker, data, name)
        except Refusal:  # its data is known; that its pages cannot be read is told by their absence
            alike = None
    return Checked(mark, known, is_same_file=False, alike=alike)


def _read(worker: Worker, data: bytes, name: str) -> Alike | None:
    """What the words of a copy read like. Raises a Refusal where they cannot be read."""
    try:
        document = wire.load(json.loads(worker.ask("read", data, name)))
    except Unreadable as problem:
        raise Refusal(problem.sentence, next_step=_NOT_OURS) from problem
    return most_alike("\n".join(page.text for page in document.pages)[:LONGEST])


def _plan_in_json(data: bytes, name: str) -> Plan:
    try:
        form = json.loads(data).get("format")
    except (ValueError, AttributeError, RecursionError):
        raise Refusal(f"{name} is neither a PDF nor the data of a plan.", next_step=_NOT_OURS) from None
    if form == return_json.FORMAT:
        try:
            return return_json.load(data).plan
        except NotLoaded as problem:
            raise Refusal(f"{name} is not a whole return: {problem}", next_step=_NOT_OURS) from problem
    if form == publication_json.FORMAT:
        return _plan_in_record(data, name)
    try:
        return plan_json.load(data)
    except NotLoaded as problem:
        raise Refusal(f"{name} is not the data of a whole plan. {problem}", next_step=_NOT_OURS) from problem


def _plan_in_record(data: bytes, name: str) -> Plan:
    try:
        plan = publication_json.load(data).plan
    except NotLoaded as problem:
        raise Refusal(f"{name} is not a whole record: {problem}", next_step=_NOT_OURS) from problem
    if plan is None:
        raise Refusal(f"{name} is the record of a withdrawn plan, without its words.", next_step=_NOT_OURS)
    return plan


def _plan_in_xml(data: bytes, name: str) -> Plan:
    try:
        return plan_stratml.load(data)
    except NotLoaded as problem:
        raise Refusal(f"{name} is not the data of a whole plan. {problem}", next_step=_NOT_OURS) from problem
