// The functions of libhelhedsplan that Helhedsplan.cs calls, as helhedsplan-ffi.h declares them. int32_t is int,
// int64_t is long, size_t is IntPtr; a text is bytes as an argument, and IntPtr as a result (a string would be freed).
using System;
using System.Runtime.InteropServices;
using System.Text;
using D = System.Runtime.InteropServices.DllImportAttribute;
using H = System.Runtime.InteropServices.SafeHandle;
using P = System.IntPtr;

namespace Helhedsplan {
  static partial class C {
    const string L = "helhedsplan"; // helhedsplan.dll, libhelhedsplan.so, libhelhedsplan.dylib
    internal const int Abi = 1, Absent = int.MinValue, Danish = 1, English = 2, TextSize = 48;
    internal const int ErrEnum = -6, ErrDate = -7, ErrRange = -8, ErrNotFound = -10;
    internal const int Word = 9, Truth = 10, Number = 11, Date = 12, Kroner = 13, Object = 14; // 1 to 8 are texts

    [D(L)] internal static extern int hhp_abi_version();
    [D(L)] internal static extern void hhp_free(P text);
    [D(L)] internal static extern int hhp_plan_new(out P plan);
    [D(L)] internal static extern void hhp_plan_free(P plan);
    [D(L)] internal static extern int hhp_plan_load(out P plan, byte[] path, H report);
    [D(L)] internal static extern int hhp_plan_parse(out P plan, byte[] json, P length, H report);
    [D(L)] internal static extern int hhp_plan_save(P plan, byte[] path);
    [D(L)] internal static extern int hhp_plan_dump(P plan, out P json, P length);
    [D(L)] internal static extern int hhp_plan_validate(P plan, H options, H report);
    [D(L)] internal static extern int hhp_plan_cofinancing(P plan, P scheme, long[] figures, P size);
    [D(L)] internal static extern P hhp_figure_count();
    [D(L)] internal static extern P hhp_figure_name(P index);
    [D(L)] internal static extern P hhp_object_entity(P o);
    [D(L)] internal static extern P hhp_entity_find_field(P e, byte[] name);
    [D(L)] internal static extern int hhp_field_type(P field);
    [D(L)] internal static extern int hhp_field_is_list(P field);
    [D(L)] internal static extern P hhp_field_enum(P field);
    [D(L)] internal static extern P hhp_enum_find(byte[] name);
    [D(L)] internal static extern int hhp_enum_number(P e, byte[] word);
    [D(L)] internal static extern P hhp_enum_word(P e, int n);
    [D(L)] internal static extern int hhp_date_parse(byte[] text, out int date);
    [D(L)] internal static extern int hhp_date_iso(int date, byte[] text, P size);
    [D(L)] internal static extern P hhp_get_text(P o, P f);
    [D(L)] internal static extern int hhp_get_number(P o, P f);
    [D(L)] internal static extern long hhp_get_kroner(P o, P f);
    [D(L)] internal static extern P hhp_get_object(P o, P f);
    [D(L)] internal static extern P hhp_get_count(P o, P f);
    [D(L)] internal static extern P hhp_get_text_at(P o, P f, P index);
    [D(L)] internal static extern P hhp_get_object_at(P o, P f, P index);
    [D(L)] internal static extern int hhp_clear(P o, P f);
    [D(L)] internal static extern int hhp_set_text(P o, P f, byte[] v);
    [D(L)] internal static extern int hhp_move(P o, P f, P from, P to);
    [D(L)] internal static extern int hhp_set_number(P o, P f, int v);
    [D(L)] internal static extern int hhp_set_kroner(P o, P f, long v);
    [D(L)] internal static extern int hhp_insert_text(P o, P f, P index, byte[] v);
    [D(L)] internal static extern int hhp_insert_object(P o, P f, P index, byte[] id, out P made);
    [D(L)] internal static extern int hhp_remove(P o, P f, P index);
    [D(L)] internal static extern int hhp_field_status_message(P f, int status, int lang, out P text);
    [D(L)] internal static extern int hhp_check(byte[] json, P length, H options, H report);
    [D(L)] internal static extern int hhp_check_options_new(out P o);
    [D(L)] internal static extern void hhp_check_options_free(P o);
    [D(L)] internal static extern int hhp_check_options_set_stage(H options, int stage);
    [D(L)] internal static extern int hhp_check_options_set_today(H options, int today);
    [D(L)] internal static extern int hhp_check_options_set_scheme(H options, P scheme);
    [D(L)] internal static extern P hhp_scheme_find(byte[] id);
    [D(L)] internal static extern void hhp_scheme_free(P scheme);
    [D(L)] internal static extern int hhp_scheme_parse(out P scheme, byte[] json, P length, H report);
    [D(L)] internal static extern int hhp_report_new(out P report);
    [D(L)] internal static extern void hhp_report_free(P report);
    [D(L)] internal static extern int hhp_report_set_path(H report, byte[] path);
    [D(L)] internal static extern int hhp_report_render(H report, int format, P options, out P text, P length);
    [D(L)] internal static extern P hhp_report_count(H report);
    [D(L)] internal static extern P hhp_report_at(H report, P index);
    [D(L)] internal static extern P hhp_finding_rule(P f);
    [D(L)] internal static extern P hhp_finding_pointer(P f);
    [D(L)] internal static extern int hhp_finding_severity(P f);
    [D(L)] internal static extern P hhp_severity_name(int severity);
    [D(L)] internal static extern P hhp_finding_message(P f, int lang);
    [D(L)] internal static extern P hhp_finding_remedy(P f, int lang);
    [D(L)] internal static extern int hhp_finding_is_waived(P f);
    [D(L)] internal static extern P hhp_finding_line(P f);

    internal static byte[] Utf8(string text) { // by hand, since netstandard2.0 marshals none; throws for half a surrogate pair
      if (text == null) return null;
      if (text.Contains("\0")) throw new ArgumentException("a text has no NUL"); // it would end there
      return new UTF8Encoding(false, true).GetBytes(text + "\0");
    }
    internal static string Text(P text) {
      if (text == P.Zero) return null;
      int length = 0;
      while (Marshal.ReadByte(text, length) != 0) length++;
      var bytes = new byte[length];
      Marshal.Copy(text, bytes, 0, length);
      return Encoding.UTF8.GetString(bytes);
    }
    internal static string Owned(P text) { try { return Text(text); } finally { hhp_free(text); } }
  }

  delegate int Make(out P made);

  // Frees what it has when it is disposed of, or found by the garbage collector, but never during a call.
  sealed class Handle : SafeHandle {
    readonly Action<P> free;
    internal Handle(Make make, Action<P> free, Report report = null) : base(P.Zero, true) {
      if (C.hhp_abi_version() != C.Abi) throw new NotSupportedException("libhelhedsplan has another ABI than this binding");
      this.free = free;
      C.Must(make(out handle), P.Zero, report);
    }
    public override bool IsInvalid => handle == P.Zero;
    protected override bool ReleaseHandle() { free(handle); return true; }
  }
}
