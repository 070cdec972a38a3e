"""The Jinja environment of every page: GOV.UK's macros, ours, and dates in words. Autoescape is always on."""

from typing import Any

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, Undefined
from jinja2.utils import missing

from moothall.web.components import words, wrong
from moothall.web.components.pictures import (
    milestone_line,
    page_meter,
    round_line,
    route_way,
    share_bar,
    small_chart,
    text_line,
    timeline,
    week_grid,
)


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs or None) if not (args and kwargs) else reverse(name, args=args)


class _Named(Undefined):
    """Strict for names, which may be misspelt; a missing attribute of a value is empty, as GOV.UK's macros need."""

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, *exc: Any) -> None:
        super().__init__(hint, obj, name, *exc)
        self._is_name = obj is missing and name != "caller"  # a macro may ask whether it was called with a body

    def __str__(self) -> str:
        return self._fail_with_undefined_error() if self._is_name else ""

    def __bool__(self) -> bool:
        return self._fail_with_undefined_error() if self._is_name else False

    def __iter__(self) -> Any:
        return self._fail_with_undefined_error() if self._is_name else iter(())


def environment(**options: Any) -> Environment:
    """Django's options, with unknown names an error: a misspelt name must not show as nothing."""
    ours = options.pop("loader")
    govuk = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    made = Environment(  # noqa: S701 - autoescape is set below, last of all
        **{**options, "undefined": _Named, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True},
        loader=ChoiceLoader([ours, govuk]),
    )
    made.globals.update(
        undefined=_Named(obj=made, name="undefined"),  # GOV.UK's macros use the word as Nunjucks does
        successBanner=False,  # two names its notification banner reads before it sets them
        typeClass="",
        static=static,
        url=_url,
        get_messages=get_messages,
        timeline=timeline.draw,
        week_grid=week_grid.weeks,
        small_chart=small_chart.draw,
        milestone_line=milestone_line.draw,
        page_meter=page_meter.draw,
        round_line=round_line.draw,
        route_way=route_way.draw,
        pages_of=page_meter.pages,
        share_bar=share_bar.draw,
        text_line=text_line.draw,
    )
    made.filters.update(words.FILTERS, wrong_with=wrong.sentences)
    return made
