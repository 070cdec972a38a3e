"""Names that a file carries in its properties."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, of_file
from moothall.domain.remarks import Remark

CHECK = "file_people"
RULE = "UK GDPR, Article 5(1)(c): no more personal data than is needed"


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out who made or last saved a file, where its properties say so and the report does not name them."""
    for one in material.attachments:
        people = [name for name in dict.fromkeys(one.people) if name not in material.named]
        if people:
            said = ", ".join(people)
            message = f"The properties of {one.name} name {said}."
            then = "In Word: File, Info, Inspect Document. Clear the properties, then bring the file in again."
            yield of_file(one, Remark(CHECK, message, RULE, then), said)
