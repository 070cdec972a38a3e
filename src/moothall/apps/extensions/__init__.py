"""A later day asked for and granted, and the day by which a plan is due."""
