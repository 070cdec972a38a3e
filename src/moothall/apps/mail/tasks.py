"""The worker's part: send one message. It may run twice, for a message that was sent is left."""

from django.utils import timezone
from django_tasks import task

from moothall.apps.mail import sending


@task()
def send(message_id: int) -> None:
    """Try to send a message now; where that fails it is tried again by the worker's own round."""
    sending.send_message(message_id, at=timezone.localtime())
