-- Prints a plan, edits, checks and saves it, by the generic core of libhelhedsplan and the FFI of LuaJIT. Run it with:
--   export HELHEDSPLAN_PREFIX=/usr/local    # where the library is installed; LD_LIBRARY_PATH too, if it is not found
--   luajit vollsmose.lua ../../vollsmose-2016-2020.helhedsplan.json edited.json [STATUS]
-- The wrapper: the fields of an object are its properties, plan.title, plan.financing.grant.awarded.
local ffi, Object = require("ffi"), {}
local prefix = os.getenv("HELHEDSPLAN_PREFIX") or "/usr/local"
ffi.cdef(assert(io.open(prefix .. "/include/helhedsplan/helhedsplan-ffi.h")):read("*a"))
local C = ffi.load("libhelhedsplan.so.1")
local DA = C.hhp_abi_version() == C.HHP_ABI_VERSION and C.HHP_LANG_DA or error("the library has another ABI")

local function text(pointer) return pointer ~= nil and ffi.string(pointer) or nil end
local function check(status, subject, details)
  if status ~= C.HHP_OK then error({ subject .. ": " .. text(C.hhp_status_message(status, DA)) .. (details or "") }) end
end
local function new(kind) -- an owned handle, freed with its last reference
  local out = ffi.new("hhp_" .. kind .. " *[1]")
  check(C["hhp_" .. kind .. "_new"](out), kind)
  return ffi.gc(out[0], C["hhp_" .. kind .. "_free"])
end
local function wrap(handle, plan) -- the reference to the plan keeps it alive
  return setmetatable({ handle = ffi.cast("hhp_object *", handle), plan = plan }, Object)
end
local function find(object, name) -- for no field, NULL, a getter returns what is absent: a misspelt name must end here
  local field = C.hhp_entity_find_field(C.hhp_object_entity(object.handle), name)
  return field ~= nil and field or error("no such field: " .. name, 3)
end
function Object:__index(name)
  if Object[name] then return Object[name] end
  local field, h = find(self, name), self.handle
  local kind = C.hhp_field_type(field)
  if C.hhp_field_is_list(field) == 1 then
    local list = {}
    for i = 0, tonumber(C.hhp_get_count(h, field)) - 1 do
      list[i + 1] = text(C.hhp_get_text_at(h, field, i)) or wrap(C.hhp_get_object_at(h, field, i), self.plan)
    end
    return list
  end
  if kind == C.HHP_FIELD_OBJECT then return wrap(C.hhp_get_object(h, field), self.plan) end
  if kind < C.HHP_FIELD_WORD then return text(C.hhp_get_text(h, field)) end
  local number = kind == C.HHP_FIELD_KRONER and C.hhp_get_kroner(h, field) or C.hhp_get_number(h, field)
  if number == (kind == C.HHP_FIELD_DATE and 0 or C.HHP_ABSENT) then return nil end
  if kind == C.HHP_FIELD_TRUTH then return number == 1 end
  return kind == C.HHP_FIELD_WORD and text(C.hhp_enum_word(C.hhp_field_enum(field), number)) or number
end
function Object:__newindex(name, value)
  local field, h = find(self, name), self.handle
  local kind = C.hhp_field_type(field)
  if value == nil then return check(C.hhp_clear(h, field), name) end
  if kind == C.HHP_FIELD_TRUTH then value = value and 1 or 0 end
  if kind == C.HHP_FIELD_WORD then value = C.hhp_enum_number(C.hhp_field_enum(field), value) end
  check(value == C.HHP_ABSENT and C.HHP_ERR_ENUM or C.HHP_OK, name) -- an unknown word: it would clear the field
  assert(kind >= C.HHP_FIELD_WORD or not value:find("%z"), "a NUL in a text")
  if kind < C.HHP_FIELD_WORD then return check(C.hhp_set_text(h, field, value), name) end
  local amount = kind == C.HHP_FIELD_KRONER
  assert(value % 1 == 0 and math.abs(tonumber(value)) < (amount and 2^53 or 2^31), "no number of this size")
  check(amount and C.hhp_set_kroner(h, field, value) or C.hhp_set_number(h, field, value), name)
end
function Object:insert(name, index, id)
  check(C.hhp_insert_object(self.handle, find(self, name), index, id, nil), name)
  return wrap(C.hhp_get_object_at(self.handle, find(self, name), index), self.plan)
end
function Object:move(name, from, to) check(C.hhp_move(self.handle, find(self, name), from, to), name) end
local function findings(report)
  local lines = { "" }
  for i = 0, tonumber(C.hhp_report_count(report)) - 1 do
    local f = C.hhp_report_at(report, i)
    local rule, severity = text(C.hhp_finding_rule(f)), text(C.hhp_severity_name(C.hhp_finding_severity(f)))
    local pointer, message = text(C.hhp_finding_pointer(f)), text(C.hhp_finding_message(f, DA))
    lines[i + 2] = ("%s %s %s: %s"):format(rule, severity, pointer, message)
  end
  return table.concat(lines, "\n")
end
local function main(input, output, status)
  local report, options, out = new("report"), new("check_options"), ffi.new("hhp_plan *[1]")
  local loaded = C.hhp_plan_load(out, input, report)
  check(loaded, input, findings(report))
  local handle = ffi.gc(out[0], C.hhp_plan_free)
  local plan = wrap(handle, handle)
  print(plan.title)
  for _, activity in ipairs(plan.activities) do print("  " .. activity.id .. ": " .. activity.title) end
  plan.financing.grant.awarded = 34500000 -- kroner; the amount that the share is of, if it is stated
  plan:insert("goals", 0, "faelles-maal").title = "Fælles mål på tværs af Østerbæksvej"
  plan:move("goals", 0, #plan.goals - 1)
  if status then plan.status = status end
  check(C.hhp_check_options_set_stage(options, C.HHP_STAGE_DRAFT), "stage")
  check(C.hhp_plan_validate(handle, options, report), "check")
  local r, share = ffi.new("hhp_cofinancing_result"), ffi.new("char[?]", C.HHP_TEXT_SIZE, "-")
  check(C.hhp_plan_cofinancing(handle, nil, r, ffi.sizeof(r)), "cofinancing")
  local whole = r.base == C.HHP_SHARE_BASE_GRANT and r.grant or r.total
  if r.verdict == C.HHP_VERDICT_FAILS or r.verdict == C.HHP_VERDICT_PASSES then -- otherwise there is no share
    check(C.hhp_share_text_beside(r["local"], whole, r.min_share_bp, DA, share, C.HHP_TEXT_SIZE), "share")
  end
  print(findings(report):sub(2))
  print(("medfinansiering: %s, %s"):format(text(C.hhp_enum_word(C.hhp_enum_find("verdict"), r.verdict)), text(share)))
  check(C.hhp_plan_save(handle, output), output)
end
local done, fault = pcall(main, ...)
if not done then io.stderr:write(type(fault) == "table" and fault[1] or fault, "\n") end
os.exit(done and 0 or type(fault) == "table" and 3 or 1)
