"""Forms of the panel's pages. All of them only choose what is shown, and none of them in which order."""
