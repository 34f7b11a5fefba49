"""Text for the screen: shortened, scrubbed, set in columns by cell width."""

from __future__ import annotations

from textual.content import Content

SMALL_WORDS = frozenset(
    {
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "no", "of", "on", "or", "own",
        "the", "to", "under", "with",
    }
)  # fmt: skip
"""Words after which a name is not cut: they lean on what would follow."""


def scrubbed(text: str, most: int = 4000) -> str:
    """What a player typed or pasted, on one line and without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text[:most]).split())


def first_paragraph(text: str, most: int) -> str:
    """The beginning of a text, cut after a sentence; where not even one fits, after a word."""
    paragraph = " ".join(text.strip().split("\n\n")[0].split())
    if len(paragraph) <= most:
        return paragraph
    end = paragraph.rfind(". ", 0, most)
    if end > 0:
        return paragraph[: end + 1]
    return paragraph[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def cell(text: str | Content, width: int, style: str = "") -> Content:
    """A text in exactly so many cells, cut with an ellipsis or filled up."""
    content = (text if isinstance(text, Content) else Content(text)).stylize_before(style)
    if width <= 0:
        return Content("")
    return content.truncate(width, ellipsis=True, pad=True)


def shortened(text: str, width: int) -> Content:
    """A text in at most so many cells: cut after a word that says something, with an ellipsis; in
    a word where that would leave less than half of the room filled."""
    content = Content(text)
    if content.cell_length <= width:
        return content
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        cut = Content(" ".join(words[:count]).rstrip(" ,;:") + "…")
        if cut.cell_length * 2 < width:
            break
        if cut.cell_length <= width and words[count - 1].lower() not in SMALL_WORDS:
            return cut
    return content.truncate(width, ellipsis=True)


def reflowed(text: str) -> str:
    """A text block of a scenario: lines joined, paragraphs kept."""
    paragraphs = [" ".join(part.split()) for part in text.strip().split("\n\n")]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
