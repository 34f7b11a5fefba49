"""The meeting: moves in, events out.

moves, notation              what can be done, with the reasons given; how it is written
events, phases               what happens; the two state machines

summit, checks               the move table and its machinery; is this move allowed?
offers, talk, ending         what each move does
state, proceedings           all of a game; one move being carried out
happenings                   the clock, and the events of a scenario
at_home                      how people at home take the text as it stands

view, delegation             what one side can see; whoever sees it and answers with a move
evidence, mind, manner       what the record shows; what is reckoned from it; the styles
counterpart, grounds         the computer decides, and says why
advice, bots, walk           the caucus; the skill ladder; random moves

session, journal, start      a student against the computer; on disk; from a file
saved_games, settings        what is kept between two evenings
journey, rehearsal           campaigns in play; a game on a file that is being edited

debrief, dance, turning      a finished game: its account, its offers, where it turned
marks                        what a student of a class is marked with
"""
