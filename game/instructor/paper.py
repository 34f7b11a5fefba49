"""Words for people on standard output: wrapped by words on a terminal, whole lines elsewhere."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text


def paper() -> Console:
    """Standard output; colour and wrapping only where it is a terminal."""
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


def tell(console: Console, line: str | Text) -> None:
    """Prints a line; what does not fit a terminal goes on below, indented as the line is."""
    text = Text(line) if isinstance(line, str) else line
    if not console.is_terminal:
        print(text.plain, file=console.file)
        return
    indent = len(text.plain) - len(text.plain.lstrip(" "))
    text = text[indent:] if text.plain.strip() else text
    for part in text.wrap(console, max(20, console.width - indent)) or [text]:
        part.rstrip()
        console.print(Text(" " * indent).append_text(part))
