# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents set in lines and pages, as they come out of a PDF: wrapped, with running heads, page numbers and footnotes."""
import unicodedata

NO_START = set("。，、；：？！）》”’」』】…")
NO_END = set("（《“‘「『【")


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def pieces(text):
    """What must not be broken: words, and characters with the marks that cling to them."""
    out = []
    for c in text:
        is_word = ord(c) < 0x250 and c != " " or "\uac00" <= c <= "\ud7a3"
        last = out[-1][-1] if out else " "
        last_is_word = ord(last) < 0x250 and last != " " or "\uac00" <= last <= "\ud7a3"
        if out and (c in NO_START or last in NO_END or c == " " or is_word and last_is_word):
            out[-1] += c
        else:
            out.append(c)
    return out


def wrap(text, width, indent=""):
    lines, line = [], indent
    for piece in pieces(text):
        if line.strip() and columns(line) + columns(piece.rstrip()) > width:
            lines.append(line.rstrip(" "))
            line = ""
        line += piece
    return lines + [line.rstrip(" ")]


class Style:
    """How a text is set. marks: digits, circled or brackets. is_spaced: a blank line between any two lines."""

    def __init__(self, width=72, height=36, indent="　　", gap=0, marks="digits", is_spaced=False, has_pages=True, has_form_feeds=True,
                 restart=False):
        self.width, self.height, self.indent, self.gap, self.marks = width, height, indent, gap, marks
        self.is_spaced, self.has_pages, self.has_form_feeds, self.restart = is_spaced, has_pages, has_form_feeds, restart

    def mark(self, number):
        return {"digits": str(number), "circled": chr(0x245F + number), "brackets": f"[{number}]"}[self.marks]


class Line:
    """role: body, note, head, foot; notes: the Blocks marked in it."""

    def __init__(self, text, role="body", notes=()):
        self.text, self.role, self.notes = text, role, list(notes)


def body_lines(document, style):
    """Lines of the body; a private-use character stands for each mark."""
    notes = document.notes()
    lines, next_note = [], 0
    for number, block in enumerate(document.blocks):
        text = ""
        for i, sentence in enumerate(block.sentences):
            text += (" " if text and block.language != "zh" else "") + sentence
            if i in block.notes:
                text += chr(0xE000 + notes.index(block.notes[i]))
        if block.kind == "list-item":
            text = "• " + text
        indent = style.indent if block.kind == "paragraph" else ""
        if lines and (style.gap or block.kind == "heading"):
            lines += [Line("")] * max(style.gap, 1)
        for line in wrap(text, style.width, indent):
            lines.append(Line(line, "body", [notes[ord(c) - 0xE000] for c in line if "\ue000" <= c <= "\uf8ff"]))
        next_note += len(block.notes)
    return lines


def number_notes(text, numbers, style):
    return "".join(style.mark(numbers[ord(c) - 0xE000]) if "\ue000" <= c <= "\uf8ff" else c for c in text)


def paginate(document, style):
    """Pages of lines: a running head, the body, the notes marked on the page, the page's number."""
    pages, page, room = [], [], style.height
    for line in body_lines(document, style):
        if not page and not line.text:
            continue
        need = 1 + sum(len(wrap("1 " + note.text, style.width)) for note in line.notes)
        if room < need and page:
            pages.append(page)
            page, room = [], style.height
        page.append(line)
        room -= need
    return pages + [page]


def set_page(page, index, document, style, numbers):
    notes = [note for line in page for note in line.notes]
    head = wrap(document.title, 40)[0] if index % 2 else "国际问题文汇"
    lines = [Line(head, "head")] if index else []
    lines += [Line(number_notes(line.text, numbers, style), "body") for line in page]
    for note in notes:
        number = numbers[document.notes().index(note)]
        lines += [Line(text, "note") for text in wrap(f"{style.mark(number)} {note.text}", style.width)]
    return lines + [Line(f"{index + 1}".center(style.width // 2).rstrip(), "foot")]


def number_all(pages, document, style):
    """The number of each note: counted through, or anew on each page."""
    notes, numbers, n = document.notes(), {}, 0
    for page in pages:
        n = 0 if style.restart else n
        for note in [note for line in page for note in line.notes]:
            n += 1
            numbers[notes.index(note)] = n
    return numbers


def set_pages(document, style):
    """The pages as lists of Lines."""
    pages = paginate(document, style)
    numbers = number_all(pages, document, style)
    return [set_page(page, i, document, style, numbers) for i, page in enumerate(pages)]


def plain(document, style):
    """The text of a whole document, wrapped."""
    if style.has_pages:
        pages = set_pages(document, style)
    else:
        lines = body_lines(document, style)
        numbers = {i: i + 1 for i in range(len(document.notes()))}
        pages = [[Line(number_notes(line.text, numbers, style)) for line in lines]]
        if numbers:
            pages[0] += [Line(""), Line("注释"), Line("")]
            pages[0] += [Line(text, "note") for i, note in enumerate(document.notes()) for text in
                         wrap(f"{style.mark(i + 1)} {note.text}", style.width)]
    out = document.title + "\n\n"
    for i, page in enumerate(pages):
        out += "\f" if i and style.has_form_feeds else "\n\n" if i else ""
        for line in page:
            out += line.text + "\n" + ("\n" if style.is_spaced and line.text and line.role == "body" else "")
    return out


def pdf_string(text):
    return "<" + text.encode("utf-16-be").hex() + ">"


def pdf(document, style):
    """A PDF whose font has the characters' own numbers as codes and a table that says so; footnotes are set smaller, marks raised."""
    pages = []
    for lines in set_pages(document, style):
        y, out = 790, ["BT"]
        for line in lines:
            size = 8 if line.role in ("note", "head", "foot") else 10
            if line.role == "foot":
                y = 30
            x = 60 + (len(line.text) - len(line.text.lstrip(" "))) * size / 2
            out.append(f"/F1 {size} Tf 1 0 0 1 {x:g} {y:g} Tm {pdf_string(line.text.strip(' '))} Tj")
            y -= 16 if line.role == "body" else 11
        pages.append("\n".join(out + ["ET"]).encode())
    to_unicode = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def /CMapType 2 def\n"
                  "1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
    for first in range(0, 256, 64):
        to_unicode += "64 beginbfrange\n" + "".join(f"<{i:02X}00> <{i:02X}FF> <{i:02X}00>\n" for i in range(first, first + 64)) + "endbfrange\n"
    to_unicode += "endcmap end end\n"
    n = len(pages)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type0/BaseFont/Same/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
               b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Same/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000"
               b"/W[32 126 500]/FontDescriptor 5 0 R>>",
               b"<</Type/FontDescriptor/FontName/Same/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(to_unicode), to_unicode.encode())]
    for i, page in enumerate(pages):
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>" % (len(objects) + 2))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(page), page))
    kids = " ".join(f"{7 + 2 * i} 0 R" for i in range(n))
    objects[1] = f"<</Type/Pages/Count {n}/Kids[{kids}]>>".encode()
    out, places = b"%PDF-1.5\n", []
    for i, content in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out))
