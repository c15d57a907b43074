"""Ways to attribute, as rows of data, and the matcher that finds them in an article."""
