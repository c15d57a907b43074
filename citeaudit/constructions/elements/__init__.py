"""The elements of which rows of constructions are made, a module for each kind; ``table`` names them all."""
