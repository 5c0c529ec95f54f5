<?php
// Loads a plan, edits it, checks it, and saves it, over the generic core and the flat header, with PHP FFI.
// usage: php -d ffi.enable=1 edit.php PLAN OUT
$header = getenv("HHP_FFI_HEADER") ?: "/usr/include/helhedsplan/helhedsplan-ffi.h";
$c = FFI::cdef(file_get_contents($header), getenv("HHP_LIBRARY") ?: "libhelhedsplan.so.1");
if ($c->hhp_abi_version() !== $c->HHP_ABI_VERSION) throw new RuntimeException("the library has another ABI than the header");

function must(int $status): void {
  global $c;
  if ($status !== $c->HHP_OK) throw new RuntimeException($c->hhp_status_message($status, $c->HHP_LANG_EN));
}
function made(string $kind, string $call, ...$arguments) { // what a call puts in its out-parameter
  global $c;
  $out = $c->new("$kind *");
  must($c->$call(FFI::addr($out), ...$arguments));
  return $out;
}
function field($object, string $name) {
  global $c;
  return $c->hhp_entity_find_field($c->hhp_object_entity($object), $name) ?? throw new OutOfRangeException("no field $name");
}

$plan = made("hhp_plan", "hhp_plan_load", $argv[1], null);
$root = $c->cast("hhp_object *", $plan);

// A new goal, first in front and then last
$goals = field($root, "goals");
$goal = $c->new("hhp_object *");
must($c->hhp_insert_object($root, $goals, 0, "tryghed-i-hverdagen", FFI::addr($goal)));
must($c->hhp_set_text($goal, field($goal, "title"), "Større tryghed i hverdagen"));
must($c->hhp_move($root, $goals, 0, $c->hhp_get_count($root, $goals) - 1));
for ($i = 0; $i < $c->hhp_get_count($root, $goals); $i++) {
  $goal = $c->hhp_get_object_at($root, $goals, $i);
  echo $c->hhp_get_text($goal, field($goal, "id")), ": ", $c->hhp_get_text($goal, field($goal, "title")), "\n";
}

// An amount
$financing = $c->hhp_get_object($root, field($root, "financing"));
$contribution = $c->hhp_get_object_at($financing, field($financing, "contributions"), 0);
must($c->hhp_set_kroner($contribution, field($contribution, "amount"), 12000000));

$options = made("hhp_check_options", "hhp_check_options_new");
$report = made("hhp_report", "hhp_report_new");
must($c->hhp_check_options_set_today($options, 20220601));
must($c->hhp_plan_validate($plan, $options, $report));
for ($i = 0; $i < $c->hhp_report_count($report); $i++) {
  $finding = $c->hhp_report_at($report, $i);
  echo $c->hhp_finding_rule($finding), " ", $c->hhp_finding_pointer($finding), ": ",
    $c->hhp_finding_message($finding, $c->HHP_LANG_DA), "\n";
}
must($c->hhp_plan_save($plan, $argv[2]));
$c->hhp_report_free($report);
$c->hhp_check_options_free($options);
$c->hhp_plan_free($plan);
