#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a table of very many names costs: usage: names.py GUANXI [--names N] [--rounds N] [PATH…]

Writes a table of N (a million) people of its own, Chinese names of two to nine characters, many with a foreign alias, and finds the mentions in PATH (default:
the sample texts) with it on top of the built-in ones. Printed are, beside the same without that table, the CPU time until an empty text is read (the tables
loaded and compiled), the CPU time of the texts, the most memory held (and its bytes a name), and the number of mentions. That every 1000th name is found
again where it stands in a text is looked at; nothing else can fail."""
import argparse, os, random, resource, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红娥玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓"
FOREIGN = "阿埃安奥巴贝比博布查达戴德迪杜多恩尔法菲费弗戈格古哈海汉赫亨霍基吉加杰卡凯科克库拉莱兰劳勒雷里利林卢鲁罗洛马曼梅门米莫纳尼诺帕佩皮普奇乔萨塞桑沙史斯松苏索塔泰特托瓦威维温沃乌西希谢辛雅亚伊因约泽詹朱兹"
SOUNDS = "an ar be bo da de el en fa go ha il jo ka la le ma mi na no or pa ra ri sa so ta to va wi ya zo".split()

def names(count):
    rng, seen = random.Random(1), set()
    while len(seen) < count:
        if rng.random() < .5:
            name = rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.choice((2, 2, 2, 3))))
        else:
            name = "".join(rng.choices(FOREIGN, k=rng.randrange(2, 5))) + "·" + "".join(rng.choices(FOREIGN, k=rng.randrange(2, 6)))
        if name not in seen:
            seen.add(name)
            alias = "".join(rng.choices(SOUNDS, k=3)).title() + " " + "".join(rng.choices(SOUNDS, k=4)).title() if rng.random() < .3 else ""
            yield name, alias

def run(command):
    """(CPU seconds, bytes at most, lines of output) of a child."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(command, stdout=out)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"{command[0]} ended with {child.returncode}")
        out.seek(0)
        return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, out.read().decode().splitlines()

def least(command, rounds):
    runs = [run(command) for _ in range(rounds)]
    return min(r[0] for r in runs), min(r[1] for r in runs), runs[0][2]

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("guanxi"); ap.add_argument("--names", type=int, default=1000000); ap.add_argument("--rounds", type=int, default=3)
    ap.add_argument("paths", nargs="*", default=[os.path.join(HERE, "../samples")])
    a = ap.parse_intermixed_args()
    with tempfile.TemporaryDirectory() as scratch:
        table, empty, some = (os.path.join(scratch, n) for n in ("names.tsv", "empty.txt", "some.txt"))
        picked = []
        with open(table, "w", encoding="utf-8") as f:
            f.write("id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\tnote\n")
            for i, (name, alias) in enumerate(names(a.names)):
                f.write(f"n-{i:07}\tperson\t{name}\t\t{alias}\t\t\t\t\t\n")
                if i % 1000 == 0:
                    picked.append((f"n-{i:07}", name))
        with open(empty, "w", encoding="utf-8") as f:
            f.write("。")
        with open(some, "w", encoding="utf-8") as f:
            f.writelines(f"会议由{name}主持。\n\n" for _, name in picked)
        print(f"{a.names} names, {os.path.getsize(table) / 1e6:.0f} MB of table; least of {a.rounds} runs on one thread")
        base = 0
        for title, own in (("built-in tables", []), ("with the names", ["-d", table])):
            command = [a.guanxi, "mentions", "-q", "-j", "1", "--no-cache", *own]
            load, memory, _ = least([*command, empty], a.rounds)
            total, most, lines = least([*command, *a.paths], a.rounds)
            print(f"  {title:16} load {load:6.2f} s CPU, texts {max(total - load, 0):6.2f} s CPU, {len(lines) - 1} mentions, at most {most / 1e6:.0f} MB"
                  + (f", {(memory - base) / a.names:.0f} bytes a name" if own else ""))
            base = base or memory
        found = {line.split("\t")[4] for line in run([a.guanxi, "mentions", "-q", "-d", table, some])[2][1:]}
        lost = [name for number, name in picked if number not in found]
        print(f"  {len(picked) - len(lost)} of {len(picked)} names are found again" + (f"; not {'、'.join(lost[:10])}" if lost else ""))
        return 0

if __name__ == "__main__":
    sys.exit(main())
