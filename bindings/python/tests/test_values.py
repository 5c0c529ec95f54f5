"""Values as Excel, pandas and NumPy make them; messages; reports between processes; notebooks."""

import concurrent.futures
import copy
import datetime
import decimal
import fractions
import math
import multiprocessing
import os
import pickle
import re
import tempfile
import unittest
from pathlib import Path

import helhedsplan
from helhedsplan import InexactValueError, Plan
from support import COMPLETE, VOLLSMOSE, sanitized


class Missing:
    """Like pandas.NA: comparing gives itself, which is neither true nor false."""

    def __ne__(self, other):
        return self

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")


NA = type("NAType", (Missing,), {})()


class Values(unittest.TestCase):
    def setUp(self):
        self.plan = Plan.load(COMPLETE)

    def test_whole_numbers(self):
        class Index:
            def __index__(self):
                return 7

        for value, kept in ((3.0, 3), (decimal.Decimal("3.00"), 3), (fractions.Fraction(6, 2), 3), (Index(), 7), (1e12, 10**12),
                            (-0.0, 0), (decimal.Decimal("1E+3"), 1000)):
            self.plan.financing.frame = value
            self.assertEqual((self.plan.financing.frame, type(self.plan.financing.frame)), (kept, int))
        self.plan.activities[0].target_group.age_min = 13.0
        self.assertEqual(self.plan.activities[0].target_group.age_min, 13)

    def test_what_is_not_exact(self):
        for value, said in ((1.5, "1.5"), (decimal.Decimal("0.1"), "0.1"), (fractions.Fraction(1, 3), "1/3"),
                            (math.inf, "inf"), (decimal.Decimal("-Infinity"), "-Infinity")):
            with self.assertRaises(InexactValueError) as caught:
                self.plan.financing.frame = value
            self.assertEqual(str(caught.exception), f"Financing.frame: {said} is not whole kroner")
        with self.assertRaisesRegex(InexactValueError, r"^TargetGroup\.age_min: 13\.5 is not a whole number$"):
            self.plan.activities[0].target_group.age_min = 13.5
        for value in (True, False, "1", [1], b"1", datetime.date(2016, 1, 1), 1j):
            with self.assertRaisesRegex(TypeError, r"^Financing\.frame takes whole kroner, not "):
                self.plan.financing.frame = value
        with self.assertRaisesRegex(ValueError, r"^Financing\.frame is 1000000000001, and may be 0 to 1000000000000: "):
            self.plan.financing.frame = 1e12 + 1
        self.assertEqual(self.plan, Plan.load(COMPLETE))

    def test_empty_cells(self):
        for missing in (float("nan"), decimal.Decimal("NaN"), NA, None):
            plan = Plan.load(COMPLETE)
            plan.financing.frame = plan.vision = plan.period.start = plan.municipality_code = missing
            plan.activities[0].target_group.age_min = plan.kind = plan.activities[0].elements = missing
            plan.goals[0].pursued = missing
            for entity, name in ((plan.financing, "frame"), (plan, "vision"), (plan.period, "start"), (plan, "kind"),
                                 (plan.activities[0].target_group, "age_min"), (plan.goals[0], "pursued"),
                                 (plan.activities[0], "elements"), (plan, "municipality_code")):
                self.assertFalse(entity.is_given(name), (missing, name))
        with self.assertRaisesRegex(TypeError, "takes an id, not nan"):
            Plan.new().goals.add(float("nan"))
        with self.assertRaises(InexactValueError):
            Plan.new().financing.frame = decimal.Decimal("sNaN")

    def test_decimals(self):
        holder = (self.plan.indicators.add("maal").baseline, "value")
        for value, kept in ((63.5, "63.5"), (3, "3"), (3.0, "3"), (decimal.Decimal("63.50"), "63.50"), ("-1.25", "-1.25"),
                            (0.1, "0.1"), (-2.5, "-2.5")):
            setattr(*holder, value)
            self.assertEqual(getattr(*holder), kept)
        for wrong in (1e-7, math.inf, fractions.Fraction(1, 3), True, "1,5"):
            with self.assertRaises((ValueError, TypeError)):
                setattr(*holder, wrong)
        setattr(*holder, float("nan"))
        self.assertIsNone(getattr(*holder))

    def test_dates(self):
        period = self.plan.period
        for value, kept in ((datetime.datetime(2016, 8, 1), "2016-08-01"), (datetime.date(2016, 8, 1), "2016-08-01"),
                            (datetime.datetime(2016, 8, 1, tzinfo=datetime.timezone.utc), "2016-08-01"), ("2016-08", "2016-08")):
            period.start = value
            self.assertEqual(str(period.start), kept)
        with self.assertRaisesRegex(InexactValueError, r"^Period\.start: 2016-08-01 12:00:00 is not a whole day$"):
            period.start = datetime.datetime(2016, 8, 1, 12)
        with self.assertRaisesRegex(ValueError, r"^Period\.start: 2016-13: There is no such date"):
            period.start = "2016-13"
        with self.assertRaisesRegex(TypeError, r"^Period\.start: a date is "):
            period.start = 2016
        self.assertNotEqual(helhedsplan.PartialDate(2016, 8, 1), datetime.datetime(2016, 8, 1))
        helhedsplan.check(VOLLSMOSE, today=datetime.datetime.now())  # the day counts

    def test_every_day(self):
        """The package checks dates itself, since loading datetime takes longer than itself."""
        for year in (1, 1900, 1999, 2000, 2023, 2024, 9999):
            for month in range(14):
                for day in (0, 1, 28, 29, 30, 31, 32):
                    try:
                        expected = datetime.date(year, month, day)
                    except ValueError:
                        expected = None
                    try:
                        found = helhedsplan.PartialDate(year, month, day).date()
                    except ValueError:
                        found = None
                    self.assertEqual(found, expected, (year, month, day))
        for text in ("2016-2-1", "2016-02-1", "16-02-01", "2016-02-01 ", "٢٠١٦", "2016-", "+016", "2016-0²", ""):
            with self.assertRaises(ValueError, msg=text):
                helhedsplan.PartialDate.of(text)

    def test_bare_amounts(self):
        self.assertEqual(helhedsplan.cofinancing(grant=35e6, local=decimal.Decimal(11_000_000), frame=46_000_000.0).verdict,
                         "fails")
        self.assertEqual(helhedsplan.cofinancing(grant=float("nan"), local=1), helhedsplan.cofinancing(local=1))
        with self.assertRaisesRegex(ValueError, "^grant: 0.5 is not a whole number$"):
            helhedsplan.cofinancing(grant=0.5, local=1)

    def test_amounts_as_people_write_them(self):
        for text, kroner in (("46.000.000 kr.", 46_000_000), ("DKK 46,000,000.00", 46_000_000), ("3,4 mio. kr.", 3_400_000),
                             ("0", 0)):
            self.assertEqual(helhedsplan.parse_kroner(text), kroner)
        for wrong in ("1,5 kr.", "25 %", "", "mange", "1,000"):
            with self.assertRaises(helhedsplan.InvalidValueError, msg=wrong):
                helhedsplan.parse_kroner(wrong)
        with self.assertRaisesRegex(ValueError, "'1,000' may be 1000, or less: .*two ways"):
            helhedsplan.parse_kroner("1,000")


