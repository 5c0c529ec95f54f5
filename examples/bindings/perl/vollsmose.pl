# Prints a plan, edits, checks and saves it, by the generic core of libhelhedsplan and FFI::Platypus. Run it with:
#   export HELHEDSPLAN_PREFIX=/usr/local    # where the library is installed; LD_LIBRARY_PATH too, if it is not found
#   perl vollsmose.pl ../../vollsmose-2016-2020.helhedsplan.json edited.json [STATUS]
use v5.36;
use FFI::Platypus 2.00;
use FFI::Platypus::Buffer 'scalar_to_buffer';

# The wrapper. The functions and constants are those of the flat header: one declaration a line. Texts are UTF-8 bytes.
my $ffi = FFI::Platypus->new(api => 2, lib => 'libhelhedsplan.so.1');
my %C; # the constants
sub platypus_type($type) {
    return 'string' if $type =~ /^const char \*\w*$/;
    return $type =~ /^(size_t|int64_t) \*\w+$/ ? "$1*" : 'opaque*' if $type =~ /\*\*|^\w+_t \*/;
    return $type =~ /\*/ ? 'opaque' : $type =~ /^hhp_status/ ? 'int32_t' : $type =~ s/ .*//r;
}
my $header = ($ENV{HELHEDSPLAN_PREFIX} // '/usr/local') . '/include/helhedsplan/helhedsplan-ffi.h';
open my $lines, '<', $header or die "$header: $!\n";
while (<$lines>) {
    $C{$1} = $2 - ($3 // 0) while /^enum/ && /(HHP_\w+) = (-?\d+)(?: - (\d+))?/g; # HHP_ABSENT is a difference
    next if !/^([a-z].*?)(hhp_\w+)\((.*)\);$/;
    my ($result, $name, @types) = ($1, $2, map { platypus_type($_) } grep { $_ ne 'void' } split /, /, $3);
    $ffi->attach($name => \@types => platypus_type($result));
}
die "the library has another ABI than the header\n" if hhp_abi_version() != $C{HHP_ABI_VERSION};

sub check($status, $subject, $details = '') {
    die [$subject . ': ' . hhp_status_message($status, $C{HHP_LANG_DA}) . $details] if $status != $C{HHP_OK};
}
sub owned($free, $handle) { return bless { free => $free, handle => $handle }, 'Owned' }
sub Owned::DESTROY { $_[0]{free}->($_[0]{handle}) } # with its last reference
sub node($handle, $plan) { return bless { handle => $handle, plan => $plan } } # keeps the plan alive
sub field($self, $name) { # for no field, NULL, a getter returns what is absent: a misspelt name must end here
    my $field = hhp_entity_find_field(hhp_object_entity($self->{handle}), $name) // die "no field $name\n";
    return ($self->{handle}, $field, hhp_field_type($field));
}
sub get($self, $name) {
    my ($h, $field, $kind) = $self->field($name);
    return [map { hhp_get_text_at($h, $field, $_) // node(hhp_get_object_at($h, $field, $_), $self->{plan}) }
        0 .. hhp_get_count($h, $field) - 1] if hhp_field_is_list($field);
    return node(hhp_get_object($h, $field), $self->{plan}) if $kind == $C{HHP_FIELD_OBJECT};
    return hhp_get_text($h, $field) if $kind < $C{HHP_FIELD_WORD};
    my $number = $kind == $C{HHP_FIELD_KRONER} ? hhp_get_kroner($h, $field) : hhp_get_number($h, $field);
    return undef if $number == ($kind == $C{HHP_FIELD_DATE} ? 0 : $C{HHP_ABSENT});
    return $kind == $C{HHP_FIELD_WORD} ? hhp_enum_word(hhp_field_enum($field), $number) : $number;
}
sub set($self, $name, $value) {
    my ($h, $field, $kind) = $self->field($name);
    return check(hhp_clear($h, $field), $name) if !defined $value;
    die "$name: a NUL\n" if $value =~ /\0/;
    return check(hhp_set_text($h, $field, $value), $name) if $kind < $C{HHP_FIELD_WORD};
    $value = hhp_enum_number(hhp_field_enum($field), $value) if $kind == $C{HHP_FIELD_WORD};
    check($C{HHP_ERR_ENUM}, $name) if $value eq $C{HHP_ABSENT}; # it would clear the field
    my $size = $kind == $C{HHP_FIELD_KRONER} ? 'q' : 'l';
    die "$name: no number: $value\n" if $value !~ /^-?\d+\z/ || unpack($size, pack $size, $value) != $value;
    check($size eq 'q' ? hhp_set_kroner($h, $field, $value) : hhp_set_number($h, $field, $value), $name);
}
sub insert($self, $name, $index, $id) {
    check(hhp_insert_object(($self->field($name))[0, 1], $index, $id, undef), $name);
    return $self->get($name)->[$index];
}
sub move($self, $name, @places) { check(hhp_move(($self->field($name))[0, 1], @places), $name) }

sub findings($report) {
    return join '', map {
        my $f = hhp_report_at($report, $_);
        "\n" . join(' ', hhp_finding_rule($f), hhp_severity_name(hhp_finding_severity($f)), hhp_finding_pointer($f))
            . ': ' . hhp_finding_message($f, $C{HHP_LANG_DA})
    } 0 .. hhp_report_count($report) - 1;
}

sub run($input, $output, $status = undef) {
    check(hhp_report_new(\my $report) || hhp_check_options_new(\my $options), 'report');
    my @owned = (owned(\&hhp_report_free, $report), owned(\&hhp_check_options_free, $options));
    check(hhp_plan_load(\my $handle, $input, $report), $input, findings($report)); # in this order
    my $plan = node($handle, owned(\&hhp_plan_free, $handle));
    say $plan->get('title');
    say '  ', $_->get('id'), ': ', $_->get('title') for @{$plan->get('activities')};
    $plan->get('financing')->get('grant')->set(awarded => 34_500_000); # kroner; the share is of this amount, if stated
    $plan->insert('goals', 0, 'faelles-maal')->set(title => 'Fælles mål på tværs af Østerbæksvej');
    $plan->move('goals', 0, @{$plan->get('goals')} - 1);
    $plan->set(status => $status) if defined $status;
    check(hhp_check_options_set_stage($options, $C{HHP_STAGE_DRAFT}), 'stage');
    check(hhp_plan_validate($handle, $options, $report), 'check');
    say substr findings($report), 1;
    my ($buffer, $share) = ("\0" x (8 * hhp_figure_count()), "-\0" . "\0" x $C{HHP_TEXT_SIZE});
    check(hhp_plan_cofinancing($handle, undef, scalar_to_buffer($buffer)), 'cofinancing');
    my %r = map { hhp_figure_name($_) => (unpack 'q*', $buffer)[$_] } 0 .. hhp_figure_count() - 1;
    if ($r{verdict} == $C{HHP_VERDICT_FAILS} || $r{verdict} == $C{HHP_VERDICT_PASSES}) { # otherwise there is no share
        my @amounts = @r{'local', $r{base} == $C{HHP_SHARE_BASE_GRANT} ? 'grant' : 'total', 'min_share_bp'};
        check(hhp_share_text_beside(@amounts, $C{HHP_LANG_DA}, scalar_to_buffer($share)), 'share');
    }
    say 'medfinansiering: ', hhp_enum_word(hhp_enum_find('verdict'), $r{verdict}), ', ', unpack 'Z*', $share;
    check(hhp_plan_save($handle, $output), $output);
}
if (!eval { run(@ARGV); 1 }) {
    die $@ if !ref $@;
    say STDERR $@->[0];
    exit 3;
}
