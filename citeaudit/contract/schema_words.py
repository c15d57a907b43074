"""The few words that schemas are written in: a type and what it holds go in, a piece of JSON Schema (draft 2020-12) comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"

STRING: Schema = {"type": "string"}
STRING_OR_NULL: Schema = {"type": ["string", "null"]}
TRUTH: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
COUNT: Schema = {"type": "integer", "minimum": 1}
COUNT_OR_NULL: Schema = {"type": ["integer", "null"], "minimum": 1}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
SHARE_OR_NULL: Schema = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
CODE: Schema = {"type": "string", "pattern": "^CA[0-9]{3}$"}
"""A rule's."""


def whole(name: str, title: str, description: str, **schema: Any) -> Schema:
    """Return a schema that stands by itself: *name* is what its address calls it."""
    return {"$schema": DRAFT, "$id": f"urn:citeaudit:{name}", "title": title, "description": description, **schema}


def ref(name: str) -> Schema:
    """Return a reference to one of the schema's own definitions."""
    return {"$ref": f"#/$defs/{name}"}


def said(schema: Schema, description: str) -> Schema:
    """Return *schema* with what its value is."""
    return {**schema, "description": description}


def array(items: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def one_of(values: Iterable[str] | type[StrEnum]) -> Schema:
    """Return the schema of a value out of a few."""
    return {"enum": [str(value) for value in values]}


def nullable(schema: Schema) -> Schema:
    """Return the schema of what may be null instead."""
    return {"anyOf": [schema, {"type": "null"}]}


def table(properties: Mapping[str, Schema], *, optional: Iterable[str] = ()) -> Schema:
    """Return the schema of an object that has all *properties*, but for the *optional* ones, and may have others."""
    left_out = frozenset(optional)
    return {"type": "object", "properties": dict(properties), "required": [key for key in properties if key not in left_out]}


def inlined(schema: Schema) -> Schema:
    """Return *schema* with its definitions in the places that refer to them; none may refer to itself."""
    definitions = schema.get("$defs", {})

    def follow(value: Any) -> Any:
        if isinstance(value, list):
            return [follow(item) for item in value]
        if not isinstance(value, dict):
            return value
        named = follow(definitions[value["$ref"].rpartition("/")[2]]) if "$ref" in value else {}
        return {**named, **{key: follow(item) for key, item in value.items() if key != "$ref"}}

    return {key: follow(value) for key, value in schema.items() if key not in {"$defs", "$schema", "$id"}}
