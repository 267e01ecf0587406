#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same texts, wrapped in every container and encoding: the same is read in each, and every span yields its text from what holds it: the file, the
file inside the file, the field of a record, the page of a dump.

usage: spans-in-containers.py GUANXI SAMPLES [SHARED]"""
import csv
import html
import io
import json
import os
import random
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path[:0] = [HERE, os.path.join(HERE, "generator")]
import invariance, markups, packages, prose, spans  # noqa: E402

ONE = {
    "markdown.md": markups.markdown, "article.html": markups.html_article, "breaks.html": markups.html_breaks, "unclosed.html": markups.html_unclosed,
    "references.html": markups.html_references, "soup.html": markups.html_soup, "tei.xml": markups.tei, "docx.docx": packages.docx,
    "odt.odt": packages.odt, "epub.epub": packages.epub,
}
ENCODINGS = {"utf-8": "utf-8", "bom": "utf-8-sig", "gb18030": "gb18030", "utf-16": "utf-16", "utf-16-be": "utf-16-be"}
ENCODED = {**{name + ".txt": encoding for name, encoding in ENCODINGS.items()}, "unclosed.html": "gb18030"}


def documents(samples):
    """The sentences of each sample text, three to a paragraph."""
    for number, text in enumerate(invariance.samples_of(samples)):
        known = list(invariance.sentences(text))
        language = "en" if sum(map(str.isascii, known)) * 2 > len(known) else "zh"
        blocks = [prose.Block("paragraph", known[i:i + 3], language) for i in range(0, len(known), 3)]
        yield prose.Document(f"第{number}篇", "2020-01-02", "", blocks)


def write_all(folder, texts, rng):
    def put(name, data):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)

    for number, text in enumerate(texts):
        for name, write in ONE.items():
            put(f"{number}.{name}", write(text, rng))
        for name, encoding in ENCODINGS.items():
            put(f"{number}.{name}.txt", packages.paragraphs(text).encode(encoding))
    members = [(f"a/{number}.html", markups.html_references(text, rng).encode()) for number, text in enumerate(texts)]
    put("zip.zip", packages.zip_file(members))
    put("tar.tar.gz", packages.tar_gz(members))
    put("records.ndjson", packages.ndjson(texts, rng))
    put("rows.csv", packages.table(texts, rng))
    put("wiki.xml", markups.wiki_dump(texts, rng))


def records(path):
    """The texts of a file of records, by the names that places in them go by."""
    with open(path, encoding="utf-8", newline="") as file:
        content = file.read()
    if path.endswith(".ndjson"):
        return {str(i): json.loads(line)["text"] for i, line in enumerate(content.splitlines(), 1)}
    if path.endswith(".csv"):
        rows, line, found = csv.reader(io.StringIO(content, newline="")), 1, {}
        for row in rows:
            found[str(line)] = row[-1]
            line = rows.line_num + 1
        return found
    pages = re.findall(r"(?s)<title>(.*?)</title>.*?<text[^>]*>(.*?)</text>", content)
    return {title: html.unescape(text) for title, text in pages}


def source_of(folder, document):
    """The UTF-8 text in which a document's places are counted."""
    name, _, inside = document.partition("/")
    path = os.path.join(folder, name)
    if not inside:
        with open(path, "rb") as file:
            data = file.read()
        encoding = ENCODED.get(name.partition(".")[2], "utf-8")
        return data if encoding.startswith("utf-8") else data.decode(encoding).encode()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return archive.read(inside)
    if path.endswith(".gz"):
        with tarfile.open(path) as archive:
            return archive.extractfile(inside).read()
    return records(path)[inside].encode()


def container_of(document):
    """(container, number of the text) of a document's name."""
    name, _, inside = document.partition("/")
    if name[0].isdigit():
        number, _, container = name.partition(".")
        return container, int(number)
    return name, int(re.search(r"\d+", inside).group())


def main(guanxi, samples, _=""):
    texts = list(documents(samples))
    failures, read = [], {}
    with tempfile.TemporaryDirectory() as folder:
        write_all(folder, texts, random.Random(1))
        sources = {}
        for row in spans.rows(guanxi, "mentions", "-q", "--keep-duplicates", "--keep-repeated", folder):
            name = row["document"]
            if name not in sources:
                sources[name] = source_of(folder, name)
            failures.append(spans.check(name, sources[name], int(row["start"]), int(row["end"]), html.unescape(row["text"]), "mention"))
            read.setdefault(container_of(name), []).append((row["name"], row["rule"]))
    failures = [f for f in failures if f]
    # Records go by the number of their line; in order, they are the texts.
    kinds = {}
    for container, number in sorted(read):
        kinds.setdefault(container, []).append(read[container, number])
    for container, found in kinds.items():
        if found != kinds["utf-8.txt"]:
            failures.append(f"{container}: reads {[len(f) for f in found]} mentions, plain text {[len(f) for f in kinds['utf-8.txt']]}, or others")
    wanted = len(ONE) + len(ENCODINGS) + 5
    if len(kinds) != wanted:
        failures.append(f"{len(kinds)} containers were read, not {wanted}")
    print("\n".join(failures[:20]))
    print(f"{sum(map(len, read.values()))} mentions in {len(kinds)} containers, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
