"""From a raw article to a draft entry: what is sure is filled in, with its evidence; the rest is asked.

`intake` reads what is given and writes what comes of it; `refusal` tells what is no article; `html` and `tabular` read pages and
tables. `draft` makes a draft of what these find in the text: `page` its headline and its paragraphs, `publication` its day and its
publisher, `dates`, `places`, `speakers` and `figures` what it tells. `datelines`, `tense` and `notation` are for all of them.
"""
