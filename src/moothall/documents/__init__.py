"""Files in, facts out; values in, files out. No Django."""
