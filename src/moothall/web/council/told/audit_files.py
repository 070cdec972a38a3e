"""Files of everything about a plan, in sentences."""

from moothall.domain.audit_files import Purpose
from moothall.web.council.told.phrases import Details, Names, Sentence


def _asked(said: Details, names: Names) -> str:
    why = str(said.get("why", "")).strip().rstrip(".")
    return f"asked for audit file {said.get('number')}, for {Purpose(str(said.get('purpose'))).label}: {why}"


TOLD: dict[str, Sentence] = {
    "audit_file.asked": _asked,
    "audit_file.made": lambda said, names: (
        f"made audit file {said.get('number')}, with the fingerprint {str(said.get('sha256'))[:12]}"
    ),
    "audit_file.cleared": lambda said, names: (
        f"deleted the bytes of audit file {said.get('number')}, whose time was over"
    ),
}
