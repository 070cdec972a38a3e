"""The read API, version 1: rounds, published plans and clocks, for anyone, without an account. It changes nothing."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import NinjaAPI, Query
from ninja.errors import HttpError

from moothall.apps.publications import queries as publications
from moothall.domain import known_then
from moothall.domain.clock_list import by_moment, listed
from moothall.domain.refusals import Refusal
from moothall.reference import bank_holidays
from moothall.web.api.shapes import (
    ClockAnswer,
    ClockLine,
    PlanLine,
    PlanWhole,
    Problem,
    RoundLine,
    RoundWhole,
    Unreadable,
    clock_line,
    plan_line,
    plan_whole,
    round_line,
    round_whole,
)

api = NinjaAPI(
    title="Moothall",
    version="1",
    description="Rounds, published plans and clocks. Plans come in order of the council's name, and in no other.",
    urls_namespace="api",
    docs_url=None,
)
# The arguments of a clock are those the list of clocks names for it, each a parameter of its own in the address.
FREE_ARGUMENTS: dict[str, Any] = {
    "name": "arguments",
    "in": "query",
    "style": "form",
    "explode": True,
    "description": "The clock's arguments by name, such as published=2024-07-03; see the list of clocks",
    "schema": {"type": "object", "additionalProperties": {"type": "string"}},
}
Version = Annotated[int | None, Query(ge=1, description="A published version; the latest where none is named")]


@api.get("/rounds", response=list[RoundLine], url_name="rounds", summary="Every round held here, latest deadline first")
def rounds(request: HttpRequest) -> list[dict[str, Any]]:
    """Every round held here."""
    return [round_line(one) for one in publications.all_rounds()]


@api.get(
    "/rounds/{slug:round_slug}",
    response={200: RoundWhole, 404: Problem, 422: Unreadable},
    url_name="round",
    summary="One round with its themes and questions",
)
def round_(request: HttpRequest, round_slug: str) -> dict[str, Any]:
    """One round, or 404."""
    found = publications.round_called(round_slug)
    if found is None:
        raise HttpError(404, f"There is no round called {round_slug} here. See the list of rounds.")
    return round_whole(found)


@api.get(
    "/plans",
    response={200: list[PlanLine], 404: Problem, 422: Unreadable},
    url_name="plans",
    summary="The latest version of every published plan, in order of the council's name",
)
def plans(request: HttpRequest, round: str | None = None) -> list[dict[str, Any]]:
    """Published plans, of one round where one is named. 404 where there is no such round."""
    if round is not None and publications.round_called(round) is None:
        raise HttpError(404, f"There is no round called {round} here. See the list of rounds.")
    return [plan_line(one) for one in publications.all_published(round)]


@api.get(
    "/plans/{slug:round_slug}/{slug:slug}",
    response={200: PlanWhole, 404: Problem, 422: Unreadable},
    url_name="plan",
    summary="One published plan as data",
)
def plan(request: HttpRequest, round_slug: str, slug: str, version: Version = None) -> dict[str, Any]:
    """A council's published plan for a round: the latest version, or the one asked for."""
    found = publications.published(slug, round_slug, version)
    if found is None:
        raise HttpError(404, "No plan is published at this address. See the list of plans.")
    return plan_whole(found)


@api.get("/clocks", response=list[ClockLine], url_name="clocks", summary="Every clock with its arguments")
def clocks(request: HttpRequest) -> list[dict[str, Any]]:
    """Every clock, in the order an officer meets them."""
    return [clock_line(one) for _, some in by_moment() for one in some]


@api.get(
    "/clocks/{slug:clock_name}",
    response={200: ClockAnswer, 400: Problem, 404: Problem},
    exclude_unset=True,
    openapi_extra={"parameters": [FREE_ARGUMENTS]},
    url_name="clock",
    summary="A date with its working, as `moothall clock NAME --json` gives it; ask with its arguments",
)
def clock(request: HttpRequest, clock_name: str) -> dict[str, Any]:
    """The answer of a clock to the arguments in the address; 400 with a sentence where it cannot be answered."""
    if listed(clock_name) is None:
        raise HttpError(404, f"There is no clock called {clock_name}. See the list of clocks.")
    try:
        return known_then.answer(clock_name, request.GET.dict(), bank_holidays.england).as_plain()
    except Refusal as refusal:
        raise HttpError(400, str(refusal)) from None


@api.get("/{path:rest}", include_in_schema=False, url_name="nothing", response={404: Problem})
def nothing(request: HttpRequest, rest: str) -> None:
    """Say in JSON that there is nothing at an address."""
    raise HttpError(404, "There is nothing at this address. The description of this interface is at openapi.json.")
