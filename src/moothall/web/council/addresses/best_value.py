"""Addresses of evidence by best-value theme."""

from django.urls import URLPattern, path

from moothall.web.council.views import best_value

urlpatterns: list[URLPattern] = [
    path("", best_value.best_value, name="best_value"),
    path("print", best_value.printed, name="best_value_print"),
    path("evidence.docx", best_value.as_docx, name="best_value_docx"),
    path("<slug:best_value_theme>/", best_value.theme_page, name="best_value_theme"),
    path("<slug:best_value_theme>/choose", best_value.choose, name="choose_best_value"),
    path("<slug:best_value_theme>/add", best_value.add, name="add_best_value"),
    path("<slug:best_value_theme>/take-away", best_value.take_away, name="take_away_best_value"),
]
