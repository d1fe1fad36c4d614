"""Trains the reader, and judges it: the model that tells whether a passage answers a question (`retrieval.reader`).

Nothing here runs in the bot. It needs torch and onnx, the group `train` of `pyproject.toml`. In which file:

    __main__    the command that makes the weights anew
    training_run  a run: what it is given, and what it reports
    training    the loop: pairs in, weights out
    network     the reader as a network in torch
    rankings    which sentences of an article are read for a question
    judged_weights  what a file of weights is worth
    export      trained weights in, the file that the bot runs out
    network_graph  the reader as a graph for onnxruntime
    judging     a reader's scores for questions that it was not trained on
    measures    how well scores tell what is answered from what is not
    weights_file  the file that training writes
    data/       files of questions as pairs of a question and a window
"""
