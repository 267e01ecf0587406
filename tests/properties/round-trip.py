#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prose that is known, wrapped in every container, comes out of `guanxi clean` whole: each sentence once, notes as notes, nothing else between
them; and every character of it maps to source bytes that say the same.

usage: round-trip.py GUANXI MAP-CHECK [--keep FOLDER] [--seed N] [--only NAME] [--files]

A container that the program refuses to read is skipped with a count, unless it is among those of STRICT."""
import argparse
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "generator"))
import layout, markups, packages, prose  # noqa: E402

# What must be readable: a name is added when its reader is there.
STRICT = set("""line wrapped spaced brackets circled gb18030 utf-16 md-yaml md-toml article breaks unclosed references soup tei docx odt epub pdf
    ndjson csv wiki zip tar""".split())

# Shares of sentences that come out whole and once, of notes that are notes, of headings that are headings; and the most that may stand between.
EXACT = {"sentences": 1, "notes": 1, "headings": 1, "foreign": 0}
WRAPPED = {"sentences": .98, "notes": .95, "headings": .6, "foreign": .02}
FLOORS = collections.defaultdict(lambda: EXACT, {
    "wrapped": WRAPPED, "spaced": WRAPPED, "brackets": WRAPPED, "circled": WRAPPED, "gb18030": WRAPPED, "utf-16": WRAPPED,
    "pdf": {**WRAPPED, "headings": .2},
    # Lines, breaks and records say no more of a heading than that it stands alone.
    "line": {**EXACT, "headings": .7}, "ndjson": {**EXACT, "headings": .7}, "csv": {**EXACT, "headings": .7}, "zip": {**EXACT, "headings": .75},
    "tar": {**EXACT, "headings": .75}, "breaks": {**EXACT, "headings": 0},
})
HAVE_NOTES = set("wrapped spaced brackets circled gb18030 utf-16 pdf md-yaml md-toml article docx odt tei wiki".split())
LANGUAGES = (("zh",), ("zh", "en"), ("zh", "zh", "ko"), ("en",))

PLAIN = {
    "line": layout.Style(width=10**6, indent="", gap=1, has_pages=False),
    "wrapped": layout.Style(),
    "spaced": layout.Style(width=68, height=34, indent="", is_spaced=True),
    "brackets": layout.Style(width=60, indent="", gap=1, marks="brackets", has_pages=False),
    "circled": layout.Style(width=76, marks="circled", restart=True),
    "gb18030": layout.Style(width=80, has_form_feeds=False),
    "utf-16": layout.Style(width=66, indent="    ", marks="circled", restart=True),
}
MARKUP = {
    "md-yaml.md": markups.markdown, "md-toml.md": lambda d, r: markups.markdown(d, r, "+++"), "article.html": markups.html_article,
    "breaks.html": markups.html_breaks, "unclosed.html": markups.html_unclosed, "references.html": markups.html_references,
    "soup.html": markups.html_soup, "tei.xml": markups.tei, "docx.docx": packages.docx, "odt.odt": packages.odt, "epub.epub": packages.epub,
}


def archive_members(documents, rng):
    makers = [("a/references.html", markups.html_references), ("b.md", markups.markdown), ("深/乙.html", markups.html_soup),
              ("c/d/e.txt", lambda d, _: layout.plain(d, PLAIN["line"]))]
    return [(name, make(document, rng).encode()) for (name, make), document in zip(makers, documents)]


MANY = {"ndjson.ndjson": packages.ndjson, "csv.csv": packages.table, "wiki.xml": markups.wiki_dump,
        "zip.zip": lambda ds, r: packages.zip_file(archive_members(ds, r)), "tar.tar.gz": lambda ds, r: packages.tar_gz(archive_members(ds, r))}


def generate(folder, seed, only):
    """Writes the files; yields (container, file name, documents)."""
    for name in [*PLAIN, *MARKUP, "pdf.pdf", *MANY]:
        container = name.split(".")[0]
        rng = random.Random(f"{seed} {container}")
        writer = prose.Writer(rng)
        has_notes = container in HAVE_NOTES
        size = 60 if name in PLAIN or container == "pdf" else 24  # a dozen pages: heads and feet are known by their return
        documents = [writer.document(size, has_notes, languages) for languages in LANGUAGES]
        if only and container != only:
            continue
        jobs = [(name, documents)] if name in MANY else [(f"{i}.{name}", [d]) for i, d in enumerate(documents)]
        for file_name, group in jobs:
            if name in PLAIN:
                file_name += ".txt"
                data = layout.plain(group[0], PLAIN[name]).encode(name if name in ("gb18030", "utf-16") else "utf-8")
            elif name == "pdf.pdf":
                data = layout.pdf(group[0], layout.Style(width=76, height=44))
            else:
                data = MARKUP[name](group[0], rng) if name in MARKUP else MANY[name](group, rng)
            with open(os.path.join(folder, file_name), "wb") as file:
                file.write(data if isinstance(data, bytes) else data.encode())
            yield container, file_name, group


def squeeze(text):
    return re.sub(r"\s+", "", text)


def normal(text):
    """A sentence without its bullet, and without the blanks that may stand between Han and other characters."""
    return re.sub("(?<=[\u3000-\u9fff]) +(?=[!-~])|(?<=[!-~]) +(?=[\u3000-\u9fff])", "", re.sub("^• ?", "", text))


class Score:
    """Of one container."""

    def __init__(self):
        self.counts, self.files, self.read, self.examples = collections.Counter(), 0, 0, []

    def add(self, documents, found):
        blocks = [b for d in found for b in d["blocks"]]
        body = collections.Counter(normal(s["text"]) for b in blocks if b["type"] not in ("note", "furniture", "heading") for s in b["sentences"])
        heads = {b["text"] for b in blocks if b["type"] == "heading"}
        notes = squeeze("\n".join(b["text"] for b in blocks if b["type"] == "note"))
        known = {sentence["text"] for b in blocks if b["type"] == "caption" for sentence in b["sentences"]}  # pictures are not in all containers
        for document in documents:
            known |= {normal(document.title), document.author}
            for block in document.blocks:
                if block.kind == "heading":
                    self.count("headings", block.text in heads)
                    known.add(normal(block.text))
                    continue
                for sentence in block.sentences:
                    known.add(normal(sentence))
                    if not self.count("sentences", body[normal(sentence)] == 1):
                        self.examples.append(f"{body[normal(sentence)]} times: {sentence}")
            for note in document.notes():
                self.count("notes", squeeze(note.text) in notes)
        for sentence, n in body.items():
            if not self.count("foreign", sentence not in known, n):
                continue
            self.examples.append("foreign: " + sentence)

    def count(self, what, hit, n=1):
        self.counts[what + " all"] += n
        self.counts[what] += n if hit else 0
        return hit

    def share(self, what):
        return self.counts[what] / self.counts[what + " all"] if self.counts[what + " all"] else None

    def __str__(self):
        return ", ".join(f"{w} {self.share(w):.4f}" for w in EXACT if self.share(w) is not None)

    def faults(self, floors):
        for what, floor in floors.items():
            share = self.share(what)
            if share is not None and (share > floor if what == "foreign" else share < floor):
                yield f"{what} {share:.4f}, wanted {'at most' if what == 'foreign' else 'at least'} {floor}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guanxi")
    parser.add_argument("map_check")
    parser.add_argument("--keep")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only")
    parser.add_argument("--files", action="store_true", help="tell the shares of each file")
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = a.keep or scratch
        os.makedirs(folder, exist_ok=True)
        return check(a, folder, list(generate(folder, a.seed, a.only)))


def check(a, folder, files):
    run = subprocess.run([a.guanxi, "clean", "-q", "--format", "jsonl", folder], capture_output=True)
    if run.returncode not in (0, 3):
        print(run.stderr.decode("utf-8", "replace"), f"status {run.returncode}", sep="\n")
        return 1
    found = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    scores, failed, unread = collections.defaultdict(Score), 0, []
    for container, name, documents in files:
        own = [d for d in found if d["document"] == name or d["document"].startswith(name + "/")] if len(files) > 1 else found
        scores[container].files += 1
        if own:
            scores[container].read += 1
            scores[container].add(documents, own)
            if a.files:
                alone = Score()
                alone.add(documents, own)
                print(f"   {name}: {alone}", *alone.examples[:4], sep="\n      ")
        else:
            unread.append(name)
    for container, score in scores.items():
        faults = list(score.faults(FLOORS[container])) if score.read else []
        if score.read < score.files and (container in STRICT or score.read):
            faults.append(f"{score.files - score.read} of {score.files} files not read")
        print(f"{container}: {str(score) or 'skipped: not read by this build'}")
        for fault in faults:
            failed += 1
            print(f"   FAILED: {fault}")
        for example in score.examples[:3 if faults else 0]:
            print(f"      {example}")
    print(f"{len(files) - len(unread)} of {len(files)} files read")
    mapped = subprocess.run([a.map_check, f"--unread={len(unread)}", folder], stdout=subprocess.PIPE, text=True)
    print(*[line for line in mapped.stdout.splitlines() if not line.startswith("not read")], sep="\n")
    return 1 if failed or mapped.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main())
