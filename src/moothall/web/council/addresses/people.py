"""Addresses of the people of a workspace and their roles."""

from django.urls import URLPattern, path

from moothall.web.council.views import people

urlpatterns: list[URLPattern] = [
    path("", people.people_here, name="people"),
    path("add", people.add_person, name="add_person"),
    path("<int:pk>", people.person, name="person"),
    path("<int:pk>/give", people.give_roles, name="give_roles"),
    path("<int:pk>/again", people.invite_again, name="invite_again"),
    path("role/<int:pk>/end", people.end_role, name="end_role"),
]
