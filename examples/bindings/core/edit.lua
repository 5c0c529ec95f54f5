-- Loads a plan, edits it, checks it, and saves it, over the generic core and the flat header, with LuaJIT.
-- usage: luajit edit.lua PLAN OUT
local ffi = require("ffi")
local header = assert(io.open(os.getenv("HHP_FFI_HEADER") or "/usr/include/helhedsplan/helhedsplan-ffi.h"))
ffi.cdef(header:read("*a"))
local c = ffi.load(os.getenv("HHP_LIBRARY") or "libhelhedsplan.so.1")
assert(c.hhp_abi_version() == c.HHP_ABI_VERSION, "the library has another ABI than the header")

local function must(status)
  if status ~= c.HHP_OK then error(ffi.string(c.hhp_status_message(status, c.HHP_LANG_EN)), 0) end
end
local function text(value) return value ~= nil and ffi.string(value) or nil end
local function new(kind, call, ...) -- what a call puts in its out-parameter
  local out = ffi.new(kind .. " *[1]")
  must(call(out, ...))
  return out[0]
end
local function field(object, name)
  local found = c.hhp_entity_find_field(c.hhp_object_entity(object), name)
  assert(found ~= nil, "no field " .. name)
  return found
end

local plan = ffi.gc(new("hhp_plan", c.hhp_plan_load, arg[1], nil), c.hhp_plan_free)
local root = ffi.cast("hhp_object *", plan)

-- A new goal, first in front and then last
local goals = field(root, "goals")
local made = ffi.new("hhp_object *[1]")
must(c.hhp_insert_object(root, goals, 0, "tryghed-i-hverdagen", made))
must(c.hhp_set_text(made[0], field(made[0], "title"), "Større tryghed i hverdagen"))
must(c.hhp_move(root, goals, 0, c.hhp_get_count(root, goals) - 1))
for i = 0, tonumber(c.hhp_get_count(root, goals)) - 1 do
  local goal = c.hhp_get_object_at(root, goals, i)
  print(text(c.hhp_get_text(goal, field(goal, "id"))) .. ": " .. text(c.hhp_get_text(goal, field(goal, "title"))))
end

-- An amount: kroner are int64_t
local financing = c.hhp_get_object(root, field(root, "financing"))
local contribution = c.hhp_get_object_at(financing, field(financing, "contributions"), 0)
must(c.hhp_set_kroner(contribution, field(contribution, "amount"), 12000000))

local options = ffi.gc(new("hhp_check_options", c.hhp_check_options_new), c.hhp_check_options_free)
local report = ffi.gc(new("hhp_report", c.hhp_report_new), c.hhp_report_free)
must(c.hhp_check_options_set_today(options, 20220601))
must(c.hhp_plan_validate(plan, options, report))
for i = 0, tonumber(c.hhp_report_count(report)) - 1 do
  local finding = c.hhp_report_at(report, i)
  print(text(c.hhp_finding_rule(finding)) .. " " .. text(c.hhp_finding_pointer(finding)) .. ": "
        .. text(c.hhp_finding_message(finding, c.HHP_LANG_DA)))
end
must(c.hhp_plan_save(plan, arg[2]))
