#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a text is written changes nothing of what is read in it: the same entities by the same rules, in the order of the file.

usage: invariance.py GUANXI SPEC.md SAMPLES [SEED]

Known texts (the examples of the specification, those that yield nothing too, the sample texts' sentences, the sample texts whole, and names of the
tables) are written anew, each copy a document of its own: with zero-width characters, blanks, line breaks, traditional characters, full-width letters
and digits, other dots, in HTML and Markdown. Left out is what says something else: see the comments at each way of writing."""
import collections
import csv
import html
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

MOST = 16000  # copies that are looked at, drawn from all, and a quarter of that in HTML and in Markdown
INVISIBLE = "\u200b\ufeff\u00ad\u2060"
DOTS = "·‧•・．∙⋅･"
# Two ways where the traditional spelling of a character depends on the word; in all others it is one character for one.
TRADITIONAL_WORDS = {"关系": "關係", "放松": "放鬆", "联系": "聯繫", "周日": "週日", "台风": "颱風", "台阶": "臺階", "周末": "週末"}
TRADITIONAL = dict(pair for pair in """
与與 东東 两兩 严嚴 个個 临臨 为為 举舉 义義 乌烏 乐樂 习習 书書 乱亂 争爭 于於 亚亞 亲親 从從 们們 会會 传傳 伦倫 体體 侦偵 侧側 党黨 兰蘭 关關 内內 写寫 军軍 冯馮 冲衝 决決 几幾 击擊 则則 别別 劝勸 务務 动動 劳勞 势勢
    区區 医醫 华華 协協 单單 卫衛 却卻 历歷 参參 双雙 发發 变變 号號 后後 员員 响響 团團 国國 圣聖 场場 坛壇 声聲 处處 备備 复復 够夠 头頭 奥奧 学學 实實 审審 宪憲 宫宮 对對 导導 将將 尔爾 岛島 峡峽 带帶 帮幫 并並 库庫 应應
    开開 弃棄 弹彈 强強 归歸 当當 态態 总總 悦悅 愿願 战戰 扩擴 报報 拦攔 挂掛 换換 据據 数數 断斷 无無 时時 显顯 晋晉 暂暫 机機 权權 条條 来來 构構 标標 样樣 欢歡 欧歐 气氣 汇匯 沟溝 没沒 泽澤 湿濕 点點 状狀 环環 现現 电電
    盖蓋 盘盤 确確 离離 称稱 稳穩 笔筆 签簽 粮糧 约約 级級 纳納 纵縱 线線 组組 终終 经經 绑綁 结結 给給 绝絕 统統 继繼 续續 维維 缓緩 缩縮 罗羅 罢罷 联聯 胁脅 脑腦 舰艦 苏蘇 药藥 莱萊 营營 萨薩 虑慮 补補 袭襲 装裝 见見 观觀
    规規 览覽 计計 订訂 认認 让讓 议議 讯訊 记記 讲講 论論 设設 访訪 证證 评評 译譯 试試 话話 语語 说說 请請 诺諾 谁誰 谈談 谴譴 贝貝 责責 贫貧 贸貿 资資 赛賽 踪蹤 车車 转轉 辅輔 辆輛 辉輝 边邊 达達 过過 运運 还還 这這 进進
    远遠 连連 选選 递遞 遗遺 郑鄭 采採 针針 链鏈 错錯 锡錫 长長 门門 问問 间間 阁閣 队隊 阵陣 阶階 际際 陆陸 随隨 韩韓 页頁 顿頓 预預 领領 题題 风風 飞飛 马馬 驶駛 驻駐 验驗 鲁魯 鲜鮮 龙龍 着著
