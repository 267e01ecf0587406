# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents written in Markdown, HTML of several shapes, TEI and wikitext."""
import html
import json
import re

import layout

FURNITURE = ["首页", "新闻中心", "联系我们", "分享到微博", "打印本页", "上一篇", "下一篇", "版权所有", "网站地图", "加入收藏"]
HAN_RUN = re.compile("[\u4e00-\u9fff]{6,}")


def with_notes(block, escape, mark):
    """Sentences of a block, escaped, with its marks: mark(note) is what stands behind the sentence."""
    text = ""
    for i, sentence in enumerate(block.sentences):
        text += (" " if text and block.language != "zh" else "") + escape(sentence)
        text += mark(block.notes[i]) if i in block.notes else ""
    return text


def inline(rng, text, open_tag, close_tag):
    """Sets two characters in the middle of some runs of Han apart, as emphasis or a link would."""
    def one(match):
        run = match[0]
        at = rng.randrange(2, len(run) - 3)
        return run[:at] + open_tag + run[at:at + 2] + close_tag + run[at + 2:] if rng.random() < .2 else run
    return HAN_RUN.sub(one, text)


def markdown(document, rng, front="---"):
    """Markdown with front matter, hard-wrapped here and there, with emphasis, links, footnotes, lists and a quotation."""
    if front == "---":
        out = f"---\nlayout: post\ntitle: \"{document.title}\"\ndate: {document.date}\nauthor: {document.author}\ntags: [甲, 乙]\n---\n\n"
    else:
        out = f"+++\ntitle = \"{document.title}\"\ndate = {document.date}\nauthor = \"{document.author}\"\n+++\n\n"
    notes, last = document.notes(), ""
    for number, block in enumerate(document.blocks):
        text = with_notes(block, lambda t: t.replace("“", "&ldquo;") if rng.random() < .2 else t, lambda note: f"[^{notes.index(note) + 1}]")
        text = inline(rng, text, *rng.choice([("**", "**"), ("*", "*"), ("[", "](http://example.org/a_b_c)"), ("<b>", "</b>"), ("", "")]))
        if block.kind == "heading":
            text = f"## {text}" if number % 2 else f"{text}\n----"
        elif block.kind == "list-item":
            text = f"- {text}"
        elif number % 5 == 0 and not re.search(r"[*<\[]", text):
            text = "\n".join(("> " if number % 10 == 0 else "") + line for line in layout.wrap(text, 60))
        out += ("" if last == block.kind == "list-item" else "\n") + text + "\n"
        last = block.kind
    return out + "\n" + "".join(f"[^{i + 1}]: {note.text}\n" for i, note in enumerate(notes))


def references(rng, text):
    """Some characters as references of all kinds."""
    def one(c):
        roll = rng.random()
        if c in "&<>" or roll > .1:
            return html.escape(c, quote=False)
        if c in "“”‘’—…":
            return {"“": "&ldquo;", "”": "&rdquo;", "‘": "&lsquo;", "’": "&rsquo;", "—": "&mdash;", "…": "&hellip;"}[c]
        return f"&#{ord(c)};" if roll > .05 else f"&#x{ord(c):X};"
    return "".join(one(c) for c in text)


TAGS = {"heading": "h2", "paragraph": "p", "list-item": "li"}


def html_blocks(document, rng, escape, mark, indent=""):
    out, in_list = [], False
    for block in document.blocks:
        if (block.kind == "list-item") != in_list:
            in_list = not in_list
            out.append("<ul>" if in_list else "</ul>")
        tag = TAGS[block.kind]
        text = inline(rng, with_notes(block, escape, mark), *rng.choice([("<b>", "</b>"), ("<a href='x.html'>", "</a>"), ("<span>", "</span>")]))
        out.append(f"<{tag}>\n{indent}{text}\n</{tag}>" if indent else f"<{tag}>{text}</{tag}>")
    return "\n".join(out + (["</ul>"] if in_list else []))


def navigation():
    return "<ul class=\"menu\">" + "".join(f"<li><a href=\"/{i}\">{name}</a></li>" for i, name in enumerate(FURNITURE)) + "</ul>"


def html_head(document, charset="utf-8"):
    return f"<meta charset=\"{charset}\"><title>{document.title}</title><meta name=\"author\" content=\"{document.author}\">"


def html_article(document, rng):
    """A page of today: article, navigation, share bar, side column, JSON-LD, scripts, footnotes as a list."""
    notes = document.notes()
    data = json.dumps({"@type": "NewsArticle", "headline": document.title, "datePublished": document.date}, ensure_ascii=False)
    body = html_blocks(document, rng, html.escape, lambda n: f"<sup><a href=\"#fn{notes.index(n) + 1}\">{notes.index(n) + 1}</a></sup>", "   ")
    foot = "".join(f"<li id=\"fn{i + 1}\">{html.escape(note.text)}</li>" for i, note in enumerate(notes))
    return f"""<!DOCTYPE html>
<html lang="zh"><head>{html_head(document)}
<script type="application/ld+json">{data}</script>
<script>var text = "<p>不是正文。</p>"; if (1 < 2 && 3 > 2) document.write("<div>");</script><style>p > a {{ color: red }}</style></head>
<body><nav>{navigation()}</nav><!-- <p>旧的段落。</p> -->
<main><article><h1>{document.title}</h1>
{body}
<section class="footnotes"><ol>{foot}</ol></section></article>
<div class="share-bar"><a href="#">分享到微博</a> <a href="#">分享到微信</a></div></main>
<aside class="related">{navigation()}</aside><footer>{navigation()}</footer></body></html>
"""


