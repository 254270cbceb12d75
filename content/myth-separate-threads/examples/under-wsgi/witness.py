"""Counts the threads in which the course's code has run so far."""

import threading

threads = set()


def note(text):
    threads.add(threading.get_ident())
    print(f"{text}, threads so far: {len(threads)}")
