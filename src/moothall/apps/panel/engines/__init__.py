"""Full text in each database: what is kept in the table ``panel_search``, and how it is asked.

Each engine answers with passage keys and the passage's words, what was found between MARK and UNMARK. The tables it
joins say which passages are searched, so a row left behind in ``panel_search`` is never found.
"""

from types import ModuleType
from typing import Any

from moothall.apps.panel.engines import postgresql, sqlite

ENGINES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


def of(connection: Any) -> ModuleType:
    """The engine of this database. Raises KeyError on a database Moothall does not run on."""
    return ENGINES[connection.vendor]
