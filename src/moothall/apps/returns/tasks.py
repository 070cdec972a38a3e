"""The worker's part: send a return's mail and write down what became of it; look at a page. Each may run twice."""

from django.utils import timezone
from django_tasks import task

from moothall.apps.returns import following, looking


@task()
def see_through(sending_id: int) -> None:
    """Try to send a return's mail now; where that fails it is tried again by the worker's own round."""
    following.see_through(sending_id, at=timezone.localtime())


@task()
def look_at_pages(workspace_id: int) -> None:
    """Look whether the pages of a workspace's published plan still answer and say the same."""
    looking.look_at_pages(workspace_id, at=timezone.localtime())
