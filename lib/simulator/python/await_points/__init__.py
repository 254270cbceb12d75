"""Await Points: runs unmodified Django under green threads and a virtual clock, and records a
trace."""
