# SPDX-License-Identifier: GPL-3.0-or-later
"""security_md.py SOURCES CTEST BUILD: SECURITY.md promises nothing whose test does not exist."""
import json
import pathlib
import re
import subprocess
import sys

PROMISES = 19
NAME = re.compile(r"`((?:tst|e2e|console|headless)_\w+|fuzz_replay|layering|one_definition|security_md)(?:/(\w+))?`")


def known_tests(ctest, build):
    answer = subprocess.run([ctest, "--test-dir", build, "--show-only=json-v1"], check=True, capture_output=True, text=True).stdout
    return {test["name"] for test in json.loads(answer)["tests"]}


def has_function(sources, test, function):
    names = [f"{test}.cpp"] if test.startswith("tst_") else [test.replace("e2e_", prefix, 1) + ".py" for prefix in ("", "test_")]
    form = re.compile(rf"^\s*(?:void|def) (?:tst_\w+::)?{re.escape(function)}\(", re.MULTILINE)
    return any(path.name in names and form.search(path.read_text()) for path in sources)


def faults(folder, ctest, build):
    text = (folder / "SECURITY.md").read_text()
    known = known_tests(ctest, build)
    sources = [path for path in (folder / "tests").rglob("*") if path.suffix in (".cpp", ".py")]
    for test, function in sorted(set(NAME.findall(text))):
        if test not in known:
            yield f"ctest knows no {test}"
        elif function and not has_function(sources, test, function):
            yield f"{test} has no {function}"
    table = text.split("<!-- promises: begin -->")[1].split("<!-- promises: end -->")[0]
    rows = [line for line in table.splitlines() if re.match(r"\| \d+ \|", line)]
    if [int(row.split("|")[1]) for row in rows] != list(range(1, PROMISES + 1)):
        yield f"the promises are not 1 to {PROMISES}"
    for row in rows:
        if not NAME.search(row.split("|")[3]):
            yield f"promise {row.split('|')[1].strip()} is shown by no test"


found = list(faults(pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
print("\n".join(found) or "every test that SECURITY.md names exists")
sys.exit(1 if found else 0)
