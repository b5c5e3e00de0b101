# SPDX-License-Identifier: GPL-3.0-or-later
"""results.py RESULTS README: puts what `./dev soak` found into the README, between its markers; the last word on each
name counts."""
import json
import pathlib
import sys

BEGIN, END = "<!-- reliability: begin -->\n", "<!-- reliability: end -->"


def table(lines):
    rows = {}
    for line in lines:
        entry = json.loads(line)
        rows[entry["name"]] = entry
    cells = [f'| {each["name"]} | {each["figure"]} | {each["outcome"]} |' for each in rows.values()]
    return "\n".join(["| What | How much | Outcome |", "|---|---|---|", *cells]) + "\n"


def main(results, readme):
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    readme.write_text(before + BEGIN + table(results.read_text(encoding="utf-8").splitlines()) + END + after, encoding="utf-8")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:3]))
