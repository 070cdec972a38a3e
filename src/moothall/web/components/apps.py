"""Django's handle on the shared parts of pages."""

from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    """Layouts, macros, form rendering, pictures and errors."""

    name = "moothall.web.components"
    label = "components"
