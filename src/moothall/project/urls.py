"""Which room answers which address."""

from django.urls import URLPattern, URLResolver, include, path

from moothall.project.health import healthz

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("", include("moothall.web.account.urls")),
    path("council/", include("moothall.web.council.urls")),
    path("panel/", include("moothall.web.panel.urls")),
    path("api/", include("moothall.web.api.urls")),
    path("feeds/", include("moothall.web.feeds.urls")),
    path("", include("moothall.web.components.urls")),
    path("", include("moothall.web.public.urls")),
]
handler400 = "moothall.web.components.faults.bad_request"
handler403 = "moothall.web.components.faults.forbidden"
handler404 = "moothall.web.components.faults.not_found"
handler500 = "moothall.web.components.faults.server_error"
