"""The product's own settings on a temporary folder, with work done at once and quick password hashing."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="moothall-tests-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ["MOOTHALL_FOLDER"] = str(FOLDER)
os.environ["MOOTHALL_SECRET_KEY"] = "only-for-tests"
for name in ("MOOTHALL_DEBUG", "MOOTHALL_DEMONSTRATION", "MOOTHALL_HTTPS", "MOOTHALL_HOSTS", "MOOTHALL_ADDRESS"):
    os.environ.pop(name, None)

from moothall.project.settings import *  # noqa: E402, F403
from moothall.project.settings import DATABASES, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# Without the manifest a page can be tested before its assets were collected; a test of its own collects them.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT = FOLDER / "static"
STATIC_ROOT.mkdir()
WHITENOISE_USE_FINDERS = True

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # In a file, as in use: each thread of the live server then has a connection of its own.
    DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0
