// Reads a plan, prints its title and errors, corrects its financing, and adds an activity.
using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Helhedsplan;

static class Program {
  static void Run(string path) {
    using (var plan = Plan.Load(path))
    using (var report = Report.Check(File.ReadAllBytes(path), path, today: "2016-04-01")) {
      Console.WriteLine($"{plan["title"]}: {plan.List("activities").Count()} activities");
      foreach (Finding finding in report.Findings.Where(one => one.Severity == "error")) {
        Console.WriteLine($"{path}:{finding.Line}: {finding.Rule} {finding.Danish}");
        Console.WriteLine($"  {finding.DanishRemedy}");
      }
      Console.WriteLine($"SARIF: {Regex.Matches(report.Render("sarif"), "\"ruleId\": \"HP401\"").Count}");

      var figures = plan.Cofinancing();
      if (figures["verdict"] == 0) { // it fails; while amounts are missing there are no figures to correct it with
        var financing = (Node)plan["financing"];
        financing.List("contributions").First()["amount"] = figures["required_at_total"];
        ((Node)financing["grant"])["awarded"] = figures["largest_grant_at_total"];
      }
      Console.WriteLine($"corrected: {plan.Cofinancing()["verdict"]}");

      Node cafe = plan.Add("activities", "natcafe");
      cafe["title"] = "Natcafé";
      cafe["start"] = "2017-08";
      ((Node)cafe["target_group"])["age_min"] = 13;
      cafe.Add("goals", "mindre-kriminalitet");
      Console.WriteLine($"{cafe["title"]} serves {string.Join(", ", (object[])cafe["goals"])} from {cafe["start"]}, " +
        $"for those of {((Node)cafe["target_group"])["age_min"]}");
      try {
        plan["status"] = "begun";
      } catch (HelhedsplanException fault) {
        Console.WriteLine($"rejected: {fault.Message}");
      }
    }
  }
  static int Main(string[] args) {
    Console.OutputEncoding = new UTF8Encoding(false);
    try {
      Run(args[0]);
      return 0;
    } catch (HelhedsplanException fault) {
      Console.Error.WriteLine(fault.Message);
      return 1;
    }
  }
}
