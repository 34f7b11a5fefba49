"""The endings of a scenario that names none of its own."""

from __future__ import annotations

from game.scenario.model import Condition, Outcome, Range

STANDARD_OUTCOMES: dict[str, Outcome] = {
    "walk_out": Outcome(
        when=Condition(walked_out=("any",)),
        title="A chair pushed back",
        text="One delegation left the room and did not return. There is no text, and both capitals "
        "explain to their publics why that is the other's doing.",
    ),
    "refused": Outcome(
        when=Condition(refused=("any",)),
        title="No text",
        text="The final text was put to the vote and did not pass. What had been agreed ad "
        "referendum is worth nothing now; nothing is agreed until everything is.",
    ),
    "nothing": Outcome(
        when=Condition(signed=False),
        title="An exchange of views",
        text="The leaders met, spoke, and parted without a text. The read-outs call the exchange "
        "candid, which is what read-outs say when there is nothing else to say.",
    ),
    "defection": Outcome(
        when=Condition(not_=Condition(ratified=("both",))),
        title="Signed, and not carried",
        text="Both leaders signed. At home it was not carried, and the agreement lapses: not "
        "because anybody broke it, but because it could not be kept.",
    ),
    "breakthrough": Outcome(
        when=Condition(joint_gain=Range(at_least=85)),
        title="A breakthrough",
        text="A text of substance, signed by both and carried at both homes. Little, if "
        "anything, of what the two could have done for each other was left on the table.",
    ),
    "solid": Outcome(
        when=Condition(joint_gain=Range(at_least=60)),
        title="A solid day's work",
        text="A text that both can use and both homes have carried. Those who know both briefs "
        "will see that the two together could have made somewhat more of it.",
    ),
    "modest": Outcome(
        title="A modest text",
        text="An agreement, carried at both homes, that commits nobody to much. Much of what the "
        "two could have done for each other was left where it lay.",
    ),
}
