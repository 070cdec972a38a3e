"""Proofs given back as they came: saved by the browser, never shown by it."""

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse

from moothall.apps.files import queries as files
from moothall.domain.refusals import Refusal


def saved(file: Any, name: str) -> HttpResponse:
    """The bytes of a kept proof, to be saved under its name. Raises Http404, in words, where they are gone."""
    try:
        data = files.content(file)
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal
    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "_" for letter in name)
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer["Content-Disposition"] = (
        f"attachment; filename=\"{plain or 'file'}\"; filename*=UTF-8''{quote(name, safe='')}"
    )
    answer["Cache-Control"] = "private, no-store"
    return answer
