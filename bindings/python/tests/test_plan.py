"""Plans from Python: fields, lists, dates, files, and rejected values."""

import copy
import datetime
import itertools
import json
import pickle
import sys
import tempfile
import unittest
from pathlib import Path

import helhedsplan
from helhedsplan import Activity, PartialDate, Plan, _files
from helhedsplan._entity import CLASSES
from helhedsplan._words import ALL
from support import COMPLETE, VOLLSMOSE


class Fields(unittest.TestCase):
    def setUp(self):
        self.plan = Plan.load(COMPLETE)

    def test_what_is_set_is_read(self):
        cafe = self.plan.activities.add("lektiecafe", title="Lektiecafé")
        self.plan.activities["lektiecafe"].title = "Lektiecaféen på Æblevej"
        self.assertEqual(cafe.title, "Lektiecaféen på Æblevej")
        self.assertEqual(json.loads(self.plan.dump())["activities"][-1]["title"], "Lektiecaféen på Æblevej")

    def test_absent_is_none(self):
        cafe = self.plan.activities.add("lektiecafe")
        self.assertIsNone(cafe.title)
        self.assertIsNone(cafe.start)
        self.assertIsNone(cafe.target_group.age_min)
        cafe.target_group.age_min = 0
        self.assertEqual(cafe.target_group.age_min, 0)
        del cafe.target_group.age_min
        self.assertIsNone(cafe.target_group.age_min)
        cafe.title = ""
        self.assertEqual(cafe.title, "")

    def test_a_default_is_answered_and_not_given(self):
        goal = self.plan.goals.add("flere-i-job")
        self.assertIs(goal.pursued, True)
        self.assertFalse(goal.is_given("pursued"))
        goal.pursued = False
        self.assertIs(goal.pursued, False)
        self.assertTrue(goal.is_given("pursued"))

    def test_words(self):
        self.plan.status = "running"
        self.assertEqual(self.plan.status, "running")
        with self.assertRaisesRegex(helhedsplan.InvalidValueError, "Plan.status is 'begun', and may be draft, .*cancelled"):
            self.plan.status = "begun"
        self.assertEqual(self.plan.status, "running")
        with self.assertRaisesRegex(TypeError, "Plan.status takes one of the words draft, "):
            self.plan.status = []
        self.assertEqual(helhedsplan.words("agreement_kind", "da")["sub"], "delaftale")

    def test_money_is_whole(self):
        grant = self.plan.financing.grant
        grant.awarded = 10**12
        self.assertEqual(grant.awarded, 10**12)
        for wrong, error in ((10**12 + 1, ValueError), (-1, ValueError), (2**70, ValueError), (-(2**31), ValueError),
                             (1.5, TypeError), (True, TypeError), ("1", TypeError)):
            with self.assertRaises(error):
                grant.awarded = wrong
        self.assertEqual(grant.awarded, 10**12)

    def test_what_is_refused(self):
        activity = self.plan.activities[0]
        held = activity.title
        for wrong, error in (("a\0b", ValueError), ("\ud800", ValueError), (b"bytes", TypeError), (3, TypeError)):
            with self.assertRaises(error):
                activity.title = wrong
        self.assertEqual(activity.title, held)
        with self.assertRaises(AttributeError):
            activity.titel = "Slåfejl"
        with self.assertRaises(AttributeError):
            self.plan.financing = {}
        with self.assertRaisesRegex(TypeError, "a list of texts"):
            activity.goals = "maal"
        with self.assertRaises(TypeError):
            Plan()
        with self.assertRaises(helhedsplan.InvalidValueError) as caught:
            self.plan.parties[0].cvr = "123"
        self.assertEqual(caught.exception.status_name, "HHP_ERR_FORMAT")

    def test_every_field(self):
        """Sets each field of each entity, reads it back, writes it and reads it again, without naming any field."""
        plan, ids = Plan.new(), itertools.count()
        samples = {"code": "sundhed", "cvr": "12345678", "municipality_code": "461", "decimal": "-63.5",
                   "format": "helhedsplan/1", "truth": False, "number": 1999, "kroner": 10**12, "date": "2016-02",
                   "text": "Tekst æøå", "reference": "et-id"}

        def fill(entity):
            for name, field in entity.fields.items():
                here = f"{type(entity).__name__}.{name}"
                if field.type == "object" and field.is_list:
                    found = getattr(entity, name)
                    fill(found.add(f"id-{next(ids)}") if hasattr(found, "keys") else found.add())
                elif field.type == "object":
                    fill(getattr(entity, name))
                elif field.is_list:
                    setattr(entity, name, ["en", "to"])
                    self.assertEqual(list(getattr(entity, name)), ["en", "to"], here)
                else:
                    value = samples.get(field.type)
                    if field.type == "word":
                        value = list(ALL[field.words].numbers)[-1]
                    if field.type == "id":
                        value = f"id-{next(ids)}"
                    setattr(entity, name, value)
                    got = getattr(entity, name)
                    self.assertEqual(str(got) if field.type == "date" else got, value, here)
                self.assertTrue(entity.is_given(name), here)
                self.assertTrue(getattr(type(entity), name).__doc__, here)

        fill(plan)
        self.assertEqual(plan.to_dict(), json.loads(plan.dump()))
        self.assertEqual(Plan.new(**plan.to_dict()).dump(), plan.dump())

    def test_classes_are_there(self):
        self.assertLess({"Plan", "Activity", "Financing", "BudgetLine", "AnnualReport", "Scheme"}, set(helhedsplan.__all__))
        for kind in CLASSES.values():
            self.assertIs(getattr(helhedsplan, kind.__name__), kind)
            self.assertTrue(kind.__doc__)
        self.assertEqual(Activity.fields["lead"].target, "party")
        self.assertIn("Tovholderen", Activity.coordinator.__doc__)


