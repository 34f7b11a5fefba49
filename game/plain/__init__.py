"""The whole game in lines: for screen readers, pipes and scripts."""
