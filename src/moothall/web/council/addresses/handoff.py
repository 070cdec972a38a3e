"""Addresses of handing the report over."""

from django.urls import URLPattern, path

from moothall.web.council.views import handoff

urlpatterns: list[URLPattern] = [
    path("", handoff.hand_off, name="hand_off"),
    path("appendix/<int:place>", handoff.hand_off_appendix, name="hand_off_appendix"),
    path("address/<slug:leads_to>", handoff.agenda_link, name="agenda_link"),
    path("<int:number>", handoff.hand_off_made, name="hand_off_made"),
    path("<int:number>/folder.zip", handoff.hand_off_folder, name="hand_off_folder"),
    path("<int:number>/part-2.zip", handoff.hand_off_part_2, name="hand_off_part_2"),
]