class Messages(unittest.TestCase):
    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            for function in (Plan.load, helhedsplan.Scheme.load, lambda path: helhedsplan.check(Path(path))):
                with self.assertRaises(helhedsplan.NoFileError) as caught:
                    function("nope.json")
                self.assertEqual(str(caught.exception), "no such file: 'nope.json'")
                with self.assertRaises(helhedsplan.IsFolderError) as caught:
                    function(folder)
                self.assertEqual(str(caught.exception), f"this is a folder: {folder!r}")
            with self.assertRaises(helhedsplan.NoFileError) as caught:
                Plan.new().save(f"{folder}/ingen/plan.json")
            self.assertEqual(str(caught.exception), f"no such folder: '{folder}/ingen/plan.json'")
            other = pickle.loads(pickle.dumps(caught.exception))
            self.assertEqual((str(other), other.status, other.errno), (str(caught.exception), caught.exception.status, 2))

    def test_a_path_instead_of_text(self):
        for path in ("plan.json", b"plan.json", "mappe/plan.helhedsplan.json", "../plan", "C:/Planer/Ny plan.JSON", "2016.json", "2016.JSON"):
            for function, meant in ((helhedsplan.check, "check(pathlib.Path(...))"), (Plan.parse, "Plan.load()"),
                                    (helhedsplan.Scheme.parse, "Scheme.load()")):
                with self.assertRaises(helhedsplan.InvalidValueError) as caught:
                    function(path)
                self.assertEqual(str(caught.exception), f"{path!r} is a path, and no JSON; to read a file, use {meant}")
        for text in ("", " ", "{", "x", "plan", '"a/b.json"', "[1/2]", "-1/2", "12/2", "a/b", "om/plan", "a/b\n", "true", "{}/x.json", '{"a": "b.json'):
            self.assertGreater(helhedsplan.check(text).counts["error"], 0, text)

    def test_reading_files(self):
        """Files of every size are read whole, also through a pipe that does not know its size."""
        with tempfile.TemporaryDirectory() as folder:
            for size in (0, 1, 65_535, 65_536, 65_537, 200_000):
                path = Path(folder) / "plan.json"
                path.write_bytes(b" " * size)
                self.assertEqual(helhedsplan._files.read_file(path), b" " * size)
                read, write = os.pipe()
                with os.fdopen(write, "wb") as file:
                    file.write(b"x" * min(size, 60_000))
                try:
                    self.assertEqual(helhedsplan._files.read_file(f"/dev/fd/{read}"), b"x" * min(size, 60_000))
                finally:
                    os.close(read)


