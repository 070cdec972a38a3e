"""Addresses for anyone. Those of plans, receipts and rounds never change once something stands at them."""

from django.urls import URLPattern, path

from moothall.web.public.views import (
    checks,
    clocks,
    colours,
    learning,
    pages,
    planner,
    plans,
    receipts,
    rounds,
    takeaways,
)

app_name = "public"
_PLAN = "plans/<slug:round_slug>/<slug:slug>/"
urlpatterns: list[URLPattern] = [
    path("", pages.front, name="front"),
    path("about", pages.about, name="about"),
    path("accessibility", pages.accessibility, name="accessibility"),
    path("privacy", pages.privacy, name="privacy"),
    path("colours/<str:colour>.css", colours.stylesheet, name="colours"),
    path("plan-a-route", planner.planner, name="planner"),
    path("plan-a-route/dates.ics", takeaways.dates_ics, name="planner_ics"),
    path("plan-a-route/timetable", takeaways.timetable, name="planner_timetable"),
    path("plan-a-route/timetable.pdf", takeaways.timetable_pdf, name="planner_timetable_pdf"),
    path("clocks/", clocks.clocks, name="clocks"),
    path("clocks/learn", learning.learn, name="learn"),
    path("clocks/<slug:clock_name>", clocks.clock, name="clock"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/<slug:slug>/", rounds.round_, name="round"),
    path("rounds/<slug:slug>/round.json", rounds.round_json, name="round_json"),
    path("plans/", plans.plans, name="plans"),
    path(_PLAN, plans.plan, name="plan"),
    path(_PLAN + "v<int:version>/", plans.plan, name="plan_version"),
    path(_PLAN + "v<int:version>/plan.json", plans.plan_json, name="plan_json"),
    path(_PLAN + "v<int:version>/plan.pdf", plans.plan_pdf, name="plan_pdf"),
    path(_PLAN + "measures.csv", plans.measures_csv, name="measures_csv"),
    path("receipts/<str:number>/", receipts.receipt, name="receipt"),
    path("check/", checks.check, name="check"),
]
