"""The learned reader: an article's words go in, its relations come out (who says what, by which word)."""
