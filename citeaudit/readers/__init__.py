"""Readers: files go in, articles come out, each knowing where it came from."""
