<?php
// The conformance corpus through PHP FFI and the flat header. usage: php run_php.php FOLDER, as export.py writes it
if (!extension_loaded("ffi") || getenv("HHP_SANITIZE") || !getenv("HHP_LIBRARY")) exit(77);
$c = FFI::cdef(file_get_contents(getenv("HHP_FFI_HEADER")), getenv("HHP_LIBRARY"));
$folder = $argv[1];

function must(int $status): void {
  global $c;
  if ($status !== $c->HHP_OK) throw new RuntimeException($c->hhp_status_name($status));
}
function made(string $kind, string $call, ...$arguments) {
  global $c;
  $out = $c->new("$kind *");
  must($c->$call(FFI::addr($out), ...$arguments));
  return $out;
}
function report_of(string $plan, string $stage, string $today, string $scheme): string {
  global $c, $folder;
  [$options, $report] = [made("hhp_check_options", "hhp_check_options_new"), made("hhp_report", "hhp_report_new")];
  $own = null;
  if ($stage !== "-") must($c->hhp_check_options_set_stage($options, $c->hhp_enum_number($c->hhp_enum_find("stage"), $stage)));
  if ($today !== "-") must($c->hhp_check_options_set_today($options, (int)$today));
  if (str_contains($scheme, "/")) {
    $json = file_get_contents("$folder/$scheme");
    $own = made("hhp_scheme", "hhp_scheme_parse", $json, strlen($json), null);
    must($c->hhp_check_options_set_scheme($options, $own));
  } elseif ($scheme !== "-") {
    must($c->hhp_check_options_set_scheme($options, $c->hhp_scheme_find($scheme) ?? throw new OutOfRangeException($scheme)));
  }
  must($c->hhp_report_set_path($report, $plan));
  $json = file_get_contents("$folder/$plan");
  must($c->hhp_check($json, strlen($json), $options, $report));
  [$text, $length] = [$c->new("char *"), $c->new("size_t")];
  must($c->hhp_report_render($report, $c->HHP_FORMAT_JSON, null, FFI::addr($text), FFI::addr($length)));
  $found = FFI::string($text, $length->cdata);
  $c->hhp_free($text);
  $c->hhp_report_free($report);
  $c->hhp_check_options_free($options);
  $c->hhp_scheme_free($own);
  return $found;
}

$cases = array_filter(file("$folder/cases.tsv", FILE_IGNORE_NEW_LINES), fn($line) => $line[0] !== "#");
$faults = 0;
foreach ($cases as $line) {
  [$id, $plan, $stage, $today, $scheme] = explode("\t", $line);
  if (report_of($plan, $stage, $today, $scheme) !== file_get_contents("$folder/reports/$id.json")) {
    $faults++;
    echo "$id gives another report\n";
  }
}
echo count($cases), " cases, ", count($cases) - $faults, " reports as they are to be\n";
exit($faults > 0 || count($cases) < 60 ? 1 : 0);
