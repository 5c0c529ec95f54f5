"""Lists of objects as Python lists: inserting, moving, replacing, and copying from other plans."""

import copy
import json
import random
import unittest

import helhedsplan
from helhedsplan import Plan
from support import COMPLETE, VOLLSMOSE


def ids(goals):
    return [goal.id for goal in goals]


class Ordering(unittest.TestCase):
    def setUp(self):
        self.plan = Plan.new(id="plan")
        for name in "abcde":
            self.plan.goals.add(name, title=name.upper(), aliases=[f"{name}-alias"]).extensions["x-own"] = name
        self.goals = self.plan.goals

    def check_contents(self):
        """Objects keep what they hold, and the file has the order of the list."""
        for goal in self.goals:
            self.assertEqual((goal.title, goal.aliases, goal.extensions["x-own"]),
                             (goal.id.upper(), [f"{goal.id}-alias"], goal.id))
        self.assertEqual([each["id"] for each in json.loads(self.plan.dump()).get("goals", [])], ids(self.goals))
        self.assertEqual([goal.pointer for goal in self.goals], [f"/goals/{i}" for i in range(len(self.goals))])

    def test_as_a_list(self):
        """The same operations on the list of objects and on a plain list of the same objects."""
        twin = list(self.goals)

        def both(change):
            change(self.goals)
            change(twin)
            self.assertEqual(ids(self.goals), ids(twin))
            self.check_contents()

        both(lambda each: each.reverse())
        both(lambda each: each.sort(key=lambda goal: goal.title))
        both(lambda each: each.sort(key=lambda goal: goal.title, reverse=True))
        both(lambda each: each.__setitem__(slice(1, 4), [each[3], each[1], each[2]]))
        both(lambda each: each.__setitem__(slice(None), sorted(each, key=lambda goal: goal.id)))
        both(lambda each: each.__setitem__(slice(None, None, 2), each[::2][::-1]))
        both(lambda each: each.pop(1))
        both(lambda each: each.pop())
        both(lambda each: each.__delitem__(0))
        with self.assertRaises(ValueError):
            self.goals[::2] = [self.goals[0]] * 3
        both(lambda each: each.clear())
        with self.assertRaises(IndexError):
            self.goals.pop()

    def test_swapping(self):
        goals = self.goals
        goals[0], goals[4] = goals[4], goals[0]
        self.assertEqual(ids(goals), ["e", "b", "c", "d", "a"])
        goals[0], goals[1], goals[2] = goals[1], goals[2], goals[0]
        self.assertEqual(ids(goals), ["b", "c", "e", "d", "a"])
        goals[-1] = goals[-1]
        random.Random(1).shuffle(goals)
        self.assertEqual(sorted(ids(goals)), list("abcde"))
        self.check_contents()

    def test_any_permutation(self):
        chance = random.Random(2)
        for _ in range(50):
            order = list(self.goals)
            chance.shuffle(order)
            del order[chance.randrange(1, 6):]
            kept = {goal.id: goal for goal in order}
            self.goals[:] = order
            self.assertEqual(ids(self.goals), ids(order))
            self.assertTrue(all(kept[goal.id].is_same(goal) for goal in self.goals))
            for name in sorted(set("abcde") - set(kept)):
                self.goals.add(name, title=name.upper(), aliases=[f"{name}-alias"]).extensions["x-own"] = name
            self.check_contents()

    def test_moving(self):
        self.goals.move(0, 3)
        self.goals.move("e", 0)
        self.goals.move(self.goals["c"], -1)
        self.assertEqual(ids(self.goals), ["e", "b", "d", "a", "c"])
        self.check_contents()
        for wrong in ((5, 0), (0, 5)):
            with self.assertRaises(IndexError):
                self.goals.move(*wrong)
        texts = self.plan.activities.add("x", elements=["1", "2", "3"]).elements
        texts.move(2, 0)
        self.assertEqual(texts, ["3", "1", "2"])

    def test_inserting(self):
        for index, expected in ((0, "fabcde"), (3, "abcfde"), (-1, "abcdfe"), (100, "abcdef"), (-100, "fabcde")):
            self.goals.insert(index, {"id": "f", "title": "F", "aliases": ["f-alias"], "x-own": "f"})
            self.assertEqual("".join(ids(self.goals)), expected)
            self.check_contents()
            self.goals.remove("f")

    def test_replacing(self):
        held = self.goals[1]
        self.goals[1] = {"id": "f", "title": "F", "aliases": ["f-alias"], "x-own": "f"}
        self.assertEqual(ids(self.goals), ["a", "f", "c", "d", "e"])
        self.assertEqual((held.id, held.title, held.pointer), ("b", "B", None))
        self.goals[0] = {"id": "a", "title": "A", "aliases": ["a-alias"], "x-own": "a"}  # the id of what it replaces
        self.check_contents()
        self.goals[1:3] = [{"id": "c", "title": "C", "aliases": ["c-alias"], "x-own": "c"}]
        self.assertEqual(ids(self.goals), ["a", "c", "d", "e"])
        self.check_contents()

    def test_what_is_refused_changes_nothing(self):
        before, handles = self.plan.dump(), list(self.goals)
        for wrong, error in (
                (lambda: self.goals.__setitem__(0, {"id": "b"}), helhedsplan.DuplicateIdError),
                (lambda: self.goals.__setitem__(0, {"id": "a", "titel": "x"}), AttributeError),
                (lambda: self.goals.__setitem__(0, {"id": "a", "title": 3}), TypeError),
                (lambda: self.goals.__setitem__(0, 3), TypeError),
                (lambda: self.goals.__setitem__(slice(0, 2), [{"id": "f"}, {"id": "c"}]), helhedsplan.DuplicateIdError),
                (lambda: self.goals.extend([{"id": "f"}, {"id": "a"}]), helhedsplan.DuplicateIdError),
                (lambda: self.goals.insert(0, {"title": "x"}), TypeError),
                (lambda: self.goals.replace([self.goals[0], self.goals[0]]), helhedsplan.DuplicateIdError),
                (lambda: setattr(self.plan, "goals", [{"id": "f"}, {"id": "f"}]), helhedsplan.DuplicateIdError),
                (lambda: setattr(self.plan, "goals", "ab"), TypeError)):
            with self.assertRaises(error):
                wrong()
            self.assertEqual(self.plan.dump(), before)
            self.assertTrue(all(one.is_same(other) for one, other in zip(handles, self.goals)))

    def test_assignment(self):
        self.plan.goals += [{"id": "f", "title": "F"}]
        self.assertEqual(ids(self.goals), list("abcdef"))
        self.plan.goals = [self.goals["b"], {"id": "g"}]
        self.assertEqual(ids(self.goals), ["b", "g"])
        self.plan.goals = self.plan.goals
        self.assertEqual(ids(self.goals), ["b", "g"])
        del self.plan.goals
        self.assertEqual(len(self.goals), 0)
        self.assertEqual(self.goals + [1], [1])

    def test_membership(self):
        other = self.plan.copy()
        self.assertIn(other.goals["c"], self.goals)  # by contents, as in a list
        self.assertEqual(self.goals.index(other.goals["c"]), 2)
        other.goals["c"].title = "Ny"
        self.assertNotIn(other.goals["c"], self.goals)
        for wrong in (other.goals["c"], 3, None):
            with self.assertRaises(ValueError):
                self.goals.index(wrong)
        with self.assertRaises(ValueError):
            self.goals.index(self.goals[0], 1)

    def test_objects_without_ids(self):
        """Equal objects are distinguished by identity."""
        approvals = self.plan.approvals
        approvals.extend([{"kind": "board"}, {"kind": "board"}, {"kind": "fund"}])
        held = list(approvals)
        self.assertEqual(approvals.index(held[1]), 1)
        approvals.remove(held[1])
        self.assertEqual(len(approvals), 2)
        approvals.append(held[0])
        self.assertEqual([each.kind for each in approvals], ["board", "fund", "board"])
        approvals.sort(key=lambda each: each.kind)
        self.assertEqual([each.kind for each in approvals], ["board", "board", "fund"])

    def test_schemes_are_read_only(self):
        areas = helhedsplan.schemes()["lbf-2015-2018"].focus_areas
        for change in (lambda: areas.reverse(), lambda: areas.append({"code": "x"}), lambda: areas.move(0, 1),
                       lambda: areas.clear(), lambda: areas.pop(), lambda: areas.remove(areas[0])):
            with self.assertRaises(AttributeError):
                change()


