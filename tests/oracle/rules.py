"""What each rule finds, computed in Python from the published rules: docs/rules.md, with the section "Interpretations", and the
sources that it names. It shares nothing with the library; each function quotes or sums up what it computes.

A function yields what the rule finds in a plan: a place (a JSON Pointer, in or at which the finding has to be) and some of its
arguments. It raises Unclear where the published text excludes the rule or leaves the case open.
"""

import datetime

from facts import (LENGTH, LOCAL, PUBLIC, WHOLE, Unclear, first, is_after, is_exact, last, number, rounded_up, year_of)

EXPECTED = {}


def rule(function):
    EXPECTED[function.__name__.upper()] = function
    return function


# --- Goals ---


@rule
def hp201(plan):
    """Without goals there is nothing to assess activities and results against."""
    if not plan.goals:
        yield "", {}


@rule
def hp202(plan):
    """It has to be clear which of the goals the plan pursues."""
    if plan.goals and not any(goal.get("pursued", True) for goal in plan.goals):
        yield "/goals", {}


@rule
def hp203(plan):
    """If a plan has strategies, it should show which supports each political goal. A subgoal's strategy supports the goal."""
    supported = plan.all_above(goal for strategy in plan.strategies for goal in strategy.get("goals", []))
    for n, goal in enumerate(plan.goals):
        if plan.strategies and "parent" not in goal and goal["id"] not in supported:
            yield f"/goals/{n}", {"goal": goal["id"]}


@rule
def hp204(plan):
    """A goal that the plan pursues has to have an activity or a work area that supports it, or one of its subgoals."""
    served = plan.all_above([goal for activity in plan.activities for goal in activity.get("goals", [])] +
                            [each["goal"] for area in plan.work_areas for each in area.get("contributes", [])])
    for n, goal in enumerate(plan.goals):
        if goal.get("pursued", True) and goal["id"] not in served:
            yield f"/goals/{n}", {"goal": goal["id"]}


@rule
def hp205(plan):
    """A political goal was adopted by a certain body on a certain date."""
    for n, goal in enumerate(plan.goals):
        if "parent" not in goal and not ("adopted_by" in goal and "adopted_on" in goal):
            yield f"/goals/{n}", {"goal": goal["id"]}


@rule
def hp206(plan):
    """A goal cannot be part of itself, directly or through others. A cycle is reported once."""
    parents, cycles = {goal["id"]: goal.get("parent") for goal in plan.goals}, set()
    for goal in parents:
        above = plan.goals_above(goal)
        back_to = parents[above[-1]]
        if back_to is not None:
            cycles.add(frozenset(above[above.index(back_to):]))
    for cycle in cycles:
        yield "/goals", {"goals": len(cycle)}


@rule
def hp601(plan):
    """Whether a goal that the plan pursues has been reached is seen from an indicator of it, or of one of its subgoals."""
    measured = plan.all_above(indicator["goal"] for indicator in plan.indicators if "goal" in indicator)
    for n, goal in enumerate(plan.goals):
        if goal.get("pursued", True) and goal["id"] not in measured:
            yield f"/goals/{n}", {"goal": goal["id"]}


# --- Focus areas ---


@rule
def hp210(plan):
    """The fund supports work within the scheme's own focus areas."""
    for n, area in enumerate(plan.focus_areas):
        if area["code"] not in plan.scheme["codes"]:
            yield f"/focus_areas/{n}/code", {"code": area["code"]}


@rule
def hp211(plan):
    """A plan chooses at least one focus area."""
    if not plan.focus_areas:
        yield "", {}


@rule
def hp212(plan):
    """If a focus area appears twice, its activities and agreements are divided between the two."""
    for n, area in enumerate(plan.focus_areas):
        if not plan.is_first_of_its_code(n):
            yield f"/focus_areas/{n}/code", {"code": area["code"]}


@rule
def hp213(plan):
    """A chosen focus area without activities is a promise without substance. A cross-cutting one has all activities."""
    for n, area in enumerate(plan.focus_areas):
        if plan.is_first_of_its_code(n) and not plan.area_has_activity(area):
            yield f"/focus_areas/{n}", {"focus_area": area["id"]}


@rule
def hp214(plan):
    """Each focus area has a purpose."""
    for n, area in enumerate(plan.focus_areas):
        if "purpose" not in area:
            yield f"/focus_areas/{n}", {"focus_area": area["id"]}


