"""What an instructor runs on a scenario or a journal."""
