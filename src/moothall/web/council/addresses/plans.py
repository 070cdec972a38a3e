"""Addresses of the plan being written."""

from django.urls import URLPattern, path

from moothall.web.council.views import histories, plan_files, plans, writing

urlpatterns: list[URLPattern] = [
    path("", plans.plan, name="plan"),
    path("length", plans.length, name="plan_length"),
    path("begin", plans.begin, name="begin_plan"),
    path("begin/from-a-file", plan_files.start_from_file, name="start_from_file"),
    path("opening", writing.opening, name="opening"),
    path("questions/<str:question_id>", writing.question, name="question"),
    path("sections/<str:section>/history", histories.history, name="section_history"),
    path("sections/<str:section>/keep", writing.keep_words, name="keep_words"),
    path("sections/<str:section>/let-go", writing.let_words_go, name="let_words_go"),
    path("commitments/add", plans.add_commitment, name="add_commitment"),
    path("commitments/<str:key>/milestones/add", plans.add_milestone, name="add_milestone"),
    path("measures/add", plans.add_measure, name="add_measure"),
    path("barriers/add", plans.add_barrier, name="add_barrier"),
    path("items/<str:key>", plans.change_item, name="change_item"),
    path("items/<str:key>/remove", plans.remove_item, name="remove_item"),
    path("versions/keep", plans.keep_version, name="keep_version"),
    path("versions/compare", histories.compare_versions, name="compare_versions"),
    path("versions/<int:number>", plans.version, name="version"),
]
