"""The Textual face: it makes moves and shows events and views, and holds no rules.

app, screens, widgets        the application; a screen per stage; what they are made of
commands, theme              every key, once; the looks
meeting, packages            the game as screens see it; packages being composed
typed, text                  typing a move; text that is shown and never obeyed
preview, serve               the game on a file; the game in a browser
"""
