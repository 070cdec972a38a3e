"""What a section or the whole plan said earlier, who wrote it, and what changed in words."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.apps.plans import queries as plans
from moothall.apps.writing import queries as writing
from moothall.domain.sections import OPENING
from moothall.web.council import compared
from moothall.web.council.access import Here, in_workspace


@in_workspace()
def history(request: HttpRequest, here: Here, section: str) -> HttpResponse:
    """Every revision of the opening or of an answer, and any two of them beside each other."""
    draft = plans.draft(here.workspace)
    titles = {OPENING: "Title and introduction"} | {one.id: one.title for _, one in here.round_.questions()}
    if draft is None or section not in titles:
        raise Http404("The plan has no such section.")
    revisions = {one.revision: one for one in writing.history(draft, section)}
    earlier, later = two(request, list(revisions))
    context = {
        "here": here, "section_name": section, "title": titles[section], "is_opening": section == OPENING,
        "revisions": list(reversed(revisions.values())), "earlier": revisions.get(earlier),
        "later": revisions.get(later),
    }  # fmt: skip
    if earlier != later:
        context["parts"] = compared.of_sections(revisions[earlier].words, revisions[later].words)
    return render(request, "council/section_history.html", context)


@in_workspace()
def compare_versions(request: HttpRequest, here: Here) -> HttpResponse:
    """Two kept versions of the whole plan beside each other: the last two, or any that are asked for."""
    versions = {one.number: one for one in reversed(plans.versions(here.workspace))}
    earlier, later = two(request, list(versions))
    context: dict[str, Any] = {
        "here": here, "versions": list(reversed(versions.values())), "earlier": versions.get(earlier),
        "later": versions.get(later),
    }  # fmt: skip
    if earlier != later:
        before, after = (plans.frozen(versions[number]) for number in (earlier, later))
        context["parts"] = compared.of_plans(before, after, here.round_)
    return render(request, "council/compare_versions.html", context)


def two(request: HttpRequest, numbers: list[int]) -> tuple[int, int]:
    """Which two are asked for, the earlier first; the last two where nothing else is. Raises Http404 for others."""
    if not numbers:
        return 0, 0
    asked = [request.GET.get(name, "") for name in ("earlier", "later")]
    if not all(asked):
        return numbers[max(0, len(numbers) - 2)], numbers[-1]
    if not all(one.isdecimal() and int(one) in numbers for one in asked):
        raise Http404("There is no such text to compare.")
    low, high = sorted(int(one) for one in asked)
    return low, high
