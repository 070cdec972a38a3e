"""What is measured: one file a subject, each with a `main()` that prints its own lines. `make bench` runs them all."""
