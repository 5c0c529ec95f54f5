// The conformance corpus through Mono, with the binding of examples/bindings/csharp. From the environment: HHP_SOURCE_DIR,
// HHP_PLANS_DIR, HHP_VERSION.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Helhedsplan;

static class Conformance {
  static string Day(string yyyymmdd) => $"{yyyymmdd.Substring(0, 4)}-{yyyymmdd.Substring(4, 2)}-{yyyymmdd.Substring(6)}";

  static string Found(string plans, string[] columns) {
    string plan = columns[1], stage = columns[2], today = columns[3], scheme = columns[4];
    object used = scheme == "-" ? null : scheme.Contains("/") ? File.ReadAllBytes(Path.Combine(plans, scheme)) : (object)scheme;
    using (var report = Report.Check(File.ReadAllBytes(Path.Combine(plans, plan)), plan, stage == "-" ? "by_status" : stage,
                                     today == "-" ? null : Day(today), used))
      return report.Render("json");
  }
  static int Main() {
    string plans = Environment.GetEnvironmentVariable("HHP_PLANS_DIR");
    string folder = Path.Combine(Environment.GetEnvironmentVariable("HHP_SOURCE_DIR"), "tests/conformance");
    string[][] cases = File.ReadAllLines(Path.Combine(folder, "cases.tsv"))
      .Where(line => line != "" && !line.StartsWith("#")).Select(line => line.Split('\t')).ToArray();
    var faults = new List<string>();
    foreach (string[] columns in cases) {
      string stored = File.ReadAllText(Path.Combine(folder, "reports", columns[0] + ".json"), new UTF8Encoding(false, true));
      string expected = stored.Replace("@version@", Environment.GetEnvironmentVariable("HHP_VERSION"));
      if (!string.Equals(Found(plans, columns), expected, StringComparison.Ordinal)) faults.Add(columns[0]);
    }
    Console.WriteLine($"{cases.Length} cases, {cases.Length - faults.Count} reports as they are to be {string.Join(" ", faults)}");
    return faults.Count > 0 || cases.Length < 60 ? 1 : 0;
  }
}
