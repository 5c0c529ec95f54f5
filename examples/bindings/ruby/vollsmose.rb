# Prints a plan, edits, checks and saves it, by the generic core of libhelhedsplan and Ruby's own Fiddle. Run it with:
#   export HELHEDSPLAN_PREFIX=/usr/local    # where the library is installed; LD_LIBRARY_PATH too, if it is not found
#   ruby vollsmose.rb ../../vollsmose-2016-2020.helhedsplan.json edited.json [STATUS]
require "fiddle/import"

# The wrapper. The functions and constants are those of the flat header: one declaration a line.
module C
  extend Fiddle::Importer
  dlload "libhelhedsplan.so.1"
  typealias "hhp_status", "int32_t"
  prefix = ENV.fetch("HELHEDSPLAN_PREFIX", "/usr/local")
  File.foreach("#{prefix}/include/helhedsplan/helhedsplan-ffi.h", encoding: "UTF-8") do |line|
    extern line.chomp(";\n") if line.match?(/^[a-z].*\bhhp_\w+\(.*\);$/)
    constants = line.scan(/(HHP_\w+) = ([-\d ]*\d)/) # HHP_ABSENT is a difference
    constants.each { |name, number| const_set(name, number.split(" - ").map(&:to_i).reduce(:-)) }
  end
  raise "the library has another ABI than the header" if hhp_abi_version != HHP_ABI_VERSION
end
class Failure < StandardError; end
def text(pointer) = pointer.null? ? nil : pointer.to_s.force_encoding("UTF-8")
def check(status, subject, details = "")
  raise Failure, "#{subject}: #{text(C.hhp_status_message(status, C::HHP_LANG_DA))}#{details}" if status != C::HHP_OK
end
def owned(kind) # a handle that the block receives, freed with its last reference
  yield out = Fiddle::Pointer.malloc(Fiddle::SIZEOF_VOIDP, Fiddle::RUBY_FREE)
  Fiddle::Pointer.new(out.ptr.to_i, 0, C["hhp_#{kind}_free"])
end
Node = Struct.new(:handle, :plan) do # an object of a plan, which it keeps alive
  def field(name) # for no field, NULL, a getter returns what is absent: a misspelt name must end here
    field = C.hhp_entity_find_field(C.hhp_object_entity(handle), name)
    field.null? ? raise(KeyError, "no field #{name}") : [field, C.hhp_field_type(field)]
  end
  def get(name)
    field, kind = field(name)
    if C.hhp_field_is_list(field) == 1
      return Array.new(C.hhp_get_count(handle, field)) do |i|
        text(C.hhp_get_text_at(handle, field, i)) || Node.new(C.hhp_get_object_at(handle, field, i), plan)
      end
    end
    return Node.new(C.hhp_get_object(handle, field), plan) if kind == C::HHP_FIELD_OBJECT
    return text(C.hhp_get_text(handle, field)) if kind < C::HHP_FIELD_WORD
    number = kind == C::HHP_FIELD_KRONER ? C.hhp_get_kroner(handle, field) : C.hhp_get_number(handle, field)
    return nil if number == (kind == C::HHP_FIELD_DATE ? 0 : C::HHP_ABSENT)
    return number == 1 if kind == C::HHP_FIELD_TRUTH
    kind == C::HHP_FIELD_WORD ? text(C.hhp_enum_word(C.hhp_field_enum(field), number)) : number
  end
  def set(name, value)
    field, kind = field(name)
    return check(C.hhp_clear(handle, field), name) if value.nil?
    value = C.hhp_enum_number(C.hhp_field_enum(field), value) if kind == C::HHP_FIELD_WORD
    value = value ? 1 : 0 if kind == C::HHP_FIELD_TRUTH
    fits = kind < C::HHP_FIELD_WORD ? value.is_a?(String) && !value.include?("\0") : value.is_a?(Integer)
    raise TypeError, "#{name}: #{value.inspect}" unless fits
    setter = kind < C::HHP_FIELD_WORD ? :hhp_set_text : kind == C::HHP_FIELD_KRONER ? :hhp_set_kroner : :hhp_set_number
    check(value == C::HHP_ABSENT ? C::HHP_ERR_ENUM : C.send(setter, handle, field, value), name) # absent would clear it
  end
  def insert(name, index, id)
    check(C.hhp_insert_object(handle, field(name)[0], index, id, nil), name)
    get(name)[index]
  end
  def move(name, from, to) = check(C.hhp_move(handle, field(name)[0], from, to), name)
end
def findings(report)
  Array.new(C.hhp_report_count(report)) { |i| C.hhp_report_at(report, i) }.map do |f|
    "\n#{text(C.hhp_finding_rule(f))} #{text(C.hhp_severity_name(C.hhp_finding_severity(f)))} " \
      "#{text(C.hhp_finding_pointer(f))}: #{text(C.hhp_finding_message(f, C::HHP_LANG_DA))}"
  end.join
end

def main(input, output, status = nil)
  report = owned("report") { |out| check(C.hhp_report_new(out), "report") }
  options = owned("check_options") { |out| check(C.hhp_check_options_new(out), "options") }
  handle = owned("plan") { |out| check(C.hhp_plan_load(out, input, report), input, findings(report)) } # in this order
  plan = Node.new(handle, handle)
  puts plan.get("title"), plan.get("activities").map { |a| "  #{a.get("id")}: #{a.get("title")}" }
  plan.get("financing").get("grant").set("awarded", 34_500_000) # kroner; the share is of this amount, if stated
  plan.insert("goals", 0, "faelles-maal").set("title", "Fælles mål på tværs af Østerbæksvej")
  plan.move("goals", 0, plan.get("goals").size - 1)
  plan.set("status", status) if status
  check(C.hhp_check_options_set_stage(options, C::HHP_STAGE_DRAFT), "stage")
  check(C.hhp_plan_validate(handle, options, report), "check")
  puts findings(report)[1..]
  figures = "\0" * 8 * C.hhp_figure_count
  check(C.hhp_plan_cofinancing(handle, nil, figures, figures.bytesize), "cofinancing")
  r = figures.unpack("q*").each_with_index.to_h { |figure, i| [text(C.hhp_figure_name(i)), figure] }
  share = "-".ljust(C::HHP_TEXT_SIZE, "\0")
  if [C::HHP_VERDICT_FAILS, C::HHP_VERDICT_PASSES].include?(r["verdict"]) # otherwise there is no share
    whole = r["base"] == C::HHP_SHARE_BASE_GRANT ? r["grant"] : r["total"]
    check(C.hhp_share_text_beside(r["local"], whole, r["min_share_bp"], C::HHP_LANG_DA, share, share.bytesize), "share")
  end
  puts "medfinansiering: #{text(C.hhp_enum_word(C.hhp_enum_find("verdict"), r["verdict"]))}, #{share.unpack1("Z*")}"
  check(C.hhp_plan_save(handle, output), output)
rescue Failure => e
  warn e.message
  exit 3
end
main(*ARGV)
