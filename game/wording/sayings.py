"""What leaders say: sentences for every reason, for every move, and for what they answer to.

A sentence names what it needs in braces; one that needs what a reason does not have is passed over.
`{item}` and `{audience}` are names, `{option}` a label, `{term}`, `{give}` and `{want}` read as
things to want: “Warning data” on Missiles, or leaving Missiles out. Everything here must be true of
any brief: it may ask, doubt and weigh, and claims nothing that the reason does not say.
"""

from __future__ import annotations

from game.summit.moves import Reason

Sayings = tuple[str, ...]

REASONS: dict[Reason, Sayings] = {
    Reason.OPENING: (
        "Let me begin with {item}: we are looking for “{option}”. The rest can be arranged around "
        "it.",
        "This is how we see the whole of it. The weight lies in {item}.",
        "I put my cards in order. First comes {term}.",
        "Here is a whole text, so that you can see where we start from.",
    ),
    Reason.TRADE: (
        "We can come as far as {give}, and look for {want} in return.",
        "I can defend giving you {give} if I come home with {want}.",
        "{give} costs us something. {want} would be worth it.",
        "You have {give} from us. What it needs beside it is {want}.",
        "One thing for another: {give}, for {want}.",
    ),
    Reason.MOVED: (
        "We have come to {term}. That was not free for us.",
        "You will see that we have moved on {item}.",
        "On {item} I have changed my paper; you will find your own words in it.",
        "We have moved. I would rather say so than have it overlooked.",
    ),
    Reason.RETURNS: (
        "You have moved, and so have we.",
        "One step for one step: this is ours.",
        "We have looked again at the whole and shortened the distance.",
        "I do not like to be the one who owes a step. Here it is.",
        "The distance is smaller than it was. Somebody has to say so.",
    ),
    Reason.ITEM_SHORT: (
        "It stops at {item}: there we are looking for “{option}”.",
        "Much of it could be lived with; {item} could not, not in that wording.",
        "The distance is in {item}. “{option}” would close it for us.",
        "Read {item} once more with our eyes, and you see where it falls short.",
        "I could sign more of this if it read otherwise on {item}.",
    ),
    Reason.RED_LINE: (
        "“{option}” is not something that I can sign, at any price. Let us not spend time on it.",
        "On {item} there is one wording that I can never put my name to, and that is it.",
        "With “{option}” in it there is no text, however good the rest may be.",
        "There is a line on our side, and this is beyond it. I say it so that you need not look "
        "for a price.",
    ),
    Reason.HOME: (
        "My difficulty is not in this room. It is with {audience}.",
        "I have to come home to {audience}, and with {item} in that wording I cannot.",
        "This would have to be explained to {audience}. I have tried it in my head, and it fails.",
        "{audience} would not carry it, and a text that is not carried is worth nothing to you.",
        "You and I could shake hands on it. {audience} would not let go of {item}.",
        "I could sign it here and lose it at home.",
    ),
    Reason.UNFAIR: (
        "That is a text for one of us. I would rather leave with none.",
        "We are asked to carry far more of this than you are. That cannot be the balance.",
        "If I signed that, you would have a partner who had to explain it for a year.",
    ),
    Reason.NO_GIVE: (
        "We have moved as far as we can by ourselves. The next step is yours.",
        "I should like to hear something from you before I say more.",
        "Our last word stands on the table. What has changed on your side?",
        "A pause can be useful too. We are listening.",
        "I would be bidding against myself if I spoke now.",
    ),
    Reason.GOOD_ENOUGH: (
        "That we can accept, ad referendum.",
        "Good. Let it be written down so.",
        "We can live with that, and so, I think, can you.",
        "I would have asked for little more. Let us take it.",
    ),
    Reason.TIME: (
        "There are few minutes left, and this is better than an empty page.",
        "The clock decides for us now. This is what there is.",
        "They are at the door. Let us not leave with nothing.",
        "With more time I might have looked for more. We have not got it.",
    ),
    Reason.NEARER: (
        "Of these, number {number} is nearer to what we could carry.",
        "Number {number} speaks to us more than the others do.",
        "If I had to choose among them, my hand would go to number {number}.",
        "One of them is nearer than the rest, and we have told you which.",
    ),
    Reason.CONTRADICTION: (
        "You told us one thing about {item}, and your offers say another. Which is it?",
        "I am trying to fit your words on {item} to your proposals, and I cannot.",
        "What you say and what you put on paper do not fit together. Help me with it.",
    ),
    Reason.REPEATED: (
        "As I said at minute {number}, and it has not changed.",
        "You asked this before; what I said at minute {number} stands.",
        "I could only repeat myself, and the interpreters have enough to do.",
    ),
    Reason.CANDID: (
        "I will be plain about {item}: it {importance} to us, and “{option}” is what we came for.",
        "On {item} we look for “{option}”. It {importance} to us.",
        "You ask, so you shall hear it: it {importance} to us.",
        "There is no secret in it. I have told you what we want and how much.",
    ),
    Reason.GUARDED: (
        "It {importance} to us, and you will forgive me if I leave it at that for now.",
        "On {item} I would rather say a little that is true than more that I should regret.",
        "Let that be all for the moment. The details belong to a later hour.",
    ),
    Reason.THANKS: (
        "You have read our difficulty with {item} rightly, and I had not expected it.",
        "It helps to hear that you know where it hurts us on {item}.",
        "That is so. It is easier to talk to somebody who sees it.",
    ),
    Reason.MISREAD: (
        "On {item} that is not where the shoe pinches.",
        "I am afraid that you have been told the wrong thing about us and {item}.",
        "It is kindly meant, but it is not our difficulty.",
    ),
    Reason.HEARD: (
        "I take note of what you say about {item}.",
        "That helps us to understand you on {item}.",
        "I have heard you, and I shall think about what follows from it.",
        "So that is how you see {item}.",
    ),
    Reason.LEANED_ON: (
        "Your newspapers on {item}, and ours. Shall we both read them, or talk?",
        "If you lean on {item} once more, only the chair will creak.",
        "I know what the clock says. It says the same to you.",
    ),
    Reason.WELCOME_LINK: (
        "{want} for {give}: that is a trade that I understand.",
        "Those two belong together. Put it in a text and we shall look at it kindly.",
        "Yes, I could explain that exchange to anybody at home.",
    ),
    Reason.NO_LINK: (
        "I see the link. {give} would cost us more than {want} brings.",
        "Those two do not weigh the same for us.",
        "It is a trade, but not one that comes out even on our side.",
    ),
    Reason.OPEN_TO: (
        "We could see our way to {give} if {want} came with it.",
        "{give} is not out of the question. {want} would have to stand beside it.",
        "Look at {give_item} and {want_item} together. There may be something in it for both.",
        "If you can bear {want}, I can bear {give}.",
        "What would you say to {give}, against {want}?",
    ),
}
"""What is said for a reason where the scenario has no words of its own, or has used them up."""

