# SPDX-License-Identifier: GPL-3.0-or-later
"""Prose of no meaning whose sentences are known: documents of headings, paragraphs, list items and notes."""

SUBJECTS = """外交部发言人 议会多数党 两国代表团 边境地区的居民 中央银行行长 渔业协会 工会领袖 联合调查组 前任总理 反对派议员 港务局 能源委员会 地方法院
    卫生部门 使馆参赞 多位学者 铁路公司 国防部官员 过渡政府 观察团 商会代表 海关总署 邻国记者 谈判小组 北方各省 岛上驻军 救援队 选举委员会 王室成员 石油公司""".split()
ADVERBS = "昨天 再次 正式 公开 悄悄地 迅速 一致 始终 明确 被迫 反复 罕见地 随后 共同 分别 仓促 依法 暂时 主动 全面".split()
VERBS = """批准了 推迟了 否认了 公布了 撤回了 讨论了 质疑了 支持了 修改了 终止了 接受了 拒绝了 审查了 启动了 搁置了 重申了 考察了 谴责了 欢迎了 评估了""".split()
OBJECTS = """新的贸易协定 停火方案 渔区划界草案 粮食援助计划 电网改造工程 军费预算 联合声明 撤侨行动 关税清单 难民安置办法 铁路贷款 核查报告 选举日程 海底电缆项目
    边境口岸的开放 气候基金 外汇管制 战俘名单 航道安全准则 人质释放条件 港口租约 天然气价格 情报交换机制 宪法修正案 疫苗采购合同 卫星发射许可""".split()
OPENERS = """会谈结束后 据当地媒体报道 在压力之下 与此同时 不出所料 出于安全考虑 经过三轮磋商 入冬以来 在首都 面对舆论 按照惯例 从长远看 换句话说 到了年底 尽管如此 2018年春天
    在12个省份 早在1994年 有分析认为""".split()
TAILS = """这使局势更加复杂 各方对此反应不一 结果仍不明朗 市场随之动荡 邻国保持沉默 细节没有公布 此举引起争议 期限为5年 双方都不愿让步 民众却并不知情 代价由谁承担仍是问题
    前景因此好转 观察家大多表示怀疑 协议只剩一纸空文 谁也没有料到这一步 他们称之为“冷处理” 其中包括（但不限于）沿海地区""".split()
PEOPLE = "the foreign minister|a spokesman of the opposition|the central bank|two former ambassadors|the harbour authority|most observers|" \
    "the joint commission|the island's garrison|a panel of judges|the ruling party|farmers along the border|the election board".split("|")
DEEDS = "rejected|postponed|confirmed|signed|withdrew|questioned|published|praised|amended|ignored|welcomed|suspended".split("|")
THINGS = "the draft treaty|a list of tariffs|the ceasefire plan|new rules for fishing boats|the report on the elections|an offer of grain|" \
    "plans for a pipeline|the exchange of prisoners|a loan for the railway|the military budget|a joint statement|the border crossing".split("|")
ENDS = "after three days of talks|without giving a reason|under pressure from its neighbours|in front of the press|for the second time this year|" \
    "as the deadline passed|at a meeting in the capital|although nobody had expected it|before the winter|by a narrow majority".split("|")
ADDRESS = "grain railway harbour winter treaty coast border loan budget press".split()
KOREAN = ["외무부_대변인은 야당의원들은 중앙은행은 공동위원회는 국경지역_주민들은 선거관리위원회는 전직_대사들은".split(),
          "새로운_무역협정을 휴전안을 군사예산을 철도차관을 선거일정을 식량지원계획을 공동성명을".split(),
          "어제 다시 공식적으로 뜻밖에 조용히 서둘러 만장일치로".split(), "거부했다. 연기했다. 발표했다. 승인했다. 환영했다. 수정했다. 검토했다.".split()]
FAMILY, GIVEN, PRESS = "赵 钱 孙 周 吴 郑 冯 陈 褚 卫".split(), "文博 立 建平 秀兰 海涛 若水 东明".split(), "海口书局 北山出版社 大河学术文献社 国际译丛".split()


