"""One screen per stage of a game, and the dialogs between them."""
