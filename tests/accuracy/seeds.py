#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three texts as they are found: what cleaning must make of them. Usage: seeds.py GUANXI SHARED. Skips (77) where they are not there.

Places are bytes of the files, which are known by their digests; what is asked is read out of the files themselves."""
import hashlib
import json
import os
import re
import subprocess
import sys
import unicodedata

COLUMNS = "000_dfa8d51ab2516ab2.txt", "d5432897c6d7782922ef0cdff2194f07fbda401d50dbb6c9f86b5eedc18ab47e"
SPACED = "002_bd37ddfa629d8a81.txt", "9a44283ebccb6a57a40050f3858d4bb1ef7715079a49163b6007c14386461655"
PAGES = "003_bf50770e0f7ea97f.txt", "b5d430c99a74a0088d5584da815a9aa796c6819f4193e0d8ec859441b9c01e79"

# The notes of PAGES from the first to the last: where each begins, and where the last of those that touch ends.
NOTES = """7350 7535-7738 10254 10333-10501 12738 12915 13092 13590-13838 15809 15997 16313 17033-17309 19761 19985-20184 22210 22398 22598 22802
    22939 23116-23341 25864 26060-26243 28404 28514 28692 28914 29070 29267-29423 31962-32119 34368 34666-34967 37251-37539 39197 39368-39570
    44335 44610 44904 45069-45224 47587 47699 47870 48049-48217 50653 50878-51180 52942 53127 53329 53572-53795 55782 56160 56372 56620-56878"""
CARRIED = 8, (15613, 15809)  # the rest of this note stands at the foot of the next page
MARKS = """5736 6618 7772 8855 11618 12287 12426 12685 14416 14520 14834 15320 18356 19086 20185 20256 20852 21682 22007 22134 24354 25843 26485 26745
    26797 26874 27207 27284 30741 32988 33299 35858 37730 39044 42821 43084 43780 44296 46312 46398 46658 47065 48406 49759 51821 52221 52491
    52935 54341 54408 55259 55761"""
BYLINE, CAPTIONS, NOTE_MARK = (49, 64), ((4909, 5039), (5041, 5058)), (6794, 6798)
DANGLING_END, FALSE_START, TRUE_START = 4909, 5058, 6910  # the text stops in front of the first; goes on at one of the others

ENDS = set("。！？；：”」』）…!?")
STOPS = "。！？；…!?"
BODY = ("paragraph", "list-item", "cell", "heading")


def squeeze(text):
    return re.sub(r"\s+", "", text)


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


class Seed:
    """A text with what was made of it; faults are counted and told."""

    def __init__(self, guanxi, folder, name, digest):
        self.path, self.name, self.failed, self.held = os.path.join(folder, name), name, 0, 0
        with open(self.path, "rb") as file:
            self.raw = file.read()
        if hashlib.sha256(self.raw).hexdigest() != digest:
            raise FileNotFoundError(f"{name} is another text")
        run = subprocess.run([guanxi, "clean", "-q", "--format", "jsonl", self.path], capture_output=True, check=True)
        self.document = json.loads(run.stdout)
        self.blocks = self.document["blocks"]
        self.sentences = [s["text"] for b in self.blocks if b["type"] in BODY for s in b["sentences"]]
        self.squeezed = [squeeze(s) for s in self.sentences]

    def check(self, holds, what):
        self.held += bool(holds)
        self.failed += not holds
        if not holds and self.failed <= 30:
            print(f"   FAILED: {self.name}: {what}")
        return holds

    def text(self, start, end):
        return self.raw[start:end].decode("utf-8", "ignore")

    def has(self, piece):
        return any(piece in s for s in self.squeezed)


def check_columns(seed):
    for start, end in CAPTIONS:
        seed.check(not seed.has(squeeze(seed.text(start, end))[:8]), f"the caption at {start} is in a sentence")
        seed.check(any(b["type"] == "caption" and b["start"] <= start + 3 and b["end"] >= end - 3 for b in seed.blocks), f"no caption at {start}-{end}")
    seed.check(all(b["type"] == "byline" for b in seed.blocks if b["start"] < BYLINE[1] and b["end"] > BYLINE[0]), "the byline is text")
    tail = squeeze(seed.text(0, DANGLING_END))[-6:]
    false, true = (squeeze(seed.text(at, at + 60))[:6] for at in (FALSE_START, TRUE_START))
    seed.check(not seed.has(tail + false[:1]), "the end of a column goes on with the wrong column")
    seed.check(seed.has(tail + true) or any(s.endswith(tail) for s in seed.squeezed), "the sentence cut by the column is neither whole nor left as it is")
    mark = seed.text(*NOTE_MARK)
    seed.check(re.fullmatch(r"\^\[\d\]", mark) and not seed.has(mark), "a note's mark is in a sentence")


def check_spaced(seed):
    for sentence in seed.sentences:
        seed.check(not re.search(r"[\u3400-\u9fff]\s+[\u3400-\u9fff]", sentence), f"a blank between Han characters in a sentence of {len(sentence)}")
    seed.check(len(seed.sentences) >= 15, f"{len(seed.sentences)} sentences")


def note_spans():
    spans = []
    for group in re.findall(r"(?:\d+\s+)*\d+-\d+", NOTES):
        starts, end = group.split("-")
        starts = [int(s) for s in starts.split()]
        spans += list(zip(starts, starts[1:] + [int(end)]))
    return spans


def without(raw, spans):
    """The bytes with those in spans blank, places unchanged."""
    out = bytearray(raw)
    for start, end in spans:
        out[start:end] = b" " * (end - start)
    return bytes(out)


def around(body, start, end, n):
    """The last n characters before start and the first n behind end, white space aside, as far as they are of one sentence."""
    before = squeeze(body[max(0, start - 4000):start].decode("utf-8", "ignore"))[-n:]
    after = squeeze(body[end:end + 4000].decode("utf-8", "ignore"))[:n]
    return one_sentence(before, after)


def one_sentence(before, after):
    """The end of a sentence behind the last stop in before but for its last character, and its beginning up to the first stop in after."""
    return re.search(f"[^{STOPS}”’」』]*.$", before)[0], re.match(f"[^{STOPS}]*[{STOPS}]?", after)[0]


def check_notes(seed, spans, body):
    notes = [b for b in seed.blocks if b["type"] == "note"]
    seed.check(len(notes) == len(spans), f"{len(notes)} notes instead of {len(spans)}")
    known = squeeze(body.decode())
    for number, (start, end) in enumerate(spans, 1):
        own = [b for b in notes if b["start"] < end and b["end"] > start]
        text = squeeze(seed.text(start, end))
        if seed.check(len(own) == 1, f"note {number} is {len(own)} notes"):
            if number == CARRIED[0]:
                end = CARRIED[1][1]
                text += squeeze(seed.text(*CARRIED[1]))
            seed.check(own[0]["start"] >= start and own[0]["end"] <= end and squeeze(own[0]["text"]).endswith(text[-10:]), f"note {number} is not whole")
        pieces = {text[i:i + 12] for i in range(0, len(text) - 11, 6)}
        seed.check(not any(seed.has(p) for p in pieces if p not in known), f"a part of note {number} is in a sentence")


def check_marks(seed, marks, body):
    for number, at in enumerate(marks, 1):
        mark = str(number)
        before, after = around(body, at, at + len(mark), 4)
        seed.check(not any(before + mark in s or s.startswith(mark + after[:2]) for s in seed.squeezed), f"mark {mark} is in a sentence")
        if before[-1] not in ENDS:
            seed.check(seed.has(before + after), f"the sentence with mark {mark} is not whole")


def check_pages(seed, spans, body):
    """Sentences that run on over the notes of a page, or over the end of a line, are whole."""
    for (_, end), (start, _) in zip([(0, 0)] + spans, spans):
        if start == end:
            continue
        stop = start
        while any(s[0] == stop for s in spans):
            stop = next(s[1] for s in spans if s[0] == stop)
        before, after = around(body, start, stop, 6)
        if before[-1] not in ENDS:
            seed.check(seed.has(before + after), f"the sentence cut by the notes at {start} is not whole")
    lines = [line for line in body.decode().split("\n") if line.strip()]
    joined = wanted = 0
    for line, following in zip(lines, lines[1:]):
        if columns(line.strip()) >= 64 and squeeze(line)[-1] not in ENDS:
            wanted += 1
            joined += seed.has("".join(one_sentence(squeeze(line)[-4:], squeeze(following)[:4])))
    print(f"   {joined} of {wanted} lines go on in the next one")
    seed.check(joined >= .99 * wanted, f"only {joined} of {wanted} lines go on in the next one")


def check_pages_text(seed):
    spans, marks = note_spans(), [int(m) for m in MARKS.split()]
    body = without(seed.raw, spans + [CARRIED[1]] + [(at, at + len(str(n))) for n, at in enumerate(marks, 1)])
    check_notes(seed, spans, body)
    check_marks(seed, marks, body)
    check_pages(seed, spans, body)
    for sentence in seed.squeezed:
        if re.fullmatch(r"[\W\d]+", sentence):
            seed.check(False, f"a sentence without a letter: {sentence}")


def main(guanxi, shared):
    failed = 0
    folder = os.path.join(shared, "seeds")
    for (name, digest), look in ((COLUMNS, check_columns), (SPACED, check_spaced), (PAGES, check_pages_text)):
        try:
            seed = Seed(guanxi, folder, name, digest)
        except FileNotFoundError as error:
            print(f"skipped: {error}")
            return 77
        look(seed)
        print(f"{name}: {seed.held} of {seed.held + seed.failed} checks hold")
        failed += seed.failed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
