-- The conformance corpus through LuaJIT and the flat header. usage: luajit run_luajit.lua FOLDER, as export.py writes it
local ok, ffi = pcall(require, "ffi")
if not ok or os.getenv("HHP_SANITIZE") ~= "" or not os.getenv("HHP_LIBRARY") then os.exit(77) end
local function bytes(path)
  local file = assert(io.open(path, "rb"))
  local all = file:read("*a")
  file:close()
  return all
end
ffi.cdef(bytes(os.getenv("HHP_FFI_HEADER")))
local c = ffi.load(os.getenv("HHP_LIBRARY"))
local function must(status) assert(status == c.HHP_OK, ffi.string(c.hhp_status_name(status))) end
local function new(kind, call, ...)
  local out = ffi.new(kind .. "[1]")
  must(call(out, ...))
  return out[0]
end
local folder = arg[1] .. "/"

local function report_of(plan, stage, today, scheme)
  local options = ffi.gc(new("hhp_check_options *", c.hhp_check_options_new), c.hhp_check_options_free)
  local report = ffi.gc(new("hhp_report *", c.hhp_report_new), c.hhp_report_free)
  local own = scheme:find("/") and bytes(folder .. scheme)
  local used = own and ffi.gc(new("hhp_scheme *", c.hhp_scheme_parse, own, #own, nil), c.hhp_scheme_free)
  if stage ~= "-" then must(c.hhp_check_options_set_stage(options, c.hhp_enum_number(c.hhp_enum_find("stage"), stage))) end
  if today ~= "-" then must(c.hhp_check_options_set_today(options, tonumber(today))) end
  if not own and scheme ~= "-" then used = c.hhp_scheme_find(scheme) assert(used ~= nil) end
  if used then must(c.hhp_check_options_set_scheme(options, used)) end
  must(c.hhp_report_set_path(report, plan))
  local json = bytes(folder .. plan)
  must(c.hhp_check(json, #json, options, report))
  local length = ffi.new("size_t[1]")
  local text = ffi.gc(new("char *", function(out) return c.hhp_report_render(report, c.HHP_FORMAT_JSON, nil, out, length) end), c.hhp_free)
  return ffi.string(text, length[0])
end

local count, faults = 0, 0
for line in io.lines(folder .. "cases.tsv") do
  local id, plan, stage, today, scheme = line:match("^([^#\t]+)\t([^\t]+)\t([^\t]+)\t([^\t]+)\t([^\t]+)$")
  if id then
    count = count + 1
    if report_of(plan, stage, today, scheme) ~= bytes(folder .. "reports/" .. id .. ".json") then
      faults = faults + 1
      print(id .. " gives another report")
    end
  end
end
print(count .. " cases, " .. count - faults .. " reports as they are to be")
os.exit((faults > 0 or count < 60) and 1 or 0)
