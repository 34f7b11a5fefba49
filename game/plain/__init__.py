"""The whole game in lines: for screen readers, pipes and scripts.

menu, play, afterwards       before a meeting, a meeting, and what follows it
lesson, preview              the guided first meeting; the game on a file
keyboard, lines              where lines come from; what is let in and out

shorthand, guide             numbers and beginnings for words; questions for what is lacking
prompts, dialogue            what is asked, phase by phase; step by step
words, desk                  the words that are no moves; what they look up
voice, telling               what the game says; of what happens
"""
