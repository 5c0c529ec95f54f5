#!/usr/bin/python3
"""Tests helhedsplan fmt and helhedsplan init, as users run them.

usage: forms.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND.
"""
import glob
import json
import os
import random
import resource
import stat
import subprocess
from decimal import Decimal

import run
from run import COMPLETE, EXAMPLES, TODAY, VOLLSMOSE, small_plan

EVERY = os.path.join(EXAMPLES, "..", "tests", "faults", "every.helhedsplan.json")
SCHEMES = ("lbf-2011-2014", "lbf-2015-2018", "lbf-2019-2026")
MARKS = {"da": "Udfyld: ", "en": "Fill in: "}
TEMPLATE = os.path.join(os.environ.get("HHP_SOURCE_DIR", os.path.join(run.HERE, "..", "..")), "cli", "init",
                        "new_plan.%s.helhedsplan.json")


def values(text):
    """A JSON text as values: numbers as written, objects as members in order."""
    def members(pairs):
        assert len({name for name, _ in pairs}) == len(pairs)
        return tuple(pairs)
    return json.loads(text, parse_float=Decimal, parse_int=Decimal, object_pairs_hook=members)


def meant(value, is_own=False):
    """The meaning of a plan: members have no order, and an empty list or object equals an absent one. Members that
    begin with x- are kept as they are, in order."""
    if isinstance(value, list):
        return [meant(item, is_own) for item in value]
    if not isinstance(value, tuple):
        return value
    pairs = [(name, meant(item, is_own or name.startswith("x-"))) for name, item in value]
    own = [(name, item) for name, item in pairs if is_own or name.startswith("x-")]
    nothing = ([], {"own": []})
    rest = {name: item for name, item in pairs if not (is_own or name.startswith("x-")) and item not in nothing}
    return dict(rest, own=own)


def scrambled(text, seed, own=False):
    """The same plan in another layout: other order, other white space, other escapes."""
    dice = random.Random(seed)
    numbers = ["-0", "-0.0", "1E2", "1.0", "0.1", "1e22", "123456789012345678", "-9223372036854775808", "1.50",
               "5e-324", "1.7976931348623157e308", "100e-2"]

    def blank():
        return dice.choice(["", "", " ", "\n", "\t", "\r\n   "])

    def anything(depth):
        kind = dice.randrange(8 if depth < 4 else 4)
        if kind == 0:
            return dice.choice(numbers)
        if kind == 1:
            return dice.choice(["null", "true", "false", '""', '"\\u00e6\\/\\ud83d\\ude00 \\n"', '"»æøå«"'])
        if kind in (2, 3):
            return dice.choice(["[]", "{}", '"x"', "0"])
        if kind < 6:
            return "[" + ",".join(blank() + anything(depth + 1) for _ in range(dice.randrange(4))) + blank() + "]"
        return "{" + ",".join('%s"%s%d":%s' % (blank(), dice.choice("zxa"), i, anything(depth + 1))
                              for i in range(dice.randrange(4))) + "}"

    def put(value):
        if isinstance(value, list):
            return "[" + blank() + ("," + blank()).join(map(put, value)) + blank() + "]"
        if not isinstance(value, dict):
            return json.dumps(value, ensure_ascii=dice.random() < 0.5)
        pairs = [(json.dumps(name), put(item)) for name, item in value.items()]
        dice.shuffle(pairs)
        if own:
            for i in range(dice.randrange(3)):
                pairs.insert(dice.randrange(len(pairs) + 1), ('"x-%s%d"' % (dice.choice("zma"), i), anything(0)))
        return "{" + ("," + blank()).join(name + blank() + ":" + blank() + item for name, item in pairs) + "}"

    plain = json.loads(text)

    def without_own(value):
        if isinstance(value, list):
            return [without_own(item) for item in value]
        if isinstance(value, dict):
            return {name: without_own(item) for name, item in value.items() if not name.startswith("x-")}
        return value
    return blank() + put(without_own(plain)) + blank()


class FormsTest(run.CommandTest):
    def fmt(self, *arguments, **more):
        return self.run_command("fmt", *arguments, **more)

    def init(self, *arguments, **more):
        return self.run_command("init", *arguments, **more)

    def text(self, path):
        with open(path, encoding="utf-8") as file:
            return file.read()

    def messy(self, name, **members):
        return self.write(name, json.dumps(small_plan(**members), indent=7))