AT_LEAST: dict[Reason, str] = {
    Reason.TRADE: "We give something here, and look for something there.",
    Reason.ITEM_SHORT: "It falls short of what we need.",
    Reason.OPEN_TO: "There is a trade in sight that we have not named yet.",
}
"""Where a reason does not say what it speaks of, and no sentence above does without."""

WITH_MOVE: dict[tuple[Reason, str], Sayings] = {
    (Reason.GOOD_ENOUGH, "conclude"): (
        "I think that we have a text. Let us look at it as a whole.",
        "What can be settled tonight is settled. May we see it on one page?",
    ),
    (Reason.GOOD_ENOUGH, "adopt"): (
        "We can put our name to this, and answer for it at home.",
        "It is a text that I can read aloud. We adopt it.",
    ),
    (Reason.TIME, "propose"): (
        "There are few minutes left. This is what we can still sign.",
        "Before they come in, our last paper. It is better than an empty page.",
        "If there is to be a text tonight, it will look like this.",
    ),
    (Reason.TIME, "accept"): (
        "There are few minutes left, and this is better than an empty page.",
        "They are at the door. We take it, ad referendum.",
        "With more time I might have looked for more. We accept.",
    ),
    (Reason.UNFAIR, "refuse"): (
        "It is a text for one of us. We do not adopt it.",
        "We have looked at the whole, and the whole leans too far your way.",
    ),
    (Reason.HEARD, "note"): (
        "I have heard you on {item}. Let me turn it over for a moment.",
        "I take note of it, and it will not be lost.",
        "I take note, and I am glad that it was said.",
    ),
}
"""The same reasons where they belong to another kind of move."""

