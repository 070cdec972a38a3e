"""Rounds of this installation: the shipped ones and those brought in."""
