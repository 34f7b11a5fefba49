"""What leaders say: sentences for every reason, for every move, and for what they answer to.

A sentence names what it needs in braces; one that needs what a reason does not have is passed over.
`{item}` and `{audience}` are names, `{option}` a label, `{term}`, `{give}` and `{want}` read as
things to want: “Warning data” on Missiles, or leaving Missiles out. Everything here must be true of
any brief: it may ask, doubt and weigh, and claims nothing that the reason does not say. In every
pool the first leader has the sentences in even places, which are the drier ones, and the second
those in odd places.
"""

from __future__ import annotations

from game.summit.moves import Reason

Sayings = tuple[str, ...]

REASONS: dict[Reason, Sayings] = {
    Reason.OPENING: (
        "Let me begin with {item}: we are looking for “{option}”. The rest can be arranged around "
        "it.",
        "This is how we see the whole of it. Look at {item} before you look at the rest.",
        "I put my cards on the table. One of them is {term}.",
        "Here is our text, so that you can see where we start from: with {term}.",
        "Begin with {item}. If that holds, I can be generous with the rest.",
        "You will ask what I hope for in this. On {item} it is “{option}”.",
    ),
    Reason.TRADE: (
        "We can come as far as {give}, and look for {want} in return.",
        "I can defend giving you {give} if I come home with {want}.",
        "{give} costs us something. {Want} would be worth it.",
        "You have {give} from us. What it needs beside it is {want}.",
        "One thing for another: {give}, for {want}.",
        "I have crossed out a sentence of my own for this: {give}. I need {want}.",
        "Nothing here is free. {Give}, and on the other side of the page {want}.",
        "If {want} is in it, my people will forgive me {give}.",
    ),
    Reason.MOVED: (
        "We have come to {term}. That was not free for us.",
        "You will see that we have moved on {item}.",
        "On {item} I have changed my paper; you will find your own words in it.",
        "We have moved. I would rather say so than have it overlooked.",
        "{term}: it is your sentence, and it stands in our draft now.",
        "You asked for {item}, and I have listened. Look at the new line.",
        "On {item} the brackets are gone from our side.",
    ),
    Reason.RETURNS: (
        "You have moved, and so have we.",
        "One step for one step: this is ours.",
        "You have come nearer. It would be poor manners to stand still.",
        "I do not like to be the one who owes a step. Here it is.",
        "The distance is smaller than it was. Somebody has to say so.",
        "You have shortened the way from your end; this is from ours.",
    ),
    Reason.FIRST_STEP: (
        "We have looked again at the whole, and ask for less of it.",
        "This is less than I had in my folder and more than I had in mind.",
        "I have asked my side for patience, and this is what they gave me.",
        "A new page, then. Compare it with the last one.",
        "Somebody has to take a step first. Let it be this one.",
        "It is a small step. Small ones are easier to take back to a capital.",
    ),
    Reason.REARRANGED: (
        "It weighs no less than the last one. It may be easier for you to lift.",
        "The same weight, laid out differently. Look whether it suits you better.",
        "I have not come down. I have come round to another side of it.",
        "Another road to the same place. Perhaps it passes nearer to yours.",
    ),
    Reason.WITHDRAWN: (
        "On {item} I need “{option}”. My last paper gave more there than this one can bear.",
        "What I offered on {item} went with the rest of that paper. Here it reads “{option}”.",
        "I take a step back on {item}, and I would rather that you heard it from me.",
        "On {item} I gave for something that I did not get. It is “{option}” now.",
        "Part of my last paper is gone: on {item} this one says “{option}”.",
        "You will see that I have withdrawn on {item}. It belonged to another whole.",
    ),
    Reason.ITEM_SHORT: (
        "It stops at {item}: there we are looking for “{option}”.",
        "Much of it could be lived with; {item} could not, not in that wording.",
        "The distance is in {item}. “{option}” would close it for us.",
        "Read {item} once more with our eyes, and you see where it falls short.",
        "I could sign more of this if it read otherwise on {item}.",
        "Everything else I could read aloud. {Item} I could not.",
        "We come back to {item} each time, and each time for “{option}”.",
        "My side has stopped reading at {item}.",
        "The line that divides us most is {item}.",
    ),
    Reason.RED_LINE: (
        "“{option}” is not something that I can sign, at any price. Let us not spend time on it.",
        "On {item} there is one wording that I can never put my name to: “{option}”.",
        "With “{option}” in it there is no text, however good the rest may be.",
        "There is a line on our side, and “{option}” is beyond it. I say it so that you need not "
        "look for a price.",
    ),
    Reason.HOME: (
        "My difficulty is not in this room. It is with {audience}.",
        "I have to come home to {audience}, and with {item} in that wording I cannot.",
        "This would have to be explained to {audience}. I have tried it in my head, and it fails.",
        "{Audience} would not carry it, and a text that is not carried is worth nothing to you.",
        "You and I could shake hands on it. {Audience} would not let go of {item}.",
        "I could sign it here and lose it at home.",
        "I count {audience} before I count points, and on {item} they are not with me.",
        "There is a door behind me, and behind it {audience}, with {item} in hand.",
        "What you ask on {item} I would have to ask of {audience}. They would say no.",
    ),
    Reason.UNFAIR: (
        "That is a text for one of us. I would rather leave with none.",
        "We are asked to carry far more of this than you are. That cannot be the balance.",
        "If I signed that, you would have a partner who had to explain it for a year.",
        "Turn the page round and read it from here. Would you sign it?",
        "I do not need to have won here. I need not to have lost.",
    ),
    Reason.NO_GIVE: (
        "For the moment we have moved as far as we can. The next step is yours.",
        "I should like to hear something from you before I say more.",
        "You have our latest paper. What has changed on your side?",
        "We can wait, and we are listening.",
        "I would be bidding against myself if I spoke now.",
        "I have shown you where we stand. Show me where you could.",
        "There is nothing new in my folder until there is something new in yours.",
        "We are waiting for you, and not out of courtesy.",
    ),
    Reason.GOOD_ENOUGH: (
        "That we can accept, ad referendum.",
        "Good. Let it be written down so.",
        "We can live with that, and so, I think, can you.",
        "I would have asked for little more. Let us take it.",
        "Agreed, provisionally, like everything until the end.",
        "That is a sentence that I can carry. Write it down.",
        "It will do. I have signed longer papers for less.",
        "Let us not talk it to pieces. Yes.",
        "That meets us. I have nothing to add to it.",
        "I can look my side in the eye with that.",
        "We have compared it with our own paper, and we shall not quarrel over the rest.",
        "Yes. We have read it twice, and it holds.",
        "The wording stands, as far as we are concerned.",
        "I was prepared to argue, and find that I need not.",
    ),
    Reason.TIME: (
        "There are few minutes left, and this is better than an empty page.",
        "The clock decides for us now. This is what there is.",
        "Those who wait for us have begun to look at the clock. Let us not leave with nothing.",
        "With more time I might have looked for more. We have not got it.",
        "It is the hour that speaks now, and it speaks to both of us.",
        "Let us sign what we can see.",
    ),
    Reason.NEARER: (
        "Number {number} is nearer to us, for its wording on {item}.",
        "It is number {number} that we would read twice, and {item} is the reason.",
        "If I had to choose among them, my hand would go to number {number}, for {term}.",
        "Number {number}, for what it says on {item}. Do not ask me to love the rest.",
        "Let us talk about number {number}. On {item} I can work with it.",
        "What you write on {item} in number {number} comes nearer to what we could carry.",
    ),
    Reason.ALSO: (
        "From number {number} we keep something as well: {term}.",
        "What number {number} has on {item} can stand beside it.",
        "You will find {term} in it too, as in your number {number}.",
        "I have helped myself to number {number} as well, on {item}.",
    ),
    Reason.INSTEAD: (
        "On {item} I keep to number {number} all the same; the whole would not hold otherwise.",
        "{Term} is from your number {number}. Without that the sum does not come out on our side.",
        "Only on {item} I need what number {number} says, or the rest is not enough.",
        "One line I have had to take from number {number}: {term}. The whole needs it.",
    ),
    Reason.MINISTERS: (
        "Let the ministers have {item}. The rest of our minutes are for the rest of the page.",
        "We agree: let the ministers have {item}, and we two go on.",
        "Very well. {Item} will be in good hands, and in slower ones.",
        "Then we take {item} off this table, and leave it where there is more time.",
    ),
    Reason.CONTRADICTION: (
        "You told us one thing about {item}, and your offers say another. Which is it?",
        "I am trying to fit your words on {item} to your proposals, and I cannot.",
        "What you say and what you put on paper do not fit together. Help me with it.",
        "My note-taker has two versions of you on {item}. Which one do I keep?",
    ),
    Reason.REPEATED: (
        "As I said at minute {number}, and it has not changed.",
        "You asked this before; what I said at minute {number} stands.",
        "I could only repeat what I said at minute {number}, and neither of us has the time.",
        "It is in your notes from minute {number}, and it is still so.",
    ),
    Reason.CANDID: (
        "I will be plain about {item}: it {importance} to us, and {wanted} is what we came for.",
        "On {item} we look for {wanted}. It {importance} to us.",
        "You ask, so you shall hear it: {wanted}. It {importance} to us.",
        "There is no secret in it. It {importance} to us, and what we want is {wanted}.",
        "{Wanted}: that is the whole of our instruction on {item}, and it {importance} to us.",
        "A direct question deserves it: on {item} it is {wanted}, and it {importance} to us.",
    ),
    Reason.GUARDED: (
        "It {importance} to us, and you will forgive me if I leave it at that for now.",
        "It {importance} to us. On {item} I would rather say a little that is true than more that "
        "I should regret.",
        "It {importance} to us. The details belong to a later hour.",
        "My instructions on {item} are short, and so is my answer: it {importance} to us.",
    ),
    Reason.THANKS: (
        "You have read our difficulty with {item} rightly, and I had not expected it.",
        "It helps to hear that you know where it hurts us on {item}.",
        "That is so. It is easier to talk to somebody who sees it.",
        "Somebody on your side has read more than our statements on {item}.",
    ),
    Reason.MISREAD: (
        "On {item} that is not where the shoe pinches.",
        "I am afraid that you have been told the wrong thing about us and {item}.",
        "It is kindly meant, but it is not our difficulty.",
        "If that were our difficulty with {item}, I should sleep better.",
    ),
    Reason.HEARD: (
        "I take note of what you say about {item}.",
        "That helps us to understand you on {item}.",
        "I have heard you, and I shall think about what follows from it.",
        "So that is how you see {item}.",
        "Good. On {item} I know now what I am talking to.",
        "You have said it in so many words on {item}, and I shall not forget it.",
    ),
    Reason.LEANED_ON: (
        "Your newspapers on {item}, and ours. Shall we both read them, or talk?",
        "If you lean on {item} once more, only the chair will creak.",
        "I know what the clock says. It says the same to you.",
        "Pressure on {item} is a loan. The interest is high in this building.",
    ),
    Reason.CAME_BACK: (
        "You left the room, and it has been noted on this side. So has your return.",
        "I did not know whether you would come back. I am glad that you have; it has cost us both "
        "some confidence.",
        "A chair was empty for a while. We can go on, though not quite from where we were.",
        "I would rather that you had stayed, and I am glad that you are back. Something of what we "
        "had is gone.",
        "You have made your point, and it was not free. I believe you a little less than before.",
        "It is good to see you again. It will take us some time to speak as we did before.",
        "To leave is also a statement. We have taken it down; a second one would be the last.",
        "I could have left as well, and I stayed. Let us see that it was worth it for both of us.",
    ),
    Reason.WELCOME_LINK: (
        "{want} for {give}: that is a trade that I understand.",
        "Those two belong together. Put it in a text and we shall look at it kindly.",
        "Yes, I could explain that exchange to anybody at home.",
        "{give}, with {want} beside it. Yes, that one holds.",
    ),
    Reason.NO_LINK: (
        "I see the link. {Give} would cost us more than {want} brings.",
        "Those two do not weigh the same for us.",
        "It is a trade, but not one that comes out even on our side.",
        "Put something heavier beside {want}, and ask me again about {give}.",
    ),
    Reason.OPEN_TO: (
        "We could see our way to {give} if {want} came with it.",
        "{give} is not out of the question. {Want} would have to stand beside it.",
        "Look at {give_item} and {want_item} together. There may be something in it for both.",
        "If you can bear {want}, I can bear {give}.",
        "What would you say to {give}, against {want}?",
        "There is a bargain in {give_item}, and its price is {want}.",
        "I have been turning over {give}. It would need {want} to balance it.",
    ),
}
"""What is said for a reason where the scenario has no words of its own, or has used them up."""

