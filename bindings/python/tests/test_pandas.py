"""Tables as pandas takes them, and values as pandas and NumPy give them."""

import unittest
from pathlib import Path

import numpy
import pandas

import helhedsplan
from helhedsplan import InexactValueError, Plan
from support import COMPLETE, VOLLSMOSE


class Frames(unittest.TestCase):
    def test_entities(self):
        frame = pandas.DataFrame(Plan.load(VOLLSMOSE).to_records("financing.contributions"))
        self.assertEqual(int(frame["amount"].sum()), 11_000_000)
        frame = pandas.DataFrame(Plan.load(COMPLETE).activities.to_records()).convert_dtypes()
        self.assertEqual((str(frame["title"].dtype), str(frame["target_group.age_min"].dtype)), ("string", "Int64"))
        self.assertEqual(len(frame), len(Plan.load(COMPLETE).activities))
        self.assertEqual(pandas.to_datetime(frame["start"]).dt.year.min(), 2021)

    def test_reports(self):
        reports = [helhedsplan.check(path, today="2016-04-01") for path in (VOLLSMOSE, COMPLETE)]
        frame = pandas.DataFrame(helhedsplan.to_records(reports)).convert_dtypes()
        self.assertEqual({name: str(frame[name].dtype) for name in ("path", "rule", "line", "waived", "message")},
                         {"path": "string", "rule": "string", "line": "Int64", "waived": "boolean", "message": "string"})
        self.assertEqual(frame.groupby("path").size()[str(VOLLSMOSE)], len(reports[0]))
        self.assertIn("HP401", set(frame[frame["severity"] == "error"]["rule"]))

    def test_diff_and_figures(self):
        plan = Plan.load(COMPLETE)
        after = plan.copy()
        after.financing.grant.awarded -= 500_000
        frame = pandas.DataFrame(plan.diff(after).to_records()).convert_dtypes()
        self.assertEqual((str(frame["difference"].dtype), int(frame["difference"].min())), ("Int64", -500_000))
        frame = pandas.DataFrame(plan.rollup("party").to_records()).convert_dtypes()
        self.assertEqual(str(frame["given"].dtype), "Int64")
        self.assertEqual(int(frame["given"].sum()), plan.rollup("party").total.given)
        frame = pandas.DataFrame(plan.cofinancing().to_records()).convert_dtypes().set_index("figure")
        self.assertEqual((str(frame["kroner"].dtype), int(frame["kroner"]["grant"])), ("Int64", plan.cofinancing().grant))


class Cells(unittest.TestCase):
    def setUp(self):
        self.plan = Plan.load(COMPLETE)

    def test_a_column_with_an_empty_cell_is_float(self):
        frame = pandas.DataFrame({"id": ["a", "b"], "title": ["A", None], "adopted_on": pandas.to_datetime(["2016-08-01", None])})
        plan = Plan.new()
        for row in frame.to_dict("records"):
            plan.goals.append(row)
        self.assertEqual(plan.to_dict()["goals"], [{"id": "a", "title": "A", "adopted_on": "2016-08-01"}, {"id": "b"}])
        money = pandas.DataFrame({"amount": [1_000_000, None]})
        self.assertEqual(str(money["amount"].dtype), "float64")
        plan.financing.contributions.extend(money.to_dict("records"))
        self.assertEqual([each.amount for each in plan.financing.contributions], [1_000_000, None])
        self.assertFalse(plan.financing.contributions[1].is_given("amount"))

    def test_numbers(self):
        financing = self.plan.financing
        for value in (numpy.int64(5), numpy.uint8(5), numpy.int16(5), numpy.float64(5), numpy.float32(5),
                      pandas.Series([5])[0], pandas.array([5], dtype="Int64")[0]):
            financing.frame = value
            self.assertEqual((financing.frame, type(financing.frame)), (5, int))
        for value in (numpy.float64(5.5), numpy.float32("inf")):
            with self.assertRaisesRegex(InexactValueError, r"^Financing\.frame: .* is not whole kroner$"):
                financing.frame = value
        for value in (numpy.bool_(True), numpy.array([5]), numpy.str_("5"), pandas.Timestamp("2016-08-01")):
            with self.assertRaisesRegex(TypeError, r"^Financing\.frame takes whole kroner"):
                financing.frame = value
        self.assertEqual(financing.frame, 5)

    def test_empty_cells(self):
        for missing in (numpy.nan, numpy.float32("nan"), pandas.NaT, pandas.NA, numpy.datetime64("NaT")):
            plan = Plan.load(COMPLETE)
            plan.financing.frame = plan.vision = plan.period.start = plan.kind = plan.goals[0].pursued = missing
            for entity, name in ((plan.financing, "frame"), (plan, "vision"), (plan.period, "start"), (plan, "kind"),
                                 (plan.goals[0], "pursued")):
                self.assertFalse(entity.is_given(name), (missing, name))

    def test_dates(self):
        period = self.plan.period
        for value, kept in ((pandas.Timestamp("2016-08-01"), "2016-08-01"), (numpy.datetime64("2016-08-01"), "2016-08-01"),
                            (numpy.datetime64("2016-08-01T00:00:00", "ns"), "2016-08-01"), (numpy.datetime64("2016-08"), "2016-08"),
                            (pandas.Timestamp("2016-08-01", tz="Europe/Copenhagen"), "2016-08-01")):
            period.start = value
            self.assertEqual(str(period.start), kept)
        for value in (pandas.Timestamp("2016-08-01 12:00"), numpy.datetime64("2016-08-01T12:00"), pandas.Timestamp(1)):
            with self.assertRaisesRegex(InexactValueError, r"^Period\.start: .* is not a whole day$"):
                period.start = value

    def test_truth_and_words(self):
        goal = self.plan.goals[0]
        for value in (numpy.bool_(False), numpy.bool_(True)):
            goal.pursued = value
            self.assertIs(goal.pursued, bool(value))
        self.plan.status = numpy.str_("draft")
        self.plan.title = pandas.Series(["Titel"])[0]
        self.assertEqual((self.plan.status, self.plan.title), ("draft", "Titel"))

    def test_members(self):
        self.plan.extensions["x-a"] = [numpy.int64(3), numpy.float64(0.5), numpy.bool_(True)]
        self.assertEqual(repr(self.plan.extensions["x-a"]), "[3, 0.5, True]")
        with self.assertRaises(ValueError):
            self.plan.extensions["x-a"] = numpy.nan

    def test_a_folder_of_plans(self):
        """What docs/python.md shows, without writing files."""
        frame = pandas.DataFrame(helhedsplan.to_records(helhedsplan.check(Path(path)) for path in (VOLLSMOSE, COMPLETE)))
        self.assertGreater(len(frame[frame["severity"] == "error"]), 0)


if __name__ == "__main__":
    unittest.main()
