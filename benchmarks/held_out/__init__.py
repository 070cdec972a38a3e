"""Files to judge the reading of layout by: written by seed, produced by many programs, with the truth known."""
