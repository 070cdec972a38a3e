"""How much one upload may ask of us before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Sizes are in bytes, times in seconds.

    ``bytes`` is the upload itself; ``unpacked_bytes``, ``part_bytes``, ``ratio`` and ``parts`` bound what a zipped
    file (Word, OpenDocument) says it unpacks to; ``pages`` bounds a PDF. ``cpu_seconds`` and ``memory_bytes`` are
    given to the process that reads, ``wall_seconds`` is when we stop waiting for it. ``ocr_pages`` bounds the pages
    of a scan that are recognised. ``attachments`` is how many of a mail's attachments are read and ``depth`` how many
    mails may lie within one another; ``rows``, ``columns`` and ``cells`` bound one spreadsheet.
    """

    bytes: int = 25 * MEGABYTE
    unpacked_bytes: int = 150 * MEGABYTE
    part_bytes: int = 40 * MEGABYTE
    ratio: int = 150
    parts: int = 5_000
    pages: int = 1_000
    cpu_seconds: int = 40
    wall_seconds: float = 60.0
    memory_bytes: int = 1024 * MEGABYTE
    ocr_pages: int = 40
    attachments: int = 30
    depth: int = 4
    rows: int = 20_000
    columns: int = 500
    cells: int = 400_000


DEFAULT = Limits()
