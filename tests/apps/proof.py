"""What a deed is held to: everything the database holds before and after, and a write that fails on demand."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import connection

WRITES = ("INSERT", "UPDATE", "DELETE")


class Broken(Exception):
    """The fault the tests put in."""


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of Moothall, by the name of its model."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
        if model.__module__.startswith("moothall.")
    }


@contextmanager
def write_failing(number: int) -> Iterator[None]:
    """Within it the database breaks at this write, counted from 0, whatever table it is for."""
    seen = count()

    def fail(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(WRITES) and next(seen) == number:
            raise Broken
        return execute(sql, params, many, context)

    with connection.execute_wrapper(fail):
        yield


def failed_at_each_write(deed: Callable[[], Any]) -> Iterator[dict[str, list[dict[str, Any]]]]:
    """What the database holds after the deed failed at its first write, at its second, and so on until it is done."""
    for number in count():
        try:
            with write_failing(number):
                deed()
        except Broken:
            yield everything()
        else:
            return


def fills_up(self: FileSystemStorage, name: str, content: ContentFile) -> str:
    """A disk that is full half way through the file."""
    path = Path(self.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.read()[:7])
    raise OSError(errno.ENOSPC, "No space left on device")
