"""One module for each form that anyone may fill in."""
