"""Pictures drawn as SVG, one a file. Each stands beside a table that says the same; nothing is in a picture alone."""
