#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every span that is printed yields the printed text from the file as it lies on disk.

usage: spans.py GUANXI SAMPLES [SHARED]"""
import html
import os
import re
import subprocess
import sys
import tempfile


EVERYTHING = "heading,paragraph,list-item,cell,caption,byline,note"  # blocks that evidence shows; some it leaves out by default


def rows(guanxi, *command):
    run = subprocess.run([guanxi, *command], capture_output=True, check=True)
    lines = run.stdout.decode("utf-8").rstrip("\n").split("\n")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"))) for line in lines[1:]]


def words(text):
    """Text without what cleaning joins or drops: blanks, line breaks, markup, marks of emphasis."""
    return re.sub(r"\s+|<[^>]*>|[*_`\\\u200b\ufeff\u00ad]", "", html.unescape(text))


def check(name, content, start, end, text, what):
    """Whether the bytes are the text, up to what lies between its characters in the source: markup, line breaks, page furniture."""
    try:
        found = content[start:end].decode("utf-8")
    except UnicodeDecodeError:
        return f"{name}:{start}-{end}: {what} is cut inside a character"
    wanted, found = words(text.replace("\\t", "").replace("\\n", "")), words(found)
    if found == wanted:
        return None
    if not wanted or not found or found[0] != wanted[0] or found[-1] != wanted[-1]:
        return f"{name}:{start}-{end}: {what} `{wanted}`, the file says `{found}`"
    rest = iter(found)
    if len(wanted) > 1 and all(c in rest for c in wanted):
        return None
    return f"{name}:{start}-{end}: {what} `{wanted}` is not in `{found}`"


def check_mentions(guanxi, texts):
    """The mentions alone, where there are too many entities to ask for the evidence of each."""
    contents, failures = {}, []
    for row in rows(guanxi, "mentions", "-q", texts):
        name = row["document"]
        if name not in contents:
            with open(os.path.join(texts, name), "rb") as file:
                contents[name] = file.read()
        failures.append(check(name, contents[name], int(row["start"]), int(row["end"]), row["text"], "mention"))
    counted, failures = len(failures), [f for f in failures if f]
    print("\n".join(failures[:20]))
    print(f"{counted} mentions, {len(failures)} failures")
    return len(failures)


def check_folder(guanxi, texts):
    failures, counted = [], 0
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "new")
        subprocess.run([guanxi, "build", "-q", texts, "-o", out], check=True)
        contents = {}
        entities = {}
        for row in rows(guanxi, "mentions", texts):
            name = row["document"]
            if name not in contents:
                with open(os.path.join(texts, name), "rb") as file:
                    contents[name] = file.read()
            failures.append(check(name, contents[name], int(row["start"]), int(row["end"]), row["text"], "mention"))
            entities[row["entity"]] = entities.get(row["entity"], 0) + 1
            counted += 1
        listed = {}
        for entity in entities:
            for row in rows(guanxi, "evidence", out, entity, "--format", "tsv", "--blocks", EVERYTHING):
                content = contents[row["document"]]
                failures.append(check(row["document"], content, int(row["start"]), int(row["end"]), row["text"], "evidence"))
                failures.append(check(row["document"], content, int(row["sentence_start"]), int(row["sentence_end"]), row["sentence"], "sentence"))
                listed[entity] = listed.get(entity, 0) + 1
        if listed != entities:
            failures.append(f"evidence lists {sum(listed.values())} mentions, mentions {sum(entities.values())}")
    failures = [f for f in failures if f]
    print("\n".join(failures[:20]))
    print(f"{counted} mentions, {len(failures)} failures")
    return len(failures)


def main(guanxi, samples, shared=""):
    seeds, posts = os.path.join(shared, "seeds"), os.path.join(shared, "posts")
    failed = check_folder(guanxi, samples)
    failed += check_folder(guanxi, seeds) if os.path.isdir(seeds) else 0
    failed += check_mentions(guanxi, posts) if os.path.isdir(posts) else 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
