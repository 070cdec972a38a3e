"""Django settings. Everything a deployment may change comes from `environment.py`."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from moothall.project.environment import load

ENVIRONMENT = load()
SOURCE = Path(__file__).resolve().parent.parent

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = ENVIRONMENT.is_debug
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
MOOTHALL = ENVIRONMENT

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "moothall.apps.audit",
    "moothall.apps.people",
    "moothall.apps.files",
    "moothall.apps.rounds",
    "moothall.apps.workspaces",
    "moothall.apps.extensions",
    "moothall.apps.freezes",
    "moothall.apps.meetings",
    "moothall.apps.rules",
    "moothall.apps.wordings",
    "moothall.apps.plans",
    "moothall.apps.writing",
    "moothall.apps.reports",
    "moothall.apps.mail",
    "moothall.apps.appointments",
    "moothall.apps.implications",
    "moothall.apps.overrides",
    "moothall.apps.routes",
    "moothall.apps.call_ins",
    "moothall.apps.scrutiny",
    "moothall.apps.decision_records",
    "moothall.apps.groups",
    "moothall.apps.timetables",
    "moothall.apps.progress",
    "moothall.apps.closings",
    "moothall.apps.evidence",
    "moothall.apps.intake",
    "moothall.apps.comments",
    "moothall.apps.word",
    "moothall.apps.statements",
    "moothall.apps.safety",
    "moothall.apps.handoff",
    "moothall.apps.notices",
    "moothall.apps.lineage",
    "moothall.apps.publications",
    "moothall.apps.returns",
    "moothall.apps.obligations",
    "moothall.apps.correspondence",
    "moothall.apps.promised",
    "moothall.apps.hours",
    "moothall.apps.panel",
    "moothall.apps.coding",
    "moothall.apps.best_value",
    "moothall.apps.audit_files",
    "moothall.web.components",
    "moothall.project",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "moothall.web.components.private.private_unless_said",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "moothall.web.components.limits.Limits",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "moothall.project.urls"
WSGI_APPLICATION = "moothall.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [
            SOURCE / "web" / room / "templates" for room in ("components", "account", "public", "council", "panel")
        ],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "moothall.web.components.environment.environment",
            "context_processors": [
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "moothall.web.components.context.page",
            ],
        },
    },
]

DATABASES = {"default": dj_database_url.parse(ENVIRONMENT.database_url, conn_max_age=600, conn_health_checks=True)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # One writer at a time and readers that never wait for it; a writer waits its turn instead of failing.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        }
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account:sign_in"
LOGIN_REDIRECT_URL = "council:my_work"
LOGOUT_REDIRECT_URL = "public:front"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_VERBOSE = False
AXES_USERNAME_FORM_FIELD = "username"

RECORD_IN_SENTENCES = "moothall.web.council.told.for_files.sentences"
"""What tells each line of the record in words: the pages know how, and an audit file asks them."""
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if ENVIRONMENT.mail else 'console'}.EmailBackend"
_MAIL = urlsplit(ENVIRONMENT.mail)
EMAIL_HOST = _MAIL.hostname or ""
EMAIL_PORT = _MAIL.port or (465 if _MAIL.scheme == "smtps" else 587)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_MAIL.username or ""), unquote(_MAIL.password or "")
EMAIL_USE_SSL = _MAIL.scheme == "smtps"
EMAIL_USE_TLS = _MAIL.scheme == "smtp" and _MAIL.query != "tls=no"
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from
PASSWORD_RESET_TIMEOUT = 14 * 24 * 60 * 60  # how long an invitation may be taken up

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.folder / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(ENVIRONMENT.files)},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

CSRF_FAILURE_VIEW = "moothall.web.components.faults.csrf_failure"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.is_behind_https
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if ENVIRONMENT.is_behind_https:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"moothall": {"level": "INFO"}},
}
