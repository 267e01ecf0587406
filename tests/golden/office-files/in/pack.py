# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a Word document, an OpenDocument text and a book."""
import zipfile

TIME = "<t:created>2019-03-01T08:00:00Z</t:created><t:modified>2019-03-02T08:00:00Z</t:modified>"
P, W = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", "<w:%s xmlns:w='w'>%s</w:%s>"
FILES = {
    "letter.docx": {
        "docProps/core.xml": "<c xmlns:t='t' xmlns:d='d'><d:title>来信</d:title>" + TIME + "</c>",
        "word/document.xml": W % ("document", P % "美国同<w:noBreakHyphen/>朝鲜</w:t><w:footnoteReference w:id='1'/><w:t>谈判。", "document"),
        "word/footnotes.xml": W % ("footnotes", "<w:footnote w:id='1'>" + P % "中国出版社。" + "</w:footnote>", "footnotes"),
    },
    "notes.odt": {
        "content.xml": "<o:document-content xmlns:o='o' xmlns:text='t'><o:body><text:p>美国<text:note><text:note-citation>1</text:note-citation>"
                       "<text:note-body><text:p>见中国年鉴。</text:p></text:note-body></text:note>同朝鲜谈判。</text:p></o:body></o:document-content>",
    },
    "book.epub": {
        "META-INF/container.xml": "<container><rootfile full-path='OEBPS/book.opf'/></container>",
        "OEBPS/book.opf": "<package xmlns:d='d'><d:title>纪事</d:title><d:date>2019-04</d:date><item id='a' href='1.xhtml'/><item id='b' href='2.xhtml'/>"
                          "<itemref idref='b'/><itemref idref='a'/></package>",
        "OEBPS/1.xhtml": "<html><body><p>第二章里，美国同朝鲜又谈了一次。</p></body></html>",
        "OEBPS/2.xhtml": "<html><body><h1>第一章</h1><p>第一章里，美国同朝鲜谈了三个小时。</p></body></html>",
    },
    "locked.odt": {"content.xml": "密文"},
}
for name, members in FILES.items():
    with zipfile.ZipFile(name, "w") as archive:
        for member, text in members.items():
            archive.writestr(zipfile.ZipInfo(member), text)
