"""Answers kept in a file from run to run, so that a long reading can be stopped and taken up again."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any


class Kept:
    """The answers a file holds, one a line, as ``moothall read --json`` prints them. New ones are added at its end.

    Each line holds besides, as ``kept``, what the answer rests on: the version that read it and what was asked of it.
    An answer is taken again only for the same name, bytes, question and version. Half a line at the end, as a machine
    that went out leaves it, is cut off. Raises OSError for a file that cannot be written, and ValueError for one that
    holds something else or is where the answers themselves are printed to.
    """

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._answers: dict[tuple[str, str], dict[str, Any]] = {}
        self._path.touch()
        if _is_where_answers_go(self._path):
            raise ValueError(f"{path} cannot hold the answers kept and those printed at once. Print to another file.")
        data = self._path.read_bytes()
        whole = data[: data.rfind(b"\n") + 1]
        for number, line in enumerate(whole.splitlines(), 1):
            if line.strip():
                self._take(line, number)
        if len(whole) < len(data):
            os.truncate(self._path, len(whole))

    def answer(self, name: str, asked: dict[str, Any]) -> dict[str, Any] | None:
        """The answer kept for a file that is as it was, or None. One that could not be read is read again."""
        try:
            fingerprint = hashlib.sha256(Path(name).read_bytes()).hexdigest()
        except OSError:
            return None
        kept = self._answers.get((name, fingerprint))
        if kept is None or kept["kept"] != _rests_on(asked) or kept["record"] is None:
            return None
        return {key: value for key, value in kept.items() if key != "kept"}

    def keep(self, answer: dict[str, Any], asked: dict[str, Any]) -> None:
        """Add an answer at the file's end."""
        with self._path.open("ab") as stream:
            line = json.dumps({**answer, "kept": _rests_on(asked)}, ensure_ascii=False)
            stream.write(line.encode("utf-8", "surrogatepass") + b"\n")

    def _take(self, line: bytes, number: int) -> None:
        try:
            answer = json.loads(line)
            self._answers[str(answer["file"]), str(answer["sha256"])] = answer | {"kept": answer["kept"]}
        except (ValueError, KeyError, TypeError):
            raise ValueError(
                f"{self._path}, line {number} is no answer kept by --resume. Name another file, or one not there yet."
            ) from None


def _rests_on(asked: dict[str, Any]) -> dict[str, Any]:
    from importlib.metadata import version  # with all it imports a tenth of the time a command takes to start

    return {"version": version("moothall"), **asked}


def _is_where_answers_go(path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(sys.stdout.fileno()), path.stat())
    except (OSError, ValueError, AttributeError):
        return False
