"""What the model says of a place in the data: which block stands there, and which keys it knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.scenario.diagnostics import Path


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of file, by its model."""

    root: type[BaseModel]
    noun: str
    """What a message calls such a file: scenario."""

    def type_at(self, path: Path) -> Any:
        """The bare type at a path (a model, a generic alias, a class), None beyond the model."""
        kind: Any = self.root
        for part in path:
            kind = _bare(_below(kind, part))
        return kind

    def key_type_at(self, path: Path) -> Any:
        """The type of the keys of the table at a path, or None where no table stands."""
        kind = self.type_at(path)
        return _bare(get_args(kind)[0]) if get_origin(kind) is dict else None

    def block_at(self, path: Path) -> type[BaseModel] | None:
        """The model of the block at a path, if one stands there."""
        kind = self.type_at(path)
        return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None

    def is_entry(self, path: Path) -> bool:
        """Whether a block stands there under an id of its own, in a table."""
        return get_origin(self.type_at(path[:-1])) is dict and self.block_at(path) is not None

    def takes(self, path: Path, value: Any) -> bool:
        """Whether a value has the shape of what the key at a path takes."""
        return _takes(self.type_at(path), value)

    def description_at(self, path: Path) -> str:
        """What the model says about the last key on the path that belongs to it."""
        for end in range(len(path), 0, -1):
            block, key = self.block_at(path[: end - 1]), path[end - 1]
            if block is not None and isinstance(key, str):
                field = field_of(block, key)
                return (field.description or "") if field else ""
        return ""

    def blocks_with(self, key: str) -> list[str]:
        """Keys of the blocks in which this key has its place: for keys indented wrongly."""
        places: dict[str, None] = {}
        for name, block in _walk("", self.root, set()):
            if name and field_of(block, key):
                places[name] = None
        return list(places)


def keys_of(block: type[BaseModel]) -> list[str]:
    """The keys of a block as a file writes them."""
    return [field.alias or name for name, field in block.model_fields.items()]


def field_of(block: type[BaseModel], key: str) -> FieldInfo | None:
    """The field behind a key of a file, if the block knows it."""
    for name, field in block.model_fields.items():
        if (field.alias or name) == key:
            return field
    return None


def words_of(kind: Any) -> list[str]:
    """The words of a closed list, as they are written."""
    return [str(word) for word in get_args(kind)] if get_origin(kind) is Literal else []


def model_of(kind: Any) -> type[BaseModel] | None:
    """The block that a key takes: itself, in a list, or in a table of ids."""
    kind = _bare(kind)
    while get_origin(kind) in (dict, tuple):
        kind = _bare(get_args(kind)[0 if get_origin(kind) is tuple else 1])
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _walk(
    name: str, kind: Any, seen: set[type[BaseModel]]
) -> Iterator[tuple[str, type[BaseModel]]]:
    kind = _bare(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if kind in seen:
            return
        seen.add(kind)
        yield name, kind
        for key, field in kind.model_fields.items():
            yield from _walk(field.alias or key, field.annotation, seen)
    elif get_origin(kind) in (dict, tuple):
        yield from _walk(name, get_args(kind)[0 if get_origin(kind) is tuple else 1], seen)


def _takes(kind: Any, value: Any) -> bool:
    kind = _bare(kind)
    if isinstance(value, dict):
        if get_origin(kind) is dict:
            return bool(value) and all(_takes(get_args(kind)[1], entry) for entry in value.values())
        is_block = isinstance(kind, type) and issubclass(kind, BaseModel)
        return is_block and any(field_of(kind, key) for key in value)
    if isinstance(value, tuple):
        return get_origin(kind) is tuple and all(
            _takes(_below(kind, number), entry) for number, entry in enumerate(value)
        )
    return isinstance(kind, type) and type(value) is kind


def _below(kind: Any, part: str | int) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = field_of(kind, part) if isinstance(part, str) else None
        return field.annotation if field else None
    origin, args = get_origin(kind), get_args(kind)
    if origin is dict:
        return args[1]
    if origin is tuple:
        variable = len(args) == 2 and args[1] is Ellipsis
        position = 0 if variable or not isinstance(part, int) else part
        return args[position] if position < len(args) else None
    return None


def _bare(kind: Any) -> Any:
    """A type without its constraints and without the None that an optional key allows."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif get_origin(kind) in (Union, UnionType):
            rest = [part for part in get_args(kind) if part is not NoneType]
            if len(rest) != 1:
                return None
            kind = rest[0]
        else:
            return kind