class Canonical(FormsTest):
    def test_what_is_canonical_stays(self):
        for path in glob.glob(os.path.join(EXAMPLES, "*.helhedsplan.json")):
            with self.subTest(path=path):
                result = self.fmt(path)
                self.assertEqual((result.code, result.err), (0, ""))
                self.assertEqual(result.out, self.text(path))
                self.assertEqual(self.fmt("--check", path).code, 0)

    def test_another_layout_is_the_same_plan(self):
        for path in (VOLLSMOSE, COMPLETE, EVERY):
            plain = scrambled(self.text(path), 0)
            expected = self.fmt("-", input=plain.encode()).out
            self.assertNotEqual(plain, expected)
            self.assertEqual(meant(values(expected)), meant(values(plain)))
            for seed in range(1, 6):
                with self.subTest(path=path, seed=seed):
                    result = self.fmt("-", input=scrambled(self.text(path), seed).encode())
                    self.assertEqual((result.code, result.err), (0, ""))
                    self.assertEqual(result.out, expected)

    def test_nothing_is_lost(self):
        for path in (VOLLSMOSE, COMPLETE, EVERY):
            for seed in range(20):
                with self.subTest(path=path, seed=seed):
                    text = scrambled(self.text(path), seed, own=True)
                    result = self.fmt("-", input=text.encode())
                    self.assertEqual((result.code, result.err), (0, ""))
                    self.assertEqual(meant(values(result.out)), meant(values(text)))
                    self.assertEqual(self.fmt("-", input=result.out.encode()).out, result.out)

    def test_defaults_that_are_given_stay(self):
        plan = small_plan(kind="boligsocial", language="da",
                          parties=[{"id": "p", "name": "P", "kind": "municipality"}],
                          goals=[{"id": "m", "title": "M", "pursued": True}],
                          focus_areas=[{"id": "f", "code": "tryghed-og-trivsel", "title": "F", "cross_cutting": False}],
                          activities=[{"id": "a", "title": "A", "target_group": {"age_min": 0}}],
                          financing={"contributions": [{"parties": ["p"], "kind": "cash", "amount": 0,
                                                        "qualifier": "exact"}]})
        self.assertEqual(json.loads(self.fmt("-", input=json.dumps(plan).encode()).out), plan)
        bare = small_plan(goals=[{"id": "m", "title": "M"}])
        self.assertEqual(json.loads(self.fmt("-", input=json.dumps(bare).encode()).out), bare)

    def test_empty_lists_and_objects_are_left_out_but_not_ones_own(self):
        plan = small_plan(parties=[], period={}, financing={"grant": {}, "contributions": []})
        plan["x-tom"] = {"liste": [], "objekt": {}}
        written = self.fmt("-", input=json.dumps(plan).encode()).out
        self.assertEqual(json.loads(written), dict(small_plan(), **{"x-tom": {"liste": [], "objekt": {}}}))

    def test_a_number_that_would_change_is_refused(self):
        for number in ("0.10000000000000000001", "12345678901234567890.5", "1.00000000000000001", "3e-324"):
            with self.subTest(number=number):
                text = '{"format":"helhedsplan/1","id":"a","title":"Æ","status":"draft",\n"scheme":"lbf-2015-2018",' \
                       '"area":"Å","x-tal":[1,%s]}' % number
                path = self.write("tal.json", text)
                for mode in ((), ("--check",), ("--write",)):
                    result = self.fmt(*mode, path)
                    self.assertEqual((result.code, result.out), (1, ""))
                    self.assertEqual(result.err.splitlines()[0], "helhedsplan: %s:2:48: %s cannot be kept exactly in "
                                     "canonical form; the file is unchanged" % (path, number))
                self.assertEqual(self.read("tal.json").decode(), text)

    def test_a_number_of_up_to_60_characters_is_named_in_full(self):
        for length in (60, 61):
            number = "0." + "1" * (length - 2)
            path = self.write("tal.json", dict(small_plan(), **{"x-tal": 0}))
            self.write("tal.json", self.read("tal.json").decode().replace('"x-tal": 0', '"x-tal": ' + number))
            shown = number if length == 60 else number[:60] + "…"
            self.assertIn(": %s cannot be kept exactly" % shown, self.fmt(path).err)

    def test_faults_of_the_form_are_refused(self):
        faulty = {
            "HP101": '{"format": "helhedsplan/1",',
            "HP102": '{"format": "helhedsplan/1", "id": "a", "id": "a", "title": "T", "status": "draft", '
                     '"scheme": "lbf-2015-2018", "area": "A"}',
            "HP103": json.dumps(small_plan(titel="T")),
            "HP104": '{"format": "helhedsplan/1"}',
            "HP105": json.dumps(small_plan(financing={"frame": 46000000.0})),
            "HP106": json.dumps(small_plan(prequalified_on="2015-02-30")),
            "HP109": json.dumps(small_plan(format="helhedsplan/2")),
        }
        self.messy("god.json")
        for rule, text in faulty.items():
            with self.subTest(rule=rule):
                self.write("fejl.json", text)
                for mode in ((), ("--check",), ("--write",)):
                    result = self.fmt(*mode, "fejl.json")
                    self.assertEqual((result.code, result.out), (1, ""))
                    self.assertIn("fejl.json:1:", result.err)
                    self.assertIn("[%s " % rule, result.err)
                self.assertEqual(self.read("fejl.json").decode(), text)
                result = self.fmt("--check", "fejl.json", "god.json")  # the others are processed
                self.assertEqual((result.code, result.out), (1, "god.json\n"))

    def test_faults_that_lose_nothing_do_not_hinder(self):
        plan = small_plan(scheme="ukendt", goals=[{"id": "m", "title": "A"}, {"id": "m", "title": "B"}],
                          strategies=[{"id": "s", "title": "S", "goals": ["findes-ikke"]}])
        path = self.write("plan.json", plan)
        for rule in ("HP107", "HP108", "HP110"):
            self.assertIn("[%s " % rule, self.validate(path).out)
        result = self.fmt("--write", path)
        self.assertEqual((result.code, result.out), (0, ""))
        self.assertEqual(json.loads(self.read("plan.json")), plan)


