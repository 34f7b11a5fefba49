"""The meeting: moves in, events out."""
