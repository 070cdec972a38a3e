"""GOV.UK's macros, as our environment loads them, write what GOV.UK's own examples say they should."""

import json
from pathlib import Path
from typing import Any

import govuk_frontend_jinja
import pytest
from django.template import engines
from lxml import html

ROOT = Path(__file__).resolve().parents[3]
COMPONENTS = ROOT / "node_modules" / "govuk-frontend" / "dist" / "govuk" / "components"
MACROS = Path(govuk_frontend_jinja.__file__).parent / "templates" / "components"
NAMES = sorted(folder.name for folder in MACROS.iterdir() if folder.is_dir())


def examples(component: str) -> list[dict[str, Any]]:
    """GOV.UK's examples of a component: what is handed in and what must come out."""
    path = COMPONENTS / component / "fixtures.json"
    if not path.exists():
        pytest.skip("GOV.UK Frontend is not installed: run make setup.")
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["fixtures"]
    return found


def written(component: str, options: dict[str, Any]) -> str:
    """What our environment makes of a GOV.UK macro."""
    name = "govuk" + "".join(part.capitalize() for part in component.split("-"))
    source = (
        f'{{% from "govuk_frontend_jinja/components/{component}/macro.html" import {name} %}}{{{{ {name}(options) }}}}'
    )
    return engines["jinja2"].from_string(source).render({"options": options})


def shape(markup: str) -> list[Any]:
    """The elements, attributes and words of a piece of HTML, whatever its spaces."""
    return [_of(element) for element in html.fragments_fromstring(f"<div>{markup}</div>")]


def _of(element: Any) -> Any:
    own = {key: " ".join(value.split()) for key, value in element.attrib.items()}
    words = " ".join(" ".join([element.text or "", *(child.tail or "" for child in element)]).split())
    return (str(element.tag), sorted(own.items()), words, [_of(child) for child in element])


@pytest.mark.parametrize("component", NAMES)
def test_a_component_is_written_as_its_own_examples_say(component: str) -> None:
    different = [
        example["name"]
        for example in examples(component)
        if shape(written(component, example["options"])) != shape(example["html"])
    ]

    assert different == []
