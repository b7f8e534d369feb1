#!/usr/bin/env bash
# check-docs.sh [--bless]: what the documents say is what the program does.
#
# - Every command that a ```console block shows is run, and what it prints is compared. A line
#   `$ COMMAND` is a command, the lines up to the next one are its output (both streams); a line
#   `...` stands for any number of lines. Commands other than `build/litmus`, `cat` and `sed`
#   (installing, building) are not run. With --bless the documents are rewritten to what was seen.
# - Every ```rust block that is a whole test (it has a title and a `main`) is run as one.
# - The tables of the documents say what the tables of the code say.
# shellcheck disable=SC2016,SC2094
set -u
cd "$(dirname "$0")/.." || exit 2
litmus=${LITMUS:-build/litmus}
bless=
[ "${1:-}" = --bless ] && bless=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# ---- console blocks

# matches EXPECTED ACTUAL: equal but for the `...` lines.
matches() {
  awk -v actual="$2" '
    BEGIN { while ((getline line < actual) > 0) a[++n] = line; at = 1; skip = 0; ok = 1 }
    $0 == "..." { skip = 1; next }
    {
      if (skip) { while (at <= n && a[at] != $0) at++; skip = 0 }
      if (at > n || a[at] != $0) { ok = 0; exit }
      at++
    }
    END { exit !(ok && (skip || at > n)) }
  ' "$1"
}

# Compares $work/expected with what COMMAND prints; what belongs into the document goes to $work/new.
check_command() { # FILE LINE COMMAND
  local file=$1 line=$2 command=$3
  case $command in
  build/litmus* | cat\ * | sed\ *) ;;
  *)
    cat "$work/expected" >>"$work/new"
    return
    ;;
  esac
  (eval "${command//build\/litmus/$litmus}") >"$work/actual" 2>&1 </dev/null
  if matches "$work/expected" "$work/actual"; then
    passed=$((passed + 1))
    cat "$work/expected" >>"$work/new"
  else
    failed=$((failed + 1))
    echo "FAILED $file:$line: $command"
    diff "$work/expected" "$work/actual" | sed 's/^/    /'
    cat "$work/actual" >>"$work/new"
  fi
}

check_test() { # FILE LINE, the test in $work/test.rs
  grep -q '^//@ title' "$work/test.rs" && grep -q 'fn main' "$work/test.rs" || return
  if "$litmus" run "$work/test.rs" >"$work/actual" 2>&1 </dev/null; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED $1:$2: the test shown there"
    sed 's/^/    /' "$work/actual"
  fi
}

for file in README.md CONTRIBUTING.md docs/*.md; do
  [ -e "$file" ] || continue
  inside='' command='' number=0 at=0
  : >"$work/new"
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    case $inside:$line in
    console:'```' | console:'$ '*)
      [ -n "$command" ] && check_command "$file" "$at" "$command"
      command='' at=$number
      : >"$work/expected"
      if [ "$line" = '```' ]; then inside=''; else command=${line#'$ '}; fi
      printf '%s\n' "$line" >>"$work/new"
      ;;
    console:*) printf '%s\n' "$line" >>"$work/expected" ;;
    rust:'```')
      check_test "$file" "$at"
      inside=''
      printf '%s\n' "$line" >>"$work/new"
      ;;
    rust:*) printf '%s\n' "$line" | tee -a "$work/test.rs" >>"$work/new" ;;
    *)
      case $line in
      '```console') inside=console ;;
      '```rust') inside=rust at=$number ;;
      esac
      : >"$work/test.rs"
      : >"$work/expected"
      printf '%s\n' "$line" >>"$work/new"
      ;;
    esac
  done <"$file"
  [ -n "$bless" ] && ! cmp -s "$work/new" "$file" && cp "$work/new" "$file" && echo "rewrote $file"
done

# ---- tables

# named DOCUMENT TABLE PATTERN TEXT: for each line of TABLE that PATTERN matches, DOCUMENT has TEXT, in
# which \1 and \2 are what the pattern captured.
named() {
  local document=$1 table=$2 pattern=$3 text=$4 missing
  missing=$(sed -nE "s/^$pattern.*/$text/p" "$table" | while IFS= read -r line; do
    grep -qF -- "$line" "$document" || echo "    $line"
  done)
  if [ -z "$missing" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s does not say what %s does:\n%s\n' "$document" "$table" "$missing"
  fi
}

named docs/directives.md engine/mach/ub.def 'UB\([A-Z_]+, "([^"]+)", "([^"]+)"' '| `\1` | \2 |'
named docs/limits.md engine/mach/limit.def 'LIMIT\([A-Z_]+, "([^"]+)", "([^"]+)"' '| `\1` | \2 |'
named docs/limits.md engine/mach/limit_options.def \
  'LIMIT_OPTION\([a-z_]+, "([^"]+)", ([0-9]+), "([^"]+)"' '| `--\1` | \2 | \3 |'
named docs/json.md litmus/report/fail.def 'FAIL\([A-Z_]+, "([^"]+)"' '| `\1` |'
named docs/models.md engine/mem/models.def 'MODEL\("([^"]+)"' '| `\1` |'
named docs/ir.md engine/ir/intrinsic.def 'INTRINSIC\([A-Z_]+, "([^"]+)", ([0-9]), ([0-9])' \
  '| `\1` | \2 | \3 |'

# ---- what the library has

scripts/library-table.sh >"$work/table"
sed -n '/made by scripts\/library-table.sh/,/^<!-- end -->/p' docs/language.md | sed '1d;$d' >"$work/shown"
if cmp -s "$work/table" "$work/shown"; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
  echo "FAILED docs/language.md does not show what scripts/library-table.sh prints:"
  diff "$work/shown" "$work/table" | cut -c1-200 | sed 's/^/    /'
  if [ -n "$bless" ]; then
    sed -e "/made by scripts\\/library-table.sh/r $work/table" \
      -e '/made by scripts\/library-table.sh/,/^<!-- end -->/{/^|/d}' docs/language.md >"$work/new" &&
      cp "$work/new" docs/language.md && echo "rewrote docs/language.md"
  fi
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
