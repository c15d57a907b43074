"""The words of an article, read once, and what stands around each."""
