"""Another model behind the same interface: a program that is told passages and answers with codes and a quotation.

It is off unless somebody names a program. Its answers are bound by the rule of evidence that holds for everything: one
without words that stand in the passage is refused, and our own suggestion is given instead and says so.
"""

from __future__ import annotations

import contextlib
import json
import math
import queue
import subprocess
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import PurePath
from typing import IO, Any

from moothall.corpus.coding.excerpts import Excerpt, Suggestion
from moothall.corpus.coding.model import UNSURE_BELOW, Suggester
from moothall.domain.coding import CodeKind, CodingFrame
from moothall.reference import coding_frame

PATIENCE = 20.0
"""Seconds to wait for an answer after the one before it."""
_BATCH = 64
_FAREWELL = 1.0
_LONGEST_LINE, _MOST_WAITING = 100_000, 1000
_FEWEST_WORDS = 3
"""A quotation has this many words, or is the whole passage: one word would prove nothing."""
_PLACES = 3


class OtherModel:
    """A program beside our own suggester. Used as ``with OtherModel(...) as model``, so that the program is ended.

    The program reads JSON Lines {"id", "text", "heading", "before", "after"} and writes, in any order, {"id", "theme",
    "practice", "barrier", "confidence", "quote"}. Once it has been late, has written no JSON or has ended, it is not
    asked again.
    """

    def __init__(self, command: Sequence[str], own: Suggester, patience: float = PATIENCE) -> None:
        self.own = own
        self._name = PurePath(command[0]).name
        self._patience = patience
        self._asked = 0
        self._told: queue.Queue[bytes] = queue.Queue(_MOST_WAITING)
        self._out = ""
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError as error:
            self._out = f"it could not be started ({error.strerror})"
        else:
            threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()

    def __enter__(self) -> OtherModel:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process and self._process.stdin:
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                self._process.stdin.close()
                self._process.wait(timeout=_FAREWELL)
        self._end("it was ended")

    def suggest(self, excerpts: Iterable[Excerpt]) -> Iterator[Suggestion]:
        """A suggestion for every passage, in the order given: the program's, or ours where its answer is refused."""
        waiting = iter(excerpts)
        while some := list(islice(waiting, _BATCH)):
            answers = self._ask(some) if not self._out else {}
            for place, (excerpt, ours) in enumerate(zip(some, self.own.suggest(some), strict=True)):
                yield self._bound(answers.get(place, self._out), excerpt, ours)

    def _ask(self, some: Sequence[Excerpt]) -> dict[int, dict[str, Any]]:
        """The program's answers by the place of the passage. Those that did not come in time are not among them."""
        first, self._asked = self._asked, self._asked + len(some)
        lines = [
            {
                "id": str(first + place),
                "text": one.text,
                "heading": one.heading,
                "before": one.before,
                "after": one.after,
            }
            for place, one in enumerate(some)
        ]
        data = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()
        threading.Thread(target=self._tell, args=(data,), daemon=True).start()
        answers: dict[int, dict[str, Any]] = {}
        last = time.monotonic()
        while len(answers) < len(some) and not self._out:
            left = last + self._patience - time.monotonic()
            try:
                line = self._told.get(timeout=left) if left > 0 else None
            except queue.Empty:
                line = None
            if line is None:
                self._end(f"it gave no answer within {self._patience:g} seconds")
                break
            place, answer = self._understood(line, first)
            if answer is not None and 0 <= place < len(some) and place not in answers:
                answers[place] = answer
                last = time.monotonic()
        return answers

    def _understood(self, line: bytes, first: int) -> tuple[int, dict[str, Any] | None]:
        """The place and the answer of a line; None for an answer to nothing that was asked."""
        if not line.endswith(b"\n"):
            self._end("it ended" if not line else "a line of its answer is longer than can be read")
            return -1, None
        try:
            answer = json.loads(line)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            self._end("a line of its answer is no JSON object")
            return -1, None
        id = answer.get("id")
        return (int(id) - first if isinstance(id, str) and id.isascii() and id.isdigit() else -1), answer

    def _bound(self, answer: dict[str, Any] | str, excerpt: Excerpt, ours: Suggestion) -> Suggestion:
        wrong = answer if isinstance(answer, str) else _wrong(answer, excerpt, coding_frame.frame())
        if isinstance(answer, str) or wrong:
            said = f"{ours.suggested_by}; {self._name} was not heeded: {wrong or 'it gave no answer'}"
            return Suggestion(
                ours.theme, ours.confidence, ours.is_unsure, ours.practice, ours.barrier, said, ours.shares
            )
        told = round(float(answer["confidence"]), _PLACES)
        others = [theme for theme in ours.shares if theme != answer["theme"]]
        shares = {theme: round((1 - told) / len(others), _PLACES) for theme in others} | {answer["theme"]: told}
        name = f"{self._name}, another model, frame {coding_frame.frame().version}"
        codes = answer.get("practice") or None, answer.get("barrier") or None
        return Suggestion(answer["theme"], told, told < UNSURE_BELOW, *codes, name, shares)

    def _listen(self, pipe: IO[bytes]) -> None:
        with contextlib.suppress(OSError, ValueError):
            while line := pipe.readline(_LONGEST_LINE):
                self._told.put(line)
        self._told.put(b"")

    def _tell(self, data: bytes) -> None:
        if self._process and self._process.stdin:
            with contextlib.suppress(OSError, ValueError):
                self._process.stdin.write(data)
                self._process.stdin.flush()

    def _end(self, why: str) -> None:
        self._out = self._out or why
        if self._process:
            self._process.kill()
            self._process.wait()


def _wrong(answer: dict[str, Any], excerpt: Excerpt, frame: CodingFrame) -> str:
    """Why an answer is refused, or nothing."""
    for kind in CodeKind:
        code = answer.get(kind.value) or None
        if (code or kind is CodeKind.THEME) and code not in [one.id for one in frame.codes(kind)]:
            return f"its {kind.value} is none of the frame"
    told = answer.get("confidence")
    if isinstance(told, bool) or not isinstance(told, int | float) or not math.isfinite(told) or not 0 <= told <= 1:
        return "its confidence is no number from 0 to 1"
    quote, text = answer.get("quote"), " ".join(excerpt.text.split())
    quoted = " ".join(quote.split()) if isinstance(quote, str) else ""
    if not quoted or quoted not in text:
        return "its quotation does not stand in the passage"
    if len(quoted.split()) < _FEWEST_WORDS and quoted != text:
        return "its quotation is too short to show anything"
    return ""
