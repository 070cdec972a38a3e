"""The plan in a file that went out from here: its JSON, its StratML, or the PDF that carries its data."""

from __future__ import annotations

from moothall.documents.exchange import plan_json, plan_stratml, publication_json, return_json
from moothall.documents.exchange.checked import NotLoaded, parsed
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.worker import Worker
from moothall.domain.plans import Plan

_PDF = b"%PDF-"


def plan_in(data: bytes, name: str, *, limits: Limits = DEFAULT) -> Plan:
    """The plan in a file. A PDF is opened in a process of its own. Raises NotLoaded, with what is wrong and where."""
    if _PDF in data[:1024]:
        return plan_json.load(_inside(data, name, limits))
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return plan_stratml.load(data)
    found = parsed(data)
    if found.get("format") == return_json.FORMAT:
        return return_json.load(found).plan
    if found.get("format") == publication_json.FORMAT:
        plan = publication_json.load(found).plan
        if plan is None:
            raise NotLoaded("plan", "The plan was withdrawn, and its record holds no words. Choose another file.")
        return plan
    return plan_json.load(found)


def _inside(data: bytes, name: str, limits: Limits) -> bytes:
    try:
        with Worker(limits) as worker:
            inside = worker.ask("plan", data, name)
    except Unreadable as problem:
        raise NotLoaded("", problem.sentence) from problem
    if not inside:
        raise NotLoaded("", f"{name} is a PDF with no plan's data inside it. Bring it in as a document to be read.")
    return inside