@rule
def hp215(plan):
    """A plan that is approved has to be finished, and not ask for input."""
    for n, area in enumerate(plan.focus_areas):
        if area.get("open_for_input"):
            yield f"/focus_areas/{n}/open_for_input", {}


@rule
def hp324(plan):
    """The strategic agreement has to have a sub-agreement for each chosen focus area. An area that occurs twice needs one."""
    for n, area in enumerate(plan.focus_areas):
        agreed = [each for each in plan.agreements if each["kind"] == "sub" and "focus_area" in each and
                  plan.codes[each["focus_area"]] == area["code"]]
        if plan.is_first_of_its_code(n) and not agreed:
            yield f"/focus_areas/{n}", {"focus_area": area["id"]}


# --- Activities ---


@rule
def hp301(plan):
    """The fund supports activities within the chosen focus areas. Without any (HP211), there is none to name."""
    for n, activity in enumerate(plan.activities):
        if plan.focus_areas and not activity.get("focus_areas"):
            yield f"/activities/{n}", {"activity": activity["id"]}


@rule
def hp302(plan):
    """Two activities of a focus area with the same title cannot be distinguished. Titles are equal if they differ only in case
    and spaces (and in more ways, which are not drawn). Each is reported once, for the first before it."""
    def folded(activity):
        return "".join(activity["title"].lower().split())

    for n, activity in enumerate(plan.activities):
        areas = set(activity.get("focus_areas", []))
        for other in plan.activities[:n]:
            if folded(other) == folded(activity) and areas & set(other.get("focus_areas", [])):
                yield f"/activities/{n}/title", {"activity": activity["id"]}
                break


@rule
def hp303(plan):
    """Without a target group it is not known whom the activity is for. An empty one is none."""
    for n, activity in enumerate(plan.activities):
        if not activity.get("target_group"):
            yield f"/activities/{n}", {"activity": activity["id"]}


@rule
def hp304(plan):
    """An age has to be between 0 and 120 years, and the lowest may not be above the highest."""
    for n, activity in enumerate(plan.activities):
        ages = [activity.get("target_group", {}).get(name) for name in ("age_min", "age_max")]
        wrong = [age for age in ages if age is not None and not 0 <= age <= 120]
        for age in wrong:
            yield f"/activities/{n}/target_group", {"actual": age}
        if not wrong and None not in ages and ages[0] > ages[1]:
            yield f"/activities/{n}/target_group", {}


@rule
def hp306(plan):
    """An activity without a responsible party or a coordinator may never be carried out."""
    for n, activity in enumerate(plan.activities):
        if "lead" not in activity and "coordinator" not in activity:
            yield f"/activities/{n}", {"activity": activity["id"]}


@rule
def hp320(plan):
    """Each activity has a municipality, housing organisation or division, police, school or state among its parties, or as its
    lead."""
    for n, activity in enumerate(plan.activities):
        parties = activity.get("parties", []) + ([activity["lead"]] if "lead" in activity else [])
        if not any(plan.kinds[party] in PUBLIC for party in parties):
            yield f"/activities/{n}", {"activity": activity["id"]}


def covers(plan, agreement, activity):
    """An agreement covers the activities that it lists; if it lists none, those of its focus area; if it has no focus area either,
    all. One on a cross-cutting area covers every activity, and an activity without an area may be of any (HP301)."""
    if agreement.get("activities"):
        return activity["id"] in agreement["activities"]
    if "focus_area" not in agreement:
        return True
    area = agreement["focus_area"]
    return not activity.get("focus_areas") or area in plan.cross_cutting or area in activity["focus_areas"]


def is_in_force(plan, agreement, activity):
    """In force on some day of the activity's period; missing dates of the activity are those of the plan."""
    start, end = activity.get("start") or plan.period.first, activity.get("end") or plan.period.last
    if is_after(agreement.get("valid_from"), agreement.get("valid_to")) or is_after(start, end):
        raise Unclear
    return not is_after(agreement.get("valid_from"), end) and not is_after(start, agreement.get("valid_to"))


