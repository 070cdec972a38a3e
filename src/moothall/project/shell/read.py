"""`moothall read`: one JSON object for each file, with its record, the place of every fact, and the remarks."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import signal
import sys
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import asdict
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moothall.documents.clues import DocumentKind
from moothall.documents.parts import Part, part_at
from moothall.documents.reading.document import Document, Unreadable
from moothall.documents.reading.read import Readers
from moothall.documents.records import FIELDS
from moothall.project.shell.kept_answers import Kept
from moothall.project.shell.page_progress import page_progress
from moothall.project.shell.stopping import stoppable
from moothall.reference import rounds

if TYPE_CHECKING:
    from moothall.documents.review import Review

_POOL_FROM = 8
_MOST_PROCESSES = 4
STOPPED = 130  # as shells say of a program that Ctrl-C ended
_MANIFEST_KEYS = {"file", "url"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the files, the manifest and the form of the answer."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a report, plan, record or page: PDF, DOCX, ODT, HTML, text, a mail (.eml) with attachments, XLSX or CSV",
    )
    parser.add_argument(
        "--manifest", metavar="FILE.jsonl", help='lines of {"file", "url"} where a page\'s address is known'
    )
    parser.add_argument(
        "--resume",
        metavar="FILE.jsonl",
        help="keep each answer here as soon as it is known, and take from here those of files that have not changed",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a file, in the order asked")
    parser.add_argument(
        "--content",
        action="store_true",
        help="say too what a plan says: commitments, milestones, measures, figures, partners, barriers and asks",
    )


def run(args: argparse.Namespace) -> int:
    """Read every file in the order asked. Returns 0 when all could be read, 1 when not, 2 for a wrong manifest.

    Stopped with Ctrl-C, it leaves every line that was finished and returns 130.
    """
    try:
        addresses = _manifest(args.manifest) if args.manifest else {}
        kept = Kept(args.resume) if args.resume else None
    except (OSError, ValueError) as error:
        print(f"moothall read: {error}", file=sys.stderr)
        return 2
    failed = done = 0
    try:
        with stoppable() as check_stopped:
            for answer in _all(args.files, addresses, kept, content=args.content):
                done += 1
                failed += answer["record"] is None
                print(f"{done}/{len(args.files)} {answer['file']}: {answer['kind']}", file=sys.stderr)
                print(json.dumps(answer, ensure_ascii=False) if args.json else _listing(answer), flush=True)
                check_stopped()
    except KeyboardInterrupt:
        again = "Run the same command again to go on." if kept else "With --resume FILE.jsonl the next run can go on."
        print(f"moothall read: stopped after {done} of {len(args.files)} files. {again}", file=sys.stderr, flush=True)
        return STOPPED
    return 1 if failed else 0


def _all(files: list[str], addresses: dict[str, str], kept: Kept | None, *, content: bool) -> Iterator[dict[str, Any]]:
    """The answers in the order asked: those kept from an earlier run, and between them those found now."""
    if kept is None:
        yield from _answers(files, addresses, content=content)
        return
    asked = {name: {"url": _address(name, addresses), "content": content} for name in files}
    known = {name: answer for name in files if (answer := kept.answer(name, asked[name])) is not None}
    found = _answers([name for name in files if name not in known], addresses, content=content)
    for name in files:
        if name in known:
            yield known[name]
        else:
            answer = next(found)
            kept.keep(answer, asked[name])
            yield answer


def _answers(files: list[str], addresses: dict[str, str], *, content: bool) -> Iterator[dict[str, Any]]:
    """The answers in the order asked, with no more files held in memory than there are processes to work on them."""
    workers = min(_MOST_PROCESSES, os.cpu_count() or 1, max(1, len(files)))
    with Readers(workers=workers) as readers:
        if len(files) < _POOL_FROM or workers < 2:
            if files:
                readers.start()  # they get ready while the finders are imported here
                import_module("moothall.documents.review")
            for name in files:
                yield _answer(name, _document(readers, name), _address(name, addresses), content)
            return
        # Readers has a thread here, so a process of ours must not be a copy of this one.
        context = get_context("spawn")
        with (
            ProcessPoolExecutor(workers, mp_context=context) as pool,
            ThreadPoolExecutor(workers, initializer=_leave_stopping_to_us) as threads,
        ):

            def answered(name: str) -> dict[str, Any]:
                read = _document(readers, name)
                return pool.submit(_answer, name, read, _address(name, addresses), content).result()

            waiting: deque[Future[dict[str, Any]]] = deque()
            try:
                for name in files:
                    waiting.append(threads.submit(answered, name))
                    if len(waiting) > 2 * workers:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()


def _leave_stopping_to_us() -> None:
    """Ctrl-C goes to every process of a terminal; those started by this thread finish their file and say nothing."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _document(readers: Readers, name: str) -> tuple[str | None, Document | str]:
    """The file's fingerprint and its document, or the sentence that says why there is none."""
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        why = error.strerror or "it could not be opened"
        return None, f"{name} could not be opened: {why}. Check the name and that you may read it."
    fingerprint = hashlib.sha256(data).hexdigest()
    try:
        return fingerprint, readers.read(data, Path(name).name, on_progress=page_progress(name))
    except Unreadable as refusal:
        return fingerprint, refusal.sentence


