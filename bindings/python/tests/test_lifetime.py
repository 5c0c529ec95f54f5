"""Object lifetimes, memory leaks, and threads."""

import gc
import itertools
import random
import subprocess
import sys
import threading
import time
import unittest
import weakref

import helhedsplan
from helhedsplan import Plan, _root
from support import COMPLETE, VOLLSMOSE, allocated, resident_bytes, sanitized

TEXT = COMPLETE.read_text(encoding="utf-8")


class Keeping(unittest.TestCase):
    def test_a_child_keeps_its_plan(self):
        activity = Plan.parse(TEXT).activities[0]
        group, goals, parties = activity.target_group, activity.goals, Plan.parse(TEXT).parties
        expected = activity.title
        gc.collect()
        others = [Plan.parse(TEXT) for _ in range(20)]  # would reuse the memory of freed plans
        for other in others:
            other.activities[0].title = "En anden"
        self.assertEqual((activity.title, len(goals), parties[0].id), (expected, 2, "eksempelby-kommune"))
        group.text = "Ny målgruppe"
        self.assertEqual(activity.target_group.text, "Ny målgruppe")

    def test_any_order(self):
        """The parts of a plan are released in every order; the rest is read after each step."""
        for order in itertools.permutations(range(5)):
            plan = Plan.parse(TEXT)
            parts = [plan, plan.activities, plan.activities[1], plan.activities[1].elements, plan.financing.grant]
            del plan
            for index in order:
                parts[index] = None
                for part in parts:
                    self.assertTrue(part is None or repr(part))

    def test_cycles(self):
        for _ in range(10):
            plan, report = Plan.parse(TEXT), helhedsplan.check(VOLLSMOSE)
            ring = [plan, plan.activities[0], report, report[0], plan.rollup("party").total, plan.diff(plan)]
            ring.append(ring)
        del ring, plan, report
        gc.collect()

    def test_a_finding_keeps_its_report(self):
        findings = [helhedsplan.check(VOLLSMOSE)[i] for i in range(3)]
        row, change = Plan.parse(TEXT).rollup("party")[0], Plan.parse(TEXT).diff(Plan.load(VOLLSMOSE))[0]
        gc.collect()
        [helhedsplan.check(COMPLETE) for _ in range(20)]
        self.assertTrue(all(each.message("da") for each in findings))
        self.assertEqual(row.key, "eksempelby-kommune")
        self.assertTrue(change.entity)

    def test_what_is_removed_can_be_read(self):
        plan = Plan.parse(TEXT)
        activity = plan.activities[0]
        title, elements = activity.title, activity.elements
        plan.activities.remove(activity)
        del plan
        gc.collect()
        self.assertEqual((activity.title, len(elements)), (title, 2))
        activity.title = "Den er ikke i planen mere"
        self.assertEqual(activity.title, "Den er ikke i planen mere")

    def test_a_list_that_shrinks_under_its_iterator(self):
        plan = Plan.parse(TEXT)
        for activity in plan.activities:
            plan.activities.remove(activity)
        for element in Plan.parse(TEXT).activities[0].elements:
            self.assertTrue(element)
        texts = Plan.parse(TEXT).activities[0].elements
        for _ in texts:
            texts.clear()
        self.assertEqual(len(texts), 0)

    def test_a_scheme_lives_as_long_as_it_is_used(self):
        built_in = helhedsplan.schemes()["lbf-2015-2018"]
        area = built_in.focus_areas[0]
        del built_in
        gc.collect()
        self.assertTrue(area.code)

    def test_at_random(self):
        chance = random.Random(1)
        held = []
        for _ in range(150 if sanitized() else 600):
            held.append(chance.choice([
                lambda: Plan.parse(TEXT), lambda: Plan.parse(TEXT).governance, lambda: helhedsplan.check(TEXT),
                lambda: helhedsplan.check(VOLLSMOSE)[0], lambda: Plan.parse(TEXT).activities[-1].goals,
                lambda: Plan.parse(TEXT).rollup("year")])())
            if len(held) > 10:
                repr(chance.choice(held))
                del held[chance.randrange(len(held))]


