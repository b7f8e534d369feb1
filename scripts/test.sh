#!/usr/bin/env bash
# test.sh: every test there is, over what `make test` has built. Each step prints what it found; the
# last line of all counts everything: `N passed, N failed`, and `, N skipped` if there are any.
# `scripts/test.sh unit corpus` runs only the steps named.
set -u
cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-build}
SAN_BUILD=${SAN_BUILD:-$BUILD/san}
jobs=$(nproc 2>/dev/null || echo 1)
out=$BUILD/test
rm -rf "$out"
mkdir -p "$out"
. scripts/sanitizers.sh

passed=0 failed=0 skipped=0
count() { # PASSED FAILED [SKIPPED]
  passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + ${3:-0}))
}
step() { printf '\n== %s\n' "$1"; }
skip() { # STEP WHY: aloud, so that nobody takes it for a pass
  echo "skipped: $1: $2"
  count 0 0 1
}

# count_line FILE STATUS WHAT: adds the last `N passed, N failed` line of FILE. A run that ends
# without one, or that fails without having counted a failure, is a failure.
count_line() {
  local file=$1 status=$2 what=$3 line p=0 f=0 s=0
  line=$(grep -aE '^([^ ]+: )?[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?$' "$file" | tail -n 1)
  if [ -z "$line" ]; then
    echo "FAILED $what: no count of tests (exit status $status)"
    count 0 1
    return
  fi
  p=${line% passed*} p=${p##* }
  f=${line#* passed, } f=${f%% *}
  case $line in *skipped) s=${line% skipped} s=${s##* } ;; esac
  if [ "$status" != 0 ] && [ "$f" = 0 ]; then
    echo "FAILED $what: exit status $status"
    f=1
  fi
  count "$p" "$f" "$s"
}

# run WHAT COMMAND...: shows the output, without the lines of what is well, and adds its count line.
run() {
  local what=$1 status
  shift
  "$@" </dev/null 2>&1 | tee "$out/$what.log" | grep -av '^ok - '
  status=${PIPESTATUS[0]}
  count_line "$out/$what.log" "$status" "$what"
}

# ---- steps

# The unit tests print TAP; of a program that fails, everything it printed is shown.
step_unit() {
  step "unit tests, under AddressSanitizer and UBSan"
  local t name
  for t in tests/unit/test_*.c; do
    [ -e "$t" ] || continue
    name=$(basename "$t" .c)
    while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n; done
    (
      CMOCKA_MESSAGE_OUTPUT=TAP timeout 300 "$SAN_BUILD/unit/$name" \
        >"$out/$name.tap" 2>"$out/$name.err" </dev/null
      echo $? >"$out/$name.status"
    ) &
  done
  wait
  for t in tests/unit/test_*.c; do
    [ -e "$t" ] || continue
    unit_result "$(basename "$t" .c)"
  done
}

unit_result() {
  local name=$1 ok bad skips status
  status=$(cat "$out/$name.status")
  ok=$(grep -acE '^ok [0-9]+' "$out/$name.tap")
  skips=$(grep -acE '^not ok [0-9]+ # SKIP' "$out/$name.tap")
  bad=$(($(grep -acE '^not ok [0-9]+' "$out/$name.tap") - skips))
  [ "$status" != 0 ] && [ "$bad" = 0 ] && bad=1
  count "$ok" "$bad" "$skips"
  if [ "$bad" = 0 ]; then
    echo "ok     $name: $ok tests"
  else
    echo "FAILED $name: $ok passed, $bad failed (exit status $status)"
    head -n 100 "$out/$name.tap"
    head -n 40 "$out/$name.err"
  fi
}

step_cli() {
  step "the command line"
  if [ -e tests/cli/run.sh ]; then
    LITMUS="$BUILD/litmus" run cli bash tests/cli/run.sh
  else
    skip cli "there is no tests/cli/run.sh"
  fi
}

step_browser() {
  step "the pages of \`litmus explain\`, in headless Chromium"
  local b browser=
  for b in chromium chromium-browser google-chrome; do
    [ -n "$browser" ] || browser=$(command -v $b)
  done
  if [ -n "$browser" ]; then
    CHROMIUM=$browser LITMUS="$BUILD/litmus" run browser bash tests/browser/run.sh
  else
    skip browser "Chromium is not installed"
  fi
}

step_corpus() {
  step "the corpus"
  run corpus "$BUILD/litmus" run corpus/
}

step_corpus_san() {
  step "the corpus, under AddressSanitizer and UBSan"
  run corpus-san "$SAN_BUILD/litmus" run corpus/
}

step_docs() {
  step "the commands that the documents show"
  LITMUS="$BUILD/litmus" run docs scripts/check-docs.sh
}

step_solvers() {
  step "what Z3 is asked, asked of other solvers (all of it: scripts/cross-check.sh)"
  LITMUS="$BUILD/litmus" COUNT=60 run solvers scripts/cross-check.sh corpus/provenance corpus/optimizations
}

step_layers() {
  step "layers"
  if scripts/layers.sh; then count 1 0; else count 0 1; fi
}

step_fuzz() {
  step "300 mutated inputs, under AddressSanitizer and UBSan (more: make fuzz)"
  if scripts/fuzz.sh 300 1 "$BUILD/fuzz-crashes"; then count 1 0; else count 0 1; fi
}

# Another version of clang-format lays out some lines in another way: only the one of Debian 12 is
# asked.
step_format() {
  step "clang-format"
  local version
  if ! command -v clang-format >/dev/null 2>&1; then
    skip format "clang-format is not installed"
    return
  fi
  version=$(clang-format --version | sed -E 's/.*version ([0-9]+).*/\1/')
  if [ "$version" != 14 ]; then
    skip format "clang-format $version is not the version 14 that the sources are laid out with"
  elif find engine solver litmus tests bench -name '*.[ch]' -print0 |
    xargs -0 -n 20 -P "$jobs" clang-format --dry-run -Werror; then
    echo "ok     every file is as clang-format lays it out"
    count 1 0
  else
    echo "FAILED run 'make format'"
    count 0 1
  fi
}

step_rustc() {
  step "every variant of every corpus file compiles with rustc"
  if command -v rustc >/dev/null 2>&1 && rustc --version >/dev/null 2>&1; then
    run rustc scripts/check-rust.sh corpus
  else
    skip rustc "rustc is not installed"
  fi
}

[ $# -gt 0 ] || set -- unit layers format cli browser docs corpus corpus_san solvers fuzz rustc
for s in "$@"; do
  begin=$SECONDS
  "step_$s"
  echo "($((SECONDS - begin)) s)"
done

echo
if [ "$skipped" = 0 ]; then
  echo "$passed passed, $failed failed"
else
  echo "$passed passed, $failed failed, $skipped skipped"
fi | tee "$BUILD/test-totals"
[ "$failed" = 0 ]
