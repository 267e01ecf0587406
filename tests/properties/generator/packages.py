# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents in files that hold others: office documents, books, archives, tables."""
import csv
import html
import io
import json
import tarfile
import zipfile

import markups

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = ("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/"
        "elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:title>%s</dc:title><dc:creator>%s</dc:creator>"
        "<dcterms:created>%sT00:00:00Z</dcterms:created></cp:coreProperties>")


def zip_file(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), data, stored)
    return out.getvalue()


def tar_gz(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def runs(rng, text):
    """Text cut into runs, as an editor leaves them."""
    out = ""
    while text:
        n = rng.randrange(3, 30)
        out += f"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{html.escape(text[:n], quote=False)}</w:t></w:r>"
        text = text[n:]
    return out


def docx(document, rng):
    notes, body = document.notes(), f"<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{runs(rng, document.title)}</w:p>"
    for block in document.blocks:
        style = {"heading": "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>",
                 "list-item": "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"}.get(block.kind, "")
        text = ""
        for i, sentence in enumerate(block.sentences):
            text += runs(rng, (" " if text and block.language != "zh" else "") + sentence)
            if i in block.notes:
                text += f"<w:r><w:footnoteReference w:id=\"{notes.index(block.notes[i]) + 2}\"/></w:r>"
        body += f"<w:p>{style}{text}</w:p>"
    foot = "".join(f"<w:footnote w:id=\"{i + 2}\"><w:p><w:r><w:footnoteRef/></w:r>{runs(rng, note.text)}</w:p></w:footnote>"
                   for i, note in enumerate(notes))
    top = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    return zip_file([
        ("[Content_Types].xml", top + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" "
         "ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
         "wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", top + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type="
         "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("docProps/core.xml", top + CORE % (document.title, document.author, document.date)),
        ("word/document.xml", top + f"<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>"),
        ("word/footnotes.xml", top + f"<w:footnotes xmlns:w=\"{W}\"><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p>"
         f"</w:footnote>{foot}</w:footnotes>")])


def odt(document, rng):
    notes, body = document.notes(), ""

    def mark(note):
        n = notes.index(note) + 1
        return (f"<text:note text:id=\"ftn{n}\" text:note-class=\"footnote\"><text:note-citation>{n}</text:note-citation><text:note-body><text:p>"
                f"{html.escape(note.text, quote=False)}</text:p></text:note-body></text:note>")
    for block in document.blocks:
        text = markups.with_notes(block, lambda t: html.escape(t, quote=False), mark)
        text = markups.inline(rng, text, "<text:span text:style-name=\"T1\">", "</text:span>")
        body += {"heading": f"<text:h text:outline-level=\"1\">{text}</text:h>",
                 "list-item": f"<text:list><text:list-item><text:p>{text}</text:p></text:list-item></text:list>"}.get(block.kind, f"<text:p>{text}</text:p>")
    spaces = " ".join(f"xmlns:{n}=\"urn:oasis:names:tc:opendocument:xmlns:{u}:1.0\"" for n, u in
                      (("office", "office"), ("text", "text"), ("meta", "meta")))
    return zip_file([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", f"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {spaces}><office:body><office:text>{body}</office:text>"
         "</office:body></office:document-content>"),
        ("meta.xml", f"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-meta {spaces} xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:meta>"
         f"<dc:title>{document.title}</dc:title><dc:creator>{document.author}</dc:creator><dc:date>{document.date}T00:00:00</dc:date></office:meta>"
         "</office:document-meta>"),
        ("META-INF/manifest.xml", "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
         "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/></manifest:manifest>")])


def epub(document, rng):
    half = len(document.blocks) // 2
    chapters = []
    for i, blocks in enumerate((document.blocks[:half], document.blocks[half:])):
        part = type(document)(document.title, document.date, document.author, blocks)
        body = markups.html_blocks(part, rng, lambda t: html.escape(t, quote=False), lambda n: "")
        chapters.append((f"OEBPS/ch{i + 1}.xhtml", "<?xml version=\"1.0\" encoding=\"utf-8\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head>"
                         f"<title>{document.title}</title></head><body>{body}</body></html>"))
    items = "".join(f"<item id=\"c{i + 1}\" href=\"ch{i + 1}.xhtml\" media-type=\"application/xhtml+xml\"/>" for i in range(2))
    return zip_file([
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<?xml version=\"1.0\"?><container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
         "<rootfile full-path=\"OEBPS/content.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"),
        ("OEBPS/content.opf", "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><metadata "
         f"xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{document.title}</dc:title><dc:creator>{document.author}</dc:creator>"
         f"<dc:date>{document.date}</dc:date><dc:language>zh</dc:language></metadata><manifest>{items}</manifest><spine><itemref idref=\"c1\"/>"
         "<itemref idref=\"c2\"/></spine></package>")] + chapters)


def paragraphs(document):
    return "\n\n".join(block.text for block in document.blocks)


def ndjson(documents, rng):
    return "".join(json.dumps({"title": d.title, "date": d.date, "author": d.author, "text": paragraphs(d)}, ensure_ascii=rng.random() < .5) + "\n"
                   for d in documents)


def table(documents, rng):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["title", "date", "author", "text"])
    for d in documents:
        writer.writerow([d.title, d.date, d.author, paragraphs(d)])
    return out.getvalue()
