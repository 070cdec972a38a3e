"""The people of a workspace: who has which role since when, bringing somebody in, and ending a role."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.appointments import actions, queries
from moothall.apps.appointments.queries import PersonHere
from moothall.domain.refusals import Refusal
from moothall.domain.roles import COUNCIL_ROLES, Deed, Role, roles_to_give
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import people as forms


@in_workspace(Deed.READ_PEOPLE)
def people_here(request: HttpRequest, here: Here) -> HttpResponse:
    """Everybody with a role here, by name; the roles nobody holds; and those who have none any more."""
    everybody = queries.everybody(here.workspace)
    context = {
        "here": here,
        "people": [one for one in everybody if one.held],
        "left": [one for one in everybody if not one.held],
        "nobody": [role.label for role in queries.held_by_nobody(everybody)],
    }
    return render(request, "council/people.html", context)


@in_workspace(Deed.READ_PEOPLE)
def person(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One person: their roles, who gave each and when, and those that ended with the reason."""
    found, mine = _person(here, pk), roles_to_give(here.roles)
    is_you = found.person.pk == request.user.pk
    context = {
        "here": here,
        "found": found,
        "is_you": is_you,
        "may_end": [row for row in found.held if here.may(Deed.END_ROLE) and (is_you or Role(row.role) in mine)],
        "may_give": bool(_offered(here, found)) and not is_you and found.person.is_active,
    }
    return render(request, "council/person.html", context)


@in_workspace(Deed.GIVE_ROLE)
def add_person(request: HttpRequest, here: Here) -> HttpResponse:
    """Bring somebody in. The answer is the same whether they have an account or not."""
    form = forms.AddPersonForm(request.POST or None, offered=_offered(here))
    if request.method == "POST" and form.is_valid() and _appointed(request, here, form, form.cleaned_data):
        return redirect(address(here, "people"))
    return render(request, "council/add_person.html", {"here": here, "form": form, "others": _not_offered(here)})


@in_workspace(Deed.GIVE_ROLE)
def give_roles(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Give somebody who is or was here another role."""
    found = _person(here, pk)
    form = forms.RolesForm(request.POST or None, offered=_offered(here, found))
    if request.method == "POST" and form.is_valid():
        known = {"email": found.person.email, "name": found.name, "post": found.post}
        if _appointed(request, here, form, known | form.cleaned_data):
            return redirect(address(here, "person", pk))
    context = {"here": here, "form": form, "found": found, "others": _not_offered(here)}
    return render(request, "council/give_roles.html", context)


@require_POST
@in_workspace(Deed.GIVE_ROLE)
def invite_again(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Send somebody who has not signed in their invitation once more."""
    found = _person(here, pk)
    if found.invitation is None:
        messages.error(request, f"{found.name} has signed in. Nothing needs to be sent.")
        return redirect(address(here, "person", pk))
    try:
        actions.invite_again(invitation=found.invitation, by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{found.name} has a new mail. A link that was sent before no longer works.")
    return redirect(address(here, "person", pk))


@in_workspace(Deed.END_ROLE)
def end_role(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """End one role of somebody, with a word why."""
    held = queries.held(here.workspace, pk)
    if held is None:
        raise Http404("Nobody holds this role here.")
    found, form = _person(here, held.person_id), forms.EndRoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_role(held=held, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"{found.name} is no longer {held.label}.")
            return redirect("council:my_work" if found.person == request.user else address(here, "people"))
    others = [row.label for row in found.held if row.pk != held.pk]
    context = {"here": here, "form": form, "found": found, "held": held, "others": others}
    return render(request, "council/end_role.html", context)


def _appointed(request: HttpRequest, here: Here, form: Any, said: dict[str, Any]) -> bool:
    """Do as the form says; False, with the refusal in the form, where that is refused."""
    try:
        actions.appoint(workspace=here.workspace, **said, by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        tell(form, refusal)
        return False
    messages.success(request, f"{said['name']} has the role, and a mail that says how to sign in.")
    return True


def _person(here: Here, pk: int) -> PersonHere:
    found = queries.one(here.workspace, pk)
    if found is None:
        raise Http404("Nobody of this number has or had a role here.")
    return found


def _offered(here: Here, found: PersonHere | None = None) -> list[Role]:
    """The roles that the person looking may give, in order, without those that somebody holds."""
    held = {row.role for row in found.held} if found else set()
    return [role for role in _in_order(roles_to_give(here.roles)) if role.value not in held]


def _not_offered(here: Here) -> list[str]:
    """The roles of a council that the person looking may not give."""
    mine = roles_to_give(here.roles)
    return [role.label for role in COUNCIL_ROLES if role not in mine]


def _in_order(roles: Iterable[Role]) -> list[Role]:
    found = set(roles)
    return [role for role in COUNCIL_ROLES if role in found]
