"""News outlets: the gazetteer that knows them, and the places in a text that name them."""
