"""The Textual face: it makes moves and shows events and views, and holds no rules."""
