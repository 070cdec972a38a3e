"""The field of a file that proves something: a mail as it was sent, a letter, a picture of a screen."""

from typing import Any

from django.core.exceptions import ValidationError

from moothall.apps.files.proofs import LARGEST, TAKEN, proof
from moothall.documents.reading.limits import MEGABYTE
from moothall.domain.refusals import Refusal
from moothall.web.council.forms.files import BroughtFile

KINDS = f"PDF, mail (.eml, .msg), Word, text, or a picture (.png, .jpg). Up to {LARGEST // MEGABYTE} MB."


class ProofField(BroughtFile):
    """One file looked at by its bytes. Cleans to a Proof, or to None where nothing was brought."""

    def __init__(self, **said: Any) -> None:
        said.setdefault("help_text", KINDS)
        super().__init__(accept=TAKEN, most=LARGEST, **said)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The proof; ValidationError where the file is not one."""
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return proof(file.read(), str(file.name))
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from refusal
