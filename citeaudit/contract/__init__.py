"""The JSON of a report: a versioned shape, written and read back by hand, so that renaming an attribute cannot change it."""