class Modes(FormsTest):
    def test_check_names_files_and_writes_nothing(self):
        before = {name: self.text(self.messy(name)) for name in ("a.json", "b.json")}
        self.write("c.json", self.fmt("a.json").out)
        result = self.fmt("--check", "b.json", "c.json", "a.json")
        self.assertEqual((result.code, result.out), (1, "b.json\na.json\n"))
        self.assertEqual(result.err, "helhedsplan: not in canonical form: 2 of 3; “helhedsplan fmt --write” rewrites them\n")
        self.assertEqual({name: self.text(self.path(name)) for name in before}, before)
        self.assertEqual(self.fmt("--check", "c.json").out, "")
        danish = self.fmt("--check", "--lang", "da", "a.json")
        self.assertEqual(danish.err, "helhedsplan: ikke i kanonisk form: 1 af 1; »helhedsplan fmt --write« omskriver dem\n")

    def test_a_missing_last_newline_and_a_carriage_return_are_not_canonical(self):
        canonical = self.fmt(self.messy("a.json")).out
        self.assertEqual(self.fmt("--check", self.write("b.json", canonical)).code, 0)
        for text in (canonical[:-1], canonical + "\n", canonical.replace("\n", "\r\n")):
            self.assertEqual(self.fmt("--check", self.write("b.json", text)).code, 1)

    def test_write(self):
        old = self.messy("a.json")
        expected = self.fmt("a.json").out
        os.chmod(old, 0o640)
        os.symlink("a.json", self.path("link.json"))
        result = self.fmt("--write", "link.json")
        self.assertEqual((result.code, result.out, result.err), (0, "", "helhedsplan: link.json rewritten\n"))
        self.assertEqual(self.text(old), expected)
        self.assertTrue(os.path.islink(self.path("link.json")))
        self.assertEqual(stat.S_IMODE(os.stat(old).st_mode), 0o640)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.json", "link.json"])

    def test_write_leaves_what_is_canonical_alone(self):
        path = self.write("a.json", self.fmt(self.messy("b.json")).out)
        os.utime(path, ns=(10**18, 10**18))
        about = os.stat(path)
        result = self.fmt("--write", "a.json", "b.json", "a.json", "b.json")
        self.assertEqual((result.code, result.out, result.err), (0, "", "helhedsplan: b.json rewritten\n"))
        self.assertEqual((os.stat(path).st_mtime_ns, os.stat(path).st_ino), (10**18, about.st_ino))

    def test_3_wins_and_the_others_go_on(self):
        self.write("fejl.json", "{")
        for mode, said in (("--check", "a.json\n"), ("--write", "")):
            self.messy("a.json")
            result = self.fmt(mode, "væk.json", "fejl.json", "a.json")
            self.assertEqual((result.code, result.out), (3, said))
            self.assertIn("cannot read væk.json: no such file", result.err)
            self.assertIn("[HP101 ", result.err)
        self.assertEqual(self.fmt("--check", "a.json").code, 0)

    def test_standard_input(self):
        text = self.text(self.messy("a.json")).encode()
        self.assertEqual(self.fmt("-", input=text).out, self.fmt("a.json").out)
        result = self.fmt("--check", "-", input=text)
        self.assertEqual((result.code, result.out), (1, "-\n"))
        self.assertEqual(self.fmt("--check", "-", input=self.fmt("a.json").out.encode()).code, 0)
        self.assertIn("-:1:1: error", self.fmt("-", input=b"").err)

    def test_usage(self):
        path = self.messy("a.json")
        self.assert_usage(self.fmt(), "missing argument")
        self.assert_usage(self.fmt("--check", "--write", path), "--check and --write cannot be used together")
        self.assert_usage(self.fmt("--write", "-"), "standard input (-) cannot be rewritten")
        self.assert_usage(self.fmt("--write", path, "-"), "standard input (-) cannot be rewritten")
        self.assert_usage(self.fmt("--check", "-", "-"), "can be read only once")
        self.assert_usage(self.fmt(path, path), "several files require --check or --write")
        self.assert_usage(self.fmt("--max-size", "stor", path), "--max-size")
        self.assertEqual(self.fmt("--max-size", "10", path).code, 3)
        self.assertEqual(self.fmt("--lang", "da", "--check", "--write", path).err.splitlines()[0],
                         "helhedsplan: --check og --write kan ikke bruges sammen")


