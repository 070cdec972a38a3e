"""Signing in and out. On the loopback address a demonstration also lets one sign in as each person of its cast."""

import ipaddress
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlsafe_base64_decode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from moothall.apps.appointments import actions as appointments
from moothall.apps.people import queries as people
from moothall.domain.refusals import Refusal

_LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]", "::1", "testserver"})


def has_cast(request: HttpRequest) -> bool:
    """Whether one-click sign-in is open: a demonstration, asked for from this machine, under its own loopback name."""
    if not settings.MOOTHALL.has_demonstration or "HTTP_X_FORWARDED_FOR" in request.META:
        return False
    try:
        is_local = ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
    return is_local and request.get_host().rsplit(":", 1)[0] in _LOOPBACK_NAMES


class SignInForm(AuthenticationForm):
    """E-mail address and password."""

    error_messages = {
        "invalid_login": "That address and password do not belong together. Check both and try again.",
        "inactive": "This account is closed. Ask whoever runs Moothall to open it again.",
    }

    def __init__(self, request: HttpRequest | None = None, *args: object, **kwargs: object) -> None:
        super().__init__(request, *args, **kwargs)
        self.fields["username"].label = "E-mail address"
        self.fields["username"].widget.input_type = "email"
        self.fields["password"].label = "Password"


def _onward(request: HttpRequest) -> str:
    address = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if is_ours else settings.LOGIN_REDIRECT_URL


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for address and password; beside it, on a demonstration at home, the cast."""
    if request.user.is_authenticated and request.method == "GET":
        return redirect(_onward(request))
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(_onward(request))
    cast_ = people.demonstration_people() if has_cast(request) else []
    context = {"form": form, "cast": cast_, "next": request.POST.get("next") or request.GET.get("next", "")}
    return render(request, "account/sign_in.html", context)


@never_cache
@require_POST
def sign_in_as(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign in as one of the invented cast. 403 anywhere but on a demonstration's own machine."""
    if not has_cast(request):
        raise PermissionDenied("One-click sign-in works only on the machine that runs the demonstration.")
    person = people.person(pk)
    if person is None or not person.is_demonstration:
        raise Http404("There is nobody of the demonstration at this address.")
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(_onward(request))


@sensitive_post_parameters("new_password1", "new_password2")
@never_cache
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, whom: str, token: str) -> HttpResponse:
    """Let somebody who was invited set a first password, once. It signs nobody in and gives nothing else."""
    person = _invited(whom)
    if person is None or not default_token_generator.check_token(person, token):
        return render(request, "account/welcome.html", {"form": None})
    form = SetPasswordForm(person, request.POST or None)
    form.fields["new_password1"].label, form.fields["new_password2"].label = "Password", "The same once more"
    form.fields["new_password1"].help_text = "At least 12 signs. A few words in a row are good."
    form.fields["new_password2"].help_text = ""
    if request.method == "POST" and form.is_valid():
        try:
            appointments.accept_invitation(
                person=person, password=form.cleaned_data["new_password1"], at=timezone.localtime()
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Your password is set. Sign in with your address.")
            return redirect("account:sign_in")
    return render(request, "account/welcome.html", {"form": form, "name": person.name})


def _invited(whom: str) -> Any:
    """The person of an invitation who has no password yet, or None."""
    try:
        found = people.person(int(urlsafe_base64_decode(whom)))
    except (ValueError, OverflowError):
        return None
    is_new = found is not None and not found.has_usable_password() and not found.is_demonstration
    return found if is_new else None


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out and go to the front page."""
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)
