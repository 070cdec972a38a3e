"""Addresses of the panel's pages."""

from django.urls import URLPattern, path

from moothall.web.panel.views import answers, coded, codes, evidence, passages, plans, registers

app_name = "panel"
urlpatterns: list[URLPattern] = [
    path("<slug:round_slug>/", registers.register, name="register"),
    path("<slug:round_slug>/search", passages.search, name="search"),
    path("<slug:round_slug>/register.csv", registers.register_csv, name="register_csv"),
    path("<slug:round_slug>/answers", answers.shared, name="shared_answers"),
    path("<slug:round_slug>/evidence", evidence.looking, name="evidence"),
    path("<slug:round_slug>/evidence/<int:evidence_id>", evidence.place, name="place_evidence"),
    path("<slug:round_slug>/codes", codes.queue, name="codes"),
    path("<slug:round_slug>/codes/suggest", codes.suggest, name="suggest_codes"),
    path("<slug:round_slug>/codes/learn", codes.learn, name="learn_codes"),
    path("<slug:round_slug>/codes/runs/<int:run_id>/stop", codes.stop, name="stop_suggesting"),
    path("<slug:round_slug>/codes/runs/<int:run_id>/go-on", codes.go_on, name="go_on_suggesting"),
    path("<slug:round_slug>/codes/frame", coded.frame, name="coding_frame"),
    path("<slug:round_slug>/codes/confirmed", coded.confirmed, name="confirmed_codes"),
    path("<slug:round_slug>/codes/confirmed.jsonl", coded.confirmed_jsonl, name="confirmed_jsonl"),
    path("<slug:round_slug>/codes/confirmed.csv", coded.confirmed_csv, name="confirmed_csv"),
    path("<slug:round_slug>/codes/under/<slug:code>", coded.under, name="passages_under"),
    path("<slug:round_slug>/codes/<int:passage_id>", codes.passage, name="code_passage"),
    path("<slug:round_slug>/codes/<int:passage_id>/keep", codes.keep, name="keep_codes"),
    path("<slug:round_slug>/codes/taken-back/<int:coding_id>", codes.take_back, name="take_back_codes"),
    path("<slug:round_slug>/plans/<slug:slug>", plans.plan, name="plan"),
]
