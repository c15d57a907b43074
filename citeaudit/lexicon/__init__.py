"""Word knowledge as data: tables with an example a row, and the index that finds phrases by their first word."""
