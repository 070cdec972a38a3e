"""Addresses of decisions as they are recorded and published, and of what they show."""

from django.urls import URLPattern, path

from moothall.web.council.views import decisions, requirements

urlpatterns: list[URLPattern] = [
    path("", decisions.decisions, name="decisions"),
    path("<int:step_id>", decisions.decision, name="decision"),
    path("<int:step_id>/record.<str:ending>", decisions.decision_file, name="decision_file"),
    path("<int:step_id>/fields/<str:field>", decisions.enter_field, name="decision_field"),
    path("<int:step_id>/bring-in", decisions.bring_in_decision, name="bring_in_decision"),
    path("<int:step_id>/waiver", decisions.waive_call_in, name="waive_call_in"),
    path("<int:step_id>/waiver/told", decisions.tell_council, name="tell_council"),
    path("requirements", requirements.requirements, name="requirements"),
    path("requirements/<str:requirement_id>/judge", requirements.judge_requirement, name="judge_requirement"),
    path("judgements/<int:pk>/take-back", requirements.take_back_judgement, name="take_back_judgement"),
]
