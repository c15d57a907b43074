"""Tables as one SQLite database, in which each number leads to its claims, and what Datasette is told of it."""