class Lists(unittest.TestCase):
    def setUp(self):
        self.plan = Plan.new(id="plan")
        for name in ("a", "b", "c"):
            self.plan.goals.add(name, title=name.upper())

    def test_a_mapping_and_a_sequence(self):
        goals = self.plan.goals
        self.assertEqual(len(goals), 3)
        self.assertEqual([goal.id for goal in goals], ["a", "b", "c"])
        self.assertEqual([goal.id for goal in reversed(goals)], ["c", "b", "a"])
        self.assertEqual((goals[0].id, goals[-1].id, goals["b"].title), ("a", "c", "B"))
        self.assertEqual([goal.id for goal in goals[::-2]], ["c", "a"])
        self.assertEqual(goals["b"], goals[1])
        self.assertTrue(goals["b"].is_same(goals[1]) and not goals["b"].is_same(goals[2]))
        with self.assertRaisesRegex(TypeError, "unhashable"):  # as lists and dicts, which change
            hash(goals["b"])
        self.assertIn("a", goals)
        self.assertNotIn("d", goals)
        self.assertNotIn("Ikke et id!", goals)
        self.assertIn(goals[2], goals)
        self.assertEqual(goals.index(goals["c"]), 2)
        self.assertEqual({id: goal.title for id, goal in dict(goals).items()}, {"a": "A", "b": "B", "c": "C"})
        self.assertIsNone(goals.get("d"))
        self.assertEqual(goals, self.plan.goals)
        with self.assertRaises(KeyError) as caught:
            goals["d"]
        self.assertIn("Plan.goals: 'd'", str(caught.exception))
        for wrong in (3, -4):
            with self.assertRaises(IndexError):
                goals[wrong]

    def test_adding_and_removing(self):
        goals = self.plan.goals
        goals.append({"id": "d", "title": "D"})
        goals.remove("a")
        del goals[-1]
        self.assertEqual(goals.keys(), ["b", "c"])
        with self.assertRaises(helhedsplan.DuplicateIdError):
            goals.add("b")
        with self.assertRaises(ValueError):
            goals.add("Ikke et id!")
        with self.assertRaises(KeyError):
            goals.remove("a")
        with self.assertRaises(TypeError):
            goals.add()
        with self.assertRaises(TypeError):
            goals.remove(self.plan.period)
        goals.clear()
        self.assertEqual(len(goals), 0)
        self.assertNotIn("goals", json.loads(self.plan.dump()))

    def test_what_is_refused_adds_nothing(self):
        with self.assertRaises(ValueError):
            self.plan.goals.add("d", title="D", adopted_on="i går")
        with self.assertRaises(AttributeError):
            self.plan.goals.add("d", titel="D")
        self.assertNotIn("d", self.plan.goals)

    def test_interrupted(self):
        """Ctrl-C at each line of the package that add() executes, in turn: either everything is added, or nothing."""
        goals = self.plan.goals
        package = str(Path(helhedsplan.__file__).parent)

        def trace(frame, event, _):
            nonlocal left
            if event == "line" and frame.f_code.co_filename.startswith(package):
                left -= 1
                if not left:
                    sys.settrace(None)
                    raise KeyboardInterrupt
            return trace

        for lines in itertools.count(1):
            left = lines
            before = sys.gettrace()
            try:
                sys.settrace(trace)
                goals.add("d", title="D", aliases=["e", "f"])
                sys.settrace(before)
                break
            except KeyboardInterrupt:
                sys.settrace(before)
            for goal in goals[3:]:  # it existed already, and add() was about to return it
                self.assertEqual((goal.title, goal.aliases), ("D", ["e", "f"]), f"interrupted at line {lines}")
                goals.remove(goal)
        self.assertGreater(lines, 30)

    def test_what_another_plan_has(self):
        other = Plan.new()
        with self.assertRaises(KeyError):
            other.goals.remove(self.plan.goals[0])
        self.assertEqual(len(self.plan.goals), 3)

    def test_what_is_no_mapping(self):
        for wrong in ({"period": None}, {"period": "2016"}, {"goals": "ab"}, {"goals": {"id": "d"}}, {"goals": [3]}):
            with self.assertRaisesRegex(TypeError, "mapping", msg=wrong):
                self.plan.update(**wrong)
        self.assertEqual(len(self.plan.goals), 3)

    def test_objects_without_ids(self):
        approvals = self.plan.approvals
        approvals.add(kind="board", body="Bestyrelsen", decided_on=datetime.date(2016, 3, 1))
        approvals.extend([{"kind": "fund"}, {"kind": "council"}])
        self.assertEqual([each.kind for each in approvals], ["board", "fund", "council"])
        approvals.remove(approvals[1])
        self.assertEqual([each.kind for each in approvals], ["board", "council"])
        with self.assertRaises(TypeError):
            approvals["board"]

    def test_texts_are_a_list(self):
        """Performs the same operations on the list of texts and on a Python list."""
        activity = self.plan.activities.add("cafe")
        texts, twin = activity.elements, []

        def both(change):
            change(texts)
            change(twin)
            self.assertEqual(list(texts), twin)
            self.assertEqual(texts, twin)

        both(lambda each: each.extend(["ø", "a", "å", "b", "æ", "c"]))
        both(lambda each: each.insert(1, "ny"))
        both(lambda each: each.insert(-100, "først"))
        both(lambda each: each.__setitem__(2, "anden"))
        both(lambda each: each.__setitem__(slice(1, 3), ["en", "to", "tre"]))
        both(lambda each: each.__delitem__(slice(None, None, 3)))
        both(lambda each: each.__delitem__(0))
        both(lambda each: each.sort(reverse=True))
        both(lambda each: each.reverse())
        both(lambda each: each.append("sidst"))
        both(lambda each: each.remove("sidst"))
        both(lambda each: each.pop())
        both(lambda each: each.__iadd__(["to", "to"]))
        self.assertEqual(texts.count("to"), twin.count("to"))
        self.assertEqual(texts[1:3], twin[1:3])
        self.assertEqual(repr(texts), repr(twin))
        self.assertIn("to", texts)
        with self.assertRaises(IndexError):
            texts[100]
        both(lambda each: each.clear())

    def test_texts_are_added_to_themselves(self):
        """Each access to a list returns a new Python object with the same texts."""
        cafe = self.plan.activities.add("cafe")
        cafe.elements = ["x", "y"]
        cafe.elements.extend(cafe.elements)
        cafe.elements += cafe.elements
        self.assertEqual(cafe.elements, ["x", "y"] * 4)
        cafe.elements = ["x", "y"]
        cafe.elements *= 2
        self.assertEqual((cafe.elements, cafe.elements * 2), (["x", "y"] * 2, ["x", "y"] * 4))
        self.assertEqual((["a"] + cafe.elements[:1], ["a"] + cafe.elements), (["a", "x"], ["a", "x", "y", "x", "y"]))
        copied = cafe.elements.copy()
        cafe.elements.reverse()
        self.assertEqual((copied, cafe.elements), (["x", "y"] * 2, ["y", "x"] * 2))
        with self.assertRaises(TypeError):
            cafe.elements += ["z", 3]
        self.assertEqual(cafe.elements, ["y", "x"] * 2)
        for wrong in (1.0, None, "x"):
            with self.assertRaisesRegex(TypeError, "integer"):
                cafe.elements[wrong]

    def test_texts_as_they_were(self):
        activity = self.plan.activities.add("cafe", goals=["a", "b"])
        with self.assertRaises(ValueError):
            activity.goals = ["c", "Ikke et id!"]
        self.assertEqual(activity.goals, ["a", "b"])
        activity.goals = (goal for goal in ("c", "a"))
        self.assertEqual(activity.goals, ["c", "a"])
        activity.goals += ["b"]
        self.assertEqual(activity.goals, ["c", "a", "b"])

    def test_records(self):
        plan = Plan.load(VOLLSMOSE)
        records = plan.to_records("activities")
        self.assertEqual(len(records), len(plan.activities))
        self.assertEqual(len({tuple(each) for each in records}), 1)
        self.assertEqual(records[0]["title"], plan.activities[0].title)
        self.assertIn("target_group.age_min", records[0])
        amounts = [each["amount"] for each in plan.to_records("financing.contributions")]
        self.assertEqual(sum(amounts), 11_000_000)
        json.dumps(records)
        for wrong in ("titel", "financing", "activities.goals", "title", "validate"):
            with self.assertRaises(KeyError):
                plan.to_records(wrong)


