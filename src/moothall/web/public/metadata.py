"""What search engines are told of a published plan, in the words of schema.org."""

import json
from typing import Any

from django.urls import reverse
from markupsafe import Markup

from moothall.domain.publications import PublishedPlan, PublishedVersion
from moothall.domain.rounds import Round
from moothall.web.public.published import address_of, whole

FORMATS = {
    "plan_pdf": "application/pdf",
    "plan_json": "application/json",
    "plan_docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "plan_xml": "application/xml",
}
# In JSON these may be written as their numbers, and then no text can end the element it stands in.
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def of_plan(shown: PublishedPlan, round_: Round, versions: tuple[PublishedVersion, ...]) -> Markup:
    """The plan as a report of its council, as an element that holds data and is never run."""
    council, page = whole(reverse("public:council", args=(shown.slug,))), address_of(shown)
    organization = {"@type": "GovernmentOrganization", "@id": council, "name": shown.authority_name, "url": council}
    report: dict[str, Any] = {
        "@type": "Report",
        "@id": page,
        "url": page,
        "name": shown.plan.title,
        "version": str(shown.version),
        "datePublished": versions[-1].published_at.isoformat(),
        "dateModified": shown.published_at.isoformat(),
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "author": {"@id": council},
        "publisher": {"@id": council},
        "isBasedOn": whole(reverse("public:round", args=(round_.slug,))),
        "description": _description(shown, round_),
    }
    if shown.withdrawn_at is None:
        place = (shown.round_slug, shown.slug, shown.version)
        report["encoding"] = [
            {"@type": "MediaObject", "contentUrl": whole(reverse(f"public:{name}", args=place)), "encodingFormat": kind}
            for name, kind in FORMATS.items()
        ]
    else:
        report["creativeWorkStatus"] = "Withdrawn"
    return _element({"@context": "https://schema.org", "@graph": [organization, report]})


def _description(shown: PublishedPlan, round_: Round) -> str:
    said = shown.decision.sentence if shown.decision else f"{shown.authority_name}, {round_.title}."
    return f"Example, with invented people. {said}" if shown.is_fictional else said


def _element(data: dict[str, Any]) -> Markup:
    text = json.dumps(data, ensure_ascii=False)
    for letter, escaped in _ESCAPED.items():
        text = text.replace(letter, escaped)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))  # noqa: S704