class Leaks(unittest.TestCase):
    def rounds(self, work, count):
        """Bytes left after that many rounds, of which the first few fill caches."""
        for _ in range(20):
            work()
        before = allocated()
        if before is None:
            self.skipTest("nobody counts what is allocated")
        for _ in range(count):
            work()
        return allocated() - before

    def test_thousands_of_plans(self):
        small = '{"format": "helhedsplan/1", "id": "p", "title": "P", "status": "draft", "area": "A", "scheme": "x"}'

        def work():
            plan = Plan.parse(small)
            plan.activities.add("cafe", title="Café", goals=["a", "b"], target_group={"age_min": 3}).elements.append("x" * 500)
            plan.activities.remove("cafe")
            plan.dump()
            plan.validate(waivers=[{"rule": "HP401", "reason": "x"}]).render("json")
            helhedsplan.check(small).errors
            plan.rollup("goal"), plan.diff(plan), plan.copy()
            for wrong in (lambda: Plan.parse("{"), lambda: plan.activities.add("Æ"), lambda: Plan.load("/ingen"),
                          lambda: plan.goals.add("g", title=3)):
                try:
                    wrong()
                except (helhedsplan.HelhedsplanError, TypeError):
                    pass

        # A plan is some kilobytes, so a leak of one per round would be megabytes.
        self.assertLess(self.rounds(work, 300 if sanitized() else 2000), 100_000)

    def test_the_count_can_fail(self):
        kept = []
        self.assertGreater(self.rounds(lambda: kept.append(Plan.parse(TEXT)), 100), 100_000)


class Edits(unittest.TestCase):
    """The memory of the process, after edits of one plan that replace each other."""

    LIMIT = 3 * 1024 * 1024  # texts set between two releases, and what malloc keeps

    def grown(self, edit, count):
        """Bytes of memory in use after that many edits, beyond those after the first 10,000."""
        for i in range(10_000):
            edit(i)
        before, resident = allocated(), resident_bytes()
        for i in range(count):
            edit(i)
        return (allocated() or 0) - (before or 0), resident_bytes() - resident

    @unittest.skipIf(sanitized(), "the sanitizer keeps what was freed")
    def test_replaced_values(self):
        plan = Plan.parse(TEXT)
        grant, activity, removed = plan.financing.grant, plan.activities[0], plan.goals[0]
        plan.goals.remove(removed)
        title, elements = activity.title, list(activity.elements)
        removed.title = "Fjernet"
        text = "x" * 1000

        def edit(i):
            grant.awarded = i
            plan.period.start = f"2016-{i % 12 + 1:02}"
            activity.purpose = f"{text}{i}"
            plan.vision = text
            if i % 10 == 0:
                plan.extensions["x-count"] = [i, text]
                activity.goals = ["a", f"b-{i}"]

        for count in (10_000, 100_000):
            used, resident = self.grown(edit, count)
            self.assertLess(used, self.LIMIT, f"{count} edits")
            self.assertLess(resident, 2 * self.LIMIT, f"{count} edits")
        self.assertEqual((activity.title, activity.elements, removed.title), (title, elements, "Fjernet"))
        self.assertEqual((activity.purpose, plan.vision, grant.awarded), (f"{text}99999", text, 99_999))
        self.assertEqual(activity.goals, ["a", "b-99990"])
        self.assertEqual(plan.copy(), plan)

    def test_numbers_take_nothing(self):
        plan = Plan.parse(TEXT)
        grant, period = plan.financing.grant, plan.period

        def edit(i):
            grant.awarded = i
            period.start = "2016-08-01"
            plan.status = "draft"

        edit(0)
        before = allocated()
        for i in range(10_000):
            edit(i)
        self.assertEqual(plan._root._set, 0)
        if before is not None:
            self.assertLess(allocated() - before, 10_000)

    def test_the_limit_can_fail(self):
        """Without the release the same edits take as much memory as the texts have."""
        held, _root._LIMIT = _root._LIMIT, 2**40
        try:
            plan = Plan.parse(TEXT)
            used, _ = self.grown(lambda i: setattr(plan, "vision", "x" * 1000), 10_000)
        finally:
            _root._LIMIT = held
        if allocated() is not None:
            self.assertGreater(used, self.LIMIT)


