"""Addresses of notices, agendas on public view, and the forward plan."""

from django.urls import URLPattern, path

from moothall.web.council.views import agendas, notices

urlpatterns: list[URLPattern] = [
    path("", notices.notices, name="notices"),
    path("steps/<int:step_id>/<slug:notice_kind>", notices.draft_notice, name="draft_notice"),
    path("<int:number>", notices.notice, name="notice"),
    path("<int:number>/words", notices.reword_notice, name="reword_notice"),
    path("<int:number>/replace", notices.replace_notice, name="replace_notice"),
    path("<int:number>/agreement", notices.notice_agreement, name="notice_agreement"),
    path("<int:number>/give", notices.give_notice, name="give_notice"),
    path("<int:number>/withdraw", notices.withdraw_notice, name="withdraw_notice"),
    path("<int:number>/as-given", notices.notice_as_given, name="notice_as_given"),
    path("<int:number>/notice.<str:ending>", notices.notice_file, name="notice_file"),
    path("agendas", agendas.agendas, name="agendas"),
    path("agendas/steps/<int:step_id>", agendas.publish_agenda, name="publish_agenda"),
    path("agendas/<int:pk>/add", agendas.change_agenda, name="change_agenda"),
    path("agendas/additions/<int:pk>/minute", agendas.minute_circumstances, name="minute_circumstances"),
    path("agendas/additions/<int:pk>/file", agendas.agenda_file, name="agenda_file"),
    path("forward-plan", agendas.forward_plan, name="forward_plan"),
    path("forward-plan.<str:ending>", agendas.forward_plan_file, name="forward_plan_file"),
]
