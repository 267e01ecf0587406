#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a dictionary says is the same whether its tables are read or what was compiled of them is: in a first run, in a later one, when tables change,
when the kept file is damaged, when nothing can be kept, and when processes write it side by side.

usage: cached.py GUANXI SAMPLES [SHARED]"""
import os
import random
import subprocess
import sys
import tempfile

TABLE = "id\ttype\tname\ten\taliases\nQ22686\tperson\t特朗普\tDonald Trump\t懂王\nli-si\tperson\t李四\tLi Si\t~四哥\n"
failures = 0


def expect(truth, what):
    global failures
    if not truth:
        failures += 1
        print(f"not so: {what}")


def commands(samples, table):
    own = ["-d", table]
    yield "mentions", ["mentions", samples]
    yield "mentions with a table", ["mentions", *own, "--nested", samples]
    yield "unresolved", ["mentions", *own, "--unresolved", samples]
    yield "own table only", ["mentions", *own, "--no-builtin", samples]
    yield "find", ["dict", "find", *own, "懂王"]
    yield "find a part", ["dict", "find", "--top", "0", "金"]
    yield "stats", ["dict", "stats", *own, "--top", "0"]
    yield "export", ["dict", "export", *own, "--to", "spacy"]
    yield "explain", ["explain", os.path.join(samples, sorted(n for n in os.listdir(samples) if n.endswith(".txt"))[0])]


class Runner:
    def __init__(self, guanxi, samples, scratch):
        self.guanxi, self.samples = guanxi, samples
        self.table, self.folder = os.path.join(scratch, "own.tsv"), os.path.join(scratch, "kept")
        self.write(TABLE)

    def write(self, text):
        with open(self.table, "w", encoding="utf-8") as file:
            file.write(text)

    def start(self, arguments, folder):
        return subprocess.Popen([self.guanxi, *arguments], env={**os.environ, "GUANXI_CACHE": folder}, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def said(self, arguments, folder):
        process = self.start(arguments, folder)
        out, err = process.communicate()
        expect(process.returncode == 0, f"{' '.join(arguments)} ends with 0, not {process.returncode}: {err.decode('utf-8', 'replace')[:200]}")
        return out, err

    def all(self, folder):
        return {name: self.said(arguments, folder) for name, arguments in commands(self.samples, self.table)}

    def kept(self):
        return sorted(os.path.join(self.folder, n) for n in os.listdir(self.folder))


def compare(runner, plain, folder, what):
    for name, found in runner.all(folder).items():
        expect(found == plain[name], f"{name} is the same {what}")


def damage(runner, rng):
    for path in runner.kept():
        if "." in os.path.basename(path):  # on its way
            continue
        with open(path, "r+b") as file:
            data = bytearray(file.read())
            if not data:
                continue
            for _ in range(3):
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            file.seek(0)
            file.write(data)
            if rng.random() < .5:
                file.truncate(rng.randrange(len(data)))


def side_by_side(runner, plain):
    """Eight processes that find nothing kept, while a ninth damages what they keep."""
    for path in runner.kept():
        os.remove(path)
    name, arguments = next(iter(commands(runner.samples, runner.table)))
    processes = [runner.start(arguments, runner.folder) for _ in range(8)]
    for number, process in enumerate(processes):
        damage(runner, random.Random(number))
        expect(process.communicate() == plain[name], f"{name} is the same side by side")
    expect(not [p for p in runner.kept() if "." in os.path.basename(p)], "nothing unfinished is left behind")


def main(guanxi, samples):
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as scratch:
        runner = Runner(guanxi, samples, scratch)
        plain = runner.all("")
        expect(not os.path.exists(runner.folder), "nothing is kept where nothing is to be kept")
        compare(runner, plain, runner.folder, "when it is compiled")
        expect(len(runner.kept()) == 3, f"a file is kept for each set of tables, not {runner.kept()}")
        before = [os.stat(p) for p in runner.kept()]
        compare(runner, plain, runner.folder, "when it is kept")
        expect([(s.st_ino, s.st_mtime_ns) for s in before] == [(s.st_ino, s.st_mtime_ns) for s in map(os.stat, runner.kept())],
               "what is kept is not written again")
        expect(all(s.st_mode & 0o777 == 0o600 for s in before), "nobody else reads what is kept")

        damage(runner, rng)
        path = runner.kept()[0]
        compare(runner, plain, runner.folder, "when what is kept is damaged")
        damage(runner, rng)
        out, err = runner.said(["mentions", "-q", samples], runner.folder)
        expect(err == b"" and out == plain["mentions"][0], "damage is not told unasked")
        compare(runner, plain, runner.table, "where nothing can be kept")

        runner.write(TABLE.replace("懂王", "川建国"))
        changed = runner.all("")
        expect(changed["find"] != plain["find"], "another table says something else")
        compare(runner, changed, runner.folder, "when a table has changed")
        runner.write(TABLE)
        compare(runner, plain, runner.folder, "when it has changed back")
        expect(len(runner.kept()) == 3 and path in runner.kept(), "a changed table takes the place of its old file")
        side_by_side(runner, plain)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*map(os.path.abspath, sys.argv[1:3])))
