"""Addresses of the council's meetings."""

from django.urls import URLPattern, path

from moothall.web.council.views import meetings

urlpatterns: list[URLPattern] = [
    path("", meetings.meetings_list, name="meetings"),
    path("bring-in", meetings.bring_in_meetings, name="bring_in_meetings"),
    path("keep", meetings.keep_meetings, name="keep_meetings"),
    path("add", meetings.add_meeting, name="add_meeting"),
    path("<int:meeting_id>/", meetings.meeting, name="meeting"),
    path("<int:meeting_id>/move", meetings.move_meeting, name="move_meeting"),
    path("<int:meeting_id>/cancel", meetings.cancel_meeting, name="cancel_meeting"),
]
