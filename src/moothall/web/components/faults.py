"""The pages for when something cannot be shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The address or form could not be understood."""
    return render(request, "components/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The person may not open this; the refusal's own sentence says why and who may."""
    return render(request, "components/403.html", {"sentence": str(exception or "")}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old, or came from somewhere else."""
    sentence = "This form is too old to be trusted. Go back, load the page again, and send it once more."
    return render(request, "components/403.html", {"sentence": sentence}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is nothing at this address."""
    return render(request, "components/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something of ours failed. The page needs nothing that could have failed too."""
    return HttpResponse(render_to_string("components/500.html", {"stylesheet": _stylesheet()}), status=500)


def _stylesheet() -> str:
    """Where the stylesheet is, or nothing where the collected files are what failed."""
    try:
        return static("vendor/moothall.css")
    except ValueError:
        return ""
