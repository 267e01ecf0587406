#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `guanxi explain` says is what was decided: the places it calls taken are the mentions, and its sums are the sums of their weights.

usage: explained.py GUANXI SAMPLES [SHARED]"""
import json
import os
import re
import subprocess
import sys
import tempfile

SPECIFICATION = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "spec", "match.md")
MENTION = "document start end text entity name type rule sentence block".split()


def lines(guanxi, *command):
    run = subprocess.run([guanxi, *command, "--format", "jsonl", "-q"], capture_output=True, check=True)
    return [json.loads(line) for line in run.stdout.decode("utf-8").split("\n") if line]


def as_mention(case):
    return {key: {**case, **case["candidates"][0]}[key] for key in MENTION}


def check_case(case):
    """What is wrong with a case by itself."""
    weights = sum(ground["weight"] for ground in case["grounds"])
    if case["why"] == "taken" and (len(case["candidates"]) != 1 or not case.get("rule")):
        return "is taken for nobody, or by no rule"
    if "threshold" not in case:
        return None
    if abs(weights - case["sum"]) > 1e-4:
        return f"its weights make {weights}, not {case['sum']}"
    if case["why"] in ("taken", "other", "ambiguous") and case["sum"] < case["threshold"]:
        return "is below its threshold"
    if case["why"] in ("below-threshold", "veto") and case["sum"] >= case["threshold"]:
        return "is above its threshold"
    return None


def check_folder(guanxi, folder):
    mentions, cases = lines(guanxi, "mentions", folder), lines(guanxi, "explain", folder)
    failures = [f"{c['document']}:{c['start']}-{c['end']} {c['text']}: {fault}" for c in cases if (fault := check_case(c))]
    found, taken = [as_mention(m | {"candidates": [m]}) for m in mentions], [as_mention(c) for c in cases if c["why"] == "taken"]
    if found != taken:
        failures += [f"only {what}: {line}" for what, line in ([("a mention", m) for m in found if m not in taken] +
                                                               [("taken", m) for m in taken if m not in found])][:20]
        failures.append(f"{len(found)} mentions, {len(taken)} taken")
    return failures, cases, len(found)


def check_places(guanxi, folder, cases):
    """A place asked for yields the cases that the whole text has there."""
    failures = []
    for name in sorted({c["document"] for c in cases}):
        path = os.path.join(folder, name)
        if not os.path.isfile(path):
            continue
        own = [c for c in cases if c["document"] == name]
        case = own[len(own) // 2]
        wanted = [c for c in own if c["start"] <= case["start"] < c["end"]]
        got = [c | {"document": name} for c in lines(guanxi, "explain", f"{path}:{case['start']}")]
        if got != wanted:
            failures.append(f"{name}:{case['start']}: {len(got)} cases, not {len(wanted)}")
    return failures


def check_specification(guanxi):
    """The examples of the specification: all rules, and what they drop."""
    with open(SPECIFICATION, encoding="utf-8") as lines_of, tempfile.TemporaryDirectory() as folder:
        blocks = re.findall(r"^```mentions\n(.*?)^```$", lines_of.read(), re.S | re.M)
        for i, line in enumerate("".join(blocks).splitlines()):
            text = re.sub(r"\[([^\]=]+)(?:=[^\]]+)?\]", r"\1", line).replace("⏎", "\n")
            with open(os.path.join(folder, f"{i:05}.txt"), "w", encoding="utf-8", newline="") as document:
                document.write(text)
        return check_folder(guanxi, folder)


def main(guanxi, samples, shared=""):
    failures, cases, n = check_specification(guanxi)
    print("\n".join(failures[:20]))
    print(f"specification: {len(cases)} cases, {n} mentions, {len(failures)} failures")
    failed = len(failures)
    for folder in (samples, os.path.join(shared, "seeds")):
        if not os.path.isdir(folder):
            continue
        failures, cases, n = check_folder(guanxi, folder)
        failures += check_places(guanxi, folder, cases)
        print("\n".join(failures[:20]))
        print(f"{folder}: {len(cases)} cases, {n} mentions, {len(failures)} failures")
        failed += len(failures)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
