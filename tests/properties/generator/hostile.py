# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that were made to break readers of markup: {file name: bytes}. n is how often what is nested or repeated is."""
import json

import packages

TEI = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>{}</body></text></TEI>"
HAN = "外交部港务局和渔业协会讨论海底电缆项目"


def laughs(root="p", levels=10):
    entities = "<!ENTITY l0 \"哈哈哈\">" + "".join(f"<!ENTITY l{i} \"{f'&l{i - 1};' * 10}\">" for i in range(1, levels))
    return f"<?xml version=\"1.0\"?><!DOCTYPE {root} [{entities}]>", f"&l{levels - 1};"


def external(secret):
    return (f"<?xml version=\"1.0\"?><!DOCTYPE TEI [<!ENTITY x SYSTEM \"file://{secret}\"><!ENTITY % y SYSTEM \"file://{secret}\"> %y; "
            "<!ENTITY z SYSTEM \"http://127.0.0.1:9/none\">]>", "&x;&z;")


def pages(n):
    yield "tags-nested", "<div>" * n + "字。" + "</div>" * n
    yield "tags-nested-open", "<b><i><a href=x><table><tr><td>" * (n // 6) + "字。"
    yield "tags-crossed", "<b><p><i></b></p>" * (n // 4)
    yield "tags-closing", "</div></p></b></span>" * (n // 4)
    yield "less-than", "<" * n
    yield "less-than-letter", "<a" * n
    yield "less-than-text", "< 字<5 <=" * n
    yield "ampersands", "&" * (10 * n)
    yield "ampersands-number", "&#" * (5 * n) + "&#x" + "1" * (5 * n) + ";"
    yield "ampersands-name", "&amp" * (2 * n) + "&" + "a" * (5 * n) + ";"
    yield "attribute-open", "<p title=\"" + "a" * (10 * n)
    yield "attribute-open-often", "<p a=\"" * n
    yield "attributes", "<p " + "a=b " * (2 * n) + ">字。"
    yield "attributes-distinct", "<p " + " ".join(f"a{i}={i}" for i in range(n)) + ">字。"
    yield "comments-open", "<!--" * (n // 10) + "字。"
    yield "comments-dashes", "<!-- " + "--" * n + "字。" + "<!-->" * n
    yield "cdata-open", "<![CDATA[" * (n // 10) + "字。"
    yield "declarations-open", "<!D" * n + "<?x" * n
    yield "scripts-open", "<script>" * (n // 10) + "</script" * n
    yield "textareas-open", "<textarea><title><style>" * (n // 10)
    yield "lists-nested", "<ul><li>字" * (n // 2)
    yield "tables-nested", "<table><tr><td>" * (n // 3) + "字。"
    yield "items", "<li>字。" * n
    yield "breaks", "<br>" * (5 * n)
    yield "ruby", "<ruby>字<rt>zi<rp>" * n
    yield "hidden", "<div hidden style='display:none'>" * n + "字。"
    yield "links", "<a href=\"#\">链接</a> " * n
    yield "notes", "".join(f"字<sup><a href=\"#fn{i}\" id=\"r{i}\">{i}</a></sup>。" for i in range(n // 2)) + "".join(
        f"<li id=\"fn{i}\"><a href=\"#r{i}\">^</a>注。" for i in range(n // 2))
    yield "json-ld-nested", "<script type=\"application/ld+json\">" + "[{\"a\":" * n + "</script><p>字。"
    yield "metas", "<meta name=author content=某人>" * n + "<p>字。"
    yield "article-nested", "<article><main role=main>" * n + "字。"
    yield "inline-nested", "<span>" * n + "字" + "</span>字" * n + "。"
    yield "blanks-between-tags", ("<b> </b>" + " " * 20) * n + "字。"


def plain_texts(n):
    yield "line", HAN * (30 * n // len(HAN))
    yield "short-lines", "字\n" * (10 * n)
    yield "form-feeds", "\f" * (10 * n) + "字。"
    yield "note-lines", "".join(f"{i} 某书，第{i}页。\n" for i in range(n))
    yield "note-lines-same", "1 某书。\n" * n
    yield "note-marks", "".join(f"局势。{i}" for i in range(n)) + "\n" + "1 注。\n"
    yield "note-marks-same", "局势。1" * (2 * n) + "\n1 注。\n" * 100
    yield "note-brackets", "".join(f"局势[{i}]。\n" for i in range(n)) + "".join(f"[{i}] 注。\n" for i in range(n))
    yield "note-signs", "字^[7]¹²①" * n
    yield "page-numbers", "".join(f"局势不明，\n{i}\n\f" for i in range(n // 2))
    yield "heads", "".join(f"文汇　第{i}期\n局势仍不\n\f" for i in range(n // 2))
    yield "blanks", " \t\u3000" * (4 * n) + "字。"
    yield "brackets-open", "（" * (3 * n) + "字。"
    yield "quotes-open", "“" * (3 * n) + "字。"
    yield "stops", "。" * (3 * n)
    yield "ellipses", "……" * (3 * n)
    yield "hyphens", "co-\n" * (2 * n)
    yield "letter-spaced", "凯 蒂 尔 " * n
    yield "combining", "e" + "\u0301" * (5 * n)
    yield "zero-width", "字" + "\u200b\u200d\ufeff" * (3 * n) + "。"
    yield "commas", "，\n" * (3 * n)
    yield "captions", "图为某地。供图：某人\n" * n
    yield "dates", "2019年2月27日\n" * n
    yield "bullets", "• 一、（二）1. - \n" * n
    yield "controls", "".join(map(chr, range(1, 32))) * n + "字。"
    yield "abbreviations", "U.S. Mr. D.C. No. 5 " * n


def markdowns(n):
    for name, piece in {"brackets": "[", "stars": "*", "quotes": "> ", "backticks": "`", "underscores": "_a", "items": "- ", "images": "![", "note-marks": "[^1]",
                        "links-open": "[a](", "links-angle": "[a](<b", "backslashes": "\\", "tildes": "~~a", "pipes": "|a", "hashes": "# ", "emphasis": "**a *b ",
                        "autolinks": "<http://", "entities": "&a;", "brackets-both": "[]", "html": "<div>\n\n", "fences": "```\n", "rules": "---\n"}.items():
        yield name, piece * n + "字。\n"
    yield "backticks-growing", " ".join("`" * i for i in range(int(n ** .5))) + "字。"
    yield "items-deep", "".join("  " * i + "- 字\n" for i in range(int(n ** .5)))
    yield "quotes-many", "> 字\n\n字\n" * n
    yield "table-wide", "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + ("|字" * 300 + "|\n") * (n // 300)
    yield "table-rows", "a|b\n-|-\n" + "|\n" * n
    yield "notes", "".join(f"字[^{i}]。\n" for i in range(n // 2)) + "\n" + "".join(f"[^{i}]: 注。\n" for i in range(n // 2))
    yield "notes-nested", "[^a]\n\n" + "".join(f"[^{i}]: [^{i + 1}]\n" for i in range(n // 2))
    yield "definitions", "".join(f"[a{i}]: http://example.org\n" for i in range(n // 2)) + "".join(f"[a{i}]" for i in range(n // 2))
    lists = "a: &a [字,字,字,字,字,字,字,字,字]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9))
    yield "yaml-bomb", f"---\n{lists}title: *j\ntags: *j\n---\n\n字。\n"
    yield "yaml-self", "---\ntitle: &a [*a, *a]\nauthor: &b {k: *b}\n---\n\n字。\n"
    yield "yaml-flow", "---\ntitle: " + "[" * n + "\n---\n\n字。\n"
    yield "yaml-maps", "---\ntitle: " + "{a: " * n + "\n---\n\n字。\n"
    yield "yaml-deep", "---\n" + "".join(" " * i + "a:\n" for i in range(int(n ** .5))) + "---\n\n字。\n"
    yield "yaml-questions", "---\n" + "? " * n + "\n---\n\n字。\n"
    yield "yaml-anchors", "---\n" + "".join(f"k{i}: &a{i} *a{i - 1}\n" for i in range(1, n // 10)) + "---\n\n字。\n"
    yield "yaml-open", "---\ntitle: 甲\n" + "键: 值\n" * n
    yield "yaml-scalar", "---\ntitle: \"" + "甲" * n + "\n---\n\n字。\n"
    yield "toml-nested", "+++\ntitle = " + "[" * n + "\n+++\n\n字。\n"


def xmls(n, secret):
    top, text = laughs("TEI")
    yield "laughs", top + TEI.format(f"<p>字。{text}</p>")
    yield "blow-up", f"<!DOCTYPE TEI [<!ENTITY a \"{'字' * n}\">]>" + TEI.format("<p>" + "&a;" * n + "</p>")
    yield "parameters", ("<!DOCTYPE TEI [<!ENTITY % a \"字\">" + "".join(f"<!ENTITY % b{i} \"%a;%a;\">" for i in range(n // 10)) + "]>" +
                         TEI.format("<p>字。</p>"))
    top, text = external(secret)
    yield "external", top + TEI.format(f"<p>字。{text}</p>")
    yield "include", TEI.format(f"<p>字。<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file://{secret}\" parse=\"text\"/></p>")
    yield "nested", TEI.format("<div>" * n + "<p>字。</p>" + "</div>" * n)
    yield "nested-open", "<TEI><text><body>" + "<p><note>" * n + "字。"
    yield "attributes", TEI.format("<p " + " ".join(f"a{i}=\"{i}\"" for i in range(n)) + ">字。</p>")
    yield "cdata-open", TEI.format("<p>字。" + "<![CDATA[" * n)
    yield "instructions", TEI.format("<?x" * n + "<p>字。</p>")
    yield "subset-open", "<!DOCTYPE TEI [" + "<!ENTITY a \"" * n
    yield "namespaces", TEI.format("".join(f"<a{i}:p xmlns:a{i}=\"u{i}\">字。</a{i}:p>" for i in range(n // 10)))


def wikis(n):
    pieces = {"templates": "{{", "links": "[[", "variants": "-{", "tables": "{|\n", "quotes": "'''''", "refs": "<ref>", "nowiki": "<nowiki>", "comments": "<!--",
              "files": "[[File:a|", "parameters": "{{{", "templates-both": "{{a|", "heads": "==", "items": "*#:;", "tags": "<div>", "magic": "__TOC__"}
    for name, piece in pieces.items():
        text = (piece * n + "字。").replace("&", "&amp;").replace("<", "&lt;")
        yield name, (f"<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.10/\"><page><title>甲</title><ns>0</ns><revision><text>{text}</text>"
                     "</revision></page></mediawiki>")
    yield "page-open", "<mediawiki><page><title>甲</title><revision><text>" + "字。" * n
    yield "pages-empty", "<mediawiki>" + "<page><title>甲</title></page>" * n + "</mediawiki>"


def word(body, top="", extra=()):
    return packages.zip_file([("[Content_Types].xml", "<Types/>"), ("word/document.xml", f"{top}<w:document xmlns:w=\"{packages.W}\"><w:body>{body}</w:body>"
                                                               "</w:document>"), *extra])


def offices(n, secret):
    top, text = laughs("w:document")
    yield "laughs.docx", word(f"<w:p><w:r><w:t>字。{text}</w:t></w:r></w:p>", top)
    top, text = external(secret)
    yield "external.docx", word(f"<w:p><w:r><w:t>字。{text}</w:t></w:r></w:p>", top)
    yield "nested.docx", word("<w:p><w:r>" * n + "<w:t>字。</w:t>")
    yield "runs.docx", word("<w:p>" + "<w:r><w:t>字</w:t><w:tab/><w:br/></w:r>" * n + "</w:p>")
    yield "tables.docx", word("<w:tbl><w:tr><w:tc><w:p>" * (n // 4) + "<w:r><w:t>字。</w:t></w:r>")
    notes = "<w:footnotes xmlns:w=\"%s\"><w:footnote w:id=\"2\"><w:p><w:r><w:t>注。</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:footnote></w:footnotes>"
    yield "notes.docx", word("<w:p><w:r><w:t>字。</w:t>" + "<w:footnoteReference w:id=\"2\"/>" * n + "</w:r></w:p>", extra=[("word/footnotes.xml", notes % packages.W)])
    yield "empty.docx", packages.zip_file([("[Content_Types].xml", "<Types/>"), ("word/other.xml", "<x/>")])
    yield "nested.odt", packages.zip_file([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<text:note><text:p>" * n + "字。")])
    container = ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"{}\"/></rootfiles></container>")
    for name, opf, spine in (("paths", "../../../../" + secret, ""), ("self", "META-INF/container.xml", ""), ("items", "c.opf", "<itemref idref=\"a\"/>" * n),
                             ("outside", "c.opf", "<itemref idref=\"o\"/><itemref idref=\"a\"/>")):
        yield f"{name}.epub", packages.zip_file([
            ("mimetype", "application/epub+zip"), (container[0], container[1].format(opf)),
            ("c.opf", f"<package><manifest><item id=\"a\" href=\"a.xhtml\"/><item id=\"o\" href=\"../../../..{secret}\"/></manifest><spine>{spine}</spine></package>"),
            ("a.xhtml", "<html><body><p>字。</p></body></html>")])


def encodings(n):
    han = HAN * (n // len(HAN))
    yield "nuls.txt", b"\0" * (10 * n) + "字。".encode()
    yield "nuls-between.txt", b"\0".join(c.encode() for c in han)
    yield "surrogates-le.txt", b"\xff\xfe" + "局势".encode("utf-16-le") + b"\x00\xd8" * n + b"\x00\xdc" * n + "不明。".encode("utf-16-le")
    yield "surrogates-be.html", b"\xfe\xff" + "<p>局势".encode("utf-16-be") + b"\xdc\x00\xd8\x00" * n
    yield "surrogates-utf-8.md", "局势".encode() + b"\xed\xa0\x80\xed\xb0\x80" * n
    yield "continuation.txt", "局势。".encode() + b"\x80" * (10 * n) + b"\xff" * n + b"\xf8\x88\x80\x80\x80" * n
    yield "gb18030-cut.txt", han.encode("gb18030") + b"\x81" + b"\x81\x30" * n
    yield "charsets.html", b"<meta charset=utf-7><meta charset=no-such>" * (n // 10) + "<p>局势。".encode("gb18030")
    yield "references.html", "".join(f"&#{i};" for i in range(0, 0x20000, 7)).encode() + b"<p>&#xD800;&#0;&#1114112;&#99999999999999999999;"


def all_files(n, secret):
    for make, ending in ((pages, ".html"), (plain_texts, ".txt"), (markdowns, ".md"), (wikis, ".wiki.xml")):
        for name, text in make(n):
            yield name + ending, text.encode()
    for name, text in xmls(n, secret):
        yield name + ".xml", text.encode()
    yield from offices(n, secret)
    yield from encodings(n)
    yield "rows.jsonl", (json.dumps({"text": "<" * n}) + "\n").encode() + b"[" * n
