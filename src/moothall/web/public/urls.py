"""Addresses for anyone. Those of plans, councils, receipts, rounds, feeds and schemas never change once they answer."""

from django.urls import URLPattern, path

from moothall.documents.layouts.plan_data import SHEETS
from moothall.web.public.views import (
    changes,
    checks,
    clocks,
    colours,
    councils,
    discovery,
    learning,
    pages,
    plan_files,
    planner,
    plans,
    receipts,
    round_plans,
    rounds,
    takeaways,
)

app_name = "public"
_PLAN = "plans/<slug:round_slug>/<slug:slug>/"
_VERSION = _PLAN + "v<int:version>/"
_NEWEST = ("plan.json", "plan.pdf", "plan.docx", "plan.xml")
_FEEDS = (
    ("", changes.everything, "changes"),
    ("rounds/<slug:slug>/", changes.of_round, "round_changes"),
    ("councils/<slug:council_slug>/", changes.of_council, "council_changes"),
    (_PLAN, changes.of_plan, "plan_changes"),
)

urlpatterns: list[URLPattern] = [
    path("", pages.front, name="front"),
    path("about", pages.about, name="about"),
    path("what-is-public", pages.what_is_public, name="what_is_public"),
    path("accessibility", pages.accessibility, name="accessibility"),
    path("privacy", pages.privacy, name="privacy"),
    path("robots.txt", discovery.robots, name="robots"),
    path("sitemap.xml", discovery.sitemap, name="sitemap"),
    path("schemas/", discovery.schemas, name="schemas"),
    path("schemas/columns.csv", plan_files.dictionary, name="columns"),
    path("schemas/round.schema.json", rounds.round_schema, name="round_schema"),
    path("schemas/<str:name>", discovery.schema, name="schema"),
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
    path("rounds/<slug:slug>/plans/", round_plans.round_plans, name="round_plans"),
    path("councils/<slug:council_slug>/", councils.council, name="council"),
    path("plans/", plans.plans, name="plans"),
    path(_PLAN, plans.plan, name="plan"),
    path(_PLAN + "decisions/", plans.decisions, name="plan_decisions"),
    path(_PLAN + "progress/", plans.progress, name="plan_progress"),
    path(_PLAN + "data/", plans.data, name="plan_data"),
    path(_PLAN + "publication.json", plan_files.record, name="record"),
    path(_VERSION, plans.plan, name="plan_version"),
    path(_VERSION + "publication.json", plan_files.record, name="record_of_version"),
    path(_VERSION + "plan.json", plan_files.plan_json, name="plan_json"),
    path(_VERSION + "plan.pdf", plan_files.plan_pdf, name="plan_pdf"),
    path(_VERSION + "plan.docx", plan_files.plan_docx, name="plan_docx"),
    path(_VERSION + "plan.xml", plan_files.plan_xml, name="plan_xml"),
    path(_VERSION + "card.png", plan_files.card_png, name="card_png"),
    path("receipts/<str:number>/", receipts.receipt, name="receipt"),
    path("check/", checks.check, name="check"),
    path("check-a-round", rounds.check_round, name="check_round"),
]
urlpatterns += [
    path(_PLAN + name, plan_files.latest, {"name": name}, name="newest_" + name.replace(".", "_")) for name in _NEWEST
]
urlpatterns += [
    path(_PLAN + f"{sheet.name}.csv", plan_files.following, {"name": sheet.name}, name=f"{sheet.name}_csv")
    if sheet.follows
    else path(_VERSION + f"{sheet.name}.csv", plan_files.sheet, {"name": sheet.name}, name=f"plan_{sheet.name}_csv")
    for sheet in SHEETS
]
urlpatterns += [
    path(f"{before}changes.{form}", view, {"form": form}, name=f"{name}_{form}")
    for before, view, name in _FEEDS
    for form in changes.FORMATS
]
