"""What leaders say around their reasons: with a bare move, in answer, and as a thought at the end.

The sentences are made like those of `sayings`.
"""

from __future__ import annotations

from game.summit.moves import Reason
from game.wording.sayings import Sayings

MOVES: dict[str, Sayings] = {
    "open": (
        "Let us begin with {item}, and see how far we come.",
        "There is much to speak of. I put {item} first.",
    ),
    "propose": (
        "Here it is on paper. Read it as a whole before you read it line by line.",
        "This is how it might read.",
        "A page from our side. I shall not comment on it before you have.",
        "I have put into it what I could.",
    ),
    "choices": (
        "There is more than one way to do this. Tell us which of them you could live with.",
        "I would rather give you a choice than an argument.",
    ),
    "accept": ("We take it, ad referendum.",),
    "decline": ("We cannot take that as it stands.", "Not in this form, I am afraid."),
    "ask": (
        "Before we go on: {item}. What is behind it for you, and why?",
        "Whatever stands in your papers on {item}, I should like to know what is behind it.",
        "Help me with {item}. What is it that you need there?",
        "May I ask about {item}? Not what you want there, but what for.",
    ),
    "explain": ("Let me say how we see {item}, so that you need not guess.",),
    "link": (
        "We could say {give} if we heard {want}.",
        "{give}, if {want}: could you live with the two together?",
    ),
    "pressure": (
        "Everybody out there expects something on {item}. So does your own side.",
        "Without {item}, what shall we both say when we are asked?",
    ),
    "acknowledge": (
        "I believe that I know what is hard for you in {item}.",
        "Let me say first what I think you face at home over {item}.",
    ),
    "aside": (
        "Might the two of us speak about {item} by ourselves, with nobody taking notes?",
        "Might we take {item} aside, in the smallest circle?",
    ),
    "handdown": (
        "Let the ministers have {item}. They are paid to be patient.",
        "We shall not settle {item} here. Give it to the ministers, with a date.",
    ),
    "tiehands": ("I have said it aloud now, and I cannot take it back.",),
    "reopen": (
        "I must come back to {item}. I know what that costs.",
        "On {item} I was too quick. I have to take it back.",
    ),
    "caucus": ("Give us a few minutes among ourselves.",),
    "note": ("I take note.", "We have heard you.", "Please go on."),
    "conclude": ("Shall we see what we have, on one page?",),
    "walkout": ("I do not think that we shall get further like this.",),
}
"""What is said with a move that comes without reasons."""

AT_HOME: Sayings = (
    "I say it with {audience} in mind.",
    "That is how {audience} will read it.",
    "It is {audience} that I have to think of.",
    "I should have to read it aloud to {audience}.",
)
"""What follows the scenario's own words where home is the reason."""

AS_TOLD: Sayings = (
    "What we look for is {wanted}, and it {importance} to us.",
    "What would meet it is {wanted}; it {importance} to us.",
    "So we ask for {wanted}. It {importance} to us.",
    "{Wanted} would answer that. It {importance} to us.",
)
"""What follows the scenario's own words in a full answer: how much it matters, and what for."""

IN_GENERAL: Sayings = (
    "It {importance} to us; more I would not say yet.",
    "Let that be all for now, and that it {importance} to us.",
    "It {importance} to us, and you will forgive me if I leave it there.",
)
"""The same in an answer in general terms."""

BEYOND: Sayings = (
    "“{option}” I cannot sign.",
    "For “{option}” there is no price.",
    "“{option}” is where it ends for us.",
)
"""What stands before the scenario's own words for a red line: which wording it is."""

AFTER_OWN_WORDS: dict[Reason, Sayings] = {
    Reason.HOME: AT_HOME,
    Reason.CANDID: AS_TOLD,
    Reason.GUARDED: IN_GENERAL,
}
"""What follows the scenario's own words for a reason, so that nothing that is noted goes unsaid."""

CONCEDED: Sayings = (
    "You have come to our wording on {item}; I saw it.",
    "On {item} you write what we hoped for, and I do not take that for granted.",
    "You have moved on {item}. It has been noticed on this side.",
    "Thank you for your step on {item}. I know that your folder said something else.",
    "That is our wording on {item}, in your hand. Thank you.",
    "You have come some way on {item}, and it makes the rest easier to say.",
    "On {item} we are together now.",
    "I see what you have done on {item}. It will not be forgotten when we count.",
)
"""The answer to an offer that has come to the speaker's own wording on an item."""

