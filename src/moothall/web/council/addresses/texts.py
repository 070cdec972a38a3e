"""Addresses of the plan's texts, and of what each change between them rests on."""

from django.urls import URLPattern, path

from moothall.web.council.views import texts

urlpatterns: list[URLPattern] = [
    path("", texts.texts, name="texts"),
    path("compare", texts.compare, name="compare_texts"),
    path("schedule.docx", texts.schedule_docx, name="change_schedule_docx"),
    path("schedule", texts.schedule, name="change_schedule"),
    path("resolved", texts.resolved, name="resolved_text"),
    path("authority", texts.account_for, name="account_for_change"),
    path("authority/<int:pk>/confirm", texts.confirm, name="confirm_account"),
    path("authority/<int:pk>/take-back", texts.take_back, name="take_back_account"),
    path("authority/<int:pk>/told", texts.report_back, name="report_back"),
]