@rule
def hp321(plan):
    """One agreement has to cover the activity, have all of its parties, and be in force. Of an activity wholly outside the plan
    only that is reported (HP506)."""
    if plan.period.is_backwards or plan.period.differs:
        raise Unclear
    for n, activity in enumerate(plan.activities):
        is_outside = any(is_whole for _, is_whole in beyond(plan.period, activity.get("start"), activity.get("end")))
        if is_outside and not activity.get("focus_areas"):
            raise Unclear  # two other findings (HP301, HP506), each of which may explain this one
        parties = set(activity.get("parties", []))
        if not any(covers(plan, each, activity) and parties <= set(each.get("parties", [])) and
                   (is_in_force(plan, each, activity) or is_outside) for each in plan.agreements):
            yield f"/activities/{n}", {"activity": activity["id"]}


# --- Organisation ---


@rule
def hp322(plan):
    """There is exactly one leading party."""
    leads = set(plan.governance.get("leads", []))
    if len(leads) != 1:
        yield "", {"actual": len(leads)}


@rule
def hp323(plan):
    """One strategic agreement must have a municipality and every housing organisation among the plan's parties."""
    municipalities, organisations = plan.parties_of_kind("municipality"), plan.parties_of_kind("housing_organisation")
    if not any(each["kind"] == "strategic" and organisations <= set(each.get("parties", [])) and
               municipalities & set(each.get("parties", [])) for each in plan.agreements):
        yield "", {}


@rule
def hp325(plan):
    """An agreement binds only when each party has signed. One without parties and signatures is unsigned; of a strategic one
    without parties, only that is reported (HP323)."""
    for n, agreement in enumerate(plan.agreements):
        parties = set(agreement.get("parties", []))
        signed = {each["party"] for each in agreement.get("signatures", [])}
        if parties - signed or (not parties and not signed and agreement["kind"] != "strategic"):
            yield f"/agreements/{n}", {"agreement": agreement["id"]}


@rule
def hp326(plan):
    """The board has the top management of the municipality (with several, of one) and of each housing organisation."""
    board = plan.governance.get("board", [])
    top = {each["party"] for each in board if each.get("level") == "top_management"}
    municipalities = plan.parties_of_kind("municipality")
    if not board:
        yield "", {}
        return
    if municipalities and not municipalities & top:
        yield "/governance/board", {}
    for _ in plan.parties_of_kind("housing_organisation") - top:
        yield "/governance/board", {}


@rule
def hp327(plan):
    """The scheme requires a contingency plan."""
    if "contingency_plan" not in plan.governance:
        yield "", {}


@rule
def hp328(plan):
    """The plan is approved by the residents, the municipal council and the fund, in that order of dates. If several bodies of a
    kind approve, the last approval counts. A rejection after the last approval revokes it. One by the body of a party holds until
    that body approves; the body of another party of the same kind is another, whose approval it does not revoke. One on a day to come is none yet. A date that is not known
    may be any: a finding has to hold for all. Each is compared with those before it in the order that have a date; after one that
    is too early, which is reported, with that alone."""
    before = []
    for kind in ("residents", "council", "fund"):
        of_kind = [each for each in plan.approvals if each["kind"] == kind and not (
            each["outcome"] == "rejected" and is_ahead(plan, each.get("decided_on")))]
        said = {outcome: [each for each in of_kind if each["outcome"] == outcome] for outcome in ("approved", "rejected")}
        approved = [each.get("decided_on") for each in said["approved"]]
        latest = last_of(approved)
        of_all = [each.get("decided_on") for each in said["rejected"] if "party" not in each or not any(
            is_of_another(plan, other.get("party"), each["party"]) for other in said["approved"])]
        if not approved or any(each and first(each) > latest for each in of_all):
            yield "", {}
            continue
        for party in {each["party"] for each in of_kind if each["outcome"] == "rejected" and "party" in each}:
            own = [each for each in of_kind if not is_of_another(plan, each.get("party"), party)]
            approved_own = [each.get("decided_on") for each in own if each["outcome"] == "approved"]
            if any(each.get("party") == party and each["outcome"] == "rejected" and (
                    not approved_own or each.get("decided_on") and first(each["decided_on"]) > last_of(approved_own)) for each in own):
                yield "/approvals", {}
        if any(latest < each for each in before):
            yield "/approvals", {}
            before = []
        before += [max(first(each) for each in approved if each)] if any(approved) else []


def is_ahead(plan, date):
    """Whether all days that the date may mean are still to come."""
    return date is not None and first(date) > plan.today


def last_of(dates):
    """The last day that any of them may mean."""
    return datetime.date.max if None in dates else max(map(last, dates), default=None)


