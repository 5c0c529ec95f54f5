// What the C# binding must reject, and what must stay alive. usage: misuse PLAN
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Helhedsplan;

static class Misuse {
  static int faults;

  static void Sees(string what, bool so) {
    if (so) return;
    Console.WriteLine(what);
    faults++;
  }
  static E Refuses<E>(string what, Action use) where E : Exception {
    try {
      use();
    } catch (E fault) {
      return fault;
    } catch (Exception other) {
      Console.WriteLine(other);
    }
    Sees($"{what} is not refused", false);
    return null;
  }
  static void Keeps(Node node, string field, params object[] values) { // a rejected value leaves the field unchanged
    object before = node[field];
    foreach (object value in values) {
      try {
        node[field] = value;
        Sees($"{field} takes {value}", false);
      } catch (Exception fault) when (fault is HelhedsplanException || fault is InvalidCastException || fault is ArgumentException) {
      }
      Sees($"{field} is another after {value}", Equals(node[field], before));
    }
  }
  static string[] Ids(Node plan) => plan.List("goals").Select(goal => (string)goal["id"]).ToArray();

  static void Values(Plan plan) {
    Node activity = plan.List("activities").First(), goal = plan.List("goals").First();
    Node contribution = ((Node)plan["financing"]).List("contributions").First();
    activity["start"] = "2017-08";
    Keeps(activity, "start", "0000", "2017-00", "2017-8", "2017-13", "", 2017, 20170801);
    goal["pursued"] = true;
    Keeps(goal, "pursued", "no", 0, 1);
    contribution["amount"] = 11000000;
    Keeps(contribution, "amount", int.MinValue, (long)int.MinValue, -1, long.MaxValue, long.MinValue, 0.5, 1m, "1");
    var target = (Node)activity["target_group"];
    target["age_min"] = 13;
    Keeps(target, "age_min", int.MinValue, 13L, 13.0, "13");
    Keeps(plan, "title", "a\0b", "\ud800", "\udc00\ud800", 5);
    Keeps(plan, "status", "begun", "", "draft\0", 1);
    foreach (string title in new[] {"", "Æblehaven \U0001f333\r\n\u2028»ø«", new string('x', 100000)}) {
      plan["title"] = title;
      Sees("a title comes back as it was set", (string)plan["title"] == title);
    }
    plan["status"] = null;
    Sees("null clears a field", plan["status"] == null && !plan.Dump().Contains("\"status\""));
    plan["prequalified_on"] = "0999-05";
    Sees("a date is as the file has it", (string)plan["prequalified_on"] == "0999-05" && plan.Dump().Contains("\"0999-05\""));
    Refuses<KeyNotFoundException>("a field that there is not", () => plan["tilte"] = "a slip of the pen");
    Refuses<KeyNotFoundException>("a field that there is not", () => plan["tilte"].ToString());
    Refuses<NotSupportedException>("a list as a value", () => plan["goals"] = new object[0]);
    Refuses<NotSupportedException>("a list cleared by null", () => plan["goals"] = null);
    Refuses<NotSupportedException>("an object as a value", () => plan["financing"] = null);
    var fault = Refuses<HelhedsplanException>("less than nothing", () => contribution["amount"] = -1);
    Sees("the error names the field, and has the status", fault.Status == -8 && fault.Message.StartsWith("“amount” has to be between DKK 0 and"));
    Sees("so does that of a word", Refuses<HelhedsplanException>("a word", () => plan["status"] = "begun").Message.Contains("“status”"));
  }

  static void Lists(Plan plan) {
    string[] before = Ids(plan);
    plan.Move("goals", 0, 2);
    Sees("a goal is moved", Ids(plan)[2] == before[0] && Ids(plan)[0] == before[1]);
    plan.Move("goals", 2, 0);
    Refuses<HelhedsplanException>("a move past the end", () => plan.Move("goals", 0, before.Length));
    Refuses<HelhedsplanException>("a move from before the start", () => plan.Move("goals", -1, 0));
    Refuses<HelhedsplanException>("the removal of nothing", () => plan.Remove("goals", before.Length));
    Refuses<HelhedsplanException>("an id that is taken", () => plan.Add("goals", before[1]));
    Refuses<HelhedsplanException>("no id", () => plan.Add("goals"));
    Refuses<ArgumentException>("an id with a NUL inside", () => plan.Add("goals", "a\0b"));
    Refuses<HelhedsplanException>("an object more where there is one", () => plan.Add("financing", "x"));
    plan.Add("goals", "midlertidigt");
    plan.Remove("goals", before.Length);
    Sees("the goals are as before", Ids(plan).SequenceEqual(before));
  }

