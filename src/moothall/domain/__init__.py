"""What the law, the letter and the council's own rules say. Standard library only; no clock, no files."""
