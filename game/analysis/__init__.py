"""A scenario under the mathematics.

space, sheets, home          items and options by number; what one party knows of itself
table                        both sheets together, which no delegation may hold
conditions, ministers        does it hold? what is an item worth in their hands?
floors                       what a text must meet, as side conditions

measures                     a result beside what was possible
trades, levers               exchanges that gain both; which numbers to change
variants                     other numbers with the same structure
sense                        what can be proved against a file: the warnings of `check`
"""