class Dates(unittest.TestCase):
    def test_parts(self):
        plan = Plan.new()
        plan.period.start = "2015-10"
        self.assertEqual(str(plan.period.start), "2015-10")
        self.assertEqual((plan.period.start.year, plan.period.start.month, plan.period.start.day), (2015, 10, None))
        self.assertEqual(plan.period.start.last(), datetime.date(2015, 10, 31))
        with self.assertRaises(ValueError):
            plan.period.start.date()
        plan.period.start = datetime.date(2016, 2, 29)
        self.assertEqual(plan.period.start.date(), datetime.date(2016, 2, 29))
        plan.period.start = None
        self.assertIsNone(plan.period.start)
        for wrong, error in (("2015-02-29", ValueError), ("2015-13", ValueError), ("15", ValueError), ("", ValueError),
                             (" 2015", ValueError), (2015, TypeError), (1.5, TypeError)):
            with self.assertRaises(error):
                plan.period.start = wrong

    def test_whole_numbers_of_others(self):
        class Small(int):
            """Like numpy.int16, unsuitable for calculations."""

            def __mul__(self, other):
                return 3

        self.assertEqual(str(PartialDate(Small(2016), Small(2), Small(29))), "2016-02-29")
        for wrong in (2016.0, "2016"):
            with self.assertRaises(TypeError):
                PartialDate(wrong)

    def test_what_repr_says_can_be_evaluated(self):
        for text in ("2015", "2015-10", "2015-10-01", "0001-01-01", "9999-12"):
            date = PartialDate.of(text)
            self.assertEqual(eval(repr(date), {"PartialDate": PartialDate}), date)  # pylint: disable=eval-used
        self.assertEqual(repr(PartialDate(2015, 10)), "PartialDate(2015, 10)")
        for value in (helhedsplan.BeforeAfter(PartialDate(2015), None), helhedsplan.Place("/goals/0", 7, None),
                      [PartialDate(2015, 10)]):
            self.assertEqual(eval(repr(value), vars(helhedsplan)), value)  # pylint: disable=eval-used

    def test_order_and_equality(self):
        texts = ["2015", "2015-10", "2015-10-01", "2015-10-31", "2016"]
        dates = [PartialDate.of(each) for each in texts]
        self.assertEqual(sorted(reversed(dates)), dates)
        whole = datetime.date(2015, 10, 31)
        self.assertEqual(dates[3], whole)
        self.assertEqual(hash(dates[3]), hash(whole))
        self.assertEqual({whole: 1}[dates[3]], 1)
        self.assertNotEqual(dates[1], whole)
        self.assertLess(dates[2], whole)
        self.assertGreater(datetime.date(2016, 1, 1), dates[3])
        self.assertEqual(PartialDate(2015, 10), dates[1])
        self.assertEqual(pickle.loads(pickle.dumps(dates[1])), dates[1])
        with self.assertRaises(TypeError):
            dates[0] < 2015


