"""Stands for a library that computes. `burn` is a name of this course."""


def shrink():
    burn(200)  # keeps a processor busy for 200 ms; it never waits
