#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts annotated by hand, scored: usage: accuracy.py GUANXI SHARED. Skips (77) where they are not there."""
import os
import re
import subprocess
import sys
import tempfile

DOCUMENTS = {"000": "000_dfa8d51ab2516ab2.txt", "002": "002_bd37ddfa629d8a81.txt"}
FLOORS = {"state": ("f1", .95), "person": ("f1", .95), "institution": ("f1", .85)}
NEWS_FLOORS = {"precision": .97, "recall": .75}


def score(guanxi, gold, pairs, *options):
    """What score.py prints: {type or "": {measure: value}}."""
    with tempfile.NamedTemporaryFile() as found:
        subprocess.run([guanxi, "mentions", "-q", *pairs[1::2]], stdout=found, check=True)
        run = subprocess.run([sys.executable, os.path.join(gold, "score.py"), *options, found.name, *pairs],
                             check=True, capture_output=True, text=True)
    print(run.stdout, end="")
    results = {}
    for line in run.stdout.splitlines():
        match = re.match(r"(\w+ )?precision ([\d.]+) recall ([\d.]+) f1 ([\d.]+)", line)
        if match:
            results[(match.group(1) or "").strip()] = dict(zip(("precision", "recall", "f1"), map(float, match.groups()[1:])))
    return results


def main(guanxi, shared):
    gold, seeds = os.path.join(shared, "gold"), os.path.join(shared, "seeds")
    pairs = [p for n, d in DOCUMENTS.items() for p in (os.path.join(gold, n + ".jsonl"), os.path.join(seeds, d))]
    news = [os.path.join(gold, "news-dev.jsonl"), os.path.join(gold, "news-dev.txt")]
    if not all(map(os.path.exists, pairs + news)):
        print("no annotated texts here")
        return 77
    failed = 0
    results = score(guanxi, gold, pairs)
    for kind, (measure, floor) in FLOORS.items():
        if results.get(kind, {}).get(measure, 0) < floor:
            print(f"FAILED: {measure} of {kind} is below {floor}")
            failed = 1
    results = score(guanxi, gold, news, "--spans", "--short", "--types", "state")
    for measure, floor in NEWS_FLOORS.items():
        if results[""][measure] < floor:
            print(f"FAILED: {measure} of one-character states in the news is below {floor}")
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
