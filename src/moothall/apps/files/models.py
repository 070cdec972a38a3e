"""What is known of a kept file. The bytes lie in the file store under their fingerprint."""

from django.db import models


class StoredFile(models.Model):
    """A file as it came or was made. The same bytes are kept once, however often they arrive."""

    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=120)
    size = models.BigIntegerField()
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def path(self) -> str:
        """Where the bytes lie, within the file store."""
        return f"{self.sha256[:2]}/{self.sha256}"


class KeptFolder(models.Model):
    """A folder that was made once, as one ZIP, with what is in it: each file's name, size, SHA-256 and what it is.

    ``name`` says whose it is ("return/E07000073-20240719-1-ABCDEF").
    """

    name = models.CharField(max_length=100, unique=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    files = models.JSONField()

    def __str__(self) -> str:
        return self.name
