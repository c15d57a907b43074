"""
Batches of columns in parts that fit in memory: what pyarrow reads goes in, as many rows of it come out as may be held at once.

A column may hold a text once and name it in a million rows. Taken as Python values, each row has its own copy; so the bytes of a row are
counted before it is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from citeaudit.extras import load_extra
from citeaudit.limits import MIB, Limits
from citeaudit.readers.budgets import FREE, TooLargeError, check_records

PART = 64 * MIB
"""Bytes of the rows that are taken at a time."""
BYTES_IN_CHARACTER = 4
DENSE = 1024 * MIB
"""Bytes of the rows that are read at a time, where a list holds the longest text of its column in each."""


def parts_of(batches: Iterable[tuple[Any, float]], limits: Limits) -> Iterator[tuple[Any, float]]:
    """
    Return the rows of *batches* in parts of not too many bytes, in order; None in place of a row that alone has too many.

    :raises TooLargeError: if there are more rows than *limits* allow.
    """
    number = 0
    most = most_bytes(limits)
    for batch, position in batches:
        number += batch.num_rows
        check_records(number, limits)
        first = size = 0
        for row, length in enumerate(_lengths(batch)):
            if length > most:
                if row > first:
                    yield batch.slice(first, row - first), position
                yield None, position
                first, size = row + 1, 0
            elif size + length > PART:
                yield batch.slice(first, row - first), position
                first, size = row, length
            else:
                size += length
        if batch.num_rows > first:
            yield batch.slice(first), position


def most_bytes(limits: Limits) -> int:
    """Return the most bytes that a row may have: no more than fit in an article's characters, however they are encoded."""
    return min(limits.max_bytes, BYTES_IN_CHARACTER * limits.max_characters)


def _lengths(batch: Any) -> list[int]:
    """Return the bytes of each row's texts; those in lists and records are shared out evenly."""
    pyarrow, compute = load_extra("pyarrow", extra="arrow"), load_extra("pyarrow.compute", extra="arrow")
    lengths = [0] * batch.num_rows
    for column in batch.columns:
        values, indices = column, None
        if pyarrow.types.is_dictionary(column.type):
            values, indices = column.dictionary, column.indices
        try:
            of_values = compute.binary_length(values)
        except (pyarrow.ArrowNotImplementedError, pyarrow.ArrowInvalid):
            share = column.nbytes // max(1, len(column))
            lengths = [length + share for length in lengths]
            continue
        known = of_values if indices is None else of_values.take(indices)
        lengths = [length + (more or 0) for length, more in zip(lengths, known.to_pylist(), strict=True)]
    return lengths


def rows_at_a_time(metadata: Any, columns: list[str], most: int, limits: Limits) -> int:
    """
    Return how many rows of a Parquet file may be read at a time, at most *most*.

    :raises TooLargeError: if a column in it holds far more than its size on disk.
    """
    largest = 0
    for group in range(metadata.num_row_groups):
        for place in range(metadata.num_columns):
            column = metadata.row_group(group).column(place)
            if column.path_in_schema.split(".")[0] not in columns:
                continue
            size = column.total_uncompressed_size
            if size > FREE and size > limits.expansion * max(1, column.total_compressed_size):
                message = f"holds more than {limits.expansion:,} times its size on disk"
                raise TooLargeError(message)
            if "." in column.path_in_schema:
                largest = max(largest, size)
    return max(1, min(most, DENSE // max(1, largest)))


def texts_of(schema: Any, columns: list[str]) -> list[str]:
    """Return those of *columns* that hold plain texts, which can be read without a copy for each row."""
    types = load_extra("pyarrow", extra="arrow").types
    kinds = (types.is_string, types.is_large_string, types.is_binary, types.is_large_binary)
    return [name for name in columns if any(is_kind(schema.field(name).type) for is_kind in kinds)]