def _answer(name: str, read: tuple[str | None, Document | str], url: str | None, content: bool) -> dict[str, Any]:
    fingerprint, document = read
    if isinstance(document, str):
        return _unread(name, fingerprint, document)
    from moothall.documents.review import review

    try:
        found = review(document, url=url)
        said = {"content": _content(document, found)} if content else {}
    except Exception as error:  # one document that trips a finder must not cost the others their answers
        return _unread(
            name,
            fingerprint,
            f"{name} was opened but not understood ({type(error).__name__}). Report it with the file.",
        )
    return {"file": name, "sha256": fingerprint, **as_json(found), **said}


def _content(document: Document, found: Review) -> dict[str, Any]:
    """What the document says as a plan. One that names no round is read against the only one shipped, if it is one.

    Of a mail each part is looked at: a statement names its part, and the questions are those of the plan among them.
    """
    from moothall.documents.content_of_parts import contents_of, plan_among  # half of what there is to import
    from moothall.documents.exchange.content_json import content_json

    shipped = rounds.shipped()
    of_round = found.round or (shipped[0] if len(shipped) == 1 else None)
    told = contents_of(document, of_round)
    plan = told[plan_among(told, {part.name: kind for part, kind in found.parts})]
    answer = content_json(plan.content, of_round)
    if plan.part is None:
        return answer
    answer["statements"] = [
        {**one, "part": each.part.name if each.part else None}
        for each in told
        for one in content_json(each.content, None)["statements"]
    ]
    return {**answer, "part": plan.part.name}


def as_json(found: Review) -> dict[str, Any]:
    """A review as the contract's keys after the file's own: kind, record, facts, remarks.

    Of a mail there are its parts as well, and each fact names the part it stands in.
    """
    parts = [part for part, _ in found.parts]
    answer: dict[str, Any] = {
        "kind": found.kind.value,
        "record": found.record.plain(),
        "facts": [
            {
                "kind": fact.kind,
                "value": fact.value,
                "page": fact.where.page,
                "start": fact.where.start,
                "end": fact.where.end,
                "quote": fact.quote,
                "found_by": fact.found_by,
            }
            for fact in found.facts
        ],
        "remarks": [asdict(remark) for remark in found.remarks],
    }
    if parts:
        for fact in answer["facts"]:
            part = part_at(parts, fact["page"])
            fact["part"] = part.name if part else None
        answer["parts"] = [_part(*each, is_main=place == found.main) for place, each in enumerate(found.parts)]
    return answer


def _part(part: Part, kind: DocumentKind | None, *, is_main: bool) -> dict[str, Any]:
    pages = None if part.first is None else [part.first, part.last]
    said = {"name": part.name, "kind": kind.value if kind else DocumentKind.UNREADABLE.value, "pages": pages}
    return {**said, "record_is_of_it": is_main, **({"error": part.sentence} if part.sentence else {})}


def _unread(name: str, fingerprint: str | None, sentence: str) -> dict[str, Any]:
    return {
        "file": name,
        "sha256": fingerprint,
        "kind": DocumentKind.UNREADABLE.value,
        "record": None,
        "facts": [],
        "remarks": [],
        "error": sentence,
    }


def _manifest(path: str) -> dict[str, str]:
    addresses: dict[str, str] = {}
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            raise ValueError(f"{path}, line {number} is no JSON. Give one object a line.") from None
        unknown = set(row) - _MANIFEST_KEYS if isinstance(row, dict) else {"?"}
        if unknown or "file" not in row:
            raise ValueError(f'{path}, line {number} must hold "file" and "url" and nothing else.')
        if row.get("url"):
            addresses[str(row["file"])] = str(row["url"])
    return addresses


def _address(name: str, addresses: dict[str, str]) -> str | None:
    """The page's address by the name as given, else by the file's own name where no two files share it."""
    return (
        addresses.get(name)
        or addresses.get(Path(name).name)
        or next((url for file, url in addresses.items() if Path(file).name == Path(name).name), None)
    )


def _listing(answer: dict[str, Any]) -> str:
    lines = [f"{answer['file']} ({answer['kind'].replace('_', ' ')})"]
    if answer["record"] is None:
        return "\n".join([*lines, f"  {answer['error']}", ""])
    for name in FIELDS:
        value = answer["record"][name]
        if value is not None:
            lines.append(f"  {name.replace('_', ' ')}: {_words(value)}")
    if "content" in answer:
        counted = Counter(each["kind"].replace("_", " ") for each in answer["content"]["statements"])
        lines.append(f"  says: {', '.join(f'{count} {kind}' for kind, count in counted.items()) or 'nothing found'}")
    lines.extend(f"  Remark: {remark['message']} {remark['next']}" for remark in answer["remarks"])
    return "\n".join([*lines, ""])


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_words(part)}" for key, part in value.items() if part not in (None, "", []))
    if isinstance(value, list):
        return "; ".join(_words(part) for part in value)
    words = str(value)
    return words if len(words) <= 160 else f"{words[:157]}..."
