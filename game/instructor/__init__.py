"""What an instructor runs on a scenario or a journal.

check, new, fill             the faults of a file; a file to start from, with answers in it
analyse, analysed, sketch    the exact analysis; in words; drawn
simulate, walks              games between bots; random walks
workers, figures             where they are played; what is counted
failures, verdict            why games came to nothing; whether skill pays
demo, graph, listing         a game of two computers; Mermaid; what there is

brief, roster, students      for a class: one chair on paper; chairs by lot; who is in it
report, report_html          the debrief of journals, and the class table
account, drawings            a game as plain data; drawings as SVG
paper, document              words on a terminal; a page of HTML
spreadsheet                  a table for a spreadsheet

pages, reference, facts      the documentation that is written from the code
"""
