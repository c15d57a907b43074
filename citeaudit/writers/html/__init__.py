"""The page that people look at: reports go in, one self-contained page, or the drawing of a notebook, comes out."""
