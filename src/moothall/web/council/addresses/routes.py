"""Addresses of the route, its meetings and decisions."""

from django.urls import URLPattern, path

from moothall.web.council.views import own_routes, routes, steps

urlpatterns: list[URLPattern] = [
    path("", routes.route, name="route"),
    path("plan", routes.plan_route, name="plan_route"),
    path("choose", routes.choose_route, name="choose_route"),
    path("steps/<int:step_id>/meeting", routes.record_meeting, name="record_meeting"),
    path("steps/<int:step_id>/decision", routes.record_decision, name="record_decision"),
    path("steps/<int:step_id>/publish", routes.publish_decision, name="publish_decision"),
    path("steps/<int:step_id>/record/<slug:happened>", steps.record_at_step, name="record_at_step"),
    path("steps/<int:step_id>/entries/<int:record_id>/take-back", steps.take_back_record, name="take_back_record"),
    path("steps/<int:step_id>/finish", steps.finish_text, name="finish_text"),
    path("steps/<int:step_id>/again", steps.put_again, name="put_again"),
    path("finished/<int:finishing_id>/report-back", steps.report_back, name="report_back"),
    path("own/", own_routes.own_routes, name="own_routes"),
    path("own/new", own_routes.new_own_route, name="new_own_route"),
    path("own/bring-in", own_routes.bring_own_route, name="bring_own_route"),
    path("own/<int:own_id>/", own_routes.own_route, name="own_route"),
    path("own/<int:own_id>/file", own_routes.own_route_json, name="own_route_json"),
    path("own/<int:own_id>/take", own_routes.take_own_route, name="take_own_route"),
    path("own/<int:own_id>/remove", own_routes.remove_own_route, name="remove_own_route"),
]