class Places(FormsTest):
    def test_hostile_names(self):
        for name, shown in (("\x1b[31mrød\n.json", "\\u{1b}[31mrød\\u{a}.json"), (" .json", " .json"),
                            ("##vso[x].json", "\\u{23}#vso[x].json"), ("plan's \"$(x)`.json", "plan's \"$(x)`.json")):
            with self.subTest(name=name):
                self.messy(name)
                result = self.fmt("--check", name)
                self.assertEqual((result.code, result.out), (1, shown + "\n"))
                self.assertEqual(self.fmt("--write", name).err, "helhedsplan: %s rewritten\n" % shown)
                self.assertEqual(self.fmt("--check", name).code, 0)
        self.messy("--write")
        self.assertEqual(self.fmt("--check", "--", "--write").out, "--write\n")
        self.assertEqual(self.fmt("--write", "--", "--write").code, 0)
        raw = os.fsencode(self.folder) + b"/raa-\xff.json"
        with open(raw, "w", encoding="utf-8") as file:
            file.write(json.dumps(small_plan()))
        self.assertTrue(self.fmt("--check", raw).out.endswith("/raa-\\xff.json\n"))
        self.assertEqual(self.fmt("--write", raw).code, 0)
        self.assertEqual(self.fmt("--check", raw).code, 0)

    def test_full_standard_output_is_3(self):
        path = self.messy("a.json")
        for arguments in (("fmt", path), ("fmt", "--check", path), ("init",)):
            with self.subTest(arguments=arguments), open("/dev/full", "wb") as full:
                result = self.run_command(*arguments, stdout=full)
                self.assertEqual(result.code, 3)
                self.assertIn("helhedsplan: cannot write standard output: the disk is full\n", result.err)

    def limited(self, *arguments):
        """Runs the command with a limit of 100 bytes per file. Writing more raises SIGXFSZ, which kills by default."""
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        return subprocess.run([run.COMMAND, *arguments], env=self.unprofiled(), cwd=self.folder, timeout=120,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False, preexec_fn=limit)

    def test_a_file_that_may_not_be_so_large_leaves_the_old_one(self):
        before = self.text(self.messy("a.json"))
        done = self.limited("fmt", "--write", "a.json")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(done.stderr.decode(), "helhedsplan: cannot write a.json: the file would be too large\n")
        self.assertEqual(self.text(self.path("a.json")), before)
        self.assertEqual(os.listdir(self.folder), ["a.json"])

    def test_a_file_that_may_not_be_so_large_is_not_there_by_half(self):
        done = self.limited("init", "--output", "ny.json")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(done.stderr.decode(), "helhedsplan: cannot write ny.json: the file would be too large\n")
        self.assertEqual(os.listdir(self.folder), [])

    @run.unittest.skipIf(os.geteuid() == 0, "root may read and write everything")
    def test_no_permission_is_3(self):
        path = self.messy("a.json")
        os.chmod(path, 0o444)
        result = self.fmt("--write", "a.json")
        self.assertEqual((result.code, result.err), (3, "helhedsplan: cannot write a.json: write permission denied\n"))
        os.chmod(path, 0)
        self.assertEqual(self.fmt("--check", "a.json").code, 3)
        os.chmod(path, 0o644)
        os.chmod(self.folder, 0o555)
        try:
            self.assertEqual(self.fmt("--write", "a.json").code, 3)
            self.assertEqual(self.init("--output", "ny.json").code, 3)
        finally:
            os.chmod(self.folder, 0o755)

    def test_what_is_no_file(self):
        os.mkdir(self.path("mappe"))
        os.mkfifo(self.path("ror"))
        for place, why in (("mappe", "the folder has no files"), ("ror", "not a regular file"), ("/dev/null", "not a regular file")):
            with self.subTest(place=place):
                result = self.fmt("--write", place)
                self.assertEqual((result.code, result.out), (3, ""))
                self.assertIn(why, result.err)


