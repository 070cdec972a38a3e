"""Addresses of the route, its meetings and decisions."""

from django.urls import URLPattern, path

from moothall.web.council.views import routes

urlpatterns: list[URLPattern] = [
    path("", routes.route, name="route"),
    path("plan", routes.plan_route, name="plan_route"),
    path("choose", routes.choose_route, name="choose_route"),
    path("steps/<int:step_id>/meeting", routes.record_meeting, name="record_meeting"),
    path("steps/<int:step_id>/decision", routes.record_decision, name="record_decision"),
    path("steps/<int:step_id>/publish", routes.publish_decision, name="publish_decision"),
]
