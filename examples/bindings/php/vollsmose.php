<?php // Prints a plan, edits, checks and saves it, by the generic core of libhelhedsplan and PHP's FFI. Run it with:
//   export HELHEDSPLAN_PREFIX=/usr/local    # where the library is installed; LD_LIBRARY_PATH too, if it is not found
//   php vollsmose.php ../../vollsmose-2016-2020.helhedsplan.json edited.json [STATUS]
function c(): FFI { // the library
    static $c = null;
    $header = (getenv('HELHEDSPLAN_PREFIX') ?: '/usr/local') . '/include/helhedsplan/helhedsplan-ffi.h';
    return $c ??= FFI::cdef(file_get_contents($header), 'libhelhedsplan.so.1');
}
class Failure extends Exception {}
function check(int $status, string $subject, string $details = ''): void {
    if ($status !== c()->HHP_OK)
        throw new Failure("$subject: " . c()->hhp_status_message($status, c()->HHP_LANG_DA) . $details);
}
final class Owned { // a handle, freed with its last reference
    public function __construct(private string $kind, public ?FFI\CData $it = null) {
        $this->it = c()->new("hhp_$kind *");
        if ($kind !== 'plan')
            check(c()->{"hhp_{$kind}_new"}(FFI::addr($this->it)), $kind);
    }
    public function __destruct() { c()->{"hhp_{$this->kind}_free"}($this->it); }
}
final class Node { // an object of a plan, which it keeps alive; the fields are its properties
    public function __construct(private FFI\CData $h, private Owned $p) {}
    private function field(string $name): FFI\CData { // for no field, NULL, a getter returns what is absent
        return c()->hhp_entity_find_field(c()->hhp_object_entity($this->h), $name) ?? throw new TypeError($name);
    }
    public function __get(string $name): mixed {
        [$h, $f, $list] = [$this->h, $this->field($name), []];
        [$kind, $many] = [c()->hhp_field_type($f), c()->hhp_field_is_list($f)];
        for ($i = 0; $i < c()->hhp_get_count($h, $f); $i++)
            $list[] = c()->hhp_get_text_at($h, $f, $i) ?? new self(c()->hhp_get_object_at($h, $f, $i), $this->p);
        if ($many || $kind === c()->HHP_FIELD_OBJECT)
            return $many ? $list : new Node(c()->hhp_get_object($h, $f), $this->p);
        $n = $kind === c()->HHP_FIELD_KRONER ? c()->hhp_get_kroner($h, $f) : c()->hhp_get_number($h, $f);
        return match (true) {
            $kind < c()->HHP_FIELD_WORD => c()->hhp_get_text($h, $f),
            $n === ($kind === c()->HHP_FIELD_DATE ? 0 : c()->HHP_ABSENT) => null,
            $kind === c()->HHP_FIELD_WORD => c()->hhp_enum_word(c()->hhp_field_enum($f), $n),
            default => $kind === c()->HHP_FIELD_TRUTH ? $n === 1 : $n,
        };
    }
    public function __set(string $name, mixed $v): void {
        [$h, $field] = [$this->h, $this->field($name)];
        if (($kind = c()->hhp_field_type($field)) === c()->HHP_FIELD_WORD && $v !== null)
            $v = c()->hhp_enum_number(c()->hhp_field_enum($field), $v);
        $v = is_bool($v) ? (int) $v : $v;
        $whole = is_int($v) && ($kind === c()->HHP_FIELD_KRONER || abs($v) <= 2 ** 31);
        if ($v !== null && !($kind < c()->HHP_FIELD_WORD ? is_string($v) && !str_contains($v, "\0") : $whole))
            throw new TypeError("$name does not take this value"); // FFI makes 34 of "34 500 000" and 0 of "x"
        check(match (true) {
            $v === null => c()->hhp_clear($h, $field),
            $kind < c()->HHP_FIELD_WORD => c()->hhp_set_text($h, $field, $v),
            $v === c()->HHP_ABSENT => c()->HHP_ERR_ENUM, // an unknown word: it would clear the field
            $kind === c()->HHP_FIELD_KRONER => c()->hhp_set_kroner($h, $field, $v),
            default => c()->hhp_set_number($h, $field, $v),
        }, $name);
    }
    public function insert(string $name, int $index, string $id): Node {
        check(c()->hhp_insert_object($this->h, $this->field($name), $index, $id, null), $name);
        return $this->$name[$index];
    }
    public function move(string $name, int ...$places): void {
        check(c()->hhp_move($this->h, $this->field($name), ...$places), $name);
    }
}
function findings(FFI\CData $report): string {
    for ($lines = '', $i = 0; $f = c()->hhp_report_at($report, $i); $i++)
        $lines .= "\n" . c()->hhp_finding_rule($f) . ' ' . c()->hhp_severity_name(c()->hhp_finding_severity($f)) . ' ' .
            c()->hhp_finding_pointer($f) . ': ' . c()->hhp_finding_message($f, c()->HHP_LANG_DA);
    return $lines;
}
function main(string $input, string $output, ?string $status = null): void {
    [$report, $options, $owner] = [new Owned('report'), new Owned('check_options'), new Owned('plan')];
    check(c()->hhp_plan_load(FFI::addr($owner->it), $input, $report->it), $input, findings($report->it));
    $plan = new Node(c()->cast('hhp_object *', $owner->it), $owner);
    echo "$plan->title\n", implode(array_map(fn($a) => "  $a->id: $a->title\n", $plan->activities));
    $plan->financing->grant->awarded = 34500000; // kroner; the amount that the share is of, if it is stated
    $plan->insert('goals', 0, 'faelles-maal')->title = 'Fælles mål på tværs af Østerbæksvej';
    $plan->move('goals', 0, count($plan->goals) - 1);
    $plan->status = $status ?? $plan->status;
    check(c()->hhp_check_options_set_stage($options->it, c()->HHP_STAGE_DRAFT), 'stage');
    check(c()->hhp_plan_validate($owner->it, $options->it, $report->it), 'check');
    echo substr(findings($report->it), 1), "\n";
    [$r, $share] = [c()->new('hhp_cofinancing_result'), c()->new('char[48]')];
    check(c()->hhp_plan_cofinancing($owner->it, null, FFI::addr($r), FFI::sizeof($r)), 'cofinancing');
    $whole = $r->base === c()->HHP_SHARE_BASE_GRANT ? $r->grant : $r->total;
    if ($known = in_array($r->verdict, [c()->HHP_VERDICT_FAILS, c()->HHP_VERDICT_PASSES])) // else there is no share
        check(c()->hhp_share_text_beside($r->local, $whole, $r->min_share_bp, c()->HHP_LANG_DA, $share, 48), 'share');
    echo 'medfinansiering: ', c()->hhp_enum_word(c()->hhp_enum_find('verdict'), $r->verdict), ', ';
    echo $known ? FFI::string($share) : '-', "\n";
    check(c()->hhp_plan_save($owner->it, $output), $output);
}
try {
    c()->hhp_abi_version() === c()->HHP_ABI_VERSION || throw new LogicException('the library has another ABI');
    main(...array_slice($argv, 1));
} catch (Failure $failure) {
    fwrite(STDERR, $failure->getMessage() . "\n");
    exit(3);
}
