"""The rows of a table that belong to a council, a row at a time: their values as plain JSON, and their files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from moothall.apps.audit_files.catalogue import Told
from moothall.apps.files.models import StoredFile
from moothall.apps.groups.models import Membership
from moothall.apps.people.models import RoleHeld
from moothall.apps.returns.models import Return
from moothall.apps.workspaces.models import Workspace
from moothall.domain.fingerprints import plain

A_PART = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its ``values`` by column, what its references are called by column, and its files with their names."""

    values: dict[str, Any]
    named: dict[str, str]
    files: tuple[tuple[StoredFile, str], ...]
    is_exempt: bool


def columns(told: Told) -> list[Any]:
    """The columns of a table that are told, in the order in which they are declared."""
    model = apps.get_model(told.label)
    return [one for one in model._meta.concrete_fields if one.name not in told.without]


def dictionary(told: Told) -> list[tuple[str, str, str]]:
    """Each column with its kind and what it is; then those left out, and why."""
    rows = [(one.attname, one.get_internal_type(), _meaning(one)) for one in columns(told)]
    return [*rows, *((name, "left out", told.because) for name in told.without)]


def _meaning(field: Any) -> str:
    if field.related_model is not None:
        return f"leads to {field.related_model._meta.label}"
    if field.choices:
        return "one of: " + ", ".join(str(value) for value, _ in field.choices)
    return label(field)


def label(field: Any) -> str:
    """What a column is called where people read it."""
    said = str(field.verbose_name).removesuffix(" id")
    for ending, words in ((" by name", " by"), (" at", ""), (" on", ", day")):
        if said.endswith(ending):
            said = said.removesuffix(ending) + words
            break
    return said[:1].upper() + said[1:]


def rows(told: Told, workspace: Workspace) -> Iterator[Row]:
    """Every row of the table that belongs to the council, in the order in which they were made."""
    fields = columns(told)
    joined = [one.name for one in fields if one.related_model is not None]
    found = _of(told, workspace).order_by("pk").select_related(*joined) if joined else _of(told, workspace)
    for one in found.order_by("pk").iterator(chunk_size=A_PART):
        named, files = {}, []
        for field in fields:
            held = getattr(one, field.name) if field.related_model is not None else None
            if isinstance(held, StoredFile):
                files.append((held, _name_of(one, field.name)))
            elif held is not None:
                named[field.attname] = str(held)
        values = {field.attname: _plain(field.value_from_object(one)) for field in fields}
        yield Row(values, named, tuple(files), _is_exempt(told, one))


def _plain(value: Any) -> Any:
    return plain(value) if not hasattr(value, "as_tuple") else str(value)


def _name_of(one: models.Model, column: str) -> str:
    for guess in (f"{column}_name", "file_name", "name", "document_name"):
        said = getattr(one, guess, "")
        if isinstance(said, str) and said:
            return said
    return f"{one._meta.model_name} {column} {one.pk}"


def _is_exempt(told: Told, one: models.Model) -> bool:
    column, _, value = told.exempt.partition("=")
    return column == "all" or (bool(value) and str(getattr(one, column)) == value)


def _of(told: Told, workspace: Workspace) -> models.QuerySet[Any]:
    kind, _, path = told.path.rpartition(":")
    found = apps.get_model(told.label)._default_manager.all()
    match kind:
        case "gss":
            return found.filter(**{path: workspace.gss})
        case "round":
            return found.filter(**{path: workspace.round_slug})
        case "group":
            mine = Membership.objects.filter(workspace=workspace, place="member").values("group")
            return found.filter(**{f"{path}__in": mine})
        case "person":
            return found.filter(pk__in=RoleHeld.objects.filter(workspace=workspace).values("person"))
        case "folder":
            return found.filter(pk__in=Return.objects.filter(workspace=workspace).values("folder"))
    return found.filter(**{path: workspace.pk})
