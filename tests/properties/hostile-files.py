#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files made to do harm: each is refused or read within bounds, named with the reason, and the good text beside it is read.

usage: hostile-files.py GUANXI SAMPLES [SHARED]"""
import bz2
import gzip
import io
import os
import resource
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
import zlib

MEGABYTE = 1 << 20
LIMIT = 4  # --max-size
MOST_MEMORY = 1500 * MEGABYTE  # with sanitizers
GOOD = "中国和美国会谈。"
BOMB = "unpacks to more than 250 times its size"


def zipped(files, **options):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return data.getvalue()


def deflated(megabytes):
    """So many megabytes of one letter, packed: bytes, their check sum, their number."""
    packer, total, block = zlib.compressobj(9, zlib.DEFLATED, -15), 0, b"x" * MEGABYTE
    out, check = [], 0
    for _ in range(megabytes):
        out.append(packer.compress(block))
        check = zlib.crc32(block, check)
        total += MEGABYTE
    return b"".join(out) + packer.flush(), check, total


def overlapping(names, megabytes):
    """A ZIP whose list names the same packed bytes again and again."""
    packed, check, size = deflated(megabytes)
    name = names[0].encode()
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 33, check, len(packed), size, len(name), 0) + name + packed
    entries = b"".join(struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 33, check, len(packed), size, len(n), 0, 0, 0, 0, 0, 0) +
                       n.encode() for n in names)
    return local + entries + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, len(names), len(names), len(entries), len(local), 0)


def tar_of(members):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name, kind, content in members:
            info = tarfile.TarInfo(name)
            info.type, info.linkname, info.size = kind, "/etc/passwd", len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def encrypted():
    data = bytearray(zipped([("a.txt", GOOD)]))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def nested(depth, content, inside="a.txt"):
    for level in range(depth):
        content, inside = zipped([(inside, content)]), f"{level}.zip"
    return content


def packed_bomb(megabytes):
    data = io.BytesIO()
    with gzip.open(data, "wb", 9) as file:
        for _ in range(megabytes):
            file.write(b"x" * MEGABYTE)
    return data.getvalue()


def laughs(head=""):
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY l0 "ha">{entities}<!ENTITY x SYSTEM "file:///etc/passwd">]>' + head


def page(title, text):
    return f"<page><title>{title}</title><ns>0</ns><revision><text>{text}</text></revision></page>"


def dump(*pages):
    return laughs("<mediawiki>" + "".join(pages) + "</mediawiki>").encode()


LINE = b'{"text":"' + b"x" * (9 * MEGABYTE) + b'"}\n'
RECORD = '{"text":"%s"}\n' % GOOD
# name, bytes, what standard error must say of it, how many of its texts are read
CASES = [
    ("bomb.zip", lambda: zipped([("a.txt", b"x" * (300 * MEGABYTE))]), "bomb.zip/a.txt: larger than 4 MiB", 0),
    ("many.zip", lambda: zipped([(f"{n}.txt", b" " * (3 * MEGABYTE)) for n in range(40)]), "many.zip: " + BOMB, 0),
    ("overlap.zip", lambda: overlapping([f"{n}.txt" for n in range(2000)], 3), None, 1),
    ("nested-bomb.zip", lambda: nested(2, zipped([("a.ndjson", b"\n" * (200 * MEGABYTE))])), "nested-bomb.zip", 0),
    ("deep.zip", lambda: nested(6, GOOD), "more than 3 archives inside each other", 0),
    ("skipped.tar.gz", lambda: tar_of([("a.bin", tarfile.REGTYPE, b"x" * (200 * MEGABYTE)), ("b.txt", tarfile.REGTYPE, GOOD.encode())]),
     "skipped.tar.gz: " + BOMB, 0),
    ("bomb.txt.gz", lambda: packed_bomb(300), "bomb.txt.gz: larger than 4 MiB", 0),
    ("lines.ndjson.gz", lambda: gzip.compress(b"\n" * (300 * MEGABYTE)), "lines.ndjson.gz: " + BOMB, 0),
    ("names.zip", lambda: zipped([("../../etc/passwd.txt", GOOD), ("C:\\x\\..\\y.txt", GOOD), ("/abs.txt", GOOD), ("n\nl.txt", GOOD)]), None, 4),
    ("cut.txt.gz", lambda: gzip.compress(os.urandom(100000))[:5000], "cut.txt.gz: truncated gzip input", 0),
    ("cut.zip", lambda: zipped([("a.txt", os.urandom(100000)), ("b.txt", GOOD)])[:5000], "cut.zip", 0),
    ("locked.zip", encrypted, "locked.zip/a.txt: encrypted", 0),
    ("links.tar.gz", lambda: tar_of([("l.txt", tarfile.SYMTYPE, b""), ("h.txt", tarfile.LNKTYPE, b""), ("d.txt", tarfile.CHRTYPE, b""),
                                     ("p.txt", tarfile.FIFOTYPE, b""), ("g.txt", tarfile.REGTYPE, GOOD.encode())]), None, 1),
    ("arrays.ndjson", lambda: (b"[" * 10 ** 6) + b"\n" + RECORD.encode(), "arrays.ndjson:1: not JSON", 1),
    ("line.ndjson", lambda: LINE + RECORD.encode(), "line.ndjson:1: larger than 4 MiB", 1),
    ("line.txt", lambda: b"x" * (9 * MEGABYTE), "line.txt: larger than 4 MiB", 0),
    ("quote.csv", lambda: b'title,text\nt,"' + b"%s\n" % (b"x" * 9999) * 1000 + f"\nt,{GOOD}\n".encode(), "quote.csv:2: quotes that never end", 1),
    ("open.csv", lambda: f'text\n{GOOD}\n"x\ny\n'.encode(), "open.csv:3: quotes that never end", 1),
    ("laughs.xml", lambda: dump(page("ha", "&l9;"), page("file", "&x;"), page("good", GOOD)), "laughs.xml/ha: a damaged page", None),
    ("huge.xml.bz2", lambda: bz2.compress(dump(page("big", "x" * (9 * MEGABYTE)))), "larger than 4 MiB", None),
    ("zeros.zip", lambda: b"PK\3\4" + bytes(5000), "zeros.zip", 0),
    ("empty.zip", lambda: b"PK\5\6" + bytes(18), "empty.zip: no texts in this archive", 0),
    ("noise.7z", lambda: b"7z\xBC\xAF\x27\x1C" + os.urandom(5000), "noise.7z", 0),
]


def run(guanxi, folder):
    done = subprocess.run([guanxi, "clean", "--max-size", str(LIMIT), "-j2", folder], capture_output=True, timeout=300)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def check(guanxi, folder, name, content, told, n_read):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)
    status, out, err = run(guanxi, folder)
    os.remove(os.path.join(folder, name))
    faults = []
    if told is not None and told not in err:
        faults.append(f"does not say `{told}`")
    if status != (0 if told is None else 3):
        faults.append(f"ends with {status}")
    if "==== good.txt" not in out or "==== zz.txt" not in out:
        faults.append("a good text beside it is not read")
    if n_read is not None and out.count(f"==== {name}") != n_read:
        faults.append(f"{out.count(f'==== {name}')} texts of it are read, not {n_read}")
    if "root:" in out:
        faults.append("another file is read")
    if sorted(os.listdir(folder)) != ["good.txt", "zz.txt"]:
        faults.append("something was written")
    for fault in faults:
        print(f"{name}: {fault}\n{err[:2000]}")
    return len(faults)


def main(guanxi):
    folder = tempfile.mkdtemp(prefix="guanxi-hostile-")
    try:
        for name in ("good.txt", "zz.txt"):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(GOOD)
        faults = sum(check(guanxi, folder, name, make(), told, n_read) for name, make, told, n_read in CASES)
    finally:
        shutil.rmtree(folder)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    if most > MOST_MEMORY:
        print(f"{most / MEGABYTE:.0f} MB of memory were used")
        faults += 1
    print(f"{len(CASES)} hostile files, {most / MEGABYTE:.0f} MB of memory at most")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1])))