class Init(FormsTest):
    def plan(self, *arguments):
        result = self.init(*arguments)
        self.assertEqual((result.code, result.err), (0, ""))
        return json.loads(result.out)

    def own_scheme(self, **members):
        scheme = {"format": "helhedsplan-scheme/1", "id": "egen", "title_da": "Egen", "title_en": "Own",
                  "min_local_bp": 3333, "base": "grant"}
        scheme.update(members)
        return self.write("egen.json", scheme)

    def assert_valid_draft(self, text, *scheme):
        """No error and no warning, and canonical."""
        result = self.validate("--fail-on", "warning", "--show", "info", *scheme, "-", input=text.encode())
        self.assertEqual(result.code, 0, result.out)
        self.assertEqual(self.fmt("--check", "-", input=text.encode()).code, 0)
        return result.out

    def test_every_scheme_in_both_languages(self):
        for scheme in SCHEMES:
            for lang in ("da", "en"):
                for more in ((), ("--area", "Lindparken"), ("--title", "Vores plan", "--id", "vores")):
                    with self.subTest(scheme=scheme, lang=lang, more=more):
                        result = self.init("--scheme", scheme, "--lang", lang, *more)
                        self.assertEqual((result.code, result.err), (0, ""))
                        self.assertEqual(self.init("--scheme", scheme, "--lang", lang, *more).out, result.out)
                        plan = json.loads(result.out)
                        self.assertEqual((plan["language"], plan["scheme"], plan["status"]), (lang, scheme, "draft"))
                        out = self.assert_valid_draft(result.out)
                        self.assertEqual(out.count("[HP215 "), 3)  # each focus area is still open
                        self.assertEqual(out.count("[HP504 "), 1)

    def test_the_last_stage_has_next_steps(self):
        self.write("ny.json", self.init("--lang", "da").out)
        result = self.validate("--lang", "da", "--stage", "full", "--show", "info", "ny.json")
        self.assertEqual(result.code, 1)
        for rule in ("HP215", "HP504"):
            self.assertIn("[%s " % rule, result.out)

    def test_no_placeholder_speaks_the_other_language(self):
        for lang, other in (("da", "en"), ("en", "da")):
            out = self.init("--lang", lang).out
            self.assertGreater(out.count('"' + MARKS[lang]), 20)
            self.assertNotIn(MARKS[other], out)

    def test_the_newest_scheme_is_the_default(self):
        self.assertEqual(self.plan()["scheme"], "lbf-2019-2026")
        self.assertEqual(self.plan()["period"], {"label": "2026-2029"})
        self.assertEqual(self.plan("--scheme", "lbf-2015-2018")["period"], {"label": "2018-2021"})

    def test_what_the_scheme_asks_for(self):
        old, new = self.plan("--scheme", "lbf-2011-2014"), self.plan("--scheme", "lbf-2019-2026")
        self.assertEqual([agreement["kind"] for agreement in old["agreements"]], ["strategic"])
        self.assertNotIn("board", old["governance"])
        self.assertEqual([agreement["kind"] for agreement in new["agreements"]], ["strategic", "sub", "sub", "sub"])
        self.assertEqual([agreement["focus_area"] for agreement in new["agreements"][1:]],
                         [area["id"] for area in new["focus_areas"]])
        self.assertEqual(len(new["governance"]["board"]), 2)
        self.assertEqual([area["title"] for area in new["focus_areas"]],
                         ["Education and life chances", "Employment", "Crime prevention"])
        self.assertEqual([activity["focus_areas"] for activity in new["activities"]],
                         [[area["id"]] for area in new["focus_areas"]])

    def test_no_amount_is_invented(self):
        financing = self.plan()["financing"]
        self.assertNotIn("frame", financing)
        self.assertEqual(financing["grant"], {"party": "landsbyggefonden"})
        self.assertEqual([sorted(given) for given in financing["contributions"]], [["kind", "parties"]] * 2)
        self.assert_valid_draft(self.init().out)

    def test_the_money_just_meets_the_requirement(self):
        for share in (0, 1, 2500, 3333, 9999, 10000):
            for base in ("total", "grant"):
                with self.subTest(share=share, base=base):
                    self.own_scheme(min_local_bp=share, base=base)
                    text = self.init("--scheme", "egen.json", "--frame", "10000000").out
                    self.assert_valid_draft(text, "--scheme", "egen.json")
                    money = json.loads(text)["financing"]
                    local = sum(given["amount"] for given in money["contributions"])
                    grant = money["grant"]["applied"]
                    self.assertEqual((money["frame"], grant + local), (10000000, 10000000))
                    self.assertGreaterEqual(local * 10000, share * (grant if base == "grant" else grant + local))
                    # One krone less, or one krone more of the grant, is not sufficient.
                    less = share * (grant + 1 if base == "grant" else grant + local)
                    self.assertTrue(local == 0 or (local - 1) * 10000 < less)

    def test_the_money_of_a_frame(self):
        # Of 46,000,000 a quarter is 11,500,000; of 1,000,001 at least 250,001 (250,000 would be 24.99998 %).
        for frame, grant, parts in (("46.000.000", 34500000, [5750000, 5750000]), ("1000001", 750000, [125001, 125000]),
                                    ("1", 0, [1, 0]), ("1000000000000", 750000000000, [125000000000] * 2)):
            with self.subTest(frame=frame):
                text = self.init("--frame", frame).out
                self.assert_valid_draft(text)
                money = json.loads(text)["financing"]
                self.assertEqual(money["frame"], int(frame.replace(".", "")))
                self.assertEqual(money["grant"]["applied"], grant)
                self.assertEqual([given["amount"] for given in money["contributions"]], parts)
        # Of the grant: 1,000,000 is at most 750,018 and a third of it, 249,982 (0.3333 * 750,018 = 249,980.9994;
        # of 750,019 it would be 249,981.3327, and 249,981 are left).
        self.own_scheme()
        text = self.init("--scheme", "egen.json", "--frame", "1000000").out
        self.assert_valid_draft(text, "--scheme", "egen.json")
        self.assertEqual(json.loads(text)["financing"]["grant"]["applied"], 750018)
        for frame in ("0", "-1", "46 mio.", "1,5", "", "1000000000001"):
            self.assert_usage(self.init("--frame", frame), "--frame")

    def test_an_own_scheme(self):
        areas = [{"code": code, "title_da": title, "title_en": title}
                 for code, title in (("kommunen", " Blank"), ("maal-1", "Med\u0007klokke"), ("maal-1-2", "Æøå"),
                                     ("fire", "Fire"))]
        self.own_scheme(focus_areas=areas, requires_sub_agreements=True, requires_board=True)
        result = self.init("--scheme", "egen.json", "--lang", "da", "--id", "maal-1", "--start", "2024-02-29")
        self.assertEqual(result.code, 0, result.err)
        self.assert_valid_draft(result.out, "--scheme", "egen.json")
        plan = json.loads(result.out)
        self.assertEqual(plan["id"], "maal-1")
        self.assertEqual([area["code"] for area in plan["focus_areas"]], ["kommunen", "maal-1", "maal-1-2"])
        # A title that fails the rules on texts is replaced by the code of the area.
        self.assertEqual([area["title"] for area in plan["focus_areas"]], ["kommunen", "maal-1", "Æøå"])

    def test_an_own_scheme_with_nothing_in_it(self):
        self.own_scheme()
        text = self.init("--scheme", "egen.json").out
        self.assert_valid_draft(text, "--scheme", "egen.json")
        plan = json.loads(text)
        self.assertNotIn("period", plan)
        self.assertNotIn("milestones", plan)
        self.assertEqual(len(plan["focus_areas"]), 1)

    def test_an_own_scheme_of_one_year_and_of_twenty(self):
        for years, label in ((1, "2030-2030"), (20, "2030-2049")):
            self.own_scheme(gives_to=2030, nominal_years=years)
            text = self.init("--scheme", "egen.json").out
            self.assert_valid_draft(text, "--scheme", "egen.json")
            self.assertEqual(json.loads(text)["period"]["label"], label)
            self.assertEqual(len(json.loads(text)["milestones"]), years)

    def test_start(self):
        for start, end, label in (("2024-01-01", "2027-12-31", "2024-2027"), ("2024-02-29", "2028-02-28", "2024-2028"),
                                  ("2024-03-01", "2028-02-29", "2024-2028"), ("2025-03-01", "2029-02-28", "2025-2029"),
                                  ("2026-07-15", "2030-07-14", "2026-2030"), ("2026-05-01", "2030-04-30", "2026-2030")):
            with self.subTest(start=start):
                result = self.init("--start", start)
                self.assertEqual(json.loads(result.out)["period"], {"label": label, "start": start, "end": end})
                self.assertNotIn("HP504", self.assert_valid_draft(result.out))
        for start in ("2026-02-30", "2026-13-01", "2026-99-01", "2026-00-01", "2026-01", "0000-01-01", "i morgen", ""):
            with self.subTest(start=start):
                self.assert_usage(self.init("--start", start), "“%s” is not a valid date" % start)
        self.assert_usage(self.init("--start", "9997-01-01"), "the plan would end after the year 9999")

    def test_municipality(self):
        for word, code, name in (("odense", "461", "Odense Kommune"), ("461", "461", "Odense Kommune"),
                                 ("0461", "461", "Odense Kommune"), ("KØBENHAVN", "101", "Københavns Kommune"),
                                 ("aarhus kommune", "751", "Aarhus Kommune"), ("Århus", "751", "Aarhus Kommune"),
                                 ("bornholm", "400", "Bornholms Regionskommune")):
            with self.subTest(word=word):
                text = self.init("--municipality", word).out
                self.assert_valid_draft(text)
                plan = json.loads(text)
                self.assertEqual(plan["municipality_code"], code)
                self.assertEqual([p["name"] for p in plan["parties"] if p["kind"] == "municipality"], [name])
        self.assertNotIn("municipality_code", json.loads(self.init().out))
        self.assert_usage(self.init("--municipality", "odens"), "unknown municipality: “odens”; did you mean “Odense”?")
        self.assert_usage(self.init("--municipality", "Oddense Kommune"), "did you mean “Odense Kommune”?")
        for word in ("500", "411", "Lindby", "Kommune", "", "461 "):
            result = self.init("--municipality", word)
            self.assert_usage(result, "unknown municipality: “%s”" % word)
            self.assertNotIn("did you mean", result.err)

    def test_what_is_to_be_filled_in_is_found(self):
        """Every placeholder text is reported, in both languages, at every stage: as an info, a warning, an error."""
        for lang, mark in (("da", "Udfyld:"), ("en", "Fill in:")):
            text = self.init("--lang", lang).out
            path = self.write("ny.json", text)
            for stage, severity in (("draft", "info"), ("prequal", "warning"), ("full", "error")):
                with self.subTest(lang=lang, stage=stage):
                    report = json.loads(self.validate(path, "--stage", stage, "--format", "json").out)
                    found = [f for f in report["files"][0]["findings"] if f["rule"] == "HP116"]
                    self.assertEqual(len(found), text.count('"%s ' % mark))
                    self.assertGreater(len(found), 20)
                    self.assertEqual({f["severity"] for f in found}, {severity})

    def test_id_and_title(self):
        for arguments, name, title in (
                (("--area", "Ærø Åparken"), "aeroe-aaparken-2026-2029", "Boligsocial helhedsplan for Ærø Åparken 2026-2029"),
                (("--area", "X", "--title", "Plan nr. 2: »Café Ü«!"), "plan-nr-2-cafe-u", "Plan nr. 2: »Café Ü«!"),
                (("--title", "日本語"), "ny-helhedsplan", "日本語"),
                (("--title", "A", "--id", "b-1"), "b-1", "A"),
                (("--title", "Łódź på Åen"), "lodz-paa-aaen", "Łódź på Åen"),
                (("--title", "Ga\u030ard 👨\u200d👩"), "gaard", "Ga\u030ard 👨\u200d👩"),
                (("--title", "x" * 63 + "æ"), "x" * 63, "x" * 63 + "æ"),
                (("--title", "y" * 64 + " slut"), "y" * 64, "y" * 64 + " slut")):
            with self.subTest(arguments=arguments):
                text = self.init("--lang", "da", *arguments).out
                self.assert_valid_draft(text)
                self.assertEqual((json.loads(text)["id"], json.loads(text)["title"]), (name, title))
        for name in ("Æ", "", "-a", "a b", "x" * 65):
            self.assert_usage(self.init("--id", name), "“%s” is not a valid id" % name)
        for option in ("--title", "--area"):
            for words in ("", " ", " a", "a ", "a\u00a0", "a\nb", "\x1b[1m", "a\u202eb", "a\u00adb", b"a\xff",
                          "a\u200db", "a\u0600", "a\U0001d173", "\u2800a", "a\tb"):
                self.assert_usage(self.init(option, words), option)

    def test_an_id_that_others_have(self):
        """The plan keeps the id; the entity that has it in the template is numbered, and so are all references to it."""
        def renamed(value, old, new):
            if isinstance(value, list):
                return [renamed(item, old, new) for item in value]
            if isinstance(value, dict):
                return {name: item if name in ("kind", "code") else renamed(item, old, new) for name, item in value.items()}
            return new if value == old else value

        for lang in ("da", "en"):
            template = json.loads(self.text(TEMPLATE % lang))
            ids = [item["id"] for items in template.values() if isinstance(items, list)
                   for item in items if isinstance(item, dict)]
            self.assertEqual(len(ids), 21)
            for name in ids:
                with self.subTest(lang=lang, name=name):
                    result = self.init("--lang", lang, "--scheme", "lbf-2019-2026", "--id", name)
                    self.assertEqual(result.code, 0, result.err)
                    self.assert_valid_draft(result.out)
                    self.assertEqual(json.loads(result.out), dict(renamed(template, name, name + "-2"), id=name))

    def test_the_templates_are_what_is_written_for_their_scheme(self):
        for lang in ("da", "en"):
            template = self.text(TEMPLATE % lang)
            self.assert_valid_draft(template)
            scheme = json.loads(template)["scheme"]
            self.assertEqual(self.init("--lang", lang, "--scheme", scheme).out, template)

    def test_the_templates_have_what_is_replaced(self):
        """The title of each focus area in its entities, the year in each milestone, the share in the summary."""
        for lang, share in (("da", "mindst 25 %"), ("en", "at least 25 %")):
            plan = json.loads(self.text(TEMPLATE % lang))
            subs = [agreement for agreement in plan["agreements"] if agreement["kind"] == "sub"]
            for area, activity, sub in zip(plan["focus_areas"], plan["activities"], subs, strict=True):
                self.assertEqual((activity["focus_areas"], sub["focus_area"]), ([area["id"]], area["id"]))
                for text in (area["purpose"], activity["title"], sub["title"]):
                    self.assertIn(area["title"], text)
            for milestone in plan["milestones"]:
                self.assertIn(milestone["due"], milestone["id"])
                self.assertIn(milestone["due"], milestone["title"])
            self.assertIn(share, plan["summary"])

    def test_whole_plans(self):
        """With everything that can be edited, and with a minimal scheme."""
        for name, arguments in (
                ("narrow", ("--lang", "da", "--id", "aktivitet", "--title", "Naboer i Lindparken", "--area", "Lindparken",
                            "--municipality", "odense", "--start", "2024-02-29", "--frame", "1000000")),
                ("bare", ("--lang", "en", "--area", "Lindparken"))):
            with self.subTest(name=name):
                scheme = os.path.join(run.HERE, "init", name + ".scheme.json")
                expected = self.text(os.path.join(run.HERE, "init", name + ".helhedsplan.json"))
                self.assertEqual(self.init("--scheme", scheme, *arguments).out, expected)
                self.assert_valid_draft(expected, "--scheme", scheme)

    def test_to_a_new_file(self):
        result = self.init("--output", "ny plan.json")
        self.assertEqual((result.code, result.out), (0, ""))
        self.assertEqual(result.err.splitlines()[0],
                         "helhedsplan: ny plan.json written: a draft for Landsbyggefonden's 2019-26 funds")
        self.assertIn("\n  helhedsplan validate --show info 'ny plan.json'\n", result.err)
        self.assertIn("\n  helhedsplan validate --stage prequal 'ny plan.json'\n", result.err)
        self.assertIn("\n  helhedsplan schemes lbf-2019-2026\n", result.err)
        self.assertEqual(self.read("ny plan.json").decode(), self.init().out)
        danish = self.init("--output", "ny.json", "--lang", "da")
        self.assertTrue(danish.err.startswith("helhedsplan: ny.json er skrevet: et udkast efter "), danish.err)
        self.assertEqual(self.init("--output", "-").out, self.init().out)

    def test_the_calls_that_it_names_can_be_made(self):
        self.own_scheme(focus_areas=[{"code": "a", "title_da": "A", "title_en": "A"}])
        for name in ("ny.json", "ny plan's.json", "-ny.json", "$(x).json"):
            with self.subTest(name=name):
                result = self.init("--scheme", "egen.json", "--output=" + name)
                self.assertEqual(result.code, 0, result.err)
                calls = [line.strip() for line in result.err.splitlines() if line.startswith("  helhedsplan ")]
                self.assertEqual(len(calls), 2)
                for call in calls:
                    shell = call.replace("helhedsplan", '"$HELHEDSPLAN"', 1)
                    done = subprocess.run(["/bin/sh", "-c", shell], cwd=self.folder, capture_output=True, check=False,
                                          env=run.environment(HELHEDSPLAN=run.COMMAND))
                    self.assertIn(done.returncode, (0, 1), done.stderr)
                    self.assertEqual(done.stderr, b"")

    def test_no_file_is_overwritten(self):
        self.write("gammel.json", "gammel")
        os.symlink("gammel.json", self.path("link.json"))
        os.symlink("ingen.json", self.path("ingensteds.json"))
        os.mkdir(self.path("mappe"))
        # Not devices: if this failed, root would overwrite them.
        for name in ("gammel.json", "link.json", "ingensteds.json", "mappe"):
            with self.subTest(name=name):
                result = self.init("--output", name)
                self.assertEqual((result.code, result.out), (3, ""))
                self.assertEqual(result.err, "helhedsplan: cannot write %s: the file already exists\n" % name)
        self.assertEqual(self.read("gammel.json"), b"gammel")
        self.assertFalse(os.path.exists(self.path("ingen.json")))
        self.assertEqual(self.init("--output", "ingen/mappe.json").code, 3)
        self.assert_usage(self.init("--output", ""), "--output: missing file name")

    def test_hostile_names(self):
        result = self.init("--output", "\x1b[31m\n.json")
        self.assertEqual(result.code, 0)
        self.assertNotIn("\x1b", result.err)
        self.assertIn("\x1b[31m\n.json", os.listdir(self.folder))

    def test_usage(self):
        self.assert_usage(self.init("plan.json"), "too many arguments")
        self.assert_usage(self.init("--scheme", "lfb-2019-2026"), "did you mean “lbf-2019-2026”?")
        self.assertEqual(self.init("--scheme", "væk.json").code, 3)
        self.own_scheme(base="andet")
        self.assertEqual(self.init("--scheme", "egen.json").code, 2)


if __name__ == "__main__":
    run.main()
