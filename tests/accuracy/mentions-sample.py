#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws mentions to be judged by reading: usage: mentions-sample.py GUANXI FOLDER SEED N [PER_DOCUMENT] [--skip TABLE].

N mentions of one character, then N others, at most PER_DOCUMENT (default 8) of either from one document. A draw hangs on the seed and on
each mention's place alone, so most of it stays when other mentions come and go. Prints the columns of mentions-judged.tsv with an empty
verdict, then the rule and the source around the mention, for the reader's eyes only; --skip leaves out what a table has judged."""
import collections, csv, hashlib, json, os, subprocess, sys

REACH = 40  # characters of context on both sides


def lot(seed, mention):
    place = f"{seed} {mention['document']} {mention['start']} {mention['end']}"
    return hashlib.sha256(place.encode()).digest()


def around(source, start, end):
    before = source[max(0, start - 8 * REACH):start].decode("utf-8", "ignore")
    after = source[end:end + 8 * REACH].decode("utf-8", "ignore")
    squeeze = lambda text: " ".join(text.split())
    return f"{squeeze(before)[-REACH:]}【{squeeze(source[start:end].decode('utf-8', 'replace'))}】{squeeze(after)[:REACH]}"


def draw(mentions, seed, n, per_document):
    taken, drawn = collections.Counter(), []
    for mention in sorted(mentions, key=lambda m: lot(seed, m)):
        if len(drawn) < n and taken[mention["document"]] < per_document:
            taken[mention["document"]] += 1
            drawn.append(mention)
    return sorted(drawn, key=lambda m: (m["document"], m["start"]))


def main():
    args, judged = sys.argv[1:], set()
    if "--skip" in args:
        at = args.index("--skip")
        with open(args[at + 1], encoding="utf-8", newline="") as table:
            judged = {(r["document"], int(r["start"]), int(r["end"])) for r in csv.DictReader(table, delimiter="\t")}
        del args[at:at + 2]
    guanxi, folder, seed, n = args[:4]
    per_document = int(args[4]) if len(args) > 4 else 8
    out = subprocess.run([guanxi, "mentions", "-q", "-f", "jsonl", folder], stdout=subprocess.PIPE, check=True).stdout
    mentions = [m for m in map(json.loads, out.decode("utf-8").splitlines()) if (m["document"], m["start"], m["end"]) not in judged]
    print("document\tstart\tend\tentity\tverdict\tdraw\treason\trule\tsource")
    for short in (True, False):
        for m in draw([m for m in mentions if (len(m["text"]) == 1) == short], seed, int(n), per_document):
            with open(os.path.join(folder, m["document"]), "rb") as file:
                source = around(file.read(), m["start"], m["end"])
            print(m["document"], m["start"], m["end"], m["entity"], "", seed, "", f"{m['rule']} {m['name']}", source, sep="\t")


if __name__ == "__main__":
    main()