class Block:
    """kind: heading, paragraph, list-item or note. notes: {index of a sentence: the note (a Block) marked behind it}."""

    def __init__(self, kind, sentences, language, notes=None):
        self.kind, self.sentences, self.language, self.notes = kind, sentences, language, notes or {}

    @property
    def text(self):
        return ("" if self.language == "zh" else " ").join(self.sentences)


class Document:
    """What was written: title, date, author, blocks."""

    def __init__(self, title, date, author, blocks):
        self.title, self.date, self.author, self.blocks = title, date, author, blocks

    def notes(self):
        return [block.notes[i] for block in self.blocks for i in sorted(block.notes)]


class Writer:
    """Writes documents of sentences none of which it has written before."""

    def __init__(self, rng):
        self.rng, self.written = rng, set()

    def once(self, make):
        while True:
            text = make()
            if text not in self.written:
                self.written.add(text)
                return text

    def chinese(self):
        pick = self.rng.choice
        clauses = [pick(SUBJECTS) + pick(ADVERBS) + pick(VERBS) + pick(OBJECTS)]
        if self.rng.random() < .5:
            clauses.insert(0, pick(OPENERS))
        if self.rng.random() < .5:
            clauses.append("而" + pick(SUBJECTS) + "则" + pick(ADVERBS) + pick(VERBS) + pick(OBJECTS))
        if self.rng.random() < .6:
            clauses.append(pick(TAILS))
        return "，".join(clauses) + self.rng.choices("。！？", (90, 4, 6))[0]

    def english(self):
        pick = self.rng.choice
        text = f"{pick(PEOPLE)} {pick(DEEDS)} {pick(THINGS)} {pick(ENDS)}"
        if self.rng.random() < .5:
            text += f", while {pick(PEOPLE)} {pick(DEEDS)} {pick(THINGS)}"
        return text[0].upper() + text[1:] + self.rng.choices(".?!", (90, 6, 4))[0]

    def korean(self):
        return " ".join(self.rng.choice(part) for part in KOREAN).replace("_", " ")

    def sentence(self, language):
        return self.once({"zh": self.chinese, "en": self.english, "ko": self.korean}[language])

    def heading(self, language):
        pick = self.rng.choice
        return self.once((lambda: pick(SUBJECTS) + "与" + pick(OBJECTS)) if language == "zh" else
                         (lambda: "The quarrel about " + pick(THINGS) + " " + pick(ENDS)))

    def note(self):
        pick, rng = self.rng.choice, self.rng
        if rng.random() < .3:
            return self.once(lambda: f"See the archive of {pick(PEOPLE)} about {pick(THINGS)}, vol. {rng.randrange(2, 40)}, "
                                     f"http://archive.example/{'-'.join(rng.sample(ADDRESS, 3))}/{rng.randrange(10**6)}")
        return self.once(lambda: f"{pick(FAMILY)}{pick(GIVEN)}：《{pick(SUBJECTS)}论{pick(OBJECTS)}》，{pick(PRESS)}{rng.randrange(1980, 2021)}年版，"
                                 f"第{rng.randrange(2, 400)}页。")

    def paragraph(self, language, with_notes):
        sentences = [self.sentence(language) for _ in range(self.rng.randrange(2, 7))]
        notes = {}
        if with_notes and self.rng.random() < .3:
            notes[self.rng.randrange(len(sentences))] = Block("note", [self.note()], "zh")
        return Block("paragraph", sentences, language, notes)

    def document(self, paragraphs=24, with_notes=True, languages=("zh",)):
        blocks, main = [], languages[0]
        for i in range(paragraphs):
            if i % 7 == 3:
                blocks.append(Block("heading", [self.heading(main)], main))
            blocks.append(self.paragraph(self.rng.choice(languages), with_notes))
            if i % 11 == 5:
                blocks += [Block("list-item", [self.sentence(main)], main) for _ in range(3)]
        date = f"20{self.rng.randrange(10, 21)}-{self.rng.randrange(1, 13):02}-{self.rng.randrange(1, 29):02}"
        return Document(self.heading(main), date, self.rng.choice(FAMILY) + self.rng.choice(GIVEN), blocks)
