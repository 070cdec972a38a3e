"""The door gunicorn opens."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.project.settings")
behind = get_wsgi_application()

# What follows needs the settings.
from django.conf import settings  # noqa: E402

from moothall.project.kept_pages import KeptPages, Newest  # noqa: E402
from moothall.project.newest import newest_lines  # noqa: E402

application = KeptPages(behind, Newest(newest_lines), most_bytes=settings.MOOTHALL.kept_megabytes * 1024 * 1024)
