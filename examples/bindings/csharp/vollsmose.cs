// Prints a plan, edits, checks and saves it, by the generic core of libhelhedsplan and P/Invoke. Run it with Mono:
//   mcs vollsmose.cs && mono vollsmose.exe ../../vollsmose-2016-2020.helhedsplan.json edited.json [STATUS]
// If the library is not found, set LD_LIBRARY_PATH to its folder.
using System;
using System.Runtime.InteropServices;
using System.Text;
using D = System.Runtime.InteropServices.DllImportAttribute;
using P = System.IntPtr;
using Z = System.UIntPtr;

static class Vollsmose {
  const string L = "libhelhedsplan.so.1";
  const int Abi = 1, Absent = int.MinValue, ErrEnum = -6, Danish = 1, Draft = 1, Word = 9; // HHP_FIELD_WORD
  const int Fails = 0, Passes = 1, BaseGrant = 2, Grant = 0, Local = 1, Total = 3, Min = 5, Base = 6, Verdict = 7;
  [D(L)] static extern int hhp_abi_version(); [D(L)] static extern P hhp_status_message(int status, int lang);
  [D(L)] static extern int hhp_plan_load(out P plan, byte[] path, P report);
  [D(L)] static extern int hhp_plan_save(P plan, byte[] path); [D(L)] static extern void hhp_plan_free(P plan);
  [D(L)] static extern P hhp_object_entity(P o); [D(L)] static extern P hhp_entity_find_field(P entity, byte[] name);
  [D(L)] static extern int hhp_field_type(P field); [D(L)] static extern P hhp_field_enum(P field);
  [D(L)] static extern P hhp_enum_find(byte[] name); [D(L)] static extern int hhp_enum_number(P words, byte[] word);
  [D(L)] static extern P hhp_enum_word(P words, int number); [D(L)] static extern P hhp_get_text(P o, P field);
  [D(L)] static extern P hhp_get_object(P o, P field); [D(L)] static extern Z hhp_get_count(P o, P field);
  [D(L)] static extern P hhp_get_object_at(P o, P field, Z index);
  [D(L)] static extern int hhp_set_text(P o, P field, byte[] value);
  [D(L)] static extern int hhp_set_number(P o, P field, int value);
  [D(L)] static extern int hhp_set_kroner(P o, P field, long value);
  [D(L)] static extern int hhp_insert_object(P o, P field, Z index, byte[] id, out P made);
  [D(L)] static extern int hhp_move(P o, P field, Z from, Z to); [D(L)] static extern int hhp_report_new(out P report);
  [D(L)] static extern int hhp_check_options_new(out P options); [D(L)] static extern void hhp_report_free(P report);
  [D(L)] static extern int hhp_check_options_set_stage(P options, int stage);
  [D(L)] static extern void hhp_check_options_free(P options); [D(L)] static extern P hhp_report_at(P report, Z index);
  [D(L)] static extern int hhp_plan_validate(P plan, P options, P report);
  [D(L)] static extern P hhp_finding_rule(P finding); [D(L)] static extern int hhp_finding_severity(P finding);
  [D(L)] static extern P hhp_severity_name(int severity); [D(L)] static extern P hhp_finding_pointer(P finding);
  [D(L)] static extern P hhp_finding_message(P finding, int lang);
  [D(L)] static extern int hhp_plan_cofinancing(P plan, P scheme, long[] result, Z size);
  [D(L)] static extern int hhp_share_text_beside(long part, long whole, int min, int lang, byte[] o, Z size);