ANSWERS: dict[str, Sayings] = {
    "same": (
        "That is the paper that you gave us before.",
        "I have read this page already, and with attention.",
        "The same page has the same gaps.",
        "I know this text. I had hoped for its successor.",
    ),
    "propose": (
        "I have read your paper.",
        "Thank you for putting it in writing.",
        "We have looked at what you propose.",
        "I have gone through it line by line.",
    ),
    "counter": (
        "Let me answer your paper with one of ours.",
        "I have read your paper. Here is what it reads like from our side.",
        "Your paper deserves another.",
        "We have marked up your page. This is the clean copy.",
        "A fair attempt. Permit me one of mine.",
        "I take your text and change what I must.",
    ),
    "choices": (
        "A choice is better than an argument, and we have looked at all of it.",
        "You have left the door open in more than one place.",
    ),
    "decline": (
        "You said no, and I would like to know what to.",
        "I have heard the no. Let us see what is behind it.",
        "No, then. To all of it, or to a line of it?",
        "I had hoped for a yes. A reason would be the next best thing.",
    ),
    "decline_item": (
        "So it is {item}. Let us see what can be done about it.",
        "{item}, then. I had rather hear it than guess it.",
        "You stop at {item}; I have marked the place.",
        "You say that we are stuck on {item}. I believe you.",
    ),
    "reopen": ("You have taken {item} back. I shall remember it, and go on.",),
    "tiehands": ("You have told the public about {item}. I wish you had told me first.",),
    "handdown": (
        "The ministers are good people. Whether they should have {item} is another question.",
    ),
}
"""What is said first to the other side's last move, where no reason answers it already."""

LEAD_IN: Sayings = (
    "Take {item}.",
    "A word on {item}.",
    "I come to {item}.",
    "Let me speak to {item}.",
    "And then {item}.",
    "We looked long at {item}.",
    "I have a remark on {item}.",
    "Before anything else, {item}.",
)
"""What stands before the scenario's own words on one item where a reply speaks of several."""

THOUGHTS: dict[str, Sayings] = {
    "accept": (
        "That leaves {open}. What would each of us need there?",
        "Still before us: {open}. Let us keep the pace.",
        "Now {open}: who begins?",
    ),
    "accept_alike": (
        "On the rest we say the same already. Shall we settle it?",
        "What is still open reads alike on both sides. It only wants a yes.",
        "The rest of the page is the same in your hand and in mine. Let us settle it.",
        "Nothing else divides us, as far as I can read. Who puts it forward?",
    ),
    "accept_all": (
        "Is there anything that either of us would still like to change?",
        "Shall we read it once more from the other chair before we sign?",
        "Before it is put to the vote: is there a line of it that would be read wrongly at home?",
        "There is nothing left on our list. Is there on yours?",
        "Do we both know how we shall explain it?",
        "Which of us will say it first outside, and in what words?",
    ),
    "candid": (
        "And what is it to you?",
        "What you do with it is your affair. I should like to hear your side of it.",
        "Now you know more of it than my newspapers do.",
        "Is there a wording in which we would both find ourselves?",
    ),
    "guarded": (
        "Perhaps you would tell me first what it is to you.",
        "Trust is a matter of turns. You might begin.",
        "Ask me again when we know each other better.",
        "I answer in the measure in which I am answered.",
    ),
    "offer": (
        "What would you need in order to say yes?",
        "Which line of it would you change first?",
        "Tell us where it hurts, and we shall see what can be moved.",
        "What in it could you carry, and past whom?",
        "Where would you have us look?",
        "If it is only the wording, let us mend the wording.",
        "Strike one line, only one. Which is it?",
        "What would your side have to hear in order to like this?",
    ),
    "decline": (
        "What is it that you need there, and is there no other way to it?",
        "Is there a wording on {item} in which we would both find ourselves?",
        "I ask myself what it must do for you, and I do not know.",
    ),
    "late": (
        "There are {left} minutes left. Which sentence shall we spend them on?",
        "In {left} minutes we shall be telling others about this. Telling them what?",
        "What could both of us still sign in {left} minutes?",
    ),
}
"""What is left with the other side at the end of a reply that has not asked anything yet."""
