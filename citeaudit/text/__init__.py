"""The surface of a text: paragraphs, words, quotation marks, positions, language."""