  sealed class Failure : Exception { public Failure(string message) : base(message) {} }
  static string Text(P p) => p == P.Zero ? null : Marshal.PtrToStringAnsi(p); // UTF-8 in Mono
  static byte[] Bytes(string s) => s.Contains("\0") ? throw new ArgumentException(s) : Encoding.UTF8.GetBytes(s + "\0");
  static void Check(int status, string subject, string details = "") {
    if (status != 0) throw new Failure(subject + ": " + Text(hhp_status_message(status, Danish)) + details);
  }
  static P Field(P o, string name) { // for no field, NULL, a getter returns what is absent
    P field = hhp_entity_find_field(hhp_object_entity(o), Bytes(name));
    return field != P.Zero ? field : throw new ArgumentException("no field " + name);
  }
  static string Get(P o, string name) => Text(hhp_get_text(o, Field(o, name)));
  static P At(P o, string name, uint i) => hhp_get_object_at(o, Field(o, name), (Z)i);
  static P Child(P o, string name) => hhp_get_object(o, Field(o, name));
  static void Set(P o, string name, long kroner) => Check(hhp_set_kroner(o, Field(o, name), kroner), name);
  static void Set(P o, string name, string value) { // a text or a word
    bool word = hhp_field_type(Field(o, name)) == Word;
    int number = word ? hhp_enum_number(hhp_field_enum(Field(o, name)), Bytes(value)) : 0;
    Check(word && number == Absent ? ErrEnum : 0, name); // it would clear the field
    Check(word ? hhp_set_number(o, Field(o, name), number) : hhp_set_text(o, Field(o, name), Bytes(value)), name);
  }
  static string Findings(P report) {
    string lines = "";
    for (P f, i = P.Zero; (f = hhp_report_at(report, (Z)(uint)i)) != P.Zero; i += 1)
      lines += $"\n{Text(hhp_finding_rule(f))} {Text(hhp_severity_name(hhp_finding_severity(f)))} " +
        $"{Text(hhp_finding_pointer(f))}: {Text(hhp_finding_message(f, Danish))}";
    return lines;
  }
  static void Run(string[] args) {
    if (hhp_abi_version() != Abi) throw new Exception("the library has another ABI");
    Console.OutputEncoding = new UTF8Encoding(false);
    Check(hhp_report_new(out P report), "report");
    Check(hhp_check_options_new(out P options), "options");
    Check(hhp_plan_load(out P plan, Bytes(args[0]), report), args[0], Findings(report)); // in this order
    Console.WriteLine(Get(plan, "title"));
    for (uint i = 0; At(plan, "activities", i) != P.Zero; i++)
      Console.WriteLine($"  {Get(At(plan, "activities", i), "id")}: {Get(At(plan, "activities", i), "title")}");
    Set(Child(Child(plan, "financing"), "grant"), "awarded", 34500000); // the share is of it, if stated
    P goals = Field(plan, "goals");
    Check(hhp_insert_object(plan, goals, Z.Zero, Bytes("faelles-maal"), out P goal), "goals");
    Set(goal, "title", "Fælles mål på tværs af Østerbæksvej");
    Check(hhp_move(plan, goals, Z.Zero, (Z)((uint)hhp_get_count(plan, goals) - 1)), "goals");
    if (args.Length > 2) Set(plan, "status", args[2]);
    Check(hhp_check_options_set_stage(options, Draft), "stage");
    Check(hhp_plan_validate(plan, options, report), "check");
    Console.WriteLine(Findings(report).Substring(1));
    var r = new long[8]; // as many figures as are needed
    Check(hhp_plan_cofinancing(plan, P.Zero, r, (Z)(8 * 8)), "cofinancing");
    byte[] share = Bytes("-".PadRight(47)); // HHP_TEXT_SIZE with the NUL
    long whole = r[Base] == BaseGrant ? r[Grant] : r[Total];
    if (r[Verdict] == Fails || r[Verdict] == Passes) // otherwise there is no share
      Check(hhp_share_text_beside(r[Local], whole, (int)r[Min], Danish, share, (Z)48), "share");
    string verdict = Text(hhp_enum_word(hhp_enum_find(Bytes("verdict")), (int)r[Verdict]));
    Console.WriteLine($"medfinansiering: {verdict}, {Encoding.UTF8.GetString(share).Split('\0')[0].Trim()}");
    Check(hhp_plan_save(plan, Bytes(args[1])), args[1]);
    hhp_plan_free(plan); hhp_check_options_free(options); hhp_report_free(report);
  }
  static int Main(string[] args) {
    try { Run(args); return 0; }
    catch (Failure failure) { Console.Error.WriteLine(failure.Message); return 3; }
  }
}
