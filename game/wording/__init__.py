"""Events and views into sentences, once, for every face."""
