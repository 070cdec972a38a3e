"""The pages for when something cannot be shown."""

import pytest
from django.test import Client, RequestFactory, override_settings

from moothall.web.components import faults


def test_a_failure_of_ours_is_told_without_asking_the_database_or_the_person() -> None:
    answer = faults.server_error(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert b"Something of ours failed" in answer.content
    assert b"moothall.css" in answer.content


MANIFEST = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}


@override_settings(STORAGES=MANIFEST, DEBUG=False)
def test_a_failure_is_told_even_where_the_collected_files_are_what_failed() -> None:
    answer = faults.server_error(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert b"stylesheet" not in answer.content


@pytest.mark.django_db
def test_a_form_too_old_to_be_trusted_is_told_what_to_do() -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/sign-in", {"username": "a", "password": "b"})

    assert answer.status_code == 403
    assert b"too old to be trusted" in answer.content
