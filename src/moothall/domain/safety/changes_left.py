"""Tracked changes and comments still in a file."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, of_file
from moothall.domain.remarks import Remark

CHECK = "changes_left"


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a file that still holds tracked changes or comments: whoever opens it can read what was taken out."""
    for one in material.attachments:
        parts = [
            f"{count} {word}{'' if count == 1 else 's'}"
            for count, word in ((one.changes, "tracked change"), (one.comments, "comment"))
            if count
        ]
        if parts:
            message = f"{one.name} still holds {' and '.join(parts)}."
            then = "Accept or refuse each change and delete the comments in Word, then bring the file in again."
            yield of_file(one, Remark(CHECK, message, None, then), " and ".join(parts))
