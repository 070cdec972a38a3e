"""Domain values back from plain JSON data: the other way round from `fingerprints.plain`."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")


def build(kind: type[T], data: Any) -> T:
    """A value of this kind from plain data. Missing fields take their defaults.

    Raises ValueError with the path of the first part that does not fit.
    """
    return typing.cast(T, _build(kind, data, kind.__name__))


def _build(kind: Any, data: Any, path: str) -> Any:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind is Any:
        return data
    if origin in (typing.Union, types.UnionType):
        if data is None and type(None) in arguments:
            return None
        return _build(next(one for one in arguments if one is not type(None)), data, path)
    if origin is tuple:
        return _build_tuple(arguments, data, path)
    if origin is dict:
        return {key: _build(arguments[1], item, f"{path}.{key}") for key, item in dict(data).items()}
    if isinstance(kind, type):
        return _build_plain(kind, data, path)
    raise ValueError(f"{path}: no way to build {kind}")


def _build_tuple(arguments: tuple[Any, ...], data: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        raise ValueError(f"{path} must be a list")
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return tuple(_build(arguments[0], item, f"{path}[{index}]") for index, item in enumerate(data))
    if len(arguments) != len(data):
        raise ValueError(f"{path} must have {len(arguments)} items, not {len(data)}")
    return tuple(
        _build(one, item, f"{path}[{index}]") for index, (one, item) in enumerate(zip(arguments, data, strict=True))
    )


def _build_plain(kind: type, data: Any, path: str) -> Any:
    try:
        if dataclasses.is_dataclass(kind):
            return _build_dataclass(kind, data, path)
        if issubclass(kind, Enum):
            return kind(data)
        if kind is Decimal:
            return data if isinstance(data, Decimal) else Decimal(data)
        if kind is datetime:
            return data if isinstance(data, datetime) else datetime.fromisoformat(data)
        if kind is date:
            return data if isinstance(data, date) else date.fromisoformat(data)
        if kind is time:
            return data if isinstance(data, time) else time.fromisoformat(data)
    except (TypeError, ValueError, ArithmeticError) as error:
        raise ValueError(str(error) if str(error).startswith(path) else f"{path}: {error}") from error
    if not isinstance(data, kind) or (isinstance(data, bool) and kind is not bool):
        raise ValueError(f"{path} must be {kind.__name__}, not {type(data).__name__}")
    return data


def _build_dataclass(kind: type, data: Any, path: str) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"{path} must be an object")
    hints = typing.get_type_hints(kind)
    fields = {field.name: field for field in dataclasses.fields(kind)}
    if unknown := sorted(set(data) - set(fields)):
        raise ValueError(f"{path}.{unknown[0]} is not known")
    values = {name: _build(hints[name], data[name], f"{path}.{name}") for name in fields if name in data}
    for name, field in fields.items():
        has_default = field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
        if name not in values and not has_default:
            raise ValueError(f"{path}.{name} is missing")
    return kind(**values)
