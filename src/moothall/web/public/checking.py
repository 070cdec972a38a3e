"""Is this copy of a plan one of those published here? A stranger's file is opened in a process that may do little."""

import hashlib
import json
import re
from dataclasses import dataclass

from moothall.apps.publications import queries as publications
from moothall.documents.exchange import plan_json, return_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.worker import Worker
from moothall.domain.fingerprints import fingerprint
from moothall.domain.plans import Plan
from moothall.domain.publications import KnownText
from moothall.domain.refusals import Refusal

MEGABYTE = 1_048_576
LARGEST = 10 * MEGABYTE
_PDF = b"%PDF-"
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_NOT_OURS = "Choose the PDF or the data file (JSON) of a plan published with Moothall."


@dataclass(frozen=True, slots=True)
class Checked:
    """What a copy turned out to be. ``known`` is None where no text published here has this fingerprint.

    ``is_same_file`` is None for what is no PDF, and False for a PDF whose data is known but whose file is another.
    """

    fingerprint: str
    known: KnownText | None
    is_same_file: bool | None = None


def check_fingerprint(typed: str) -> Checked:
    """The text with this fingerprint. Raises a Refusal for what is no fingerprint."""
    mark = re.sub(r"\s+", "", typed).lower()
    if not _FINGERPRINT.fullmatch(mark):
        raise Refusal(
            f"A fingerprint has 64 characters, each 0 to 9 or a to f; this has {len(mark)}.",
            next_step="Copy it again from the page of the plan or from the receipt.",
        )
    return Checked(mark, publications.known_text(mark))


def check_file(data: bytes, name: str) -> Checked:
    """The text inside a PDF or a data file. Raises a Refusal that says why it is none of ours."""
    if not data.strip():
        raise Refusal(f"{name} is empty.", next_step=_NOT_OURS)
    is_pdf = _PDF in data[:1024]
    mark = fingerprint(_plan_in_pdf(data, name) if is_pdf else _plan_in_json(data, name))
    known = publications.known_text(mark)
    if not is_pdf or known is None:
        return Checked(mark, known)
    return Checked(mark, known, is_same_file=hashlib.sha256(data).hexdigest() == known.pdf_sha256)


def _plan_in_pdf(data: bytes, name: str) -> Plan:
    try:
        with Worker() as worker:
            inside = worker.ask("plan", data, name)
    except Unreadable as problem:
        raise Refusal(problem.sentence, next_step=_NOT_OURS) from problem
    if not inside:
        raise Refusal(f"{name} is a PDF with no plan's data inside it.", next_step=_NOT_OURS)
    return _loaded(inside, name)


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
    return _loaded(data, name)


def _loaded(data: bytes, name: str) -> Plan:
    try:
        return plan_json.load(data)
    except NotLoaded as problem:
        raise Refusal(f"{name} is not the data of a whole plan. {problem}", next_step=_NOT_OURS) from problem
