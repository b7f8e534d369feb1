#!/usr/bin/env bash
# Layers point one way: litmus/ may use solver/, solver/ may use engine/, engine/ uses libc alone.
# A library that only one part may know is named below. Prints every include that breaks a rule.
set -u
cd "$(dirname "$0")/.." || exit 2

# rule FOLDERS PATTERN EXCEPT WHY: no file below FOLDERS includes what PATTERN matches, other than
# files whose name EXCEPT matches.
bad=0 rules=0
rule() {
  local folders=$1 pattern=$2 except=$3 why=$4 hits
  rules=$((rules + 1))
  # shellcheck disable=SC2086
  hits=$(grep -rnE --include='*.c' --include='*.h' --include='*.def' \
    "^[[:space:]]*#[[:space:]]*include[[:space:]]*[\"<]($pattern)" $folders 2>/dev/null |
    grep -vE "^($except)" || true)
  [ -z "$hits" ] && return
  bad=$((bad + 1))
  printf 'layers: %s\n%s\n' "$why" "$hits"
}

none='$^'
rule engine '(\.\./)*(solver|litmus)/' "$none" 'engine/ must not use solver/ or litmus/'
rule solver '(\.\./)*litmus/' "$none" 'solver/ must not use litmus/'
rule 'engine solver litmus' '(\.\./)*(tests|bench)/' "$none" 'the product must not use tests/ or bench/'
rule 'engine litmus' 'z3[a-z_]*\.h' "$none" 'only solver/ includes z3.h'
rule 'engine solver litmus' 'libtcc\.h' 'litmus/native/' 'only litmus/native/ includes libtcc.h'
rule 'engine solver litmus' 'pcre2\.h' 'litmus/(run|report)/' \
  'only litmus/run/ and litmus/report/ include pcre2.h'
rule 'engine solver litmus' 'libvex[a-z_0-9]*\.h' 'litmus/asm/' 'only litmus/asm/ includes LibVEX'

# What is left of <...> in engine/ has to be libc.
libc='assert|ctype|errno|float|inttypes|limits|math|setjmp|stdarg|stdbool|stddef|stdint|stdio|stdlib|string'
rules=$((rules + 1))
hits=$(grep -rnE --include='*.c' --include='*.h' '^[[:space:]]*#[[:space:]]*include[[:space:]]*<' \
  engine 2>/dev/null | grep -vE "<(($libc)\.h|sys/[a-z]+\.h|unistd\.h|time\.h)>" || true)
if [ -n "$hits" ]; then
  bad=$((bad + 1))
  printf 'layers: engine/ uses libc alone\n%s\n' "$hits"
fi
echo "layers: $((rules - bad)) passed, $bad failed"
[ "$bad" = 0 ]
