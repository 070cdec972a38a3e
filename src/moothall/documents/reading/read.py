"""The door: bytes and a name in, a document or a sentence out. Parsers run in processes of their own."""

from __future__ import annotations

import json
import queue
from collections import deque
from collections.abc import Iterable, Iterator, MutableMapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from types import TracebackType

from moothall.documents.reading import gate, ocr, progress, wire
from moothall.documents.reading.document import Document, Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.reader import damaged
from moothall.documents.reading.worker import Worker

Box = tuple[float, float, float, float]


def read_file(data: bytes, name: str, *, limits: Limits = DEFAULT) -> Document:
    """The document in one file, whatever its kind, read in a process of its own.

    Starting that process is most of what one read costs; use ``Readers`` or ``read_many`` for several files. Raises
    Unreadable, with a reason and a sentence, for every file that cannot be read, however it fails.
    """
    with Readers(workers=1, limits=limits) as readers:
        return readers.read(data, name)


def read_many(
    files: Iterable[tuple[bytes, str]], *, workers: int = 2, limits: Limits = DEFAULT
) -> Iterator[Document | Unreadable]:
    """The document or the refusal for each (bytes, name), in the order asked, taking files only as they are needed."""
    with Readers(workers=workers, limits=limits) as readers:
        yield from readers.read_many(files)


class Readers:
    """A few reading processes kept while there are files to read. Its methods may be called from any thread."""

    def __init__(self, workers: int = 1, *, limits: Limits = DEFAULT) -> None:
        self.limits = limits
        self._workers = [Worker(limits) for _ in range(max(1, workers))]
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def start(self) -> None:
        """Start every process now rather than with the first files. Call it before any file is read."""
        for worker in self._workers:
            worker.start()

    def close(self) -> None:
        """End every process."""
        for worker in self._workers:
            worker.close()

    def read(
        self,
        data: bytes,
        name: str,
        *,
        on_progress: progress.Listener | None = None,
        recognised: MutableMapping[int, str] | None = None,
    ) -> Document:
        """The document in one file. Raises Unreadable.

        ``on_progress`` is told how far it is, and ends the reading by raising. ``recognised`` keeps what was recognised
        on each page of a scan, so that a reading that was stopped goes on from there.
        """
        gate.check_size(data, name, self.limits)
        try:
            with self._worker() as worker:
                return _document(worker.ask("read", data, name, on_progress=on_progress), name)
        except Unreadable as refusal:
            if refusal.reason != "scanned" or not ocr.is_available():
                raise
        return ocr.read(data, name, self.page_png, self.limits, on_progress=on_progress, recognised=recognised)

    def read_many(self, files: Iterable[tuple[bytes, str]]) -> Iterator[Document | Unreadable]:
        """The document or the refusal for each (bytes, name), in the order asked."""
        waiting: deque[Future[Document | Unreadable]] = deque()
        with ThreadPoolExecutor(max_workers=len(self._workers)) as threads:
            for data, name in files:
                waiting.append(threads.submit(self._try, data, name))
                if len(waiting) > 2 * len(self._workers):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def page_png(self, data: bytes, page: int, *, width: int, name: str = "this file") -> bytes:
        """A PDF's page (counted from 1) as a PNG so many pixels wide. Raises Unreadable."""
        with self._worker() as worker:
            return worker.ask("picture", data, name, page=page, width=width)

    def boxes(
        self, data: bytes, page: int, spans: Iterable[tuple[int, int]], *, name: str = "this file"
    ) -> list[list[Box]]:
        """For each span of a PDF page's text, the boxes its words stand in: (left, top, right, bottom), each a
        fraction of the page's width or height counted from the top left, one box a line. Raises Unreadable.
        """
        with self._worker() as worker:
            found = json.loads(worker.ask("boxes", data, name, page=page, spans=[list(span) for span in spans]))
        return [[(box[0], box[1], box[2], box[3]) for box in boxes] for boxes in found]

    def _try(self, data: bytes, name: str) -> Document | Unreadable:
        try:
            return self.read(data, name)
        except Unreadable as refusal:
            return refusal

    @contextmanager
    def _worker(self) -> Iterator[Worker]:
        worker = self._idle.get()
        try:
            yield worker
        finally:
            self._idle.put(worker)


def _document(answer: bytes, name: str) -> Document:
    """The document in an answer; an answer that is none means that the file got the better of its reader."""
    try:
        return replace(wire.load(json.loads(answer)), name=name)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise Unreadable("damaged", damaged(name)) from error