class Copies(unittest.TestCase):
    def test_from_another_plan(self):
        source, target = Plan.load(COMPLETE), Plan.new(id="plan")
        for name in ("goals", "activities", "parties", "focus_areas", "approvals", "agreements"):
            getattr(target, name).extend(getattr(source, name))
            self.assertEqual(getattr(target, name), getattr(source, name))
            self.assertEqual(json.loads(target.dump())[name], json.loads(source.dump())[name])
        target.financing.contributions.extend(source.financing.contributions)
        target.activities[0].title = "En anden"
        self.assertNotEqual(source.activities[0].title, "En anden")
        with self.assertRaisesRegex(helhedsplan.DuplicateIdError, r"Plan\.activities: '.*'.*The id is already in use"):
            target.activities.append(source.activities[0])
        self.assertEqual(len(target.activities), len(source.activities))
        with self.assertRaisesRegex(TypeError, "takes mappings of fields and Goal"):
            target.goals.append(source.activities[0])

    def test_an_id_of_another_list(self):
        """Ids are unique in a plan: nothing is left behind of an object whose id an object of another list has."""
        source, target = Plan.load(COMPLETE), Plan.new(id="plan")
        target.goals.add(source.activities[1].id)
        before = target.dump()
        with self.assertRaises(helhedsplan.DuplicateIdError):
            target.activities.extend(source.activities)
        self.assertEqual(target.dump(), before)

    def test_members_come_along(self):
        source = Plan.parse('{"format": "helhedsplan/1", "id": "p", "title": "P", "status": "draft", "area": "A", '
                            '"scheme": "x", "goals": [{"id": "a", "title": "A", "x-b": [1, 2.5], "x-a": null}]}')
        target = Plan.new()
        target.goals.append(source.goals[0])
        self.assertEqual(json.dumps(target.goals[0].to_dict()), '{"id": "a", "title": "A", "x-b": [1, 2.5], "x-a": null}')

    def test_copy(self):
        plan = Plan.load(COMPLETE)
        for entity in (plan.activities[0], plan.financing, plan.financing.contributions[0], plan.period, plan.goals[0]):
            for duplicate in (copy.copy(entity), copy.deepcopy(entity)):
                self.assertEqual(duplicate, entity)
                self.assertFalse(duplicate.is_same(entity))
                self.assertIs(type(duplicate), type(entity))
        duplicate = copy.copy(plan.activities[0])
        duplicate.id = "kopi"
        duplicate.title = "Kopi"
        plan.activities.append(duplicate)
        self.assertEqual((plan.activities["kopi"].title, duplicate.pointer), ("Kopi", None))
        self.assertEqual(copy.copy(plan.activities[0].elements), list(plan.activities[0].elements))
        scheme = helhedsplan.schemes()[0]
        self.assertIs(copy.copy(scheme), scheme)

    def test_equality(self):
        one, other = Plan.load(VOLLSMOSE), Plan.load(VOLLSMOSE)
        self.assertEqual(one, other)
        self.assertEqual(one.activities, other.activities)
        self.assertEqual(one.period, other.period)
        other.activities[3].title += "!"
        self.assertNotEqual(one, other)
        self.assertNotEqual(one.activities[3], other.activities[3])
        self.assertNotEqual(one.period, one.financing)
        self.assertNotEqual(one, one.dump())
        one.extensions["x-a"], one.extensions["x-b"] = 1, 2
        twin = Plan.load(VOLLSMOSE)
        twin.extensions["x-b"], twin.extensions["x-a"] = 2, 1
        self.assertEqual(one, twin)  # the order of members does not matter in JSON
        twin.extensions["x-a"] = 3
        self.assertNotEqual(one, twin)
        for mutable in (one, one.period, one.goals, one.goals[0].aliases):
            with self.assertRaises(TypeError):
                hash(mutable)


