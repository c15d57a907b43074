"""Sources: names, types, and whom "he", "Wang" or "the minister" refer to."""
