"""Many plans read together: plain values in, plain values out, so that any engine's workers can run it. No Django."""
