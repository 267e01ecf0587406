#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Are the mentions found in real pages right? usage: mentions.py GUANXI SHARED [-v]

mentions-judged.tsv says of mentions drawn by mentions-sample.py from SHARED/posts (document, bytes, entity) whether they are right, judged by
reading them where they stand; what careful readers could judge either way is doubtful and counts neither way. A mention is still found when
the same bytes are said to be the same entity. Draw 0 is no draw: it holds all people whom no table knows and all surnames by themselves.
Fails when of those still found of the last draw or of draw 0 too few are right, or when too many of the right ones of any draw are lost.
Exit status 77: the posts aren't here."""
import collections, csv, json, os, subprocess, sys

RIGHT = {"one character": 95, "other": 97}  # per cent of the judged mentions that are still found
KEPT = 98  # per cent of the right ones that must still be found


def find(guanxi, paths):
    out = subprocess.run([guanxi, "mentions", "-q", "-f", "jsonl", *paths], stdout=subprocess.PIPE, check=True).stdout
    return {(m["document"], m["start"], m["end"]): m["entity"] for m in map(json.loads, out.decode("utf-8").splitlines())}


def kind(posts, row):
    with open(os.path.join(posts, row["document"]), "rb") as file:
        file.seek(int(row["start"]))
        return "one character" if len(file.read(int(row["end"]) - int(row["start"])).decode("utf-8")) == 1 else "other"


def main():
    guanxi, shared = sys.argv[1:3]
    posts = os.path.join(shared, "posts")
    if not os.path.isdir(posts):
        print(f"skipped: {posts} is not there")
        return 77
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mentions-judged.tsv"), encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    found = find(guanxi, [os.path.join(posts, name) for name in sorted({r["document"] for r in rows})])
    last, counts = max(r["draw"] for r in rows), collections.defaultdict(lambda: [0, 0])
    for row in rows:
        still = found.get((row["document"], int(row["start"]), int(row["end"]))) == row["entity"]
        counts[row["draw"], kind(posts, row), row["verdict"]][not still] += 1
        if "-v" in sys.argv and still == (row["verdict"] == "wrong"):
            print(f"{row['verdict']} and {'found' if still else 'lost'}: {row['document']} {row['start']}-{row['end']} {row['entity']} {row['reason']}")
    failed = 0
    for draw in sorted({r["draw"] for r in rows}):
        for name, least in RIGHT.items():
            right, wrong, doubtful = (counts[draw, name, verdict] for verdict in ("right", "wrong", "doubtful"))
            if sum(right) + sum(wrong) == 0:
                continue
            share, kept = 100 * right[0] / max(1, right[0] + wrong[0]), 100 * right[0] / sum(right)
            print(f"draw {draw}, {name}: {sum(right)} right, {sum(wrong)} wrong, {sum(doubtful)} doubtful; still found {right[0]} right and"
                  f" {wrong[0]} wrong: {share:.1f} % right, {kept:.1f} % of the right ones kept")
            if kept < KEPT or (draw in ("0", last) and share < least):
                print(f"FAILED: at least {least} % right in draw 0 and the last, {KEPT} % kept")
                failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
