// Prints a plan, edits, checks and saves it, by the generic core of libhelhedsplan, linked statically. Run it with:
// export PKG_CONFIG_PATH=/usr/local/lib/pkgconfig
// go run vollsmose.go ../../vollsmose-2016-2020.helhedsplan.json edited.json [STATUS]
package main

// #cgo pkg-config: helhedsplan
// #cgo LDFLAGS: -Wl,--as-needed -l:libhelhedsplan.a -l:libjansson.a
// #include <helhedsplan/helhedsplan.h>
import "C"
import (
	"fmt"
	"os"
	"strings"
	"unsafe"
)

// The wrapper: any object of a plan, until the plan is freed.
type object struct{ h *C.hhp_object }

func check(status C.hhp_status, subject string, details ...string) {
	if status != C.HHP_OK {
		message := C.GoString(C.hhp_status_message(status, C.HHP_LANG_DA))
		fmt.Fprintln(os.Stderr, subject+": "+message+strings.Join(details, ""))
		os.Exit(3)
	}
}
func cstring(text string) *C.char { // in Go's memory, unlike that of C.CString(), which needs to be freed
	if strings.Contains(text, "\x00") {
		panic("a NUL in a text")
	}
	return (*C.char)(unsafe.Pointer(&append([]byte(text), 0)[0]))
}
func (o object) field(name string) *C.hhp_field { // for no field, NULL, a getter returns what is absent
	if field := C.hhp_entity_find_field(C.hhp_object_entity(o.h), cstring(name)); field != nil {
		return field
	}
	panic("no such field: " + name)
}
func (o object) text(name string) string    { return C.GoString(C.hhp_get_text(o.h, o.field(name))) } // absent: ""
func (o object) object(name string) object  { return object{C.hhp_get_object(o.h, o.field(name))} }
func (o object) count(name string) C.size_t { return C.hhp_get_count(o.h, o.field(name)) }
func (o object) at(name string, i C.size_t) object {
	return object{C.hhp_get_object_at(o.h, o.field(name), i)}
}
func (o object) set(name, text string) { // a text or a word
	field, status := o.field(name), C.hhp_status(C.HHP_ERR_ENUM)
	if C.hhp_field_type(field) != C.HHP_FIELD_WORD {
		status = C.hhp_set_text(o.h, field, cstring(text))
	} else if number := C.hhp_enum_number(C.hhp_field_enum(field), cstring(text)); number != C.HHP_ABSENT {
		status = C.hhp_set_number(o.h, field, number) // with an unknown word, absent, it would clear the field
	}
	check(status, name)
}
func findings(report *C.hhp_report) (lines string) {
	for i := C.size_t(0); i < C.hhp_report_count(report); i++ {
		f := C.hhp_report_at(report, i)
		rule, severity := C.GoString(C.hhp_finding_rule(f)), C.GoString(C.hhp_severity_name(C.hhp_finding_severity(f)))
		pointer, message := C.GoString(C.hhp_finding_pointer(f)), C.GoString(C.hhp_finding_message(f, C.HHP_LANG_DA))
		lines += fmt.Sprintf("\n%s %s %s: %s", rule, severity, pointer, message)
	}
	return lines
}

func main() {
	report, options, handle := (*C.hhp_report)(nil), (*C.hhp_check_options)(nil), (*C.hhp_plan)(nil)
	check(C.hhp_report_new(&report), "report")
	defer C.hhp_report_free(report)
	check(C.hhp_plan_load(&handle, cstring(os.Args[1]), report), os.Args[1], findings(report)) // in this order
	defer C.hhp_plan_free(handle)
	plan := object{(*C.hhp_object)(unsafe.Pointer(handle))}
	fmt.Println(plan.text("title"))
	for i := C.size_t(0); i < plan.count("activities"); i++ {
		fmt.Printf("  %s: %s\n", plan.at("activities", i).text("id"), plan.at("activities", i).text("title"))
	}
	grant, goals := plan.object("financing").object("grant"), plan.field("goals")
	check(C.hhp_set_kroner(grant.h, grant.field("awarded"), 34_500_000), "awarded") // the share is of it, if it is stated
	check(C.hhp_insert_object(plan.h, goals, 0, cstring("faelles-maal"), nil), "goals")
	plan.at("goals", 0).set("title", "Fælles mål på tværs af Østerbæksvej")
	check(C.hhp_move(plan.h, goals, 0, plan.count("goals")-1), "goals")
	if len(os.Args) > 3 {
		plan.set("status", os.Args[3])
	}
	check(C.hhp_check_options_new(&options), "options")
	defer C.hhp_check_options_free(options)
	check(C.hhp_check_options_set_stage(options, C.HHP_STAGE_DRAFT), "stage")
	check(C.hhp_plan_validate(handle, options, report), "check")
	fmt.Println(findings(report)[1:])
	r, share := C.hhp_cofinancing_result{}, [C.HHP_TEXT_SIZE]C.char{'-'}
	check(C.hhp_plan_cofinancing(handle, nil, &r, C.size_t(unsafe.Sizeof(r))), "cofinancing")
	whole := map[C.int64_t]C.int64_t{C.HHP_SHARE_BASE_TOTAL: r.total, C.HHP_SHARE_BASE_GRANT: r.grant}[r.base]
	if r.verdict == C.HHP_VERDICT_FAILS || r.verdict == C.HHP_VERDICT_PASSES { // otherwise there is no share
		limit, da := C.int32_t(r.min_share_bp), C.int32_t(C.HHP_LANG_DA)
		check(C.hhp_share_text_beside(r.local, whole, limit, da, &share[0], C.HHP_TEXT_SIZE), "share")
	}
	verdict := C.hhp_enum_word(C.hhp_enum_find(cstring("verdict")), C.int32_t(r.verdict))
	fmt.Printf("medfinansiering: %s, %s\n", C.GoString(verdict), C.GoString(&share[0]))
	check(C.hhp_plan_save(handle, cstring(os.Args[2])), os.Args[2])
}
