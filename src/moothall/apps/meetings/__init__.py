"""A council's meetings, kept once for all its rounds, with everything that happened to each."""
