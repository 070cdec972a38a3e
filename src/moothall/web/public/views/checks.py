"""Being written."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def check(request: HttpRequest, **place: object) -> HttpResponse:
    """Being written."""
    return render(request, "public/front.html")
