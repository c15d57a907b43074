"""What pydantic, and so FastAPI, makes of a report: the same JSON as everywhere else, with its schema; loaded by pydantic alone."""

from __future__ import annotations

from typing import Any

from citeaudit.contract.reading import report_from_json
from citeaudit.contract.report_schema import report_schema
from citeaudit.contract.schema_words import inlined
from citeaudit.contract.writing import report_to_json
from citeaudit.errors import InputError
from citeaudit.extras import load_extra


def core_schema_of(kind: type) -> Any:
    """Return how pydantic reads and writes a report, which is of *kind*: by the JSON of the latest version."""
    core_schema = load_extra("pydantic_core", extra="dev").core_schema

    def validated(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        try:
            return report_from_json(value)
        except InputError as error:  # pydantic takes a ValueError for what is wrong with the input
            raise ValueError(str(error)) from error

    return core_schema.no_info_plain_validator_function(
        validated,
        serialization=core_schema.plain_serializer_function_ser_schema(report_to_json, return_schema=core_schema.dict_schema()),
    )


def inlined_schema() -> dict[str, Any]:
    """Return the JSON Schema of a report without references, so that it may stand inside another."""
    return inlined(report_schema())
