"""Pages that only say something."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def front(request: HttpRequest) -> HttpResponse:
    """What Moothall is, and the first thing to try."""
    return render(request, "public/front.html")


def about(request: HttpRequest) -> HttpResponse:
    """What Moothall does and does not do."""
    return render(request, "public/about.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "public/accessibility.html")


def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about people, and what is not."""
    return render(request, "public/privacy.html")