class Extensions(unittest.TestCase):
    def test_values(self):
        plan = Plan.new(id="p")
        for value in (None, True, 1, -2**63, 2**63 - 1, 0.1, 1e300, -0.0, 2.5, 3.0, "Æ\"\\\n\u2028😀", [], {},
                      {"a": [1, {"b": None}]}, [1.0, 1]):
            plan.extensions["x-value"] = value
            found = plan.extensions["x-value"]
            self.assertEqual((found, repr(found)), (value, repr(value)))
            plan.title = plan.scheme = plan.area = "x"
            plan.status = "draft"
            self.assertEqual(repr(Plan.parse(plan.dump()).extensions["x-value"]), repr(value))

    def test_other_numbers(self):
        from decimal import Decimal
        from fractions import Fraction

        plan = Plan.new()
        for value, kept in ((Decimal("2.5"), 2.5), (Decimal("0.1"), 0.1), (Fraction(1, 4), 0.25), ((1, 2), [1, 2])):
            plan.extensions["x-value"] = value
            self.assertEqual(plan.extensions["x-value"], kept)
        for wrong, error in ((float("nan"), "JSON has no nan"), (float("inf"), "JSON has no inf"),
                             (Decimal("0.12345678901234567890"), "not kept exactly"), (Fraction(1, 3), "not kept exactly"),
                             (2**63, "too large"), (-2**63 - 1, "too large")):
            with self.assertRaisesRegex(ValueError, rf"Plan\.extensions\['x-value'\].*{error}"):
                plan.extensions["x-value"] = wrong
        for wrong in (object(), {1: 2}, b"x", {1, 2}):
            with self.assertRaisesRegex(TypeError, r"Plan\.extensions"):
                plan.extensions["x-value"] = wrong
        self.assertEqual(plan.extensions["x-value"], [1, 2])
        with self.assertRaisesRegex(ValueError, "does not begin with x-"):
            plan.extensions["note"] = 1

    def test_a_mapping(self):
        goal = Plan.new().goals.add("a")
        goal.extensions["x-b"], goal.extensions["x-a"] = 1, [2]
        self.assertEqual(list(goal.extensions.items()), [("x-b", 1), ("x-a", [2])])
        self.assertEqual(goal.extensions, {"x-a": [2], "x-b": 1})
        self.assertEqual((len(goal.extensions), "x-a" in goal.extensions, "x-c" in goal.extensions, 3 in goal.extensions),
                         (2, True, False, False))
        del goal.extensions["x-b"]
        self.assertIsNone(goal.extensions.get("x-b"))
        for wrong in (lambda: goal.extensions["x-b"], lambda: goal.extensions.pop("x-b")):
            with self.assertRaises(KeyError):
                wrong()
        with self.assertRaises(KeyError):
            del goal.extensions["x-b"]
        goal.extensions.update({"x-c": {"d": None}})
        self.assertEqual(repr(goal.extensions), "{'x-a': [2], 'x-c': {'d': None}}")
        goal.extensions.clear()
        self.assertEqual(goal.to_dict(), {"id": "a"})

    def test_in_dicts(self):
        plan = Plan.new(id="p", goals=[{"id": "a", "x-note": {"b": 1.5}}], **{"x-top": [1]})
        self.assertEqual(plan.to_dict(), json.loads(plan.dump()))
        self.assertEqual(Plan.new(**plan.to_dict()), plan)


