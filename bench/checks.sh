#!/usr/bin/env bash
# checks.sh [PATH...]: measures the checks of a corpus and prints them beside the goals.
#
# Each file with checks is decided by `litmus check --json --stats`, in a process of its own, which
# tells the time of every check (a pair under a model): exploring both programs and refinement
# between them, with and without the front end that compiles them. An exploration that several
# checks of a file share counts in each, as if it was the only one. The shares are of all questions
# of explorations and refinements together. All of it is done twice: but for the times the two must
# say the same, counterexamples included.
set -u
cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-build}
litmus=$BUILD/litmus
measure=$BUILD/bench-measure
[ $# -gt 0 ] || set -- corpus
for built in "$litmus" "$measure"; do
  [ -x "$built" ] || { echo "$built is not built: run 'make bench'" >&2; exit 2; }
done
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

row() { printf '%-58s %14s   %s\n' "$1" "$2" "$3"; }
under() { awk -v v="$1" -v g="$2" 'BEGIN { print (v < g) ? "ok" : "MISSED" }'; }

find "$@" -name '*.rs' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 grep -lE '^[[:space:]]*//@ check' >"$work/files"

# once RUN: the answers without times in $work/RUN.said, a line for each check in $work/RUN.checks,
# a line for each file in $work/RUN.memory.
once() {
  local file kib
  : >"$work/$1.said"
  : >"$work/$1.checks"
  : >"$work/$1.memory"
  while IFS= read -r file; do
    read -r _ _ kib _ < <("$measure" -o "$work/json" "$litmus" check "$file" --json --stats)
    echo "$kib $file" >>"$work/$1.memory"
    { echo "$file" && grep -v '_us":' "$work/json"; } >>"$work/$1.said"
    awk -v file="$file" '
      function value() { sub(/^[^:]*: "?/, ""); sub(/"?,?$/, ""); return $0 }
      /^ *"base":/ { base = value() }
      /^ *"opt":/ { opt = value() }
      /^ *"model":/ { model = value() }
      /^ *"verdict":/ { verdict = value() }
      /^ *"(front_us|explore_us|by_witness|by_order|by_quick|plain|by_plain|quantified|by_quantified|unknown)":/ {
        key = $1; gsub(/[":]/, "", key); stat[key] = value() }
      /^ *"solver_us":/ {
        print stat["explore_us"], stat["front_us"], stat["by_witness"] + stat["by_order"] + stat["by_quick"],
          stat["by_plain"], stat["by_quantified"], stat["unknown"],
          file ": " base " => " opt " under " model ": " verdict
        delete stat }' "$work/json" >>"$work/$1.checks"
  done <"$work/files"
}
once first
once second

# rank PERCENT: of the sorted numbers in the input.
rank() { awk -v p="$1" '{ v[NR] = $1 } END { i = int(NR * p / 100 + 0.999999); print v[i < 1 ? 1 : i] }'; }
ms() { awk -v us="$1" 'BEGIN { printf "%.2f", us / 1000 }'; }

count=$(wc -l <"$work/first.checks")
row "checks of ${*}: pairs under models, in $(wc -l <"$work/files") files" "$count" ""
[ "$count" -gt 0 ] || exit 1
times() { # WHAT, an awk expression for microseconds, 1 if it has goals
  awk "{ print $2 }" "$work/first.checks" | sort -n >"$work/times"
  local median p95 most
  median=$(ms "$(rank 50 <"$work/times")")
  p95=$(ms "$(rank 95 <"$work/times")")
  most=$(ms "$(tail -n 1 "$work/times")")
  row "  $1, median" "$median ms" "${3:+under 30 ms: $(under "$median" 30)}"
  row "  95th percentile" "$p95 ms" "${3:+under 300 ms: $(under "$p95" 300)}"
  row "  maximum" "$most ms" "${3:+under 10000 ms: $(under "$most" 10000)}"
}
times "one check, without the front end" '$1'
sort -n "$work/first.checks" | tail -n 1 | cut -d' ' -f7- | sed 's/^/    (/; s/$/)/'
times "one check, with the front end" '$1 + $2' 1

kib=$(sort -n "$work/first.memory" | tail -n 1 | cut -d' ' -f1)
mib=$(awk -v k="$kib" 'BEGIN { printf "%.1f", k / 1024 }')
row "  memory of the largest worker" "$mib MiB" "under 500: $(under "$mib" 500)"
sort -n "$work/first.memory" | tail -n 1 | cut -d' ' -f2- | sed 's/^/    (/; s/$/)/'

awk '{ no += $3; plain += $4; quantified += $5; open += $6 }
  END { all = no + plain + quantified + open
    if (!all) all = 1
    printf "%d %.2f %.2f %.2f %.2f\n", all, no * 100 / all, plain * 100 / all, quantified * 100 / all, open * 100 / all }' \
  "$work/first.checks" >"$work/shares"
read -r all no plain quantified open <"$work/shares"
row "  questions" "$all" ""
row "    settled without Z3" "$no %" ""
row "    settled by Z3 without quantifiers" "$plain %" ""
row "    settled by Z3 with quantifiers" "$quantified %" ""
row "    unknown" "$open %" ""

if cmp -s "$work/first.said" "$work/second.said"; then
  row "  two runs say the same" "yes" "ok"
else
  row "  two runs say the same" "NO" "MISSED"
  diff "$work/first.said" "$work/second.said" | head -n 20
fi