class Files(unittest.TestCase):
    def test_round_trip(self):
        for path in (VOLLSMOSE, COMPLETE):
            plan = Plan.load(path)
            self.assertEqual(Plan.parse(plan.dump()).dump(), plan.dump())
            self.assertEqual(Plan.parse(plan.dump().encode()).to_dict(), plan.to_dict())
            with tempfile.TemporaryDirectory() as folder:
                target = Path(folder) / "Vollsmose på æøå.helhedsplan.json"
                plan.save(target)
                self.assertEqual(target.read_text(encoding="utf-8"), plan.dump())
                self.assertEqual(Plan.load(str(target)).title, plan.title)
                self.assertEqual(len(helhedsplan.check(target)), len(helhedsplan.check(plan.dump())))

    def test_copies_share_nothing(self):
        plan = Plan.load(COMPLETE)
        for other in (plan.copy(), copy.copy(plan), copy.deepcopy(plan), pickle.loads(pickle.dumps(plan))):
            self.assertEqual(other.dump(), plan.dump())
            other.title = "En anden"
            self.assertNotEqual(other.title, plan.title)
        for duplicate in (Plan.copy, copy.copy, lambda plan: pickle.loads(pickle.dumps(plan))):  # also of one half made
            other = duplicate(Plan.new(id="plan", goals=[{"id": "a", "x-note": [1.5]}]))
            self.assertEqual(other.dump(), Plan.new(id="plan", goals=[{"id": "a", "x-note": [1.5]}]).dump())

    def test_exceptions_between_processes(self):
        for fault in (lambda: Plan.parse("{"), lambda: Plan.load("/ingen"), lambda: Plan.new().goals["x"]):
            with self.assertRaises(helhedsplan.HelhedsplanError) as caught:
                fault()
            other = pickle.loads(pickle.dumps(caught.exception))
            self.assertEqual((type(other), str(other), other.status),
                             (type(caught.exception), str(caught.exception), caught.exception.status))

    def test_faults(self):
        with self.assertRaises(helhedsplan.DocumentError) as caught:
            Plan.parse('{"format": "helhedsplan/1",\n "titel": 3}')
        self.assertIsInstance(caught.exception, ValueError)
        self.assertIsInstance(caught.exception, helhedsplan.HelhedsplanError)
        finding = next(each for each in caught.exception.report if each.rule == "HP103")
        self.assertEqual((finding.line, finding.column), (2, 2))
        with tempfile.TemporaryDirectory() as folder:
            missing = Path(folder) / "ingen.json"
            for function in (Plan.load, helhedsplan.check, Plan.new().save):
                target = missing / "mappe" if function not in (Plan.load, helhedsplan.check) else missing
                with self.assertRaises(FileNotFoundError) as caught:
                    function(target)
                self.assertIsInstance(caught.exception, helhedsplan.HelhedsplanError)
                self.assertEqual(caught.exception.filename, str(target))
                self.assertEqual(caught.exception.status_name, "HHP_ERR_NO_FILE")
            for function in (Plan.load, helhedsplan.check):
                with self.assertRaises(IsADirectoryError):
                    function(Path(folder))
            broken = Path(folder) / "brudt.json"
            broken.write_text("{")
            for name in (broken, str(broken), bytes(broken)):
                with self.assertRaisesRegex(helhedsplan.DocumentError, rf"^{folder}/brudt\.json:1:"):
                    Plan.load(name)

    def test_what_never_ends(self):
        held, _files.MAX_SIZE = _files.MAX_SIZE, 1000
        try:
            with self.assertRaises(helhedsplan.FileError) as caught:
                helhedsplan.check(Path("/dev/zero"))
            self.assertEqual(caught.exception.status_name, "HHP_ERR_TOO_LARGE")
        finally:
            _files.MAX_SIZE = held

    def test_own_members_stay(self):
        plan = Plan.parse('{"format": "helhedsplan/1", "id": "p", "title": "P", "status": "draft", "area": "A", '
                          '"scheme": "lbf-2015-2018", "x-eget": {"a": [1, 2.5]}}')
        plan.title = "Q"
        self.assertEqual(json.loads(plan.dump())["x-eget"], {"a": [1, 2.5]})


if __name__ == "__main__":
    unittest.main()
