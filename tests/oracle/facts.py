"""What the expectations of rules.py are computed with: a plan's dates, period, parties and schemes, from its JSON alone."""

import calendar
import datetime
from decimal import Decimal

# Landsbyggefonden, application for support: the focus areas and the years of commitments of each scheme. That of 2011-14 has its
# areas in the regulations, without codes of the fund's own; plans of it are not drawn.
SCHEMES = {
    "lbf-2015-2018": {
        "years": (2015, 2018),
        "codes": ["forebyggelse-og-foraeldreansvar", "tryghed-og-trivsel", "kriminalpraeventiv-indsats",
                  "uddannelse-og-beskaeftigelse"],
    },
    "lbf-2019-2026": {
        "years": (2019, 2026),
        "codes": ["uddannelse-og-livschancer", "beskaeftigelse", "kriminalitetsforebyggelse",
                  "sammenhaengskraft-og-medborgerskab"],
    },
}
# The same in both: at least 25 % of the total is local; four years; a report within six months of the end of the year.
LOCAL = 2500  # hundredths of a per cent
WHOLE = 10000
LENGTH = 4  # years

STAGES = {"draft": "draft", "cancelled": "draft", "prequalified": "prequal", "submitted": "prequal", "approved": "full",
          "running": "full", "closed": "full"}
PUBLIC = {"municipality", "housing_organisation", "housing_division", "police", "state", "school"}
# Whether the money of such a party is local, if the contribution does not say; "no" for the others.
LOCAL_MONEY = {"municipality": "yes", "housing_organisation": "yes", "housing_division": "yes", "foundation": "unclear",
               "association": "unclear", "business": "unclear", "other": "unclear"}


class Unclear(Exception):
    """The published rules leave this case open, or exclude the rule by another finding: nothing is compared."""


# --- Dates: a date may lack its day or month, and then means any day of that time ---


def first(text):
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    return datetime.date(year, month, day)


def last(text):
    parts = [int(part) for part in text.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return datetime.date(parts[0], month, parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1])


def is_exact(text):
    return text is not None and len(text) == 10


def is_after(one, other):
    """Whether the one is after the other on all days that they may mean; False if one is not given."""
    return one is not None and other is not None and first(one) > last(other)


def year_of(text):
    return int(text[:4])


def rounded_up(a, b):
    return -(-a // b)


def number(value):
    return Decimal(value)


# --- The plan ---


class Plan:
    """A plan as the rules see it. Absent is None or an empty list, never 0."""

    def __init__(self, data, today):
        self.data, self.today = data, today
        self.stage = STAGES[data["status"]]
        self.scheme = SCHEMES[data["scheme"]]
        for name in ("parties", "goals", "strategies", "work_areas", "focus_areas", "activities", "agreements", "indicators",
                     "milestones", "approvals", "reports", "waivers"):
            setattr(self, name, data.get(name, []))
        self.governance = data.get("governance", {})
        self.kinds = {party["id"]: party["kind"] for party in self.parties}
        self.money = Money(self)
        self.period = Period(data.get("period", {}))
        self.codes = {area["id"]: area["code"] for area in self.focus_areas}
        self.cross_cutting = {area["id"] for area in self.focus_areas if area.get("cross_cutting")}

    def parties_of_kind(self, kind):
        return {party["id"] for party in self.parties if party["kind"] == kind}

    def goals_above(self, goal):
        """A goal and those that it is part of."""
        parents, found = {each["id"]: each.get("parent") for each in self.goals}, []
        while goal is not None and goal not in found:
            found.append(goal)
            goal = parents[goal]
        return found

    def all_above(self, goals):
        return {above for goal in goals for above in self.goals_above(goal)}

    def area_has_activity(self, area):
        """An area that occurs twice (HP212) has what either of the two has, and a cross-cutting one has all activities."""
        same = {each["id"] for each in self.focus_areas if each["code"] == area["code"]}
        named = any(same & set(activity.get("focus_areas", [])) for activity in self.activities)
        return named or (bool(same & self.cross_cutting) and bool(self.activities))

    def is_first_of_its_code(self, n):
        return all(each["code"] != self.focus_areas[n]["code"] for each in self.focus_areas[:n])


class Period:
    """The period of the plan: start and end; if one of them is not given, the year of the label."""

    def __init__(self, data):
        self.start, self.end = data.get("start"), data.get("end")
        label = data.get("label")
        self.label = tuple(label.split("-")) if label else None
        self.differs = self.label is not None and (
            (self.start is not None and self.start[:4] != self.label[0]) or
            (self.end is not None and self.end[:4] != self.label[1]))  # HP502
        self.first = self.start or (self.label and self.label[0])
        self.last = self.end or (self.label and self.label[1])
        self.is_backwards = is_after(self.first, self.last)  # HP501

    def first_days(self):
        """The first days that the period may have, earliest first. If label and dates differ, either may be correct."""
        return sorted(first(each) for each in (self.start, self.label and self.label[0]) if each and (
            self.differs or each == self.first))

    def last_days(self):
        return sorted(last(each) for each in (self.end, self.label and self.label[1]) if each and (
            self.differs or each == self.last))

    def ends(self):
        """The first day that each end stated may mean."""
        return [first(each) for each in (self.end, self.label and self.label[1]) if each and (self.differs or each == self.last)]

    def need_one(self):
        """For rules that are not checked unless the period is known and unambiguous."""
        if self.first is None or self.last is None or self.is_backwards or self.differs:
            raise Unclear

    def years(self):
        return range(year_of(self.first), year_of(self.last) + 1)


class Money:
    """The financing. The decisive grant is the awarded one; if there is none, the prequalified, then the one applied for."""

    def __init__(self, plan):
        data = plan.data.get("financing", {})
        self.plan, self.frame, self.total, self.grants = plan, data.get("frame"), data.get("total"), data.get("grant", {})
        self.contributions, self.budget = data.get("contributions", []), data.get("budget", [])
        self.grant = next((self.grants[name] for name in ("awarded", "prequalified", "applied") if name in self.grants), None)
        self.local = self.sum(lambda each: self.counts(each) != "no")
        self.third_party = self.sum(lambda each: self.counts(each) == "no")
        self.strict = self.sum(lambda each: self.counts(each) == "yes" and each.get("kind", "cash") == "cash")
        self.stated = (self.grant or 0) + self.local + self.third_party
        self.all_stated = self.grant is not None and bool(self.contributions) and all("amount" in c for c in self.contributions)
        self.has_share = self.all_stated and self.stated > 0  # else HP406 or HP416

    def counts(self, contribution):
        if "counts_as_local" in contribution:
            return contribution["counts_as_local"]
        of_parties = [LOCAL_MONEY.get(self.plan.kinds[party], "no") for party in contribution["parties"]]
        return next(word for word in ("no", "unclear", "yes") if word in of_parties)

    def sum(self, holds):
        return sum(each.get("amount", 0) for each in self.contributions if holds(each))

    def is_enough(self, local):
        return local * WHOLE >= self.stated * LOCAL

    def total_at_grant(self):
        """The least total at this grant: third-party money stays, and the local part is rounded up to whole kroner."""
        fixed = (self.grant or 0) + self.third_party
        return fixed + rounded_up(fixed * LOCAL, WHOLE - LOCAL)

    def least_total(self):
        """What the total is at least; None if nothing is known."""
        if self.all_stated:
            return self.stated
        some = self.grant is not None or any("amount" in each for each in self.contributions)
        return max((each for each in (self.stated if some else None, self.total) if each is not None), default=None)