  static void Checks(byte[] bytes) {
    Refuses<HelhedsplanException>("a scheme that there is not", () => Report.Check(bytes, scheme: "no-such"));
    Refuses<HelhedsplanException>("an empty scheme", () => Report.Check(bytes, scheme: ""));
    Refuses<InvalidCastException>("a number as a scheme", () => Report.Check(bytes, scheme: 5));
    Sees("a scheme in error says what it is", Refuses<HelhedsplanException>("a scheme in error", () =>
      Report.Check(bytes, scheme: new byte[] {123})).Message.StartsWith("HP101"));
    foreach (string day in new[] {"0000", "2016-04", "", "20160401"})
      if (day != "2016-04") Refuses<HelhedsplanException>("a day as it is not written", () => Report.Check(bytes, today: day));
    Refuses<HelhedsplanException>("a month as today", () => Report.Check(bytes, today: "2016-04"));
    Refuses<ArgumentException>("a path with a NUL", () => Report.Check(bytes, "a\0b"));
    foreach (string wrong in new[] {"", "half", null}) Refuses<HelhedsplanException>("a stage", () => Report.Check(bytes, stage: wrong));
    using (var report = Report.Check(bytes)) {
      foreach (string wrong in new[] {"", "xml", null}) Refuses<HelhedsplanException>("a format", () => report.Render(wrong));
      report.Dispose();
      Refuses<ObjectDisposedException>("a report that is closed", () => report.Render());
      Refuses<ObjectDisposedException>("its findings", () => report.Findings.Count());
    }
    using (var empty = Report.Check(new byte[0])) // an error in the plan, and not in the call
      Sees("an empty file is HP101", empty.Findings.Single().Rule == "HP101");
    var fault = Refuses<HelhedsplanException>("a plan in error", () => Plan.Parse(Encoding.UTF8.GetBytes("{\"format\": 5}")));
    Sees("a plan in error has findings", fault.Status == -11 && fault.Findings.Count > 0 && fault.Message.Contains(fault.Findings[0].English));
    Sees("a missing file is called that", Refuses<HelhedsplanException>("no file", () => Plan.Load("no-such.json")).Message == "There is no such file.");
    Refuses<HelhedsplanException>("no path", () => Plan.Load(null));
  }

  static Node Orphan(string path) => Plan.Load(path).List("activities").First(); // its plan is not in use any more

  static void Lifetimes(string path) {
    Node orphan = Orphan(path);
    var findings = new List<Finding>();
    for (int i = 0; i < 200; i++) { // what is not disposed of is collected
      findings.AddRange(Report.Check(File.ReadAllBytes(path)).Findings);
      Plan.Load(path).Cofinancing();
      if (i % 20 == 0) {
        GC.Collect();
        GC.WaitForPendingFinalizers();
      }
    }
    Sees("findings outlive their report", findings.All(one => one.English.Length > 0 && one.Rule.StartsWith("HP")));
    Sees("an object keeps its plan", (string)orphan["title"] == "Tryghedsvandring");
    var plan = Plan.Load(path);
    Node activity = plan.List("activities").First();
    plan.Dispose();
    plan.Dispose();
    Refuses<ObjectDisposedException>("an object of a closed plan", () => activity["title"].ToString());
    Refuses<ObjectDisposedException>("a change of it", () => activity["title"] = "x");
    Refuses<ObjectDisposedException>("a closed plan", () => plan.Dump());
    Refuses<ObjectDisposedException>("a closed plan saved", () => plan.Save("closed.json"));
    Refuses<ObjectDisposedException>("a closed plan checked", () => plan.Validate());
  }

  static int Main(string[] args) {
    Console.OutputEncoding = new UTF8Encoding(false);
    using (var plan = Plan.Load(args[0])) {
      Values(plan);
      Lists(plan);
    }
    Checks(File.ReadAllBytes(args[0]));
    Lifetimes(args[0]);
    using (var plan = Plan.Load(args[0]))
    using (var report = plan.Validate("draft", "2016-04-01", "lbf-2015-2018")) {
      Sees("a plan in memory has no lines", report.Findings.Any(one => one.Rule == "HP401") && report.Findings.All(one => one.Line == 0));
      plan.Save("gemt-æøå.json");
      using (var again = Plan.Load("gemt-æøå.json")) Sees("it is saved, by a name in UTF-8", again.Dump() == plan.Dump());
      File.Delete("gemt-æøå.json");
    }
    using (var plan = new Plan()) Sees("a new plan has no title", plan["title"] == null && !plan.List("goals").Any());
    return faults == 0 ? 0 : 1;
  }
}
