"""Where a game is kept, and what is said when it cannot be."""

from __future__ import annotations


def not_written(error: OSError) -> str:
    """Why a game whose journal cannot be written any more ends here."""
    return (
        f"The journal could not be written ({error.strerror or error}). The game is saved as it "
        "stood before; make room, and go on with it."
    )
