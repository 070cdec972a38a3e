"""Being written."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def rounds(request: HttpRequest, **place: object) -> HttpResponse:
    """Being written."""
    return render(request, "public/front.html")


def round_(request: HttpRequest, **place: object) -> HttpResponse:
    """Being written."""
    return render(request, "public/front.html")
