#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts and tables that overlap themselves cost no more a byte when they are longer.

usage: linear.py GUANXI [BYTES]

Each text is one unit said again and again; its mentions are found in n bytes and in 4n. What is compared is CPU time above that of an empty text: four
times as much when all is linear, sixteen when something starts anew everywhere. Nine times pass; what fails is measured again, the least counts. A text
that costs little more than an empty one is not measured any further: at this length, what starts anew everywhere takes seconds."""
import functools
import os
import resource
import subprocess
import sys
import tempfile

MOST, ROUNDS = 9, 4
SLACK = 2  # times the cost of an empty text (a quarter of a second with sanitizers): what a measure on a busy machine may be wrong by
HEADER = "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\tnote\n"


def repeats(unit, ending, count):
    """Names of two and more units, so that each begins as the next one does."""
    return [unit * i + ending for i in range(2, count + 1)]


def as_long_as(unit, count):
    """Names that begin as a text of so many units does, by tenths of it, but end as it never does."""
    return [unit * (count * i // 10) + ending for i in range(1, 11) for ending in "国美"]


TABLES = {  # names of one's own -> the text's unit
    "never ends": (repeats("中", "国", 30), "中"),
    "ends now and then": (repeats("中", "国", 300), "中" * 290 + "国"),
    "nested": (repeats("中", "", 300), "中"),
    "nested, cut": (repeats("中", "", 300), "中" * 200 + "美"),
    "two letters": (repeats("ab", "c", 30), "ab"),
    "two letters, words": (repeats("ab ", "c", 30), "ab "),
    "two characters": (repeats("中国", "部", 200), "中国"),
    "as long as the text": (as_long_as, "中"),
    "as long as the text, words": (as_long_as, "ab "),
    "hangul": (repeats("한미", "군", 100), "한미"),
    "dots": (repeats("金·", "恩", 100), "金·"),
}
TEXTS = ["中美", "中美日韩俄", "对朝", "日", "美、日、韩、", "美国、日本、", "（韩）", "（", "“美国”", "美国国务院、国防部、", "文在寅说，文总统说，", "文总统",
         "特朗普与金正恩的特金会，", "以色列说，以说，巴说，", "唐纳德·特朗普·", "·", "金", "Kim Jong Un ", "U.S. ", "북미대화", "한미 ", "中\n", "美国与中国谈判。\n\n", "1"]


def cpu(guanxi, text, table):
    with tempfile.TemporaryDirectory() as folder:
        path, own = os.path.join(folder, "text.txt"), os.path.join(folder, "own.tsv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        with open(own, "w", encoding="utf-8") as file:
            file.write(HEADER + "".join(f"x-{i:05}\tinstitution\t{name}\t\t\t\t\t\t\t\n" for i, name in enumerate(table)))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([guanxi, "mentions", "-q", "-j", "1", "--encoding", "UTF-8", "--kind", "text", "-d", own, path], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@functools.lru_cache(maxsize=None)
def floor(guanxi, names):
    return min(cpu(guanxi, "。", names) for _ in range(2))


def grows(guanxi, unit, table, size):
    """Whether four times the text costs much more than four times as much; says what it measured. table: names, or makes them for so many units."""
    n = size // len(unit.encode())
    tables = [table(unit, n), table(unit, n * 4)] if callable(table) else [table, table]
    floors = [floor(guanxi, tuple(names)) for names in tables]
    short, long = None, 9e9
    for _ in range(ROUNDS):
        long = min(long, cpu(guanxi, unit * n * 4, tables[1]) - floors[1])
        if long <= SLACK * floors[1]:
            return None
        if short is None:  # measured once: lower would only be stricter
            short = max(cpu(guanxi, unit * n, tables[0]) - floors[0], 0)
        if long <= MOST * short + SLACK * floors[1]:
            return None
    return f"{size} bytes cost {short:.3f} s, four times as many {long:.3f} s"


def main(guanxi, size="40000"):
    cases = [(f"{unit[:10]!r}, names: {name}", unit, table) for name, (table, unit) in TABLES.items()] + [(repr(unit), unit, []) for unit in TEXTS]
    failed = 0
    for name, unit, table in cases:
        fault = grows(guanxi, unit, table, int(size))
        if fault:
            failed += 1
            print(f"{name}: {fault}")
    print(f"{len(cases)} texts, {failed} grow faster than they should")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