""".split())


def examples(spec):
    """Every example's text, marks taken off."""
    inside = False
    for line in open(spec, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("```"):
            inside = line == "```mentions"
        elif inside and line and not line.startswith("#"):
            yield re.sub(r"\[([^\]=]+)(?:=[^\]]+)?\]", r"\1", line).replace("⏎", "")


def names_of(tables, chance, count):
    """So many names of the built-in tables, each in a sentence that says nothing of it. Not those that mix letters and dots (JD·万斯): a full-width stop
    beside a letter is a stop."""
    found = set()
    for table in ("states", "people", "institutions"):
        for line in open(os.path.join(tables, table + ".tsv"), encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 4 and not line.startswith(("#", "id\t")):
                found |= {name.lstrip("~=") for name in (cells[2], cells[3], *cells[4].split("|"))}
    names = sorted(n for n in found if len(n) > 1 and not (any(d in n for d in DOTS) and re.search("[A-Za-z]", n)))
    return [f"记者昨天看到了 {name} 。" for name in chance.sample(names, count)]


def samples_of(folder):
    """The sample texts, whole: names here are read by what stands elsewhere."""
    for name in sorted(os.listdir(folder)):
        if name.endswith((".txt", ".md")):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                yield re.sub(r"(?s)\A---\n.*?\n---\n", "", file.read())


def sentences(text):
    for paragraph in re.split(r"\n\s*\n", text):
        latin = paragraph.isascii()
        for sentence in re.split(r"(?<=[。！？])|(?<=[a-z]\.) ", paragraph.replace("\n", " " if latin else "")):
            if len(sentence) > 8 and sentence[-1] in "。！？." and not re.search(r"[#*_`<>\[\]|]", sentence):
                yield sentence.strip()


def is_wide(char):
    """Written without blanks between words: Han, kana and their marks, as opposed to letters, digits and Hangul."""
    return "\u3001" <= char <= "\u312f" or "\u4e00" <= char <= "\u9fff"


def gaps(text, admissible=lambda left, right: True):
    return [i for i in range(1, len(text)) if admissible(text[i - 1], text[i])]


def insert(text, places, choose):
    for place in sorted(places, reverse=True):
        text = text[:place] + choose() + text[place:]
    return text


def some(places, chance):
    return [p for p in places if chance.random() < .3]


def invisible(text, chance):
    """They leave nothing behind, wherever they stand."""
    places = gaps(text)
    for place in places:
        yield insert(text, [place], lambda: chance.choice(INVISIBLE))
    for character in INVISIBLE:
        yield insert(text, places, lambda: character)
    yield insert(text, some(places, chance), lambda: chance.choice(INVISIBLE))


def blanks(text, chance):
    """Only between wide characters: in Latin and in Hangul a blank parts words."""
    places = gaps(text, lambda left, right: is_wide(left) and is_wide(right))
    for place in places:
        yield insert(text, [place], lambda: " ")
    yield insert(text, places, lambda: " ")
    yield insert(text, some(places, chance), lambda: chance.choice((" ", "\u3000", "\u00a0", "  ")))


FILLER = {
    "han": "会议讨论了粮食、教育、交通与住房问题，与会者认为这些事情应当从长计议，先做调查，再听取各方面的意见，最后拿出一个大家都能接受的办法来，"
           "主持人感谢大家的耐心，并且说明下一次会议的时间另行通知。",
    "kana": "会議では食料や教育や交通や住宅の問題が話し合われ、参加者はこうしたことを急がずにまず調べてから多くの意見を聞き、皆が受け入れられる"
            "やり方を探そうと述べた。司会者は皆の忍耐に感謝し、次の会議の時間は別に知らせると説明した。",
    "hangul": "회의에서는 식량과 교육과 교통과 주택 문제를 논의하였고 참석자들은 이런 일을 서두르지 말고 먼저 조사를 한 뒤에 여러 의견을 듣고 모두가 받아들일 수 있는 방법을 찾자고 말했다. ",
    "latin": "The meeting spoke of food, of schools, of roads and of houses, and those who came held that such things take time, that one should first look "
             "closely, then hear what everybody has to say, and in the end find a way with which all can live. ",
}


def script(text):
    if re.search(r"[\u3041-\u3096]", text):
        return "kana"
    n_hangul, n_han = len(re.findall(r"[\uac00-\ud7a3]", text)), len(re.findall(r"[\u4e00-\u9fff]", text))
    return "hangul" if n_hangul > n_han // 2 else "han" if n_han else "latin"


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text, width):
    """Lines of at most so many columns; broken at blanks, which fall away, and between wide characters, but not before closing marks."""
    lines, line, last = [], "", 0
    for char in text:
        if line and (line[-1] == " " or is_wide(line[-1]) and is_wide(char)) and char not in "，。、；：！？）》”":
            last = len(line)
        line += char
        if columns(line) > width and last:
            lines.append(line[:last].rstrip())
            line, last = line[last:].lstrip(), 0
    return lines + [line]


def breaks(text, chance):
    """Line breaks as wrapping makes them: the text goes on a paragraph of the same language and width, shifted so that a line ends in each place once. A single
    break in a text of one line says something else: a line that ends far from the margin is a heading or a paragraph of its own."""
    filler = FILLER[script(text)]
    filler = filler + filler  # lines enough to see that blank lines stand between all of them
    for shift in range(min(len(text), 60)):
        yield chance.choice(("\n", "\n\n", "\r\n")).join(wrap(filler[shift:] + text, 60))


def traditional(text, chance):
    """All characters, and a mixture. 著 for 着 is another character of GB 2312; it stands in ordinary words only."""
    words = text
    for simple, other in TRADITIONAL_WORDS.items():
        words = words.replace(simple, other)
    yield "".join(TRADITIONAL.get(c, c) for c in words)
    yield words
    for _ in range(4):
        yield "".join(TRADITIONAL.get(c, c) if chance.random() < .5 else c for c in text)


def wide(char):
    return chr(ord(char) + 0xFEE0) if char.isascii() and char.isalnum() else char


def full_width(text, chance):
    """Letters and digits."""
    yield "".join(map(wide, text))
    for _ in range(4):
        yield "".join(wide(c) if chance.random() < .5 else c for c in text)
    for place, char in enumerate(text):
        yield text[:place] + wide(char) + text[place + 1:]


def dots(text, chance):
    """Between the parts of a name."""
    for dot in DOTS:
        yield text.replace("·", dot)
    yield re.sub("·", lambda _: chance.choice(DOTS), text)


def everything(text, chance):
    """All at once; but no blanks in Japanese, whose few kana tell the language by what they hang on."""
    for _ in range(3):
        copy = text
        for way in (dots, full_width, traditional, blanks, invisible):
            if way is not blanks or script(text) != "kana" and chance.random() < .5:
                copy = list(way(copy, chance))[-1]
        yield copy



WAYS = {f.__name__: f for f in (invisible, blanks, breaks, traditional, full_width, dots, everything)}


def gaps_in_wide(text):
    return gaps(text, lambda left, right: is_wide(left) and is_wide(right))


def page(text):
    return f"<html><body><div><p>{text}</p></div></body></html>"


def html_copies(text, chance):
    """What shows nothing, or white space, in a paragraph of HTML; but <br>, which ends a line."""
    pieces = ("\n", "&nbsp;", "&#8203;", "<wbr>", "&shy;", "<b></b>", "<span> </span>", "</i><i>", "&zwnj;", "<!-- 美 -->")
    for place in gaps_in_wide(text):
        before, after = html.escape(text[:place], False), html.escape(text[place:], False)
        yield page(f"<i>{before}{chance.choice(pieces)}{after}</i>")


def markdown_copies(text, chance):
    """A line break in a paragraph of Markdown is white space, wherever it stands; an empty pair of marks is nothing."""
    for place in gaps_in_wide(text):
        yield insert(text, [place], lambda: chance.choice(("\n", "&nbsp;", "****")))


def read(guanxi, texts, kind="text"):
    """What is read in each text, in the order of its bytes: [(entity, rule), …]."""
    with tempfile.TemporaryDirectory() as folder:
        for i, text in enumerate(texts):
            with open(os.path.join(folder, f"{i:07}.txt"), "w", encoding="utf-8", newline="") as file:
                file.write(text)
        out = subprocess.run([guanxi, "mentions", "-q", "--kind", kind, "--encoding", "UTF-8", "--keep-duplicates", "--keep-repeated", folder],
                             capture_output=True, check=True).stdout.decode()
    found = [[] for _ in texts]
    for row in csv.DictReader(out.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        found[int(row["document"][:7])].append((int(row["start"]), row["name"], row["rule"]))
    return [[mention[1:] for mention in sorted(mentions)] for mentions in found]


def copies_of_whole(text, chance):
    """Only lines of running text are written anew: page numbers, running heads, marks of notes and of Markdown are known by how they look."""
    for way in (invisible, blanks, traditional, full_width, dots, everything):
        for _ in range(4):
            lines = text.split("\n")
            for i, line in enumerate(lines):
                if re.match(r"\u3000*[\u4e00-\u9fff].{20}", line):
                    lines[i] = chance.choice([*way(line, chance), line])
            yield way.__name__, text, "\n".join(lines)


def main(guanxi, spec, samples, seed="1"):
    chance = random.Random(int(seed))
    whole = list(samples_of(samples))
    known = sorted(set(examples(spec)) | {s for text in whole for s in sentences(text)})
    copies = [(way, text, copy) for text in known for way, write in WAYS.items() for copy in write(text, chance) if copy != text]
    copies += [copy for text in whole for copy in copies_of_whole(text, chance)]
    names = names_of(os.path.join(os.path.dirname(spec), "../../dicts"), chance, 400)
    for way in (invisible, blanks, full_width, dots, everything):
        copies += [(way.__name__, text, chance.choice([text, *way(text, chance)])) for text in names]
    whole += names
    copies = chance.sample(copies, min(MOST, len(copies)))
    plain = dict(zip(known + whole, read(guanxi, known + whole)))
    found = read(guanxi, [copy for _, _, copy in copies])
    for way, kind in ((html_copies, "html"), (markdown_copies, "markdown")):
        more = [(way.__name__, text, copy) for text in known for copy in way(text, chance)]
        more = chance.sample(more, min(MOST // 4, len(more)))
        found += read(guanxi, [copy for _, _, copy in more], kind)
        copies += more
    failed = collections.Counter()
    for (way, text, copy), found in zip(copies, found):
        if found != plain[text]:
            failed[way] += 1
            if failed[way] <= 10:
                print(f"{way}: {copy[:400]!r}\n  has {plain[text]}\n  not {found}")
    print(f"{sum(map(len, plain.values()))} mentions in {len(plain)} texts, {len(copies)} copies, {sum(failed.values())} differ")
    return 1 if failed or not any(plain.values()) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
