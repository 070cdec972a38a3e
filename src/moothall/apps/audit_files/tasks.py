"""The worker's part: make a file that waits. It may run twice: one that is made is left as it is."""

from django.utils import timezone
from django_tasks import task

from moothall.apps.audit_files import keeping


@task()
def make_audit_file(pk: int) -> None:
    """Make a file that waits, and keep it; where that fails, say so on its page."""
    keeping.make_and_keep(pk, at=timezone.localtime())