WITHOUT_ITEM: dict[Reason, Sayings] = {
    Reason.NEARER: (
        "Of these, number {number} is nearer to what we could carry.",
        "It is number {number} that we would read twice.",
        "If I had to choose among them, my hand would go to number {number}.",
        "Number {number} stands nearer to us than the rest.",
        "Let us talk about number {number}. I can work with that one.",
        "Number {number}, of those. Do not ask me to love it.",
    ),
}
"""Where a reason names no item, in place of the sentences above."""

AT_LEAST: dict[Reason, str] = {
    Reason.OPENING: "Here is our text, so that you can see where we start from.",
    Reason.TRADE: "We give something here, and look for something there.",
    Reason.WITHDRAWN: "Something that the last paper gave is not in this one.",
    Reason.ITEM_SHORT: "It falls short of what we need.",
    Reason.RED_LINE: "There is a line on our side, and this is beyond it.",
    Reason.CANDID: "You know now what we are looking for.",
    Reason.REPEATED: "You have our answer to this already, and it has not changed.",
    Reason.NEARER: "One of them is nearer than the others.",
    Reason.ALSO: "There is something of another package in it as well.",
    Reason.INSTEAD: "One wording is from another package. The whole needs it.",
    Reason.MINISTERS: "Let the ministers have it.",
    Reason.OPEN_TO: "There is a trade in sight that we have not named yet.",
}
"""Where a reason does not say what it speaks of, and no sentence above does without."""

