"""Documents brought in, what was read in them, and what people confirmed."""
