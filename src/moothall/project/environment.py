"""What a deployment may set, read from environment variables once. `docs/reference/settings.md` lists them."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path


def _yes(name: str, default: bool) -> bool:
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "yes", "true", "on"}


def _whole(name: str, default: int) -> int:
    value = os.environ.get(name, "").strip() or str(default)
    if not value.isdecimal():
        raise SystemExit(f"{name} is {value}, which is no whole number. Give one, such as {default}.")
    return int(value)


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings of one installation. Nothing needs setting for a trial on one machine."""

    folder: Path
    database_url: str
    secret_key: str
    hosts: tuple[str, ...]
    address: str
    is_debug: bool
    has_demonstration: bool
    is_behind_https: bool
    mail: str
    mail_from: str
    mail_digest: str
    may_look_outside: bool = False
    kept_megabytes: int = 48
    proxies: int = 0

    @property
    def files(self) -> Path:
        """Where uploaded and published files are kept."""
        return self.folder / "files"


def _kept_secret(folder: Path) -> str:
    """A secret made at the first start and kept beside the data, readable by its owner only."""
    path = folder / "secret-key"
    if path.exists():
        return path.read_text().strip()
    folder.mkdir(parents=True, exist_ok=True)
    fresh = secrets.token_urlsafe(48)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(fresh)
    except FileExistsError:  # another process was quicker
        return path.read_text().strip()
    return fresh


def coding_model() -> str:
    """The program that `moothall code` asks beside its own suggester, as it would be typed; empty for none."""
    return os.environ.get("MOOTHALL_CODING_MODEL", "")


def load() -> Environment:
    """Read the environment. The default is SQLite and local files under ``var/`` in the working folder."""
    folder = Path(os.environ.get("MOOTHALL_FOLDER", "var")).resolve()
    hosts = tuple(name for name in os.environ.get("MOOTHALL_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if name)
    return Environment(
        folder=folder,
        database_url=os.environ.get("DATABASE_URL", f"sqlite:///{folder / 'moothall.sqlite3'}"),
        secret_key=os.environ.get("MOOTHALL_SECRET_KEY") or _kept_secret(folder),
        hosts=hosts,
        address=os.environ.get("MOOTHALL_ADDRESS", "http://127.0.0.1:8000").rstrip("/"),
        is_debug=_yes("MOOTHALL_DEBUG", False),
        has_demonstration=_yes("MOOTHALL_DEMONSTRATION", False),
        is_behind_https=_yes("MOOTHALL_HTTPS", False),
        mail=os.environ.get("MOOTHALL_MAIL", ""),
        mail_from=os.environ.get("MOOTHALL_MAIL_FROM", "moothall@localhost"),
        mail_digest=os.environ.get("MOOTHALL_MAIL_DIGEST", "daily"),
        may_look_outside=_yes("MOOTHALL_OUTSIDE", False),
        kept_megabytes=_whole("MOOTHALL_KEPT_MEGABYTES", 48),
        proxies=_whole("MOOTHALL_PROXIES", 1 if _yes("MOOTHALL_HTTPS", False) else 0),
    )