WITH_MOVE: dict[tuple[Reason, str], Sayings] = {
    (Reason.GOOD_ENOUGH, "conclude"): (
        "I think that we have a text. Let us look at it as a whole.",
        "What can be settled here is settled. May we see it on one page?",
    ),
    (Reason.GOOD_ENOUGH, "adopt"): (
        "We can put our name to this, and answer for it at home.",
        "It is a text that I can read aloud. We adopt it.",
        "We adopt it. I shall know at home what I have given for it, and what for.",
        "Yes. There are texts that are shorter, and few that I could defend better.",
    ),
    (Reason.WELCOME_LINK, "propose"): (
        "{want} for {give}: that is a trade that I understand.",
        "Those two belong together. Let me answer with a text.",
        "Yes, I could explain that exchange to anybody at home.",
        "{give}, with {want} beside it. Yes, that one holds.",
    ),
    (Reason.TIME, "propose"): (
        "There are few minutes left. This is what we can still sign.",
        "While there is a minute for it, this paper. It is better than an empty page.",
        "If there is to be a text at all, it will look like this.",
    ),
    (Reason.TIME, "accept"): (
        "There are few minutes left, and this is better than an empty page.",
        "The minutes are gone. We take it, ad referendum.",
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
        "I have it down, in your words and not in mine.",
        "Let us leave that between us for a moment.",
        "That belongs to what I shall think about on the way back.",
        "I hear it. It may count for more than you think.",
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
        "On {item} every sentence costs us something. We would rather have none; it {importance} "
        "to us.",
        "What we look for on {item} is a silence that both can live with. It {importance} to us.",
    ),
    Reason.HOME: (
        "There would be nothing on {item} in it, and {audience} would ask me why.",
        "{Audience} have been waiting for a sentence on {item}. I cannot come home without one.",
    ),
}
"""Where the option that a reason speaks of is to leave the item out."""

LATE: dict[Reason, Sayings] = {
    Reason.RETURNS: ("A last step, then. It is late for larger ones.",),
    Reason.NO_GIVE: ("We shall run out of minutes before we run out of patience.",),
    Reason.ITEM_SHORT: ("So late, and still {item}. It is the sentence that stands between us.",),
    Reason.OPEN_TO: ("There is time for one exchange: {give}, for {want}.",),
}
"""Further sentences for the last part of a meeting."""
