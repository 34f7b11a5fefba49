"""Where a game is kept, how it goes on, and what is said when it cannot be kept."""

from __future__ import annotations

from game.scenario.library import saved_games_folder
from game.started import command, quoted
from game.summit.session import Session
from game.wording.campaign import next_meeting
from game.wording.names import many

NOTHING_TO_UNDO = "There is no move of yours to take back."
NOTHING_TO_BRANCH_FROM = "This game kept no journal, from which to take it up again."


def goes_on_by(session: Session, *, plain: bool) -> str:
    """The command that goes on with a saved game; it names the file where it must."""
    path = session.journal_path
    others = [p for p in saved_games_folder().glob("*.jsonl") if p != path]
    alone = path is not None and path.parent == saved_games_folder() and not others
    words = [command(), "resume", "--plain" if plain else "", "" if alone else quoted(path)]
    return " ".join(word for word in words if word)


def where_kept(session: Session, *, lost: bool = False) -> str | None:
    """The journal, and how the game goes on from it, on leaving the screens; None without one.

    `lost`: the journal could not take the last move, whatever the summit says of its end.
    """
    if session.journal_path is None:
        return None
    following = next_meeting(session)
    lies = f"The game is saved: {session.journal_path}"
    if lost or not session.over:
        return f"{lies}\nTo go on: {goes_on_by(session, plain=False)}"
    if following:
        return f"{lies}\nThe next meeting, {following}: {goes_on_by(session, plain=False)}"
    return lies


def handing_in(session: Session, file: str) -> str:
    """What the file of a finished game is for: to be handed in, where a class is known of."""
    if session.head.student is not None:
        return f"This is the file that you hand in: {file}"
    return f"Your game is kept here; if you play for a class, hand it in: {file}"


def taken_back(session: Session) -> str:
    """That this was a practice game, in which moves were undone; empty where none was."""
    if not session.undone:
        return ""
    were = "was" if session.undone == 1 else "were"
    return f"Practice: {many(session.undone, 'move')} {were} taken back."


def not_written(error: OSError) -> str:
    """Why a game whose journal cannot be written any more ends here."""
    return (
        f"The journal could not be written ({error.strerror or error}). The game is saved as it "
        "stood before; make room, and go on with it."
    )