def html_breaks(document, rng):
    """A page of old: a table for the layout, lines ended by <br><br>, blanks as references, no paragraph elements."""
    rows = "<br>\n<br>\n".join("&nbsp;&nbsp;&nbsp;&nbsp;" + with_notes(b, html.escape, lambda n: "") for b in document.blocks)
    return (f"<HTML><HEAD><TITLE>{document.title}</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=760><TR><TD COLSPAN=2>{navigation()}</TD></TR>"
            f"<TR><TD VALIGN=top><FONT SIZE=3>{rows}</FONT></TD></TR></TABLE></BODY></HTML>\n")


def html_unclosed(document, rng):
    """Upper case, nothing closed, attributes without quotes, a stray <, in GB18030 with CR LF."""
    out = f"<HTML><HEAD><META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=gb2312'><TITLE>{document.title}</TITLE><BODY>"
    for block in document.blocks:
        tag = TAGS[block.kind].upper()
        out += f"\n<{tag} CLASS=a ID=b>" + inline(rng, with_notes(block, html.escape, lambda n: ""), "<FONT COLOR=#ff0000>", "</FONT>")
        out += f"</{tag}>" if block.kind == "heading" else ""
    return out.replace("\n", "\r\n").encode("gb18030")


def html_references(document, rng):
    body = html_blocks(document, rng, lambda t: references(rng, t), lambda n: "")
    return f"<html><head>{html_head(document)}</head><body>{body}</body></html>"


def html_soup(document, rng):
    """Each sentence in nested spans that an editor left, with line breaks and indentation inside of the tags, divisions for paragraphs."""
    out = []
    for block in document.blocks:
        if block.kind == "heading":
            out.append(f"<h3>\n {block.text}\n</h3>")
            continue
        gap = "" if block.language == "zh" else " "
        spans = gap.join(f"<span\n   style=\"font-size: 12pt;\"><span lang='x'>{html.escape(s)}</span></span>" for s in block.sentences)
        out.append(f"<div>\n   <div class=\"text\">{spans}\n  </div></div>")
    return f"<html><head>{html_head(document)}</head><body><div id=content>" + "\n".join(out) + "</div></body></html>"


def tei(document, rng):
    notes = document.notes()

    def mark(note):
        return f"<note place=\"foot\" n=\"{notes.index(note) + 1}\">{html.escape(note.text)}</note>"
    out, in_list = [], False
    for block in document.blocks:
        if (block.kind == "list-item") != in_list:
            in_list = not in_list
            out.append("<list>" if in_list else "</list>")
        tag = {"heading": "head", "paragraph": "p", "list-item": "item"}[block.kind]
        text = with_notes(block, lambda t: f"<![CDATA[{t}]]>" if rng.random() < .1 else html.escape(t, quote=False), mark)
        out.append(("</div><div>" if tag == "head" else "") + f"<{tag}>{text}</{tag}>")
        if rng.random() < .1:
            out.append(f"<pb n=\"{len(out)}\"/>")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>{document.title}</title><author>{document.author}</author></titleStmt>
<publicationStmt><date when="{document.date}"/></publicationStmt><sourceDesc><p>无原件。</p></sourceDesc></fileDesc></teiHeader>
<text><body><div>{"".join(out)}{"</list>" if in_list else ""}</div></body></text></TEI>
"""


def wikitext(document, rng):
    out = ["{{资料|名称=无|日期={{今日}}}}", "[[File:图.jpg|thumb|港口的照片]]"]
    for block in document.blocks:
        text = with_notes(block, str, lambda n: f"<ref>{html.escape(n.text)}</ref>")
        text = inline(rng, text, *rng.choice([("'''", "'''"), ("[[", "]]"), ("[[某条目|", "]]"), ("''", "''")]))
        out.append({"heading": f"== {text} ==", "list-item": f"* {text}"}.get(block.kind, text + "\n"))
    return "\n".join(out + ["[[Category:条约]]"])


def wiki_dump(documents, rng):
    """A dump of pages, one a document."""
    pages = "".join(f"<page><title>{d.title}</title><ns>0</ns><id>{i}</id><revision><id>{i}</id><timestamp>{d.date}T00:00:00Z</timestamp>"
                    f"<text xml:space=\"preserve\">{html.escape(wikitext(d, rng), quote=False)}</text></revision></page>\n"
                    for i, d in enumerate(documents))
    return f"<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.10/\" version=\"0.10\" xml:lang=\"zh\">\n{pages}</mediawiki>\n"