class Threads(unittest.TestCase):
    def large(self):
        plan = Plan.parse(TEXT)
        for i in range(3000 if sanitized() else 20000):
            plan.activities.add(f"nr-{i}", title=f"Nr. {i}", goals=["flere-unge-i-fritidsjob"])
        return plan

    def test_long_calls_let_others_run(self):
        """With the switch interval at an hour, Python switches threads only when a call releases the GIL. What the other
        thread has counted between the two stamps was therefore counted during the call."""
        plan, ticks, stop = self.large(), [0], threading.Event()

        def tick():
            while not stop.is_set():
                ticks[0] += 1
                time.sleep(0.0001)

        interval = sys.getswitchinterval()
        other = threading.Thread(target=tick)
        sys.setswitchinterval(3600)
        try:
            other.start()
            time.sleep(0.01)
            before = ticks[0]
            report = plan.validate()
            after = ticks[0]
            for _ in range(10**5):  # the same without such a call: no other thread runs
                pass
            without = ticks[0]
        finally:
            sys.setswitchinterval(interval)
            stop.set()
            other.join()
        self.assertTrue(report.is_complete)
        self.assertGreater(after - before, 1)
        self.assertEqual(without, after)

    def in_threads(self, work, count=4):
        """The results of that many threads started together; the first exception is raised here."""
        results, barrier = [None] * count, threading.Barrier(count)

        def run(i):
            try:
                barrier.wait()
                results[i] = work(i)
            except BaseException as error:
                results[i] = error

        threads = [threading.Thread(target=run, args=(i,)) for i in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for result in results:
            if isinstance(result, BaseException):
                raise result
        return results

    def test_one_plan_is_validated_by_many(self):
        plan = Plan.load(VOLLSMOSE)
        expected = plan.validate().render("json")
        for found in self.in_threads(lambda _: [plan.validate().render("json") for _ in range(20)]):
            self.assertEqual(set(found), {expected})

    def test_one_report_is_read_by_many(self):
        for _ in range(20):
            report = helhedsplan.check(VOLLSMOSE)
            found = self.in_threads(lambda i: [each.message("da" if i % 2 else "en") for each in report])
            self.assertEqual(found[0], found[2])
            self.assertEqual(found[1], found[3])

    def test_edits_wait_for_one_another(self):
        """The library requires its callers to edit from one thread at a time; the package ensures it."""
        plan = Plan.new(id="plan")

        def work(i):
            for k in range(300):
                plan.activities.add(f"nr-{i}-{k}", title=f"Nr. {k}").elements.extend(["a", "b"])

        self.in_threads(work)
        self.assertEqual(len(plan.activities), 1200)
        self.assertTrue(all(each.elements == ["a", "b"] for each in plan.activities))

    def test_an_edit_within_an_edit(self):
        """The effect of a signal handler, which Python runs between the call and the release of the lock."""
        plan = Plan.parse(TEXT)

        def handler():
            with plan._root.lock:
                plan.title = "Afbrudt"

        thread = threading.Thread(target=handler, daemon=True)
        thread.start()
        thread.join(10)
        self.assertEqual(plan.title, "Afbrudt")

    def test_every_edit_waits(self):
        plan = Plan.parse(TEXT)
        activity = plan.activities[0]
        edits = [lambda: setattr(activity, "title", "Ny"), lambda: plan.goals.add("nyt"), lambda: plan.goals.remove("nyt"),
                 lambda: activity.elements.append("nyt"), lambda: activity.elements.__delitem__(0)]
        for edit in edits:
            thread = threading.Thread(target=edit)
            with plan._root.lock:
                thread.start()
                thread.join(0.02)
                self.assertTrue(thread.is_alive())
            thread.join(10)
            self.assertFalse(thread.is_alive())

    def test_plans_of_their_own(self):
        found = self.in_threads(lambda _: [Plan.parse(TEXT).dump() for _ in range(30)])
        self.assertEqual({text for each in found for text in each}, {Plan.parse(TEXT).dump()})

    def test_freed_by_another_thread(self):
        def work(_):
            for part in parts:
                repr(part)
            parts.clear()
            gc.collect()

        for _ in range(20):
            parts = [Plan.parse(TEXT).activities for _ in range(5)]
            self.in_threads(work)


class Exit(unittest.TestCase):
    def test_what_outlives_the_module(self):
        """Codec state is freed after all modules, and the library with them, unless it is kept."""
        for held in ("plan._root.handle", "plan.validate()._handle", "plan.validate()[0]", "plan.activities"):
            found = subprocess.run(
                [sys.executable, "-c", "import codecs, sys, helhedsplan\n"
                 "held = eval(sys.argv[2], {'plan': helhedsplan.Plan.load(sys.argv[1])})\n"
                 "codecs.register(lambda name, held=held: None)", VOLLSMOSE, held], check=False, capture_output=True)
            self.assertEqual((found.returncode, found.stderr), (0, b""), held)


class Weak(unittest.TestCase):
    def test_nothing_else_keeps_a_plan(self):
        plan = Plan.parse(TEXT)
        root = weakref.ref(plan._root.handle)
        child = plan.period
        del plan
        gc.collect()
        self.assertIsNotNone(root())
        del child
        gc.collect()
        self.assertIsNone(root())


if __name__ == "__main__":
    unittest.main()
