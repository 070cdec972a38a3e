"""Bytes are kept once, whole or not at all, and never handed out changed."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import IntegrityError, transaction

from moothall.apps.files import actions, queries
from moothall.apps.files.models import StoredFile
from moothall.domain.refusals import Refusal
from tests.apps.proof import fills_up

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 1, 9, tzinfo=UTC)
DATA = b"The plan, as bytes."


def kept() -> StoredFile:
    """The bytes, kept."""
    return actions.keep(DATA, media_type="text/plain", at=AT)


def on_disk(row: StoredFile) -> Path:
    """Where the store has them."""
    return Path(default_storage.path(row.path))


def test_kept_bytes_come_back_as_they_were_with_their_size_and_fingerprint() -> None:
    row = kept()

    assert queries.content(row) == DATA
    assert (row.size, row.sha256) == (len(DATA), hashlib.sha256(DATA).hexdigest())


def test_the_same_bytes_are_kept_once_however_often_they_come() -> None:
    first, second = kept(), kept()

    assert first == second
    assert StoredFile.objects.count() == 1
    assert len(list(on_disk(first).parent.iterdir())) == 1


def test_a_full_disk_is_told_in_a_sentence_and_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FileSystemStorage, "_save", fills_up)

    with pytest.raises(Refusal, match="disk is full") as refused:
        kept()

    assert "try again" in refused.value.next_step
    assert not StoredFile.objects.exists()


def test_after_the_disk_has_room_again_the_same_bytes_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as full:
        full.setattr(FileSystemStorage, "_save", fills_up)
        with pytest.raises(Refusal):
            kept()

    row = kept()

    assert queries.content(row) == DATA


@pytest.mark.parametrize("left", [b"", b"The pl", DATA + b" and more"])
@pytest.mark.parametrize("has_row", [False, True], ids=["no row yet", "a row"])
def test_a_file_of_the_wrong_length_in_the_store_is_written_anew(left: bytes, has_row: bool) -> None:
    path = on_disk(kept())
    if not has_row:
        StoredFile.objects.all().delete()
    path.write_bytes(left)

    row = kept()

    assert path.read_bytes() == queries.content(row) == DATA


def test_a_file_that_is_gone_is_refused_and_comes_back_with_its_bytes() -> None:
    row = kept()
    on_disk(row).unlink()

    with pytest.raises(Refusal, match="cannot be opened") as refused:
        queries.content(row)
    again = kept()

    assert "backup" in refused.value.next_step
    assert queries.content(again) == DATA


def test_a_file_changed_in_the_store_is_refused_and_not_handed_out() -> None:
    row = kept()
    on_disk(row).write_bytes(DATA.replace(b"plan", b"bill"))

    with pytest.raises(Refusal, match="not the one that was kept") as refused:
        queries.content(row)

    assert "backup" in refused.value.next_step


def test_the_database_refuses_two_rows_for_the_same_bytes() -> None:
    row = kept()

    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.create(sha256=row.sha256, media_type="text/plain", size=1, kept_at=AT)
