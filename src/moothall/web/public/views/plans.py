"""Being written."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def plans(request: HttpRequest, **place: object) -> HttpResponse:
    """Being written."""
    return render(request, "public/front.html")


plan = plan_json = plan_pdf = measures_csv = plans
