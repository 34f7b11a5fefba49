"""Events and views into sentences, once, for every face.

lines                        the narration, line by line, of what happens:
acts, news                   moves as reported speech; events
speech, sayings, courtesies  what leaders say, and the sentences that it is made of
memory                       what has been said and put forward before

board, draft, status         where the meeting stands
dossier, backstage           what a delegation reads; what only an instructor does
doubts, refusals             what speaks against a move; why it is not allowed
conditions, faults           a condition in words; findings on a file

debrief, left, homes         a finished game: all of it, what was left, how homes took it
moments, marking, campaign   single moves of it; the mark; the campaign as a whole
pages                        these in their order

names, catalogue             how a scenario calls things; the words of the game itself
manual, press_lines          every move in a line; the press lines
glossary, lesson, saved      terms; the guided first meeting; where a game is kept
dots                         drawings in braille
"""
