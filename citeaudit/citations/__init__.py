"""Citations in generated text: marks, links, footnotes and lists of references that say behind the words whose they are."""
