"""What every page knows without being told."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """The address path, for marking where one is, and whether this is a demonstration."""
    return {"path": request.path, "is_demonstration": settings.MOOTHALL.has_demonstration}