def checked(path):
    return helhedsplan.check(Path(path), today="2016-04-01", line_hashes=True)


class Processes(unittest.TestCase):
    def same(self, one, other):
        self.assertEqual([each.to_record("da", True) for each in one], [each.to_record("da", True) for each in other])
        self.assertEqual(one.to_records(arguments=True), other.to_records(arguments=True))
        for name in ("counts", "ok", "is_complete", "plan_id", "scheme_id", "stage", "sha256", "path"):
            self.assertEqual(getattr(one, name), getattr(other, name), name)
        for name in ("errors", "warnings", "infos", "waived"):
            self.assertEqual([each.pointer for each in getattr(one, name)], [each.pointer for each in getattr(other, name)])
        for a, b in zip(one, other):
            self.assertEqual((a.arguments, a.argument_kinds, a.related, a.line_hash, str(a), repr(a)),
                             (b.arguments, b.argument_kinds, b.related, b.line_hash, str(b), repr(b)))

    def test_pickled_reports(self):
        for report in (checked(VOLLSMOSE), Plan.load(VOLLSMOSE).validate(), helhedsplan.check("{"),
                       Plan.load(VOLLSMOSE).validate(waivers=[{"rule": "HP401", "reason": "x"}])):
            for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
                other = pickle.loads(pickle.dumps(report, protocol))
                self.same(report, other)
            self.same(pickle.loads(pickle.dumps(other)), report)
            self.assertEqual(other, copy.copy(other))
            self.assertIsInstance(other, helhedsplan.Report)
            self.assertTrue(str(other).startswith(str(report[0])))
            self.assertIn("<table>", other._repr_html_())
            self.assertEqual([other[-1], other[:2]], [list(other)[-1], list(other)[:2]])
            for call in (other.render, other.to_dict, lambda: helhedsplan.render([report, other])):
                with self.assertRaisesRegex(TypeError, "a report that was pickled cannot be rendered; render it before"):
                    call()
            with self.assertRaises(ValueError):
                other[0].message("sv")

    def test_what_cannot_be_pickled(self):
        plan = Plan.load(VOLLSMOSE)
        for thing, said in ((plan.rollup("year"), r"to_records\(\) can"), (plan.diff(plan), r"to_records\(\) can"),
                            (plan.validate()[0], "pickle the report"), (helhedsplan.rules()[0], "cannot be pickled"),
                            (helhedsplan.schemes()[0], r"to_dict\(\) can")):
            with self.assertRaisesRegex(TypeError, said):
                pickle.dumps(thing)
        self.assertEqual(pickle.loads(pickle.dumps(plan.cofinancing())), plan.cofinancing())
        for thing in (plan.rollup("year"), plan.rollup("year").total, plan.diff(plan), plan.validate(), plan.validate()[0],
                      helhedsplan.rules()[0], helhedsplan.schemes()[0]):  # they never change
            self.assertIs(copy.copy(thing), thing)
            self.assertIs(copy.deepcopy(thing), thing)
        plan.extensions["x-a"] = [1]
        self.assertEqual((copy.copy(plan.extensions), pickle.loads(pickle.dumps(plan.extensions))), ({"x-a": [1]},) * 2)
        for entity in (plan, plan.activities[0], plan.financing):
            self.assertEqual(pickle.loads(pickle.dumps(entity)), entity)
        self.assertEqual(pickle.loads(pickle.dumps(plan.goals)), list(plan.goals))

    def test_an_exception_brings_its_report(self):
        with self.assertRaises(helhedsplan.DocumentError) as caught:
            Plan.parse("{")
        other = pickle.loads(pickle.dumps(caught.exception))
        self.same(other.report, caught.exception.report)

    @unittest.skipIf(sanitized(), "the other process is not started with the sanitizer")
    def test_other_processes(self):
        paths = [str(VOLLSMOSE), str(COMPLETE)]
        context = multiprocessing.get_context("spawn")
        with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
            for path, report in zip(paths, pool.map(checked, paths)):
                self.same(report, checked(path))
            plan = pool.submit(Plan.load, paths[0]).result()
        self.assertEqual(plan, Plan.load(VOLLSMOSE))
        with context.Pool(1) as pool:
            self.assertEqual(len(helhedsplan.to_records(pool.map(checked, paths))),
                             sum(len(checked(path)) for path in paths))


