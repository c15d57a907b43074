"""Frames: one construction a module, each found by a pattern around an outlet mention and named in the evidence."""
