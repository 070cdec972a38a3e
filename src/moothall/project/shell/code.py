"""`moothall code`: suggestions of theme, barrier and practice, one JSON object for each passage of a plan."""

from __future__ import annotations

import argparse
import json
import os
import shlex
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import fields
from multiprocessing import get_context
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from moothall.corpus.coding import suggester
from moothall.corpus.coding.excerpts import Excerpt, Suggestion
from moothall.corpus.coding.other_model import OtherModel
from moothall.corpus.coding.suggester import Suggester
from moothall.corpus.passages import split_document
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.read import Readers
from moothall.domain.coding import Example
from moothall.project.environment import coding_model

_POOL_FROM = 4
_MOST_PROCESSES = 4
_ASKED_KEYS = {"id", "text", "heading", "before", "after"}
_CONFIRMED_KEYS = {field.name for field in fields(Example)}
_kept: dict[str, Any] = {}
"""What a process of the pool holds between files: its suggester and its readers."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the files, what is learnt first, and the form of the answer."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help='a plan or report (PDF, DOCX, ODT, HTML, text), or a .jsonl of {"id", "text"} with heading, before, after',
    )
    parser.add_argument(
        "--learn",
        metavar="FILE.jsonl",
        help='confirmed passages to learn from first: {"text", "theme", "barrier"} with heading, before, after',
    )
    parser.add_argument(
        "--model",
        metavar="COMMAND",
        default=coding_model(),
        help="another model to ask: a program that reads and writes JSON Lines; answers without evidence are refused",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a passage, in the order asked")


def run(args: argparse.Namespace) -> int:
    """Code every file in the order asked. Returns 0 when all could be coded, 1 when not, 2 for wrong confirmed ones."""
    try:
        command = _command(args.model)
        taught = suggester.taught(_confirmed(args.learn)) if args.learn else suggester.shipped()
    except (OSError, ValueError) as error:
        print(f"moothall code: {error}", file=sys.stderr)
        return 2
    if not command:
        return _answer_all(args, taught)
    with OtherModel(command, taught) as other:
        return _answer_all(args, other)


def _command(told: str) -> list[str]:
    try:
        return shlex.split(told)
    except ValueError:
        raise ValueError(
            f"--model has a quotation mark that is not closed: {told}. Give it as you would type it."
        ) from None


def _answer_all(args: argparse.Namespace, taught: Suggester | OtherModel) -> int:
    failed = False
    for number, (name, answers) in enumerate(answers_of(args.files, taught), 1):
        failed = failed or any("error" in answer for answer in answers)
        print(f"{number}/{len(args.files)} {name}: {len(answers)} passages", file=sys.stderr)
        for answer in answers:
            print(json.dumps(answer, ensure_ascii=False) if args.json else _listing(answer))
        sys.stdout.flush()
    return 1 if failed else 0


def answers_of(files: list[str], taught: Suggester | OtherModel) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each file with its answers in the order asked, in several processes where there are several files.

    Another model is one program, and is asked from this process alone.
    """
    workers = min(_MOST_PROCESSES, os.cpu_count() or 1, len(files))
    if len(files) < _POOL_FROM or workers < 2 or isinstance(taught, OtherModel):
        with Readers(workers=1) as readers:
            for name in files:
                yield name, _code(name, taught, readers)
        return
    # A fresh process with one thread for its sums: several for each would only wait for one another.
    before = {key: os.environ.get(key) for key in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")}
    os.environ.update(dict.fromkeys(before, "1"))
    data = None if taught is suggester.shipped() else suggester.dump(taught)
    try:
        with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_settle, initargs=(data,)) as pool:
            waiting: deque[tuple[str, Future[list[dict[str, Any]]]]] = deque()
            for name in files:
                waiting.append((name, pool.submit(_code_kept, name)))
                if len(waiting) > 2 * workers:
                    first, answers = waiting.popleft()
                    yield first, answers.result()
            while waiting:
                first, answers = waiting.popleft()
                yield first, answers.result()
    finally:
        for key, value in before.items():
            os.environ.pop(key, None) if value is None else os.environ.__setitem__(key, value)


def _settle(data: bytes | None) -> None:
    """Make a process of the pool ready: its reader starts while the suggester (the shipped one for None) is loaded."""
    _kept["readers"] = readers = Readers(workers=1)
    readers.start()
    Finalize(None, readers.close, exitpriority=0)
    _kept["taught"] = suggester.shipped() if data is None else suggester.load(data)


def _code_kept(name: str) -> list[dict[str, Any]]:
    return _code(name, _kept["taught"], _kept["readers"])


