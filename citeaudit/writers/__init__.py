"""Writers: reports go in, text for people and machines comes out."""
