"""A scenario under the mathematics."""