class Tables(unittest.TestCase):
    def flat(self, records):
        self.assertTrue(records)
        self.assertEqual(len({tuple(each) for each in records}), 1)
        for record in records:
            for value in record.values():
                self.assertIsInstance(value, (str, int, type(None)))
        return records

    def test_reports(self):
        report = checked(VOLLSMOSE)
        rows = self.flat(report.to_records("da"))
        self.assertEqual((rows[0]["path"], rows[0]["plan"]), (str(VOLLSMOSE), report.plan_id))
        row = next(each for each in rows if each["rule"] == "HP401")
        self.assertEqual((row["severity"], row["pointer"], row["waived"]), ("error", "/financing/contributions", False))
        self.assertIn("23,91 %", row["message"])
        self.assertEqual(next(each for each in report.to_records(arguments=True) if each["rule"] == "HP401")
                         ["arguments.short_by"], 500_000)
        other = helhedsplan.check("{", path="brudt.json")
        both = self.flat(helhedsplan.to_records([report, checked(COMPLETE), other]))
        self.assertEqual({each["path"] for each in both}, {str(VOLLSMOSE), "brudt.json"})  # the complete one has none
        self.assertEqual(len(both), len(report) + len(other))

    def test_others(self):
        plan = Plan.load(COMPLETE)
        after = plan.copy()
        after.financing.grant.awarded -= 500_000
        after.activities[0].title = "Ny"
        rows = self.flat(plan.diff(after).to_records("da"))
        self.assertIn(-500_000, [each["difference"] for each in rows])
        self.assertIn("Ny", [each["value.after"] for each in rows])
        for by in helhedsplan.words("rollup_by"):
            rows = self.flat(plan.rollup(by).to_records())
            self.assertEqual([each["key"] for each in rows], [each.key for each in plan.rollup(by)])
        parties = plan.rollup("party")
        self.assertEqual(sum(each["given"] or 0 for each in parties.to_records()), parties.total.given)
        money = plan.cofinancing()
        rows = self.flat(money.to_records())
        self.assertEqual({each["figure"]: next(filter(lambda x: x is not None, (each["kroner"], each["share_bp"], each["word"])),
                                               None) for each in rows}, money.to_dict())
        self.assertEqual(next(each["kroner"] for each in rows if each["figure"] == "grant"), money.grant)
        self.assertEqual(next(each["word"] for each in rows if each["figure"] == "verdict"), money.verdict)


class Notebooks(unittest.TestCase):
    HOSTILE = "</td><script>alert('x')</script>&amp;\"\u202e\u200b\x1b[31m"

    def test_hostile_texts(self):
        plan = Plan.load(VOLLSMOSE)
        plan.title = plan.area = self.HOSTILE
        plan.activities[0].title = self.HOSTILE
        plan.activities.add("farlig", title=self.HOSTILE, goals=["ingen"])
        path = f"/tmp/{self.HOSTILE}"
        report = helhedsplan.check(plan.dump(), path=path)
        for html in (plan._repr_html_(), report._repr_html_(), plan.validate()._repr_html_(), plan.cofinancing()._repr_html_()):
            self.assertNotIn("<script", html)
            self.assertFalse(set("\u202e\u200b\x1b") & set(html))
            tags = set(re.findall(r"</?([a-z]+)", html))
            self.assertLessEqual(tags, {"table", "caption", "thead", "tbody", "tr", "th", "td"})
        self.assertIn("&lt;/td&gt;&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;amp;&quot;", plan._repr_html_())
        self.assertIn("\\u{202e}", plan._repr_html_())

    def test_what_they_say(self):
        plan = Plan.load(VOLLSMOSE)
        self.assertIn("<caption>Boligsocial helhedsplan i Vollsmose 2016-2020</caption>", plan._repr_html_())
        self.assertIn("HP401", plan.validate()._repr_html_())
        html = plan.cofinancing()._repr_html_()
        self.assertIn("Co-financing: fails", html)
        self.assertIn("11,000,000", html)
        self.assertIn("23.91 %", html)
        self.assertIn("no findings", helhedsplan.check(COMPLETE)._repr_html_())


if __name__ == "__main__":
    unittest.main()
