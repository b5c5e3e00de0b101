# SPDX-License-Identifier: GPL-3.0-or-later
"""How much the attacks and faults do: a quick look in every run of the tests, the full figures in `./dev soak`."""
import json
import os

from program import SANITIZED

FULL = bool(os.environ.get("SMSAUTH_SOAK"))

#              quick, under a sanitizer, full
FIGURES = {
    "random kills": (4, 2, 150),
    "kills at each named point": (1, 1, 4),
    "rounds of parallel verifies": (8, 4, 200),
    "rounds of guessing": (3, 2, 50),
    "answers timed of each kind": (60, 20, 1000),
    "aborted exchanges": (2_000, 1_000, 10_000),
    "aborted exchanges under valgrind": (100, 100, 10_000),
    "connections at once": (900, 900, 3000),
    "starts that fail": (5, 3, 500),
    "clock jumps": (1, 1, 10),
    "fillings of the disk": (1, 1, 10),
}


def size(name):
    quick, sanitized, full = FIGURES[name]
    return full if FULL else sanitized if SANITIZED else quick


def result(name, figure, outcome):
    """A line of the table of results; `./dev soak` puts them into the README."""
    print(f"{name}: {figure}: {outcome}", flush=True)
    path = os.environ.get("SMSAUTH_RESULTS")
    if path:
        with open(path, "a", encoding="utf-8") as results:
            results.write(json.dumps({"name": name, "figure": figure, "outcome": outcome}) + "\n")