def is_of_another(plan, party, other):
    return party is not None and party != other and plan.kinds[party] == plan.kinds[other]


# --- Financing ---


@rule
def hp401(plan):
    """At least 25 % of the total is local co-financing, in kind and of unclear status included. Silent unless the grant and every
    contribution have their amounts (HP406, HP416)."""
    money = plan.money
    required = rounded_up(money.stated * LOCAL, WHOLE)
    fits = required <= money.stated - money.third_party  # else no grant is small enough at this total
    if money.has_share and not money.is_enough(money.local):
        yield "/financing", {
            "actual": money.local, "total": money.stated, "third_party": money.third_party, "grant": money.grant,
            "required": required, "total_at_grant": money.total_at_grant(), "short_by": required - money.local if fits else None,
            "short_by_at_grant": money.total_at_grant() - money.stated,
            "share_of_total_bp": money.local * WHOLE // money.stated}


@rule
def hp402(plan):
    """The grant is no more than 75 %. Silent where HP401 says the same: all other money is local."""
    money = plan.money
    if money.has_share and money.grant * WHOLE > money.stated * (WHOLE - LOCAL) and (
            money.is_enough(money.local) or money.third_party > 0):
        yield "/financing/grant", {"actual": money.grant, "total": money.stated}


@rule
def hp403(plan):
    """The co-financing is too low a share of the total (HP401), and 25 % of the grant."""
    money = plan.money
    if money.has_share and not money.is_enough(money.local) and money.grant and money.local * WHOLE >= money.grant * LOCAL:
        yield "/financing", {"actual": money.local}


@rule
def hp404(plan):
    """The total is over the budget ceiling. Unless all amounts are stated, it is at least the sum of those that are, or the
    stated total."""
    money = plan.money
    total = money.least_total()
    if money.frame is not None and total is not None and total > money.frame:
        yield "/financing/frame", {"actual": total, "excess": total - money.frame}
    elif money.frame is not None and money.total is not None and money.total > money.frame:
        raise Unclear  # the stated total is another than the sum (HP407)


@rule
def hp405(plan):
    """The least total at the grant, with a local share of 25 %, is over the budget ceiling."""
    money = plan.money
    if money.has_share and money.frame is not None and money.total_at_grant() > money.frame:
        yield "/financing/frame", {"total_at_grant": money.total_at_grant(), "excess": money.total_at_grant() - money.frame}


@rule
def hp406(plan):
    """No grant is stated. Of a stated total or budget ceiling, 25 % has to be local."""
    if plan.money.grant is None:
        yield "", of_open_share(plan.money, plan.money.total if plan.money.total is not None else plan.money.frame)


@rule
def hp407(plan):
    """The stated total is the grant plus all contributions; if some are not stated, it is no less."""
    money = plan.money
    if money.total is None:
        return
    if money.grant is None and money.stated > money.total:
        raise Unclear
    if (money.all_stated and money.total != money.stated) or (
            money.grant is not None and not money.all_stated and money.stated > money.total):
        yield "/financing/total", {"actual": money.total, "required": money.stated}


@rule
def hp408(plan):
    """Each party has to know what it is to pay: a joint contribution has no split."""
    for n, each in enumerate(plan.money.contributions):
        if len(set(each["parties"])) > 1:
            yield f"/financing/contributions/{n}", {"parties": len(set(each["parties"]))}


@rule
def hp409(plan):
    """The requirement is met only with contributions that are in kind or of unclear status."""
    money = plan.money
    if money.has_share and money.is_enough(money.local) and not money.is_enough(money.strict):
        yield "/financing", {"actual": money.strict}


@rule
def hp410(plan):
    """Staff hours count at their value: hours times rate is the amount. If nothing is stated, there is nothing to account for."""
    for n, each in enumerate(plan.money.contributions):
        if each.get("kind") == "in_kind_hours" and ("hours" in each or "rate" in each or "amount" in each):
            if "hours" not in each or "rate" not in each or each["hours"] * each["rate"] != each.get("amount"):
                yield f"/financing/contributions/{n}", {}


@rule
def hp411(plan):
    """What a party pays according to the budget is its contribution. Parties that contribute jointly are compared together, and
    then each with the least and the most that it may give. Compared here where all is stated."""
    money = plan.money
    if not money.budget:
        return
    if not money.all_stated or "party" not in money.grants:
        raise Unclear
    given = [(set(each["parties"]), each["amount"]) for each in money.contributions] + [({money.grants["party"]}, money.grant)]
    paid = [({line["party"]}, line["amount"]) for line in money.budget]
    for group in joined([parties for parties, _ in given + paid]):
        is_of_group = lambda pair: pair[0] <= group  # noqa: B023, E731
        pays, gives = (sum(amount for _, amount in filter(is_of_group, pairs)) for pairs in (paid, given))
        if pays != gives:
            yield "/financing/budget", {"actual": pays, "required": gives}
            continue
        for party in group:
            pays = sum(amount for parties, amount in paid if parties == {party})
            least = sum(amount for parties, amount in given if parties == {party})
            most = sum(amount for parties, amount in given if party in parties)
            if not least <= pays <= most:
                yield "/financing/budget", {"actual": pays, "required": least if pays < least else most}


def joined(sets):
    """The sets, those with a common element made one."""
    groups = []
    for each in sets:
        meeting = [group for group in groups if group & each]
        groups = [group for group in groups if not group & each] + [set.union(set(each), *meeting)]
    return groups


@rule
def hp412(plan):
    """No money is spent before the year in which the plan begins or after that in which it ends."""
    first_days, last_days = plan.period.first_days(), plan.period.last_days()
    for n, line in enumerate(plan.money.budget):
        if not plan.period.is_backwards and ((first_days and line["year"] < first_days[0].year) or
                                             (last_days and line["year"] > last_days[-1].year)):
            yield f"/financing/budget/{n}/year", {"year": line["year"]}


@rule
def hp413(plan):
    """No more is prequalified or awarded than was applied for, and no more paid out than was awarded; if nothing is, than was
    applied for."""
    grants = plan.money.grants
    paid_of = "awarded" if "awarded" in grants else "applied"
    for smaller, larger in (("prequalified", "applied"), ("awarded", "applied"), ("disbursed", paid_of)):
        if smaller in grants and larger in grants and grants[smaller] > grants[larger]:
            yield f"/financing/grant/{smaller}", {"actual": grants[smaller], "required": grants[larger]}


@rule
def hp415(plan):
    """“At least” or “about” is not an amount that a party can pay."""
    for n, each in enumerate(plan.money.contributions):
        if each.get("qualifier", "exact") != "exact" and "amount" in each:
            yield f"/financing/contributions/{n}/qualifier", {"qualifier": each["qualifier"], "amount": each["amount"]}


@rule
def hp416(plan):
    """A grant is stated, but not every contribution, or the total is 0."""
    if plan.money.grant is not None and not plan.money.has_share:
        yield "/financing", of_open_share(plan.money, plan.money.total)


def of_open_share(money, base):
    """How much has to be local at least, of the base or else at the grant, and how much of it is stated."""
    figures = {}
    if any("amount" in each and money.counts(each) != "no" for each in money.contributions):
        figures["actual"] = money.local
    if money.all_stated:
        return {}  # the total is 0
    if base:
        required = rounded_up(base * LOCAL, WHOLE)
        if money.local + money.third_party > base:
            return {}  # the base is too small for what is stated
        if required + money.third_party > base:
            if money.stated > base:
                return {}  # likewise
            figures["excess"] = (money.grant or 0) + money.third_party + required - base
        return {"required": required, **figures}
    if money.grant and base is None:
        required = money.total_at_grant() - money.grant - money.third_party
        return {"required": required, "total_at_grant": max(money.total_at_grant(), money.stated), **figures}
    return {}


# --- Time ---


@rule
def hp501(plan):
    """No start is after its end."""
    spans = [("/period", plan.period.start, plan.period.end)]
    spans += [(f"/activities/{n}", each.get("start"), each.get("end")) for n, each in enumerate(plan.activities)]
    spans += [(f"/agreements/{n}", each.get("valid_from"), each.get("valid_to")) for n, each in enumerate(plan.agreements)]
    spans += [(f"/indicators/{n}/periods/{m}", each.get("start"), each.get("end"))
              for n, indicator in enumerate(plan.indicators) for m, each in enumerate(indicator.get("periods", []))]
    for place, start, end in spans:
        if is_after(start, end):
            yield place, {}


@rule
def hp502(plan):
    """The label of the period has the years of its dates. Of a period that ends before it begins, only that is reported."""
    if is_after(plan.period.start, plan.period.end):
        raise Unclear
    if plan.period.differs:
        yield "/period/label", {}


def may_be_years_apart(start, end, years):
    """Some first and last day, of those possible, are exactly that many years apart. An end of a month or year may mean up to it."""
    day = first(start)
    while day <= last(start):
        try:
            after = day.replace(year=day.year + years)
        except ValueError:  # 29 February
            after = datetime.date(day.year + years, 3, 1)
        if first(end) <= after - datetime.timedelta(1) <= last(end):
            return True
        if not is_exact(end) and first(end) <= after <= last(end):
            return True
        day += datetime.timedelta(1)
    return False


@rule
def hp503(plan):
    """As a rule a plan has four years. The label 2016-2020 alone may be four years, and so may 2016-2019."""
    period = plan.period
    if period.start and period.end:
        period.need_one()
        if not may_be_years_apart(period.start, period.end, LENGTH):
            yield "/period", {}
    elif period.label and not period.start and not period.end:
        if int(period.label[1]) - int(period.label[0]) not in (LENGTH - 1, LENGTH):
            yield "/period", {}
    else:
        raise Unclear


@rule
def hp504(plan):
    """The period has an exact first and last day; one finding."""
    if not (is_exact(plan.period.start) and is_exact(plan.period.end)):
        yield "", {}


@rule
def hp505(plan):
    """Prequalification comes before the plan."""
    prequalified = plan.data.get("prequalified_on")
    if plan.period.differs or plan.period.is_backwards:
        raise Unclear
    if is_after(prequalified, plan.period.first):
        yield "/prequalified_on", {}


def beyond(period, start, end):
    """How something is outside the period, on all days that it may have: wholly is one finding, beyond both ends is two."""
    first_days, last_days = period.first_days(), period.last_days()
    if period.is_backwards:
        return []
    if is_after(start, end):
        raise Unclear
    before = bool(first_days) and end is not None and last(end) < first_days[0]
    behind = bool(last_days) and start is not None and first(start) > last_days[-1]
    if before or behind:
        return [("whole", True)]
    found = []
    if first_days and start is not None and last(start) < first_days[0]:
        found.append(("start", False))
    if last_days and end is not None and first(end) > last_days[-1]:
        found.append(("end", False))
    return found


@rule
def hp506(plan):
    """The grant covers only activities within the period of the plan."""
    for n, each in enumerate(plan.activities):
        for _ in beyond(plan.period, each.get("start"), each.get("end")):
            yield f"/activities/{n}", {}


@rule
def hp507(plan):
    """An agreement about the plan is in force during its period."""
    for n, each in enumerate(plan.agreements):
        for _ in beyond(plan.period, each.get("valid_from"), each.get("valid_to")):
            yield f"/agreements/{n}", {}


@rule
def hp508(plan):
    """A milestone after the last day of the plan, or before the first, has no one to follow up on it."""
    for n, each in enumerate(plan.milestones):
        for _ in beyond(plan.period, each["due"], each["due"]):
            yield f"/milestones/{n}/due", {}


@rule
def hp509(plan):
    """The milestone plan covers each calendar year of the period; without any milestone, one finding."""
    plan.period.need_one()
    years = [year for year in plan.period.years() if all(year_of(each["due"]) != year for each in plan.milestones)]
    if len(plan.period.years()) > 20:
        raise Unclear
    if not plan.milestones:
        yield "", {}
        return
    for year in years:
        yield "/milestones", {"year": year}


@rule
def hp510(plan):
    """A scheme makes commitments in certain years. The date of prequalification decides; if only the start of the plan is known,
    it may be in the year after."""
    earliest, latest = plan.scheme["years"]
    prequalified = plan.data.get("prequalified_on")
    if prequalified:
        if not earliest <= year_of(prequalified) <= latest:
            yield "/prequalified_on", {"year": year_of(prequalified)}
    elif plan.period.differs or plan.period.is_backwards:
        raise Unclear
    elif plan.period.first and not earliest <= year_of(plan.period.first) <= latest + 1:
        yield "/period", {"year": year_of(plan.period.first)}


# --- Follow-up ---


@rule
def hp602(plan):
    """An indicator has a baseline and a target, unless it is qualitative."""
    for n, each in enumerate(plan.indicators):
        targets = [period for period in each.get("periods", []) if "target" in period]
        if each.get("measure") != "qualitative" and ("value" not in each.get("baseline", {}) or not targets):
            yield f"/indicators/{n}", {"indicator": each["id"]}


@rule
def hp603(plan):
    """A target is no worse than the baseline, and a percentage is between 0 and 100; if it is not, only that is reported."""
    def is_possible(indicator, value):
        return indicator.get("measure") != "percent" or value is None or 0 <= number(value) <= 100

    for n, each in enumerate(plan.indicators):
        baseline = each.get("baseline", {}).get("value")
        if not is_possible(each, baseline):
            yield f"/indicators/{n}/baseline", {"value": baseline}
        for m, period in enumerate(each.get("periods", [])):
            for name in ("target", "actual"):
                if not is_possible(each, period.get(name)):
                    yield f"/indicators/{n}/periods/{m}/{name}", {"value": period[name]}
            if baseline is None or "target" not in period or not (is_possible(each, baseline) and is_possible(each, period["target"])):
                continue
            gain = number(period["target"]) - number(baseline)
            if gain < 0 if each.get("ascending", True) else gain > 0:
                yield f"/indicators/{n}/periods/{m}", {"target": period["target"]}


@rule
def hp604(plan):
    """A report is submitted for each calendar year of the plan that is over. One with a date that is still to come is not submitted."""
    plan.period.need_one()
    if len(plan.period.years()) > 20:
        raise Unclear
    reported = {each["year"] for each in plan.reports if not is_ahead(plan, each.get("submitted_on"))}
    for year in plan.period.years():
        if datetime.date(year, 12, 31) < plan.today and year not in reported:
            yield "", {"year": year}


@rule
def hp605(plan):
    """The report reaches the fund within six months of the end of the year."""
    for n, each in enumerate(plan.reports):
        if "submitted_on" in each and not is_ahead(plan, each["submitted_on"]) and (
                first(each["submitted_on"]) > datetime.date(each["year"] + 1, 6, 30)):
            yield f"/reports/{n}/submitted_on", {"year": each["year"]}


@rule
def hp606(plan):
    """Each calendar year is reported once, after it has ended. If the plan ends before the year does, its last report may come
    when the plan has ended; on any day that its end may mean, or that of its label if the two differ."""
    period, seen = plan.period, set()
    for n, each in enumerate(plan.reports):
        if each["year"] in seen:
            yield f"/reports/{n}/year", {"year": each["year"]}
        seen.add(each["year"])
        if "submitted_on" not in each:
            continue
        submitted, end = last(each["submitted_on"]), datetime.date(each["year"], 12, 31)
        over = min((day for day in period.ends() if day.year == each["year"]), default=end)
        if over < end:
            if period.is_backwards or submitted == over:
                raise Unclear
            end = over - datetime.timedelta(1)
        if submitted <= end:
            yield f"/reports/{n}/submitted_on", {"year": each["year"]}


# --- Lists and waivers ---


@rule
def hp115(plan):
    """A reference that appears twice in a list is a typing error: of the lists of references that are drawn."""
    lists = [(f"/{name}/{n}/{field}", each.get(field, [])) for name, fields in (
        ("activities", ("focus_areas", "goals", "parties")), ("agreements", ("activities", "parties")), ("strategies", ("goals",)))
        for n, each in enumerate(getattr(plan, name)) for field in fields]
    lists += [(f"/financing/contributions/{n}/parties", each["parties"]) for n, each in enumerate(plan.money.contributions)]
    lists += [(f"/work_areas/{n}/contributes", [each["goal"] for each in area.get("contributes", [])])
              for n, area in enumerate(plan.work_areas)]
    lists.append(("/governance/leads", plan.governance.get("leads", [])))
    for place, entries in lists:
        for n, entry in enumerate(entries):
            if entry in entries[:n]:
                yield f"{place}/{n}", {}


@rule
def hp701(plan):
    """A waiver that has expired does not apply."""
    for n, waiver in enumerate(plan.waivers):
        if is_possible(waiver) and "until" in waiver and last(waiver["until"]) < plan.today:
            yield f"/waivers/{n}", {}


def is_possible(waiver):
    return waiver["rule"][2] not in "17"


@rule
def hp703(plan):
    """The rules about the document (HP1xx) and about waivers (HP7xx) cannot be waived."""
    for n, waiver in enumerate(plan.waivers):
        if not is_possible(waiver):
            yield f"/waivers/{n}", {}
