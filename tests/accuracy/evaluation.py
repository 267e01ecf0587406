#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`guanxi eval` counts what score.py counts: usage: evaluation.py GUANXI SHARED. Skips (77) where that is not there.

Both score the annotated texts, and the sample texts against gold that is made of the tool's own mentions: some of them moved, cut, made longer,
given another entity, type or place in the file, or left out."""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

from accuracy import DOCUMENTS

SAMPLES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "samples")
MODES = [[], ["--spans"], ["--short"], ["--types", "person"], ["--types", "state,institution", "--spans"], ["--short", "--spans", "--types", "state"]]
COUNTS = ("found", "wrong", "missed")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def theirs(score, found, mode, pairs):
    """{type or "all": [precision, recall, f1, found, wrong, missed]}"""
    numbers = r"precision ([\d.]+) recall ([\d.]+) f1 ([\d.]+) found (\d+) wrong (\d+) missed (\d+)"
    lines = run(sys.executable, score, *mode, found, *pairs).splitlines()
    matches = [re.fullmatch(r"(?:(\w+) )?" + numbers, line) for line in lines]
    return {m.group(1) or "all": [float(n) for n in m.groups()[1:]] for m in matches}


def ours(guanxi, mode, pairs):
    rows = json.loads(run(guanxi, "eval", "-q", "--format", "json", *mode, *pairs))
    failed = []
    by = {group: [r for r in rows if r["by"] == group] for group in ("all", "type", "rule", "document")}
    for group, counts in (("type", COUNTS), ("document", COUNTS), ("rule", COUNTS[:2])):
        failed += [f"{c} by {group} does not sum up" for c in counts if sum(r[c] for r in by[group]) != by["all"][0][c]]
    errors = json.loads(run(guanxi, "eval", "-q", "--format", "json", "--errors", *mode, *pairs))
    n = {kind: sum(e["error"] == kind for e in errors) for kind in ("wrong", "missed", "entity")}
    if [n["wrong"] + n["entity"], n["missed"] + n["entity"]] != [by["all"][0][c] for c in COUNTS[1:]]:
        failed.append(f"the errors {n} are not those counted")
    found = {r["name"]: [r[c] or 0 for c in ("precision", "recall", "f1") + COUNTS] for r in by["all"] + by["type"]}
    return found, failed


def compare(name, guanxi, score, pairs, accept):
    failed = 0
    with tempfile.NamedTemporaryFile() as found:
        subprocess.run([guanxi, "mentions", "-q", "--keep-duplicates", *pairs[1::2]], stdout=found, check=True)
        for mode in MODES:
            expected = theirs(score, found.name, mode, pairs)
            options = ["--type" if o == "--types" else o for o in mode]
            got, faults = ours(guanxi, [*options, "--accept", accept], pairs)
            for kind in sorted(set(expected) | set(got)):
                a, b = expected.get(kind), got.get(kind)
                if not a or not b or a[3:] != b[3:] or any(abs(x - y) > 1e-4 for x, y in zip(a, b)):
                    faults.append(f"{kind}: score.py {a}, guanxi {b}")
            print(f"{name} {' '.join(mode) or 'all'}: {'found %d wrong %d missed %d' % tuple(expected['all'][3:])}")
            for fault in faults:
                print(f"FAILED: {name} {' '.join(mode)}: {fault}")
            failed |= bool(faults)
    return failed


def change(chance, row, length, entities):
    """A row of gold as somebody else might have written it; None: not at all."""
    what = chance.randrange(12)
    if what == 0:
        return None
    if what == 1:
        row["start"], row["end"] = max(0, row["start"] - 1), max(1, row["end"] - 1)
    if what == 2:
        row["end"] = min(length, row["end"] + chance.randrange(1, 30))
    if what == 3:
        row["end"] = row["start"] + 1
    if what == 4:
        row["entity"] = chance.choice(entities)
    if what == 5:
        row["type"] = chance.choice(["person", "state", "institution", "ignore", "place"])
    if what == 6:
        del row["entity"]
    if what == 7:
        row["entity"] = " ".join(row["entity"]).upper()
    return row


def make_gold(guanxi, chance, source, path):
    with open(source, encoding="utf-8", newline="") as file:
        text = file.read()
    raw, rows = text.encode(), []
    found = [json.loads(line) for line in run(guanxi, "mentions", "-q", "--format", "jsonl", source).splitlines()]
    entities = [m["name"] for m in found]
    for m in found:
        start, end = (len(raw[:m[k]].decode()) for k in ("start", "end"))
        row = change(chance, {"start": start, "end": end, "type": m["type"], "entity": m["name"]}, len(text), entities)
        rows += [row] if row else []
    if chance.randrange(2):
        chance.shuffle(rows)
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({**row, "text": text[row["start"]:row["end"]]}, ensure_ascii=bool(chance.randrange(2))) + "\n")


def main(guanxi, shared):
    gold, seeds = os.path.join(shared, "gold"), os.path.join(shared, "seeds")
    score, accept = os.path.join(gold, "score.py"), os.path.join(gold, "accept.tsv")
    seen = [p for n, d in DOCUMENTS.items() for p in (os.path.join(gold, n + ".jsonl"), os.path.join(seeds, d))]
    news = [os.path.join(gold, "news-dev.jsonl"), os.path.join(gold, "news-dev.txt")]
    if not all(map(os.path.exists, [score, accept])):
        print("no score.py here")
        return 77
    failed = 0
    for name, pairs in (("000 and 002", seen), ("news", news)):
        if all(map(os.path.exists, pairs)):
            failed |= compare(name, guanxi, score, pairs, accept)
        else:
            print(f"{name}: no annotated texts here")
    sources = sorted(os.path.join(SAMPLES, name) for name in os.listdir(SAMPLES))
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(3):
            pairs = []
            for i, source in enumerate(sources):
                path = os.path.join(folder, f"{i}.jsonl")
                make_gold(guanxi, random.Random(seed * 100 + i), source, path)
                pairs += [path, source]
            failed |= compare(f"made gold {seed}", guanxi, score, pairs, accept)
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
