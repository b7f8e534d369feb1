#!/usr/bin/env bash
# bench.sh: measures what docs/performance.md records, and prints it beside the goal.
set -u
cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-build}
litmus=$BUILD/litmus
measure=$BUILD/bench-measure
row() { printf '%-58s %14s   %s\n' "$1" "$2" "$3"; }

# over VALUE GOAL / under VALUE GOAL: "ok" or "MISSED"
over() { awk -v v="$1" -v g="$2" 'BEGIN { print (v > g) ? "ok" : "MISSED" }'; }
under() { awk -v v="$1" -v g="$2" 'BEGIN { print (v < g) ? "ok" : "MISSED" }'; }

row "measured" "value" "goal"

# Cold: a new process for each run, nothing kept from one to the next but the page cache.
for model in flat strict alloc; do
  read -r median min _ _ < <("$measure" -n 41 "$litmus" exec bench/p1p2.rs --model "$model")
  row "litmus exec bench/p1p2.rs --model $model, median of 41" "$median ms" \
    "under 15 ms: $(under "$median" 15)   (fastest $min ms)"
done
read -r median min _ _ < <("$measure" -n 41 "$litmus" exec bench/p1p2.rs)
row "litmus exec bench/p1p2.rs, all models, median of 41" "$median ms" "(fastest $min ms)"

# The whole corpus, three times; the tests are counted by the program itself.
tests=$("$litmus" run -j2 corpus/ 2>/dev/null | grep -E '^[0-9]+ passed' | tail -n 1 |
  tr -dc '0-9 ' | awk '{ print $1 + $2 + $3 }')
read -r _ min _ _ < <("$measure" -n 3 "$litmus" run -j2 corpus/)
rate=$(awk -v n="${tests:-0}" -v ms="$min" 'BEGIN { printf "%.0f", n * 1000 / ms }')
row "litmus run -j2 corpus/: ${tests:-0} tests, fastest of 3" "$min ms" ""
row "  tests per second" "$rate" "over 100: $(over "$rate" 100)"

read -r steps seconds rate < <("$BUILD/bench-machine" steps bench/loop.rs alloc)
row "machine steps of bench/loop.rs: $steps in $seconds s, per s" "$rate" \
  "over 5000000: $(over "$rate" 5000000)"

for model in sb tb; do
  for file in bench/borrows.rs bench/live_tags.rs; do
    read -r ops seconds rate < <("$BUILD/bench-machine" borrows "$file" "$model")
    goal=""
    [ "$file" = bench/borrows.rs ] && goal="over 1000000: $(over "$rate" 1000000)"
    row "borrow operations of $file under $model: $ops in $seconds s, per s" "$rate" "$goal"
    read -r _ _ kib _ < <("$measure" "$litmus" exec "$file" --model "$model")
    row "  memory" "$(awk -v k="$kib" 'BEGIN { printf "%.1f", k / 1024 }') MiB" ""
  done
done

for file in bench/*compare*.rs; do
  read -r paths seconds rate < <("$BUILD/bench-machine" paths "$file" alloc)
  row "paths of $file: $paths in $seconds s, per s" "$rate" ""
done

# Memory: the largest resident set of any one test.
worst=0 worst_file=none
while IFS= read -r file; do
  read -r _ _ kib _ < <("$measure" "$litmus" run -j1 "$file")
  [ "$kib" -gt "$worst" ] && worst=$kib worst_file=$file
done < <(find corpus -name '*.rs' | LC_ALL=C sort)
mib=$(awk -v k="$worst" 'BEGIN { printf "%.1f", k / 1024 }')
row "largest memory of a corpus test" "$mib MiB" "under 100: $(under "$mib" 100)"
echo "  ($worst_file)"

# Every check of the corpus.
bench/checks.sh corpus

