#!/usr/bin/python3
"""What the command prints, as who leads a project reads it: tables that line up, and what matters first.

usage: reading.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND.
"""
import json
import unittest

import run
from run import COMPLETE, VOLLSMOSE, CommandTest, money_plan, small_plan, width

# Titles that terminals give other columns than they have letters.
TITLES = ("Almindelig", "🚀 Fart på", "漢字のまち", "Bla\u030abærgrød", "ไม้เมือง", "❤\ufe0f Hjertet", "👩\u200d💻 Kodning",
          "Usynlig\u2060hed", "ａｂｃ", "🇩🇰 Danmark", "🚀" * 40, "漢" * 60, "a\u0301" * 60, "ไม้" * 40)


class Tables(CommandTest):
    def columns(self, out, begins, cells):
        """Where, in each line that begins so, a cell ends."""
        found = {width(line) for line in out.splitlines() if line.startswith(begins) and line.endswith(cells)}
        self.assertEqual(len(found), 1, out)
        return found.pop()

    def goals_plan(self):
        return small_plan(goals=[{"id": "m%d" % i, "title": title} for i, title in enumerate(TITLES)],
                          focus_areas=[{"id": "i1", "code": "x", "title": "🚀 Uddannelse"}],
                          activities=[{"id": "a%d" % i, "title": title, "focus_areas": ["i1"], "goals": ["m%d" % i]}
                                      for i, title in enumerate(TITLES)])

    def test_goals_line_up_whatever_their_letters(self):
        out = self.run_command("show", self.write("p.json", self.goals_plan())).out
        self.assertIn("🚀 Fart på", out)
        rows = [line for line in out.splitlines() if line.startswith("* ") and line.endswith(" 1")]
        self.assertEqual(len(rows), len(TITLES))
        self.assertEqual({width(line) for line in rows}, {2 + 42 + 4})
        for line in out.splitlines():
            self.assertLessEqual(width(line), 80, line)

    def test_amounts_line_up(self):
        for command in (("show",), ("show", "--lang", "da")):
            plan = money_plan(3000000, *({"id": "b%d" % i, "parties": ["p%d" % i], "kind": "cash", "amount": 1000000}
                                         for i in range(len(TITLES))))
            plan["parties"] += [{"id": "p%d" % i, "name": title, "kind": "foundation"} for i, title in enumerate(TITLES)]
            out = self.run_command(*command, self.write("p.json", plan)).out
            rows = [line for line in out.splitlines() if line.endswith("1.000.000 kr.") or line.endswith("DKK 1,000,000")]
            self.assertEqual(len(rows), len(TITLES))
            self.assertEqual({width(line) for line in rows}, {80})

    def test_differences_line_up(self):
        one, other = self.goals_plan(), self.goals_plan()
        for activity in other["activities"]:
            activity["title"] += " 🚀"
        self.write("a.json", one)
        self.write("b.json", other)
        out = self.run_command("diff", "a.json", "b.json").out
        for line in out.splitlines():
            self.assertLessEqual(width(line), 80, line)

    def test_the_mark_stands_below_the_value(self):
        for title in TITLES[:10]:
            with self.subTest(title=title):
                out = self.validate(self.write("p.json", json.dumps(small_plan(title=title, x=7), ensure_ascii=False))).out
                lines = out.splitlines()
                at = next(i for i, line in enumerate(lines) if '"x": 7' in line)
                self.assertEqual(width(lines[at + 1].split("^")[0]), width(lines[at].split('"x": 7')[0]), out)


if __name__ == "__main__":
    run.main()
