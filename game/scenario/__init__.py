"""The file that an instructor writes.

model, campaign              the format; elements and words are what it is made of
elements, words, standard    texts, numbers, ids; reserved words; the standard endings
shape, kinds, schema         what the format says of a place; in words; for editors

reader                       a file in, a scenario or its faults out, by these steps:
intake                       bytes to text
compose, loaders             text to data
yaml_marks                   where the data stand in the text
syntax, refusals             what is no YAML, or more of YAML than is allowed
faults, keys, numbers        what does not fit the format, in plain words
references                   ids that lead nowhere
sense, consistency, tree     what makes no sense, or contradicts itself; the data to walk
stages                       whether a campaign fits its scenarios

diagnostics, hints           a finding; did you mean …?
catalogue                    each finding explained, with an example
library                      where scenarios and saved games lie
"""
