"""What programs ask for first: robots.txt, the map of the site, and the schemas of our formats."""

from collections.abc import Iterator
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from lxml import etree

from moothall.apps.publications import queries as publications
from moothall.documents.exchange.checked import SCHEMAS
from moothall.web.public.published import kept_a_short_while, whole
from moothall.web.public.rounds import known_rounds

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
CLOSED = ("/council/", "/panel/", "/feeds/", "/sign-in", "/healthz")
STANDING = ("front", "about", "what_is_public", "accessibility", "privacy", "planner", "clocks", "rounds", "plans")
# The schemas anyone may fetch, each at its own name: a next version of a format gets a next name.
PUBLISHED = {
    "plan.schema.json": "A plan",
    "publication.schema.json": "The public record of a published plan",
    "return.schema.json": "A return",
    "round.schema.json": "A round",
    "item.schema.json": "An item handed over for an agenda",
    "route.schema.json": "A council’s own route",
    "rules.schema.json": "A council’s rules",
    "stratml.xsd": "A plan as StratML Part 2 (ISO 17469): the part of it that is written here",
}


@require_safe
@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: everything that is public."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), "", f"Sitemap: {whole('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@kept_a_short_while
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page a search engine should know, with the day its text last changed where it is a plan's."""
    root = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    for path, at in _pages():
        one = etree.SubElement(root, f"{{{NAMESPACE}}}url")
        etree.SubElement(one, f"{{{NAMESPACE}}}loc").text = whole(path)
        if at is not None:
            etree.SubElement(one, f"{{{NAMESPACE}}}lastmod").text = at.isoformat(timespec="seconds")
    return HttpResponse(
        etree.tostring(root, xml_declaration=True, encoding="UTF-8"), content_type="application/xml; charset=utf-8"
    )


def _pages() -> Iterator[tuple[str, datetime | None]]:
    yield from ((reverse(f"public:{name}"), None) for name in STANDING)
    for round_ in known_rounds():
        yield from ((reverse(f"public:{name}", args=(round_.slug,)), None) for name in ("round", "round_plans"))
    plans = [one for one in publications.listed() if one.withdrawn_at is None]
    for slug in sorted({one.slug for one in plans}):
        yield reverse("public:council", args=(slug,)), None
    for one in plans:
        place = (one.round_slug, one.slug)
        yield reverse("public:plan", args=place), one.published_at
        yield from ((reverse(f"public:{name}", args=place), None) for name in ("plan_decisions", "plan_progress"))


@require_safe
def schemas(request: HttpRequest) -> HttpResponse:
    """The list of schemas."""
    return render(request, "public/schemas.html", {"schemas": list(PUBLISHED.items())})


@require_safe
@cache_control(public=True, max_age=86_400)
def schema(request: HttpRequest, name: str) -> HttpResponse:
    """One schema, as it is published."""
    if name not in PUBLISHED:
        raise Http404
    media_type = "application/schema+json" if name.endswith(".json") else "application/xml"
    return HttpResponse((SCHEMAS / name).read_bytes(), content_type=media_type)
