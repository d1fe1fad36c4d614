"""Inserting a row that may be there already: each dialect has a statement of its own for that."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

Insert = postgresql.Insert | sqlite.Insert

# By the dialect's name.
INSERTS: Mapping[str, Callable[[Table], Insert]] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
