"""What the reader is trained on and judged by. In which file:

cases           questions, each with the article that it is asked of
twins           the same of pairs of a true question and one with something false in it
reader_sets     files of questions, to train on or to judge by
gold_questions  the gold set of this project, as such a file
examples        cases as pairs of a question and a window, anew for each epoch
near_misses     further questions that a window does not answer, made by rules
wording         what these rules know of German and English
shallow_bias    what the wording of a question gives away, without reading
"""
