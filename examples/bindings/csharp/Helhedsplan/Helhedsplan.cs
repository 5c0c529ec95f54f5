// libhelhedsplan for .NET, by P/Invoke on the generic core: introspection lists the fields, so there is no code per field, and
// those of a newer library are available without changes. C# 7. UTF-8 is marshalled by hand, since netstandard2.0 does not.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using H = System.Runtime.InteropServices.SafeHandle;
using P = System.IntPtr; // pointers, and size_t

namespace Helhedsplan {
  static partial class C { // conversions; an ABSENT would clear a field. Native.cs has the functions
    internal static int Must(int status, P field = default(P), Report report = null) => status == 0 ? 0 :
      throw new HelhedsplanException(status, field, report == null ? new Finding[0] : report.Findings.ToArray());
    internal static long Given(long number, P field, int fault = ErrRange) => number != Absent ? number : Must(fault, field);
    internal static int Enum(P words, string word, P field) => (int)Given(hhp_enum_number(words, Utf8(word)), field, ErrEnum);
    internal static int Enum(string name, string word) => Enum(hhp_enum_find(Utf8(name)), word, P.Zero);
    internal static string Iso(int date) {
      var text = new byte[TextSize];
      Must(hhp_date_iso(date, text, (P)text.Length));
      return Encoding.UTF8.GetString(text, 0, Array.IndexOf(text, (byte)0));
    }
    internal static int Day(string text, P field) => // as files have it, and not as people write it
      Must(hhp_date_parse(Utf8(text), out int date), field) == 0 && Iso(date) == text ? date : Must(ErrDate, field);
  }
  /// <summary>A status of the library. Its message is that of the findings, if it has any.</summary>
  public sealed class HelhedsplanException : Exception {
    public readonly int Status;
    public readonly IReadOnlyList<Finding> Findings;
    internal HelhedsplanException(int status, P field, Finding[] findings) : base(Sentence(status, field, findings)) {
      (Status, Findings) = (status, findings);
    }
    static string Sentence(int status, P field, Finding[] findings) => // without findings, the field and what it takes
      findings.Length > 0 ? string.Join("\n", findings.Select(f => $"{f.Rule} {f.Pointer}: {f.English}")) :
      C.hhp_field_status_message(field, status, C.English, out P text) == 0 ? C.Owned(text) : $"status {status}";
  }
  public sealed class Finding { // a copy, which outlives the report; the line is 0 if the plan was checked in memory
    public readonly string Rule, Severity, Pointer, Danish, English, DanishRemedy, EnglishRemedy;
    public readonly long Line; public readonly bool IsWaived;
    internal Finding(Handle report, int index) {
      P f = C.hhp_report_at(report, (P)index);
      (Rule, Pointer) = (C.Text(C.hhp_finding_rule(f)), C.Text(C.hhp_finding_pointer(f)));
      (Severity, IsWaived) = (C.Text(C.hhp_severity_name(C.hhp_finding_severity(f))), C.hhp_finding_is_waived(f) != 0);
      (Danish, English) = (C.Text(C.hhp_finding_message(f, C.Danish)), C.Text(C.hhp_finding_message(f, C.English)));
      (DanishRemedy, EnglishRemedy) = (C.Text(C.hhp_finding_remedy(f, C.Danish)), C.Text(C.hhp_finding_remedy(f, C.English)));
      Line = (long)C.hhp_finding_line(f);
      GC.KeepAlive(report);
    }
  }
  public sealed class Report : IDisposable {
    internal readonly Handle handle = new Handle(C.hhp_report_new, C.hhp_report_free);
    public void Dispose() => handle.Dispose();
    public IEnumerable<Finding> Findings =>
      Enumerable.Range(0, (int)C.hhp_report_count(handle)).Select(i => new Finding(handle, i));
    /// <summary>The report as text; the format is json, sarif, junit, markdown, html, ...</summary>
    public string Render(string format = "json") {
      C.Must(C.hhp_report_render(handle, C.Enum("format", format), P.Zero, out P text, P.Zero));
      return C.Owned(text);
    }
    /// <summary>Checks the bytes of a plan. The day is yyyy-mm-dd; the scheme is an id, or the bytes of one.</summary>
    public static Report Check(byte[] json, string path = null, string stage = "by_status", string today = null,
        object scheme = null) => new Report().Fill(stage, today, scheme, (options, report) =>
          C.Must(C.hhp_report_set_path(report, C.Utf8(path))) + C.hhp_check(json, (P)json.Length, options, report));
    internal Report Fill(string stage, string today, object scheme, Func<H, H, int> check) {
      using (var options = new Handle(C.hhp_check_options_new, C.hhp_check_options_free))
      using (var own = scheme is byte[] json ? new Handle((out P made) =>
          C.hhp_scheme_parse(out made, json, (P)json.Length, handle), C.hhp_scheme_free, this) : null) {
        P known = own != null ? own.DangerousGetHandle() : scheme != null ? C.hhp_scheme_find(C.Utf8((string)scheme)) : P.Zero;
        C.Must(scheme != null && known == P.Zero ? C.ErrNotFound : 0); // NULL would select that of the plan
        C.Must(C.hhp_check_options_set_scheme(options, known));
        C.Must(C.hhp_check_options_set_stage(options, C.Enum("stage", stage)));
        C.Must(C.hhp_check_options_set_today(options, today == null ? 0 : C.Day(today, P.Zero)));
        C.Must(check(options, handle));
      }
      return this;
    }
  }
  /// <summary>An object of a plan, which it keeps alive. Fields are read and set by their names; lists are arrays.</summary>
  public class Node {
    internal readonly Handle plan; readonly P at;
    internal Node(Handle plan, P at = default(P)) { this.plan = plan; this.at = at == P.Zero ? plan.DangerousGetHandle() : at; }
    internal T Use<T>(Func<P, T> call) { // throws ObjectDisposedException after Dispose
      bool held = false;
      try { plan.DangerousAddRef(ref held); return call(at); } finally { if (held) plan.DangerousRelease(); }
    }
    T Use<T>(string name, Func<P, P, T> call) => Use(o => {
      P field = C.hhp_entity_find_field(C.hhp_object_entity(o), C.Utf8(name)); // for NULL, a getter returns what is absent
      return field != P.Zero ? call(o, field) : throw new KeyNotFoundException($"no field {name}");
    });
    void Change(string name, Func<P, P, int> call) => Use(name, (o, f) => C.Must(call(o, f), f));
    public object this[string name] { get => Use<object>(name, Get); set => Change(name, (o, f) => Set(o, f, value)); }
    public IEnumerable<Node> List(string name) => ((object[])this[name]).Cast<Node>();
    object Get(P o, P f) {
      int type = C.hhp_field_type(f);
      if (C.hhp_field_is_list(f) != 0) return Enumerable.Range(0, (int)C.hhp_get_count(o, f)).Select(i => type == C.Object
        ? new Node(plan, C.hhp_get_object_at(o, f, (P)i)) : (object)C.Text(C.hhp_get_text_at(o, f, (P)i))).ToArray();
      if (type < C.Word) return C.Text(C.hhp_get_text(o, f));
      if (type == C.Object) return new Node(plan, C.hhp_get_object(o, f));
      long number = type == C.Kroner ? C.hhp_get_kroner(o, f) : C.hhp_get_number(o, f);
      if (number == (type == C.Date ? 0 : C.Absent)) return null;
      if (type == C.Word) return C.Text(C.hhp_enum_word(C.hhp_field_enum(f), (int)number));
      if (type == C.Date) return C.Iso((int)number);
      return type == C.Truth ? number == 1 : type == C.Number ? (int)number : (object)number;
    }
    static int Set(P o, P f, object value) {
      int type = C.hhp_field_is_list(f) != 0 ? C.Object : C.hhp_field_type(f);
      if (type >= C.Object) throw new NotSupportedException("it is changed by its own fields, or Add, Move and Remove");
      if (value == null) return C.hhp_clear(o, f);
      if (type < C.Word) return C.hhp_set_text(o, f, C.Utf8((string)value));
      if (type == C.Kroner) return C.hhp_set_kroner(o, f, C.Given(value is int few ? few : (long)value, f));
      return C.hhp_set_number(o, f, type == C.Word ? C.Enum(C.hhp_field_enum(f), (string)value, f) :
        type == C.Date ? C.Day((string)value, f) : type == C.Truth ? ((bool)value ? 1 : 0) : (int)C.Given((int)value, f));
    }
    /// <summary>Appends to a list: a text, or an object with an id if it has one, which it returns.</summary>
    public Node Add(string list, string value = null) {
      P made = P.Zero;
      Change(list, (o, f) => C.hhp_field_type(f) == C.Object
        ? C.hhp_insert_object(o, f, C.hhp_get_count(o, f), C.Utf8(value), out made)
        : C.hhp_insert_text(o, f, C.hhp_get_count(o, f), C.Utf8(value)));
      return made == P.Zero ? null : new Node(plan, made);
    }
    public void Move(string list, int from, int to) => Change(list, (o, f) => C.hhp_move(o, f, (P)from, (P)to));
    public void Remove(string list, int index) => Change(list, (o, f) => C.hhp_remove(o, f, (P)index));
  }
  public sealed class Plan : Node, IDisposable {
    Plan(Make make, Report report) : base(new Handle(make, C.hhp_plan_free, report)) => report?.Dispose();
    public Plan() : this(C.hhp_plan_new, null) {}
    public static Plan Load(string path) {
      var report = new Report();
      return new Plan((out P made) => C.hhp_plan_load(out made, C.Utf8(path), report.handle), report);
    }
    public static Plan Parse(byte[] json) {
      var report = new Report();
      return new Plan((out P made) => C.hhp_plan_parse(out made, json, (P)json.Length, report.handle), report);
    }
    public void Dispose() => plan.Dispose();
    public void Save(string path) => Use(o => C.Must(C.hhp_plan_save(o, C.Utf8(path))));
    public string Dump() => Use(o => C.Must(C.hhp_plan_dump(o, out P json, P.Zero)) == 0 ? C.Owned(json) : null);
    public Report Validate(string stage = "by_status", string today = null, object scheme = null) =>
      Use(o => new Report().Fill(stage, today, scheme, (options, report) => C.hhp_plan_validate(o, options, report)));
    /// <summary>The figures of the co-financing by their names in C; null if not stated, or without meaning.</summary>
    public Dictionary<string, long?> Cofinancing() {
      var figures = new long[(int)C.hhp_figure_count()];
      Use(o => C.Must(C.hhp_plan_cofinancing(o, P.Zero, figures, (P)(8 * figures.Length))));
      return Enumerable.Range(0, figures.Length).ToDictionary(i => C.Text(C.hhp_figure_name((P)i)),
        i => figures[i] == C.Absent ? (long?)null : figures[i]);
    }
  }
}