class Pointers(unittest.TestCase):
    def test_there_and_back(self):
        plan = Plan.load(VOLLSMOSE)
        for finding in plan.validate():
            found = plan.resolve(finding.pointer)
            back = found.object.pointer if found.field is None else found.object.pointer_to(found.field, found.position)
            self.assertTrue(finding.pointer.startswith(back), finding.pointer)
        activity, field, position = plan.resolve("/activities/3/focus_areas/0")
        self.assertTrue(activity.is_same(plan.activities[3]))
        self.assertEqual((field, position), ("focus_areas", 0))
        self.assertEqual(plan.resolve("/activities/3"), (plan.activities[3], None, None))
        self.assertIs(plan.resolve("").object, plan)
        self.assertEqual(plan.resolve("/$schema").field, "schema")
        self.assertEqual(plan.financing.grant.pointer_to("awarded"), "/financing/grant/awarded")
        self.assertEqual((plan.pointer, plan.activities[3].pointer), ("", "/activities/3"))
        plan.activities.move(3, 0)
        self.assertEqual(activity.pointer, "/activities/0")
        for wrong, error in (("/goals/100", KeyError), ("/ingen", KeyError), ("goals", ValueError), (3, TypeError)):
            with self.assertRaises(error):
                plan.resolve(wrong)


if __name__ == "__main__":
    unittest.main()