OF_SILENCE: dict[Reason, Sayings] = {
    Reason.OPENING: (
        "The best sentence on {item} may be none at all.",
        "Let us begin by leaving {item} aside.",
    ),
    Reason.MOVED: (
        "We can leave {item} out, as you wished.",
        "On {item} we shall not insist on a sentence.",
    ),
    Reason.ITEM_SHORT: (
        "On {item} we would rather have no sentence at all.",
        "Leave {item} out, and the rest becomes easier to read.",
    ),
    Reason.CANDID: (
        "On {item} every sentence costs us something. We would rather have none.",
        "What we look for on {item} is a silence that both can live with.",
    ),
}
"""Where the option that a reason speaks of is to leave the item out."""

LATE: dict[Reason, Sayings] = {
    Reason.RETURNS: ("A last step, then. It is late for larger ones.",),
    Reason.NO_GIVE: ("We shall run out of evening before we run out of patience.",),
    Reason.ITEM_SHORT: ("So late, and still {item}. It is the one sentence between us.",),
    Reason.OPEN_TO: ("There is time for one exchange: {give}, for {want}.",),
}
"""Further sentences for the last part of a meeting."""

MOVES: dict[str, Sayings] = {
    "open": (
        "Let us begin with {item}, and see how far we come.",
        "There is much to speak of. I put {item} first.",
    ),
    "propose": ("Here it is on paper. Read it as a whole before you read it line by line.",),
    "choices": (
        "There is more than one way to do this. Tell us which of them you could live with.",
        "I would rather give you a choice than an argument.",
    ),
    "accept": ("We take it, ad referendum.",),
    "decline": ("We cannot take that as it stands.", "Not in this form, I am afraid."),
    "ask": (
        "Before we put anything on paper: {item}. What is behind it for you, and why?",
        "I know your position on {item}. I should like to know what is behind it.",
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
        "Without {item}, what shall we both say at the door?",
    ),
    "acknowledge": (
        "I believe that I know what is hard for you in {item}.",
        "Let me say first what I think you face at home over {item}.",
    ),
    "aside": ("Might we take {item} next door, the two of us and the interpreters?",),
    "handdown": (
        "Let the ministers have {item}. They are paid to be patient.",
        "We shall not settle {item} tonight. Give it to the ministers, with a date.",
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
    "At home it is {audience} that I have to think of.",
)
"""What follows the scenario's own words where home is the reason."""

CONCEDED: Sayings = (
    "You have come to our wording on {item}; I saw it.",
    "On {item} you write what we hoped for, and I do not take that for granted.",
    "You have moved on {item}. It has been noticed on this side.",
    "Thank you for your step on {item}. I know that your folder said something else.",
)
"""The answer to an offer that has come to the speaker's own wording on an item."""

ANSWERS: dict[str, Sayings] = {
    "same": (
        "That is the paper that you gave us before.",
        "I have read this page already, and with attention.",
    ),
    "propose": (
        "I have read your paper.",
        "Thank you for putting it in writing.",
        "We have looked at what you propose.",
    ),
    "counter": (
        "Let me answer your paper with one of ours.",
        "I have read your paper. Here is what it reads like from our side.",
        "Your paper deserves another.",
    ),
    "choices": (
        "A choice is better than an argument, and we have looked at all of it.",
        "You have left the door open in more than one place.",
    ),
    "decline": (
        "You said no, and I would like to know what to.",
        "I have heard the no. Let us see what is behind it.",
    ),
    "reopen": ("You have taken {item} back. I shall remember it, and go on.",),
    "tiehands": ("You have told the cameras about {item}. I wish you had told me first.",),
    "walkout": ("I am glad that you came back.",),
    "handdown": (
        "The ministers are good people. Whether they should have {item} is another question.",
    ),
}
"""What is said first to the other side's last move, where no reason answers it already."""

THOUGHTS: dict[str, Sayings] = {
    "accept": (
        "That leaves {open}. What would each of us need there?",
        "Still before us: {open}. Let us keep the pace.",
        "Now {open}: who begins?",
    ),
    "accept_all": (
        "Is there anything that either of us would still like to change?",
        "Let us read it once more from the other chair before we sign.",
    ),
    "candid": (
        "And what is it to you?",
        "What you do with it is your affair. I should like to hear your side of it.",
        "Now you know more than my newspapers do.",
        "Is there a wording in which we would both find ourselves?",
    ),
    "guarded": (
        "Perhaps you would tell me first what it is to you.",
        "Trust is a matter of turns. You might begin.",
        "Ask me again when we know each other better.",
    ),
    "offer": (
        "What would you need in order to say yes?",
        "Which line of it would you change first?",
        "Tell us where it hurts, and we shall see what can be moved.",
        "What in it could you carry, and past whom?",
        "Where would you have us look?",
        "If it is only the wording, let us mend the wording.",
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
