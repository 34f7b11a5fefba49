"""The types of the model in plain words, for the reference."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, StringConstraints
from pydantic.fields import FieldInfo


def in_words(field: FieldInfo) -> str:
    """What a key takes, said to people who do not program."""
    return _words(field.annotation, list(field.metadata))


def _words(kind: Any, constraints: list[Any]) -> str:
    while get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        constraints = [*constraints, *more]
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _words(next(a for a in args if a is not NoneType), constraints)
    if origin is Literal:
        return _choice([str(a) for a in args])
    if origin is dict:
        return f"block: {_words(args[0], [])} → {_words(args[1], [])}"
    if origin is tuple:
        return _list(args, constraints)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return f"[{kind.__name__.lower()}](#{kind.__name__.lower()})"
    if kind is bool:
        return "`true` or `false`"
    return _number(constraints) if kind is int else _text(constraints)


def _choice(words: list[str]) -> str:
    if len(words) == 1:
        return f"`{words[0]}`"
    return "one of " + ", ".join(f"`{word}`" for word in words)


def _list(args: tuple[Any, ...], constraints: list[Any]) -> str:
    inner = _words(args[0], [])
    if args[-1] is not Ellipsis:
        return f"list of {len(args)}: {inner}"
    single = any(isinstance(c, BeforeValidator) for c in constraints)
    return f"{inner}, or a list of them" if single else f"list of {inner}"


def _limits(constraints: list[Any]) -> tuple[int | None, int | None]:
    """Least and most; pydantic keeps them in a field or as single constraints."""
    least = most = None
    for constraint in constraints:
        parts = [constraint, *getattr(constraint, "metadata", ())]
        for part in parts:
            least = getattr(part, "ge", least)
            most = getattr(part, "le", most)
    return least, most


def _number(constraints: list[Any]) -> str:
    least, most = _limits(constraints)
    if least is not None and most is not None:
        return f"whole number, {least} to {most}".replace("-", "−")
    if least is not None:
        return f"whole number, at least {least}"
    return "whole number"


def _text(constraints: list[Any]) -> str:
    pattern = length = None
    for constraint in constraints:
        for part in (constraint, *getattr(constraint, "metadata", ())):
            if isinstance(part, StringConstraints) or hasattr(part, "max_length"):
                length = getattr(part, "max_length", None) or length
            pattern = getattr(part, "pattern", None) or pattern
    if pattern and "A-Z" in str(pattern):
        return "two to four capitals"
    if pattern and "a-z" in str(pattern):
        return "id"
    return f"{'one line' if pattern else 'text'}, up to {length} characters"
