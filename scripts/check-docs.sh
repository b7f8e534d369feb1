#!/usr/bin/env bash
# check-docs.sh: runs every command that a ```console block of the documents shows and compares what
# it prints with what the document says. In a block, a line `$ COMMAND` is a command, the lines up
# to the next one are its output (both streams); a line `...` stands for any number of lines. A
# command that does not start with `build/litmus`, `cat` or `sed` (installing, building) is not run.
# shellcheck disable=SC2016,SC2094
set -u
cd "$(dirname "$0")/.." || exit 2
litmus=${LITMUS:-build/litmus}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

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

check() { # FILE LINE COMMAND, expected output in $work/expected
  local file=$1 line=$2 command=$3
  case $command in
  build/litmus* | cat\ * | sed\ *) ;;
  *) return ;;
  esac
  (eval "${command/#build\/litmus/$litmus}") >"$work/actual" 2>&1 </dev/null
  if matches "$work/expected" "$work/actual"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED $file:$line: $command"
    diff "$work/expected" "$work/actual" | sed 's/^/    /'
  fi
}

# ---- the tables of the documents name what the tables of the code name

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

# ---- the commands that they show

for file in README.md CONTRIBUTING.md docs/*.md; do
  [ -e "$file" ] || continue
  inside='' command='' number=0 at=0
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    if [ -z "$inside" ]; then
      [ "$line" = '```console' ] && inside=1 command=''
      continue
    fi
    case $line in
    '```' | '$ '*)
      [ -n "$command" ] && check "$file" "$at" "$command"
      command='' at=$number
      : >"$work/expected"
      if [ "$line" = '```' ]; then inside=''; else command=${line#'$ '}; fi
      ;;
    *) printf '%s\n' "$line" >>"$work/expected" ;;
    esac
  done <"$file"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
