"""Forms, one module for each subject."""
