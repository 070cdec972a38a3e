"""Checking a copy of a plan, for anyone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from moothall.web.public.forms.checks import CheckForm


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form, and what the copy turned out to be. A fingerprint may stand in the address, as a link."""
    if request.method == "POST":
        form = CheckForm(request.POST, request.FILES)
    else:
        form = CheckForm(request.GET if "fingerprint" in request.GET else None)
    if form.is_bound:
        form.is_valid()
    return render(request, "public/check.html", {"form": form, "checked": form.checked})
