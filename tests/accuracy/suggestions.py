#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does `dict suggest` find what the tables lack? usage: suggestions.py GUANXI SHARED [-v] [--seeds N,N…]

Takes people and institutions that SHARED/posts name three times or more out of the tables, at random, with all their names, the names of
others that then cover theirs, and the bodies that would be read in their place; and looks for them among the first suggestions. One is found
when a suggested name, its English or one of its aliases is one of its names (width, case, blanks and dots don't matter). Draws are seeded.
Fails when the draws have fewer than LEAST of DRAWN on the average. Exit status 77: the posts aren't here."""
import collections, csv, os, random, re, subprocess, sys, tempfile, unicodedata

DRAWN, FIRST, LEAST = 60, 400, 29
SEEDS = [1, 2, 3]
DICTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "dicts")
TABLES = "states institutions people bodies titles surnames phrases contexts contexts-ja contexts-ko characters roles".split()
TAKEN = ("people", "institutions")  # the tables that entities are taken out of


def fold(name):
    return re.sub(r"[·‧•・\s]", "", unicodedata.normalize("NFKC", name).casefold())


def bare(name):
    return name.lstrip("~=-")


def read(table):
    with open(os.path.join(DICTS, table + ".tsv"), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def run(guanxi, command, tables, posts):
    arguments = [guanxi, *command, "-q", "--no-builtin"] + [a for t in tables for a in ("-d", t)] + [posts]
    out = subprocess.run(arguments, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return list(csv.DictReader(out.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def names_of(row):
    return {fold(bare(name)) for name in [row[2], row[3], *row[4].split("|")]} - {""}


def without(row, gone):
    """The row without these names; its label gives way to another name, or to its id."""
    row = list(row)
    left = [name for name in row[4].split("|") if name and fold(bare(name)) not in gone]
    if fold(row[2]) in gone:
        row[2] = next((bare(name) for name in left), row[0])
    row[3] = "" if fold(row[3]) in gone else row[3]
    row[4] = "|".join(left)
    return row


def write_tables(folder, drawn, gone, bodies):
    paths = []
    for table in TABLES:
        paths.append(os.path.join(folder, table + ".tsv"))
        rows = [row for row in read(table) if not (row[0] in drawn or table == "bodies" and row[0] in bodies)]
        if table in TAKEN:
            rows = [without(row, gone) if len(row) > 4 and row[1] != "type" else row for row in rows]
        if table.startswith("contexts"):  # rows that choose one of those who are gone
            rows = [row for row in rows if not drawn & set(re.split(r"[|]", "|".join(row[3:4])))]
        with open(paths[-1], "w", encoding="utf-8") as file:
            file.writelines("\t".join(row) + "\n" for row in rows)
    return paths


def covering(before, after, drawn):
    """What is read where the drawn ones stood: bodies by their ids, and names of others."""
    bodies, names, places = set(), set(), collections.defaultdict(list)
    for m in after:
        places[m["document"]].append((int(m["start"]), int(m["end"]), m))
    for m in before:
        start, end = int(m["start"]), int(m["end"])
        for first, last, other in places[m["document"]] if m["entity"] in drawn else []:
            if first <= start and end <= last and "+" in other["entity"]:
                bodies.add(other["entity"].split("+", 1)[1])
            elif (first, last) == (start, end):
                names.add(fold(other["text"]))
    return bodies, names


def ranks(suggestions, rows, drawn):
    """Where each of the drawn ones stands among the suggestions, from 1."""
    owners = collections.defaultdict(set)
    for identity in drawn:
        for name in names_of(rows[identity]):
            owners[name].add(identity)
    found = {}
    for rank, row in enumerate(suggestions, 1):
        for name in [row["name"], row["en"], *row["aliases"].split("|")]:
            for identity in owners.get(fold(name), ()):
                found.setdefault(identity, rank)
    return found


def draw(guanxi, posts, seed, rows, before):
    counts = collections.Counter(m["entity"] for m in before)
    drawn = set(random.Random(seed).sample(sorted(i for i in rows if counts[i] >= 3), DRAWN))
    gone = {name for identity in drawn for name in names_of(rows[identity])}
    with tempfile.TemporaryDirectory() as folder:
        tables = write_tables(folder, drawn, gone, set())
        bodies, names = covering(before, run(guanxi, ["mentions"], tables, posts), drawn)
        tables = write_tables(folder, drawn, gone | names, bodies)
        found = ranks(run(guanxi, ["dict", "suggest", "-f", "tsv", "-n", "2000"], tables, posts), rows, drawn)
    hits = [sum(rank <= n for rank in found.values()) for n in (100, 200, FIRST, 2 * FIRST, 2000)]
    latin = [i for i in drawn if counts[i] and rows[i][2].isascii()]
    print(f"seed {seed}: {hits[0]}, {hits[1]}, {hits[2]}, {hits[3]}, {hits[4]} of {DRAWN} among the first 100, 200, {FIRST}, {2 * FIRST}, 2000"
          f" ({len(latin)} with a label in Latin letters)", flush=True)
    if "-v" in sys.argv:
        for identity in sorted(drawn, key=lambda i: found.get(i, 10 ** 6)):
            print(f"  {found.get(identity, '-')}\t{rows[identity][2]}\t{counts[identity]}")
    return hits[2]


def main():
    guanxi, shared = sys.argv[1:3]
    posts = os.path.join(shared, "posts")
    if not os.path.isdir(posts):
        print(f"skipped: {posts} is not there")
        return 77
    seeds = [int(n) for n in sys.argv[sys.argv.index("--seeds") + 1].split(",")] if "--seeds" in sys.argv else SEEDS
    rows = {row[0]: row for table in TAKEN for row in read(table) if len(row) > 4 and row[1] in ("person", "institution")}
    with tempfile.TemporaryDirectory() as folder:
        before = run(guanxi, ["mentions"], write_tables(folder, set(), set(), set()), posts)
    hits = [draw(guanxi, posts, seed, rows, before) for seed in seeds]
    mean = sum(hits) / len(hits)
    print(f"{mean:.1f} of {DRAWN} on the average among the first {FIRST}")
    if mean < LEAST:
        print(f"FAILED: at least {LEAST}")
    return mean < LEAST


if __name__ == "__main__":
    sys.exit(main())