def _code(name: str, taught: Suggester | OtherModel, readers: Readers) -> list[dict[str, Any]]:
    """The answers for one file; an answer with an error where it, or a line of it, could not be coded."""
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        why = error.strerror or "it could not be opened"
        return [_failed(name, f"{name} could not be opened: {why}. Check the name and that you may read it.")]
    if name.lower().endswith(".jsonl"):
        return _code_lines(name, data, taught)
    try:
        passages = split_document(readers.read(data, Path(name).name))
    except Unreadable as refusal:
        return [_failed(name, refusal.sentence)]
    except Exception as error:  # one document that trips the splitter must not cost the others their answers
        why = type(error).__name__
        return [_failed(name, f"{name} was opened but not understood ({why}). Report it with the file.")]
    excerpts = [Excerpt(one.text, " / ".join(one.headings[-2:]), one.before, one.after) for one in passages]
    return [
        _answer(name, one.name, (one.page, one.start, one.end), one.text, given)
        for one, given in zip(passages, taught.suggest(excerpts), strict=True)
    ]


def _code_lines(name: str, data: bytes, taught: Suggester | OtherModel) -> list[dict[str, Any]]:
    read: list[tuple[str | int | None, Excerpt | str]] = []
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        if line.strip():
            read.append(_asked(name, number, line))
    given = taught.suggest([one for _, one in read if isinstance(one, Excerpt)])
    return [
        _failed(name, one, id) if isinstance(one, str) else _answer(name, id, (None, None, None), one.text, next(given))
        for id, one in read
    ]


def _asked(name: str, number: int, line: str) -> tuple[str | int | None, Excerpt | str]:
    """A line's id with its passage, or with the sentence that says why it cannot be coded."""
    try:
        row = json.loads(line)
    except ValueError:
        return None, f"{name}, line {number} is no JSON. Give one object a line."
    if not isinstance(row, dict):
        return None, f'{name}, line {number} is no object. Give {{"id", "text"}}.'
    id = row.get("id")
    told = id if isinstance(id, str | int) and not isinstance(id, bool) else None
    if unknown := sorted(set(row) - _ASKED_KEYS):
        known = ", ".join(sorted(_ASKED_KEYS))
        return told, f"{name}, line {number} has the unknown key {unknown[0]!r}. The keys are {known}."
    if told is None or not isinstance(row.get("text"), str):
        return told, f'{name}, line {number} needs an "id" and a "text" in words.'
    if any(not isinstance(row.get(key) or "", str) for key in ("heading", "before", "after")):
        return told, f"{name}, line {number}: heading, before and after must be words or null."
    return told, Excerpt(row["text"], *(row.get(key) or "" for key in ("heading", "before", "after")))


def _confirmed(path: str) -> list[Example]:
    """The confirmed passages of a file. Raises ValueError, with the line, for one that cannot be learnt from."""
    found = []
    for number, line in enumerate(Path(path).read_text(encoding="utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            raise ValueError(f"{path}, line {number} is no JSON. Give one object a line.") from None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not isinstance(row.get("theme"), str):
            raise ValueError(f'{path}, line {number} needs a "text" and a "theme", and a "barrier" or null.')
        if unknown := sorted(set(row) - _CONFIRMED_KEYS):
            known = ", ".join(sorted(_CONFIRMED_KEYS))
            raise ValueError(f"{path}, line {number} has the unknown key {unknown[0]!r}. The keys are {known}.")
        wrong = [key for key, value in row.items() if key != "id" and value is not None and not isinstance(value, str)]
        if wrong:
            raise ValueError(f"{path}, line {number}: {wrong[0]} must be words or null.")
        codes: dict[str, Any] = {key: row.get(key) or None for key in ("theme_also", "practice", "barrier")}
        around: dict[str, Any] = {key: row.get(key) or "" for key in ("heading", "before", "after")}
        one = Example(f"confirmed-{row.get('id', number)}", row["text"], row["theme"], **codes, **around)
        try:
            suggester.check((one,))
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: {error}") from None
        found.append(one)
    return found


def _answer(
    name: str, passage: str | int | None, place: tuple[int | None, int | None, int | None], text: str, given: Suggestion
) -> dict[str, Any]:
    page, start, end = place
    return {
        "file": name,
        "passage": passage,
        "page": page,
        "start": start,
        "end": end,
        "text": text,
        "theme": given.theme,
        "barrier": given.barrier,
        "practice": given.practice,
        "confidence": given.confidence,
        "unsure": given.is_unsure,
        "suggested_by": given.suggested_by,
    }


def _failed(name: str, sentence: str, passage: str | int | None = None) -> dict[str, Any]:
    empty = dict.fromkeys(
        ["page", "start", "end", "text", "theme", "barrier", "practice", "confidence", "unsure", "suggested_by"]
    )
    return {"file": name, "passage": passage, **empty, "error": sentence}


def _listing(answer: dict[str, Any]) -> str:
    if "error" in answer:
        return f"{answer['file']}: {answer['error']}"
    place = f"page {answer['page']}" if answer["page"] else answer["passage"]
    codes = " ".join(code for code in (answer["practice"], answer["barrier"]) if code)
    words = " ".join(answer["text"].split())
    doubt = ", unsure" if answer["unsure"] else ""
    theme = answer["theme"].replace("_", " ")
    return f"{place}: {theme} ({answer['confidence']:.2f}{doubt}) {codes}\n  {words[:157]}"
