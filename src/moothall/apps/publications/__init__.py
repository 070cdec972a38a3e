"""What the public sees: frozen texts at lasting addresses."""
