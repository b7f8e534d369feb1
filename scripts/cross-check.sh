#!/usr/bin/env bash
# cross-check.sh [PATH...]: second opinions. Writes down what Z3 is asked while the tests below the
# paths are run (`litmus run --smt2`), puts each question to the `z3` command and to `cvc5`, where
# they are installed, and compares the answers. An answer that contradicts litmus's is a failure; a
# solver that gives none in time says nothing. Of more than COUNT questions an even part is asked.
set -u
cd "$(dirname "$0")/.." || exit 2
LITMUS=${LITMUS:-build/litmus}
COUNT=${COUNT:-300}
SECONDS_EACH=${SECONDS_EACH:-20}
[ $# -gt 0 ] || set -- corpus

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

# ask SOLVER FILE: one line `SOLVER EXPECTED ANSWER FILE`.
ask() {
  local answer expected
  expected=$(sed -n 's/^(set-info :status \([a-z]*\))$/\1/p' "$2")
  case $1 in
  z3) answer=$(timeout "$SECONDS_EACH" z3 -smt2 "$2" 2>&1 | head -n 1) ;;
  cvc5) answer=$(timeout "$SECONDS_EACH" cvc5 --lang smt2 "$2" 2>&1 | head -n 1) ;;
  esac
  # What killed the solver, or stopped it, is no answer; a complaint about the script is.
  case $answer in '' | timeout | cvc5*interrupted*) answer=none ;; esac
  printf '%s\t%s\t%s\t%s\n' "$1" "$expected" "$answer" "${2##*/}"
}
export -f ask
export SECONDS_EACH

solvers=() skipped=0
for s in z3 cvc5; do
  if command -v $s >/dev/null 2>&1; then
    solvers+=($s)
  else
    echo "skipped: $s is not installed"
    skipped=$((skipped + 1))
  fi
done
if [ ${#solvers[@]} = 0 ]; then
  echo "0 passed, 0 failed, $skipped skipped"
  exit 0
fi

# Whether the tests pass is not the matter here; that the questions are written is.
"$LITMUS" run "$@" --smt2 "$work/q" >"$work/run.log" 2>&1
status=$?
if [ "$status" != 0 ] && [ "$status" != 1 ]; then
  cat "$work/run.log"
  echo "FAILED litmus run --smt2: exit status $status"
  echo "0 passed, 1 failed"
  exit 1
fi
find "$work/q" -name '*.smt2' | LC_ALL=C sort >"$work/all"
total=$(wc -l <"$work/all")
awk -v n="$total" -v most="$COUNT" 'n <= most || int(NR * most / n) > int((NR - 1) * most / n)' \
  "$work/all" >"$work/chosen"

for s in "${solvers[@]}"; do sed "s/^/$s\t/" "$work/chosen"; done |
  xargs -r -P "$(nproc 2>/dev/null || echo 1)" -L 1 bash -c 'ask "$0" "$1"' >"$work/answers"

agreed=$(awk -F '\t' '$2 == $3 || ($2 == "unknown" && ($3 == "sat" || $3 == "unsat"))' "$work/answers" | wc -l)
open=$(awk -F '\t' '$3 == "none" || $3 == "unknown"' "$work/answers" | wc -l)
awk -F '\t' '$2 != $3 && $2 != "unknown" && $3 != "none" && $3 != "unknown" {
  printf "FAILED %s: litmus says %s, %s says %s\n", $4, $2, $1, $3 }
  $2 == "unknown" && $3 != "sat" && $3 != "unsat" && $3 != "none" && $3 != "unknown" {
  printf "FAILED %s: %s says %s\n", $4, $1, $3 }' "$work/answers" >"$work/failed"
head -n 50 "$work/failed"
echo "$(wc -l <"$work/chosen") of $total questions, asked of ${solvers[*]}: $agreed agreed, $open left open"
bad=$(wc -l <"$work/failed")
if [ "$skipped" = 0 ]; then echo "$agreed passed, $bad failed"; else echo "$agreed passed, $bad failed, $skipped skipped"; fi
[ "$bad" = 0 ]
