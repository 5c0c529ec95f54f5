// Prints a plan, edits, checks and saves it, by the generic core of libhelhedsplan and JNA. Run it with:
//   java -Dfile.encoding=UTF-8 -cp /usr/share/java/jna.jar Vollsmose.java PLAN EDITED [STATUS]
// where PLAN is ../../vollsmose-2016-2020.helhedsplan.json. If the library is not found, set LD_LIBRARY_PATH.
import static java.nio.charset.StandardCharsets.UTF_8;
import com.sun.jna.*;
import com.sun.jna.ptr.PointerByReference;

public class Vollsmose {
    static final int ABI = 1, OK = 0, ERR_ENUM = -6, ABSENT = Integer.MIN_VALUE, DA = 1, DRAFT = 1, WORD = 9;
    static final int FAILS = 0, PASSES = 1, BASE_GRANT = 2; // verdicts, and a base of the share
    static final int GRANT = 0, LOCAL = 1, TOTAL = 3, MIN_SHARE = 5, BASE = 6, VERDICT = 7, FIGURES = 8;
    static { System.setProperty("jna.encoding", "UTF-8"); }
    static final NativeLibrary LIBRARY = NativeLibrary.getInstance("libhelhedsplan.so.1");

    // Functions by the type of their result. Pass size_t and int64_t as long: JNA does not know the parameters.
    static Function function(String name) { return LIBRARY.getFunction("hhp_" + name); }
    static int number(String name, Object... values) { return function(name).invokeInt(values); }
    static Pointer handle(String name, Object... values) { return function(name).invokePointer(values); }
    static String text(String name, Object... values) { return function(name).invokeString(values, false); }
    static class Failure extends RuntimeException { Failure(String message) { super(message); } }
    static void check(int status, String subject, String... details) {
        String message = subject + ": " + text("status_message", status, DA) + String.join("", details);
        if (status != OK) throw new Failure(message);
    }

    record Node(Pointer h) { // an object of a plan, until the plan is freed
        Pointer field(String name) { // for no field, NULL, a getter returns what is absent
            Pointer entity = handle("object_entity", h);
            return java.util.Objects.requireNonNull(handle("entity_find_field", entity, name), name);
        }
        String get(String name) { return text("get_text", h, field(name)); }
        Node object(String name) { return new Node(handle("get_object", h, field(name))); }
        long count(String name) { return function("get_count").invokeLong(new Object[] {h, field(name)}); }
        Node at(String name, long index) { return new Node(handle("get_object_at", h, field(name), index)); }
        void set(String name, long kroner) { check(number("set_kroner", h, field(name), kroner), name); }
        void set(String name, String value) { // a text or a word
            if (value.contains("\0")) throw new IllegalArgumentException("a NUL in a text");
            boolean word = number("field_type", field(name)) == WORD;
            Object set = word ? (Object) number("enum_number", handle("field_enum", field(name)), value) : value;
            check(set.equals(ABSENT) ? ERR_ENUM : OK, name); // an unknown word: it would clear the field
            check(number(word ? "set_number" : "set_text", h, field(name), set), name);
        }
        Node insert(String name, long index, String id) {
            check(number("insert_object", h, field(name), index, id, null), name);
            return at(name, index);
        }
        void move(String name, long from, long to) { check(number("move", h, field(name), from, to), name); }
    }
    static String findings(Pointer report) {
        String lines = "";
        Pointer f;
        for (long i = 0; (f = handle("report_at", report, i)) != null; i++)
            lines += "\n" + text("finding_rule", f) + " " + text("severity_name", number("finding_severity", f)) + " "
                + text("finding_pointer", f) + ": " + text("finding_message", f, DA);
        return lines;
    }
    static void print(String line) { System.out.writeBytes((line + "\n").getBytes(UTF_8)); }
    static void run(String[] args) {
        PointerByReference out = new PointerByReference();
        check(number("report_new", out), "report");
        Pointer report = out.getValue();
        check(number("check_options_new", out), "options");
        Pointer options = out.getValue();
        check(number("plan_load", out, args[0], report), args[0], findings(report)); // in this order
        Node plan = new Node(out.getValue());
        print(plan.get("title"));
        for (long i = 0; i < plan.count("activities"); i++)
            print("  " + plan.at("activities", i).get("id") + ": " + plan.at("activities", i).get("title"));
        plan.object("financing").object("grant").set("awarded", 34_500_000); // kroner; the share is of it, if stated
        plan.insert("goals", 0, "faelles-maal").set("title", "Fælles mål på tværs af Østerbæksvej");
        plan.move("goals", 0, plan.count("goals") - 1);
        if (args.length > 2) plan.set("status", args[2]);
        check(number("check_options_set_stage", options, DRAFT), "stage");
        check(number("plan_validate", plan.h, options, report), "check");
        print(findings(report).substring(1));
        long[] r = new long[FIGURES];
        check(number("plan_cofinancing", plan.h, null, r, 8L * FIGURES), "cofinancing");
        Memory share = new Memory(48); // HHP_TEXT_SIZE
        share.setString(0, "-");
        Object[] amounts = {r[LOCAL], r[BASE] == BASE_GRANT ? r[GRANT] : r[TOTAL], (int) r[MIN_SHARE], DA, share, 48L};
        if (r[VERDICT] == FAILS || r[VERDICT] == PASSES) // otherwise there is no share
            check(number("share_text_beside", amounts), "share");
        String verdict = text("enum_word", handle("enum_find", "verdict"), (int) r[VERDICT]);
        print("medfinansiering: " + verdict + ", " + share.getString(0));
        check(number("plan_save", plan.h, args[1]), args[1]);
        function("plan_free").invokeVoid(new Object[] {plan.h});
        function("check_options_free").invokeVoid(new Object[] {options});
        function("report_free").invokeVoid(new Object[] {report});
    }
    public static void main(String[] args) {
        if (number("abi_version") != ABI) throw new IllegalStateException("the library has another ABI");
        try {
            run(args);
        } catch (Failure failure) {
            System.err.writeBytes((failure.getMessage() + "\n").getBytes(UTF_8));
            System.exit(3);
        }
    }
}
