"""Django's handle on this app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People, their sign-in and the roles they hold."""

    name = "moothall.apps.people"
    label = "people"
