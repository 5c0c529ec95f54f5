#!/bin/sh
# run.sh   run by action.yml: checks plans with helhedsplan, and passes the findings to GitHub
#
# Inputs are the variables HHP_... of action.yml. It ends with the exit code of the command; outputs and summary are
# written before that. GitHub's own variables may be missing, so it runs elsewhere too.
set -eu
export LC_ALL=C.UTF-8
here=$(dirname "$0")

# Lists have one entry a line. Without globbing, a line is taken as it is.
set -f
IFS='
'
newline=$IFS
carriage_return=$(printf '\r')

# fail MESSAGE: a usage error of the action. The message contains no user input.
fail() {
  echo "::error title=helhedsplan::$1"
  echo "exit-code=2" >>"${GITHUB_OUTPUT:-/dev/null}"
  exit 2
}

is_true() { # is_true NAME VALUE
  case $2 in
    true) return 0 ;;
    false) return 1 ;;
    *) fail "The input $1 is either true or false." ;;
  esac
}

# In GITHUB_OUTPUT a line break would start another output.
case ${HHP_SARIF_FILE-} in
  *"$newline"* | *"$carriage_return"*) fail "The input sarif-file is the name of one file." ;;
esac

work=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/helhedsplan.XXXXXX") || fail "There is no folder for scratch files."
trap 'rm -rf "$work"' EXIT

command=${HHP_COMMAND:-helhedsplan}
if ! command -v "$command" >/dev/null; then
  command=$(sh "$here/build.sh") || fail "helhedsplan is not installed and could not be built; the log says why."
fi

# make_folder_of FILE: if that fails, the command reports that it cannot write the file, and exits with 3.
make_folder_of() {
  mkdir -p -- "$(dirname -- "$1")" || true
}

# --- The command line ---

set -- validate "--lang=${HHP_LANG:-da}" "--fail-on=${HHP_FAIL_ON:-error}" \
  "--format=json=$work/report.json" "--format=text=$work/report.txt"
[ -z "${HHP_STAGE-}" ] || set -- "$@" "--stage=$HHP_STAGE"
[ -z "${HHP_SCHEME-}" ] || set -- "$@" "--scheme=$HHP_SCHEME"
for line in ${HHP_RULES-}; do
  set -- "$@" "--rule=${line%"$carriage_return"}"
done
if is_true annotations "${HHP_ANNOTATIONS:-true}"; then
  set -- "$@" --format=github
fi
if is_true summary "${HHP_SUMMARY:-true}"; then
  set -- "$@" "--format=markdown=$work/summary.md"
fi
if [ -n "${HHP_SARIF_FILE-}" ]; then
  make_folder_of "$HHP_SARIF_FILE"
  set -- "$@" "--format=sarif=$HHP_SARIF_FILE"
fi
for line in ${HHP_FORMATS-}; do
  line=${line%"$carriage_return"}
  case $line in
    *=*) make_folder_of "${line#*=}" ;;
    *) fail "The input formats has one FORMAT=FILE a line." ;;
  esac
  set -- "$@" "--format=$line"
done
set -- "$@" --
for line in ${HHP_PATHS:-.}; do
  line=${line%"$carriage_return"}
  [ -z "$line" ] || set -- "$@" "$line"
done

# --- The check ---

code=0
"$command" "$@" || code=$?

# --- What GitHub gets ---

# The report for people. It contains no workflow commands; stop-commands ensures that.
if [ -s "$work/report.txt" ]; then
  lock=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$lock"
  cat "$work/report.txt"
  echo "::$lock::"
fi

# count SEVERITY: from the last "counts" of the report, which is that of all files
count() {
  tr -d ' \t\r\n' <"$work/report.json" | LC_ALL=C sed -n 's/.*"counts":{\([^}]*\)}.*/,\1,/p' |
    LC_ALL=C sed -n "s/.*,\"$1\":\([0-9]*\),.*/\1/p"
}

# GitHub rejects a summary of more than 1 MiB, and shows nothing.
if [ -s "$work/summary.md" ]; then
  if [ "$(wc -c <"$work/summary.md")" -le 1000000 ]; then
    cat "$work/summary.md"
  else
    echo "helhedsplan found more than a summary can hold. The log of the step has all of it."
  fi >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
fi

{
  echo "exit-code=$code"
  if [ -s "$work/report.json" ]; then
    echo "errors=$(count error)"
    echo "warnings=$(count warning)"
  fi
  case $code in 0 | 1 | 3) # else a file of that name is an earlier step's
    if [ -n "${HHP_SARIF_FILE-}" ] && [ -s "$HHP_SARIF_FILE" ]; then
      printf 'sarif-file=%s\n' "$HHP_SARIF_FILE"
    fi
    ;;
  esac
} >>"${GITHUB_OUTPUT:-/dev/null}"

case $code in
  2) echo "::error title=helhedsplan::helhedsplan was called wrongly (exit code 2); the log says how." ;;
  4) echo "::error title=helhedsplan::helhedsplan failed (exit code 4); the log says why." ;;
esac
exit "$code"
