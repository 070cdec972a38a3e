"""Addresses of the council's pages. Everything about one workspace lies under its round and its council."""

from django.urls import URLPattern, URLResolver, include, path

from moothall.web.council.addresses import (
    agreements,
    bank,
    call_ins,
    clocks,
    comments,
    documents,
    extensions,
    handoff,
    meetings,
    members,
    people,
    plans,
    progress,
    publications,
    recounts,
    reports,
    rounds,
    routes,
    rules,
    safety,
    timetables,
    word,
    wordings,
    workspaces,
    writing,
)

app_name = "council"

_HERE = "<slug:round_slug>/<slug:slug>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(rounds.urlpatterns)),
    path("", include(workspaces.urlpatterns)),
    path(_HERE + "documents/", include(documents.urlpatterns)),
    path(_HERE + "plan/", include(plans.urlpatterns)),
    path(_HERE + "plan/", include(bank.urlpatterns)),
    path(_HERE + "wordings/", include(wordings.urlpatterns)),
    path(_HERE + "writing/", include(writing.urlpatterns)),
    path(_HERE + "report/", include(reports.urlpatterns)),
    path(_HERE + "agreement/", include(agreements.urlpatterns)),
    path(_HERE + "hand-off/", include(handoff.urlpatterns)),
    path(_HERE + "word/", include(word.urlpatterns)),
    path(_HERE + "comments/", include(comments.urlpatterns)),
    path(_HERE + "route/", include(routes.urlpatterns)),
    path(_HERE + "route/", include(rules.urlpatterns)),
    path(_HERE + "route/", include(timetables.urlpatterns)),
    path(_HERE + "route/", include(recounts.urlpatterns)),
    path(_HERE + "meetings/", include(meetings.urlpatterns)),
    path(_HERE + "members/", include(members.urlpatterns)),
    path(_HERE + "people/", include(people.urlpatterns)),
    path(_HERE + "call-in/", include(call_ins.urlpatterns)),
    path(_HERE + "clocks/", include(clocks.urlpatterns)),
    path(_HERE + "later-day/", include(extensions.urlpatterns)),
    path(_HERE + "publication/", include(publications.urlpatterns)),
    path(_HERE + "safety/", include(safety.urlpatterns)),
    path(_HERE + "progress/", include(progress.urlpatterns)),
]
