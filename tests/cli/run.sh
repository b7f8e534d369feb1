#!/bin/sh
# run.sh: the command line of the real binary ($LITMUS): messages, exit statuses, formats. Each check
# prints `ok` or `not ok`; the last line counts them.
LITMUS=${LITMUS:-build/litmus}
case $LITMUS in /*) ;; *) LITMUS=$PWD/$LITMUS ;; esac
[ -x "$LITMUS" ] || {
  echo "run.sh: there is no $LITMUS: build it, or set LITMUS" >&2
  exit 2
}
here=$(cd "$(dirname "$0")" && pwd) || exit 2
work=$(mktemp -d) || exit 2
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 2
unset NO_COLOR
passed=0 failed=0 skipped=0

pass() { passed=$((passed + 1)) && printf 'ok - %s\n' "$1"; }
fail() {
  failed=$((failed + 1)) && printf 'not ok - %s\n' "$1"
  sed 's/^/#   out: /' out
  sed 's/^/#   err: /' err
}

# expect STATUS NAME ARGS...: runs litmus, compares the exit status; keeps out and err.
expect() {
  want=$1 name=$2
  shift 2
  "$LITMUS" "$@" >out 2>err </dev/null
  status=$?
  if [ "$status" = "$want" ]; then pass "$name"; else fail "$name: status $status, not $want"; fi
}
# says FILE TEXT: the last run's output contains the text.
says() {
  if grep -qF -- "$2" "$1"; then pass "$name: says $2"; else fail "$name: does not say $2"; fi
}
silent() {
  if [ ! -s "$1" ]; then pass "$name: nothing on $1"; else fail "$name: something on $1"; fi
}
last_line() {
  if [ "$(tail -n 1 out)" = "$1" ]; then pass "$name: ends with $1"; else fail "$name: does not end with $1"; fi
}
# Is it JSON? Asked of python where there is one; always: no raw control bytes, brackets balance.
json() {
  if command -v python3 >/dev/null 2>&1; then
    if python3 -c 'import json,sys; json.load(open("out", encoding="utf-8"))' 2>err; then pass "$name: valid JSON"; else fail "$name: not JSON"; fi
  else
    skipped=$((skipped + 1)) && echo "ok - $name: valid JSON # SKIP no python3"
  fi
}

# ---- programs

cat >hello.rs <<'RS'
//@ title: hello
//@ expect: prints "hello\n"
fn main() {
    println!("hello");
}
RS
cat >ub.rs <<'RS'
//@ title: null
//@ expect: ub(null)
fn main() {
    let p = std::ptr::null::<i32>();
    let _x = unsafe { *p }; //~ ub /null/
}
RS
cat >pair.rs <<'RS'
//@ title: pair
//@ expect base: prints "1\n"
//@ expect opt: prints "2\n"
//@ expect same: prints "1\n"
//@ expect bad: ub
//@ check base => opt: unsound /prints "2\\n"/
//@ check base => same: sound
//@ check bad => opt: sound vacuous
fn main() {
    #[cfg(any(base, same))]
    println!("{}", 1);
    #[cfg(opt)]
    println!("{}", 2);
    #[cfg(bad)]
    unsafe {
        println!("{}", *std::ptr::null::<i32>());
    }
}
RS
echo 'fn main() { let x: i32 = "no"; }' >wrong.rs
printf 'fn main() { async_thing().await; }\nasync fn async_thing() {}\n' >unsup.rs
echo 'fn main() { loop {} }' >spin.rs

# ---- help, version, usage

expect 2 "no arguments"
says err "Commands:"
expect 0 "--help" --help
says out "Exit status: 0"
expect 0 "help" help
expect 0 "--version" --version
says out "litmus "
for c in run exec check dump models; do
  expect 0 "$c --help" "$c" --help
  says out "Usage: litmus $c"
  says out "Example:"
  cp out help1
  expect 0 "help $c" help "$c"
  if cmp -s out help1; then pass "help $c is $c --help"; else fail "help $c is $c --help"; fi
done
expect 2 "unknown command" rnu
says err "did you mean \`run\`?"
expect 2 "help of an unknown command" help chek
says err "did you mean \`check\`?"
expect 2 "unknown option" exec --modle alloc hello.rs
says err "did you mean \`--model\`?"
expect 2 "an option of another command" exec --bless hello.rs
says err "\`litmus exec\` does not have it"
expect 2 "unknown letter" run -z .
says err "unknown option \`-z\`"
expect 2 "value missing" run -j
says err "needs a value"
expect 2 "value too small" run -j0 .
says err "from 1 to 1024"
expect 2 "value not a number" exec --max-steps many hello.rs
says err "takes a number"
expect 2 "value for a flag" run --list=yes .
says err "takes no value"
expect 2 "bad choice" run --format xml .
says err "human|json|junit|tap"
expect 2 "no file" exec
says err "which FILE?"
expect 2 "two files" exec hello.rs ub.rs
expect 2 "unknown model" exec --model aloc hello.rs
says err "did you mean \`alloc\`?"
expect 2 "bad composed model" exec --model allocation/strict hello.rs
expect 2 "bad filter" run --filter '(a' .
says err "missing closing parenthesis"
expect 2 "bad shard" run --shard 3/2 .
expect 2 "filter without matches" run --filter zzz .
says err "the filter matches none"
expect 2 "check without a pair" check hello.rs
says err "no \`//@ check\` directive"
expect 2 "check with half a pair" check pair.rs base
says err "'BASE => OPT'"

# ---- input

expect 2 "missing file" exec nope.rs
says err "nope.rs: No such file"
expect 2 "directory as a file" exec .
says err "directory"
expect 2 "missing path" run nope
mkdir -p empty loop/a
expect 2 "no tests" run empty
says err "no tests"
cp hello.rs loop/a/ && ln -s .. loop/a/up && ln -s nowhere loop/dangling.rs
expect 0 "a loop of links" run loop
last_line "1 passed, 0 failed"
printf 'fn main() {\n}\0' >nul.rs
expect 2 "NUL byte" exec nul.rs
says err "nul.rs:2: a NUL byte"
printf 'fn main() {}\377' >latin.rs
expect 2 "not UTF-8" exec latin.rs
says err "invalid UTF-8"
head -c 1048577 /dev/zero | tr '\0' ' ' >big.rs
expect 2 "too big" exec big.rs
says err "too big"
expect 2 "endless" exec /dev/zero
if [ "$(id -u)" != 0 ]; then
  cp hello.rs secret.rs && chmod 000 secret.rs
  expect 2 "unreadable file" exec secret.rs
  rm -f secret.rs
  mkdir closed && chmod 000 closed
  expect 2 "unreadable directory" run closed
  chmod 700 closed && rmdir closed
fi
name="standard input"
"$LITMUS" exec - <hello.rs >out 2>err
if [ $? = 0 ]; then pass "$name"; else fail "$name"; fi
says out 'prints "hello\n"'
"$LITMUS" dump - <hello.rs >out 2>err
says out 'main'

# ---- exec

expect 0 "exec hello" exec hello.rs
says out 'prints "hello\n"'
says out 'verdict: ok'
expect 1 "exec ub" exec ub.rs
says out 'ub(null)'
says out 'ub.rs:5:'
says out 'verdict: ub'
expect 2 "exec of a wrong program" exec wrong.rs
says err "wrong.rs:1:"
says err "^"
silent out
expect 3 "exec of an unsupported program" exec unsup.rs
says err "unsupported"
expect 3 "exec into a limit" exec --max-loops 10 spin.rs
says out "limit loops"
expect 0 "exec under all models" exec -m all hello.rs
says out "under flat"
says out "under strict"
expect 0 "composed model" exec -m allocation/strict/none hello.rs
says out "allocation/strict/none"
expect 0 "exec --cfg" exec --cfg opt pair.rs
says out 'prints "2\n"'
expect 0 "exec --stats" exec --stats hello.rs
says out "machine steps"
expect 0 "exec --json" exec --json hello.rs
json
says out '"verdict": "ok"'
says out '"kind": "return"'
expect 1 "exec --json of UB" exec --json ub.rs
json
says out '"code": "null"'
says out '"line": 5'
expect 2 "exec --json of a wrong program" exec --json wrong.rs
json
says out '"error":'
expect 3 "exec --json of an unsupported program" exec --json unsup.rs
json
says out '"verdict": "unsupported"'
expect 3 "exec --json into a limit" exec --json --max-loops 10 spin.rs
json
says out '"verdict": "limit"'
expect 2 "exec --json of nothing" exec --json nope.rs
json
expect 0 "exec --json, several models" exec --json -m flat,alloc hello.rs
json
says out '"model": "flat"'
expect 3 "exec out of time" exec --timeout 1 --max-steps 1000000000000 --max-total-steps 1000000000000 --max-loops 1000000000000 spin.rs
says err "did not end within 1 s"
expect 0 "no colours in a pipe" exec hello.rs
if grep -q "$(printf '\033')" out; then fail "$name: escapes"; else pass "$name: no escapes"; fi
expect 1 "colours when asked" exec --color always ub.rs
if grep -q "$(printf '\033')" out; then pass "$name: escapes"; else fail "$name: no escapes"; fi

# ---- check

expect 1 "check by the file" check pair.rs
says out "base => opt"
says out "unsound"
says out 'counterexample under'
expect 0 "check a pair" check pair.rs 'base => same'
says out "sound"
expect 0 "check base=>same" check pair.rs 'base=>same'
expect 0 "check two words" check pair.rs base same
expect 0 "check vacuous" check pair.rs 'bad => opt'
says out "vacuous"
expect 1 "check --json" check --json pair.rs 'base => opt'
json
says out '"verdict": "unsound"'
says out '"counterexample"'
expect 1 "check --json, one model" check --json -m alloc pair.rs 'base => opt'
json
expect 0 "check --stats" check --stats pair.rs 'base => same'
says out "decided by"
expect 2 "check --json without directives" check --json hello.rs
json
expect 2 "check of a wrong program" check wrong.rs 'a => b'

# ---- what the solver is asked

cat >asks.rs <<'RS'
//@ title: asks
//@ check base => opt [alloc]: sound
//@ check base => wrong [alloc]: unsound
fn main() {
    let x = [0u8; 4];
    let a = (&raw const x).addr();
    #[cfg(base)]
    println!("{}", a >> 1 << 1);
    #[cfg(opt)]
    println!("{}", a ^ (a & 1));
    #[cfg(wrong)]
    println!("{}", a ^ (a & 2));
}
RS
expect 1 "check --smt2" check asks.rs --smt2 q
if [ -s q/asks.base-opt.alloc.0001.smt2 ]; then pass "$name: a file"; else fail "$name: no file"; fi
cp q/asks.base-opt.alloc.0001.smt2 out
says out "; test      asks.rs"
says out "; pair      base => opt"
says out "; model     alloc"
says out "; answer    unsat, by incremental"
says out "(set-logic QF_BV)"
says out "(check-sat)"
for solver in z3 "cvc5 --lang smt2"; do
  if command -v "${solver%% *}" >/dev/null 2>&1; then
    $solver q/asks.base-opt.alloc.0001.smt2 >out 2>err
    if [ "$(cat out)" = unsat ]; then pass "${solver%% *} agrees"; else fail "${solver%% *} does not agree"; fi
  else
    skipped=$((skipped + 1)) && echo "ok - ${solver%% *} agrees # SKIP it is not installed"
  fi
done
mv q q1
expect 1 "check --smt2 again" check asks.rs --smt2 q
if diff -r q q1 >out 2>&1; then pass "$name: the same files"; else fail "$name: other files"; fi
mkdir -p tests/a tests/b && cp asks.rs tests/a && sed 's/title: asks/title: too/' asks.rs >tests/b/asks.rs
expect 0 "run --smt2" run tests --smt2 q2
for f in q2/a.asks.base-opt.alloc.0001.smt2 q2/b.asks.base-opt.alloc.0001.smt2; do
  if [ -s $f ]; then pass "$name: $f"; else fail "$name: no $f"; fi
done
expect 0 "exec --smt2" exec asks.rs --cfg base --smt2 q3
if [ -s q3/asks.base.alloc.outcome-1.smt2 ]; then pass "$name: a path condition"; else fail "$name: no path condition"; fi
expect 2 "--smt2 without a directory" check asks.rs --smt2 nowhere/q
says err "cannot be made a directory"
expect 2 "--smt2 into a file" run asks.rs --smt2 asks.rs
says err "Not a directory"
mkdir q4 q4/asks.base-opt.alloc.0001.smt2
expect 2 "check --smt2 that cannot write" check asks.rs --smt2 q4
says err "cannot write q4/asks.base-opt.alloc.0001.smt2"
says out "sound"
expect 2 "run --smt2 that cannot write" run asks.rs --smt2 q4
says err "cannot write q4/asks.base-opt.alloc.0001.smt2"

expect 1 "check --solver-stats" check --solver-stats asks.rs
says out "questions to Z3 without quantifiers"
if grep -q "machine steps" out; then fail "$name: more than the solver"; else pass "$name: only the solver"; fi
expect 0 "exec --solver-stats" exec --solver-stats hello.rs
says out "answered by enumeration"
expect 0 "run --solver-stats" run --solver-stats asks.rs
says out "Z3 resource units"
last_line "1 passed, 0 failed"
for c in check run exec; do
  "$LITMUS" $c --solver-stats --json asks.rs >out 2>err </dev/null
  name="$c --solver-stats --json"
  json
  says out '"by_plain":'
done
expect 2 "run --solver-stats --format tap" run --solver-stats --format tap asks.rs
says err "no place"

# ---- check --models

expect 1 "check --models" check --models pair.rs
says out "transformation"
says out "base => same"
says out "vacuous"
for m in flat strict alloc sb tb; do says out " $m"; done
expect 0 "check --models of a pair" check --models pair.rs 'base => same'
if grep -q "base => opt" out; then fail "$name: more than the pair"; else pass "$name: only the pair"; fi
expect 1 "check --models --model" check --models -m alloc pair.rs asks.rs
says out "base => wrong"
says out "pair.rs"
if grep -q "flat" out; then fail "$name: more models"; else pass "$name: only that model"; fi
cp out out1
expect 1 "check --models --no-fork" check --models --no-fork -m alloc pair.rs asks.rs
if cmp -s out out1; then pass "$name: the same table"; else fail "$name: another table"; fi
expect 1 "check --models --json" check --models --json pair.rs asks.rs
json
says out '"opt": "wrong"'
expect 2 "check --models of a missing file" check --models pair.rs nope.rs
says err "nope.rs"
says out "base => opt"
expect 2 "check --models of nothing" check --models
says err "which FILE?"
expect 2 "check --models, a bad pair" check --models pair.rs 'base => 1'
says err "the pair comes last"
expect 2 "check --models of a wrong program" check --models wrong.rs 'a => b'
says err "mismatched types"
expect 2 "check --models without directives" check --models hello.rs
says err "no \`//@ check\` directive"
expect 3 "check --models into a limit" check --models --max-loops 10 spin.rs 'a => b'
says out "sound up to loops"
# ---- check of functions

cat >functions.rs <<'RS'
//@ title: functions
//@ check fn same: base => opt: sound
//@ check fn m::other, alias any: base => opt [alloc]: unsound /2/
//@ check fn only_new: opt => opt [alloc]: sound
#![crate_type = "lib"]

pub fn same() {
    println!("{}", if cfg!(base) { 2 } else { 1 + 1 });
}
mod m {
    pub fn other() {
        println!("{}", if cfg!(base) { 1 } else { 2 });
    }
    pub fn two(_: &u8, _: &u8) {}
    #[cfg(base)]
    pub fn changed(_: u8) {}
    #[cfg(opt)]
    pub fn changed(_: u16) {}
}
#[cfg(opt)]
pub fn only_new() {}
pub fn generic<T>(_: T) {}
RS
expect 1 "functions by the file" check functions.rs
says out "functions.rs: fn same: base => opt"
says out "functions.rs: fn m::other, alias any: base => opt"
says out "counterexample under alloc, function \`m::other\`"
says out "functions.rs: fn only_new: opt => opt"
expect 0 "one function by the file" check functions.rs --fn same
says out "fn same: base => opt"
if grep -q "m::other" out; then fail "$name: others, too"; else pass "$name: no others"; fi
expect 2 "a function that the file has no check of" check functions.rs --fn m::two
says err "no \`//@ check fn m::two\` directive"
expect 1 "a function and a pair" check functions.rs --fn m::other 'base => opt' -m flat
says out "fn m::other: base => opt"
expect 1 "--alias wins" check functions.rs --fn m::other --alias none -m flat
says out "fn m::other: base => opt"
expect 1 "a function, JSON" check functions.rs --fn m::other --alias any 'base => opt' -m flat --json
json
says out '"function": "m::other"'
says out '"arguments": "any"'
"$LITMUS" check functions.rs --fn m::two 'base => opt' -m flat >out 2>err
name="two pointers"
says out "arguments: taken as non-aliasing"
cat >static.rs <<'END'
//@ check fn f: base => opt [alloc]: sound
#![crate_type = "lib"]
static mut G: u32 = 0;
pub unsafe fn f(p: *mut u32) -> u32 {
    unsafe {
        *p = 1;
        G = 2;
        if cfg!(opt) { 1 } else { *p }
    }
}
END
expect 0 "one pointer and a mutable static" check static.rs
says out "arguments: taken as non-aliasing"
expect 1 "they may overlap" check static.rs --alias any
says out "new: returns 1"
"$LITMUS" check functions.rs --fn m::two --alias any 'base => opt' -m flat >out 2>err
says out "arguments: every way in which they may overlap"
expect 2 "a function that is not there" check functions.rs --fn m::nope 'base => opt' -m flat
says out "<command line>:1:6: error: there is no function \`m::nope\` in variant \`base\`"
expect 2 "a function that one variant lacks" check functions.rs --fn only_new 'base => opt' -m flat
says out "there is no function \`only_new\` in variant \`base\`"
expect 2 "a generic function" check functions.rs --fn generic 'base => opt' -m flat
says out "is generic"
expect 2 "another signature" check functions.rs --fn m::changed 'base => opt' -m flat
says out "has another signature in variant \`opt\` than in variant \`base\`"
expect 2 "no path" check functions.rs --fn 'm:::x' 'base => opt'
says err "expected a function"
expect 2 "--fn without a name" check functions.rs --fn ''
expect 2 "--alias without a function" check functions.rs --alias any 'base => opt'
says err "name it with --fn"
expect 2 "--alias without function checks" check pair.rs --alias any
says err "no \`//@ check fn\` here"
expect 2 "another way to overlap" check functions.rs --alias some
says err "file|none|any"
expect 2 "--fn of another command" exec functions.rs --fn same
says err "\`litmus exec\` does not have it"
expect 2 "a whole program without main" check functions.rs 'base => opt' -m flat
says out "there is no \`main\` function to run"
expect 2 "exec without main" exec functions.rs --cfg opt
says err "there is no \`main\` function to run"
expect 2 "exec without main, JSON" exec functions.rs --json
json
says out "there is no \`main\` function to run"
expect 2 "explain without main" explain functions.rs --cfg opt
says err "there is no \`main\` function to run"
expect 0 "dump without main" dump functions.rs --cfg opt
says out "fn only_new()"
printf '#![crate_type = "lib"]\npub fn f() {}\n' >library.rs
expect 2 "neither main nor a check of a function" exec library.rs
says err "\`main\` function not found in the program"

# ---- inputs and counterexamples

cat >step.rs <<'RS'
//@ title: step
//@ check fn step: base => opt: unsound /^prints "true\\n" then returns -3, then \*p = 7$/
//@ check fn loops: base => opt [sb]: sound up to 16 iterations
//@ check fn loops: base => opt [tb]: sound up to iterations
pub fn step(x: i32, unused: u64, p: &mut u8, q: &mut u8) -> i32 {
    println!("{}", x < 0);
    *q = 3;
    #[cfg(base)]
    {
        *p = 6;
        x.wrapping_sub(1)
    }
    #[cfg(opt)]
    {
        *p = 7;
        x.wrapping_sub(2)
    }
}
pub fn loops(n: u32) -> u32 {
    let mut sum = 0;
    while sum < n {
        sum += 1;
    }
    sum
}
fn main() {}
RS
expect 0 "outcomes of functions are matched, limits counted" run step.rs
expect 1 "a counterexample with inputs" check step.rs --fn step -m sb
says out 'new: prints "true\n" then returns -3, then *p = 7'
says out '    unused  u64  any'
says out '    x       i32  -1'
says out '        base            | opt'
says out '     =  prints "true\n" | prints "true\n"'
says out '    <>  returns -2      | returns -3'
says out "but \`base\`: prints \"true\\n\" then returns -2, then *p = 6"
says out "in \`base\`"
says out "   11 |         x.wrapping_sub(1)"
if grep -q "q = 3" out; then fail "$name: says what is the same"; else pass "$name: leaves out what is the same"; fi
name="a counterexample on a narrow screen"
COLUMNS=30 "$LITMUS" check step.rs --fn step -m sb >out 2>err
says out "    <>  \`base\`: returns -2"
says out "        \`opt\`: returns -3"
expect 1 "a counterexample with inputs, JSON" check step.rs --fn step -m sb --json
json
says out '"value": "-1"'
says out '"any": true'
says out '"result": "-3"'
says out '"same": true'
says out '"trace": ['
says out '"base_line": 11'
expect 3 "iterations in a verdict" check step.rs --fn loops -m sb --max-iterations 5
says out "sound up to 5 iterations"
expect 3 "iterations in a verdict, JSON" check step.rs --fn loops -m sb --json
json
says out '"iterations": 16'
sed -e 's/up to 16/up to 17/' step.rs >other.rs
expect 1 "another number of iterations" run other.rs
says out "seen, not expected    sound up to 16 iterations"
sed -e 's/up to 16 iterations/up to 16 paths/' step.rs >other.rs
expect 1 "a number of something else" run other.rs
says out "only iterations are counted"
sed -e 's/up to 16 iterations/up to iterations, solver/' step.rs >other.rs
expect 1 "several limits" run other.rs
says out "expected, not seen    sound up to iterations, solver"

cat >inputs.rs <<'RS'
fn main() {
    let x: i16 = litmus::any();
    let c: char = litmus::any();
    litmus::assume(x != 0);
    if x < -100 {
        println!("far");
    } else if x > 20000 && c == 'q' {
        println!("{}", x);
    }
}
RS
expect 0 "inputs of each outcome" exec inputs.rs
says out "    x  i16   -32768"
says out "    c  char  'q'"
says out "    c  char  any"
says out "1 execution left out by litmus::assume"
expect 0 "inputs of each outcome, JSON" exec inputs.rs --json
json
says out '"excluded": 1'
says out '"inputs": ['
expect 0 "explain a program with inputs" explain inputs.rs -m sb
says out "+ x: i16 = "
says out "  inputs"
expect 2 "explain does not count what is left out" explain inputs.rs -m sb --outcome 9
if grep -q "leaves these inputs out" err; then fail "$name: lists it"; else pass "$name: does not list it"; fi

# ---- counterexamples as tests of their own

expect 2 "save what is sound" check pair.rs 'base => same' -m sb --save saved.rs
says err "there is no counterexample to write"
if [ -e saved.rs ]; then fail "$name: a file"; else pass "$name: no file"; fi
expect 2 "save where it cannot be" check step.rs --fn step -m sb --save nowhere/saved.rs
says err "cannot write nowhere/saved.rs"
cat >macro.rs <<'RS'
macro_rules! input {
    () => {
        litmus::any::<u8>()
    };
}
fn main() {
    let x = input!();
    println!("{}", if cfg!(base) { x } else { x | 1 });
}
RS
expect 2 "save what cannot be written" check macro.rs 'base => opt' -m sb --save saved.rs
says err "cannot be written as a test: a call of litmus::any in a macro"
if command -v rustc >/dev/null 2>&1 &&
  rustc --edition 2021 --crate-type rlib --crate-name litmus -o liblitmus.rlib "$here/../../crate/litmus.rs" 2>err; then
  rustc=rustc
else
  rustc=
fi

# rust VARIANT: the saved test compiles, and base prints what the test expects of it.
rust() {
  [ -n "$rustc" ] || {
    skipped=$((skipped + 1)) && echo "ok - $name: compiled by rustc as $1 # SKIP no rustc"
    return
  }
  if rustc --edition 2021 --cap-lints allow --extern litmus=liblitmus.rlib --cfg "$1" -o saved saved.rs >out 2>err; then
    pass "$name: compiled by rustc as $1"
  else
    fail "$name: not compiled by rustc as $1"
    return
  fi
  wanted=$(sed -n 's/^\/\/@ expect base \[sb\]: prints "\(.*\)"$/\1/p' saved.rs)
  if [ "$1" = opt ] || [ -z "$wanted" ]; then return; fi
  ./saved >out 2>err
  printf '%b' "$(printf '%s' "$wanted" | sed 's/\\"/"/g')" >want
  if cmp -s out want; then pass "$name: rustc agrees"; else fail "$name: rustc does not agree"; fi
}
for file in "$here"/save/*.rs; do
  rm -f saved.rs
  expect 1 "save $(basename "$file")" check "$file" -m sb --save saved.rs
  says err "the counterexample under sb is in saved.rs"
  expect 1 "run saved $(basename "$file")" run saved.rs
  last_line "0 passed, 1 failed"
  says out "seen, not expected    unsound: "
  says out "$(sed -n 's/^\/\/ shows: //p' "$file")"
  if [ "$(grep -c 'not expected' out)" = 1 ]; then pass "$name: nothing else fails"; else fail "$name: something else fails"; fi
  rust base
  rust opt
done

# ---- dump and models

expect 0 "dump" dump hello.rs
says out "main"
expect 2 "dump of a wrong program" dump wrong.rs
expect 3 "dump of an unsupported program" dump unsup.rs
expect 0 "models" models
says out "flat"
says out "alloc"
expect 0 "models --json" models --json
json
expect 2 "models with operands" models x

# ---- run

mkdir good bad && cp hello.rs ub.rs pair.rs good/
expect 0 "run" run good
last_line "3 passed, 0 failed"
silent err
expect 0 "run --model" run -m alloc good
expect 0 "run --table" run --table good
says out "transformation"
says out "vacuous"
last_line "3 passed, 0 failed"
expect 0 "run --filter on paths" run --filter 'ub\.rs' good
last_line "1 passed, 0 failed"
expect 0 "run --filter on titles" run --filter '^hello$' good
last_line "1 passed, 0 failed"
expect 0 "run --shard" run --shard 1/2 good
last_line "2 passed, 0 failed"
expect 0 "run --list" run --list good
says out "good/hello.rs	hello"
for f in human json junit tap; do expect 0 "run --format $f" run --format $f good; done
expect 0 "run --json" run --json good
json
expect 0 "run -j1 --no-fork" run --no-fork good
last_line "3 passed, 0 failed"
name="run -m, nothing to do"
printf '//@ title: only\n//@ expect [flat]: returns\nfn main() {}\n' >only.rs
expect 0 "$name" run -m alloc only.rs
last_line "0 passed, 0 failed, 1 skipped"

# a failing test: NAME MESSAGE TEXT
broken() {
  printf '%b' "$3" >bad/t.rs
  expect 1 "$1" run bad/t.rs
  says out "$2"
  last_line "0 passed, 1 failed"
}
broken "no directives" "no directives" 'fn main() {}\n'
broken "only a title" "no expectation" '//@ title: x\nfn main() {}\n'
broken "unknown directive" "bad/t.rs:1:5: error: unknown directive \`expec\`" '//@ expec: returns\nfn main() {}\n'
broken "empty expectation" "empty expectation" '//@ expect:\nfn main() {}\n'
broken "bad pattern" "bad/t.rs:1:20: error: bad pattern" '//@ expect: ub /a(b/\nfn main() {}\n'
broken "unknown model" "unknown model \`sbb\`" '//@ expect [sbb]: returns\nfn main() {}\n'
broken "unknown variant" "mentioned in no" '//@ expect opt: returns\nfn main() {}\n'
broken "unterminated string" "unterminated string" '//@ expect: prints "a\nfn main() {}\n'
broken "unexpected outcome" "seen, not expected" '//@ expect: returns\nfn main() { println!("x"); }\n'
broken "missing outcome" "expected, not seen    ub" '//@ expect: returns | ub\nfn main() {}\n'
broken "no UB on the line" "no such undefined behaviour on line 2" '//@ expect: returns\nfn main() {} //~ ub\n'
broken "UB on another line" "no such undefined" '//@ expect: ub\nfn main() { //~ ub\nunsafe { *std::ptr::null::<u8>(); }\n}\n'
broken "does not compile" "errors" '//@ expect: returns\nfn main() { x }\n'
broken "not text" "NUL byte" '//@ expect: returns\nfn main() {}\0000'
broken "limit" "limit loops" '//@ limits: max-loops=5\n//@ expect: returns\nfn main() { loop {} }\n'
broken "verdict" "the verdict is not as expected" '//@ check base => opt: sound\n#[cfg(base)] fn main() {}\n#[cfg(opt)] fn main() { print!("x"); }\n'
broken "verdict of a function" "fn \`f\`: \`base\` => \`opt\` under flat: the verdict is not as expected" '//@ check fn f: base => opt: sound\n#[cfg(base)] fn f() {}\n#[cfg(opt)] fn f() { print!("x"); }\n'
broken "function that is not there" "bad/t.rs:1:14: error: there is no function \`g\` in variant \`base\`" '//@ check fn g: base => opt: sound\n#[cfg(base)] fn f() {}\n#[cfg(opt)] fn f() {}\n'
broken "function check without a name" "bad/t.rs:1:13: error: expected the name of a function" '//@ check fn: base => opt: sound\n'
broken "pattern without end" "gave up" '//@ expect: prints /^(a+)+[xy]/\nfn main() { print!("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"); }\n'
printf '//@ title: x\n//@ expect: errors /cannot find|not found|unknown/\nfn main() { nope; }\n' >good/errors.rs
printf '//@ title: y\n//@ expect: unsupported\nasync fn f() {}\nfn main() {}\n' >good/unsupported.rs
printf '//@ title: z\n//@ limits: max-loops=5\n//@ expect: limit loops\nfn main() { loop {} }\n' >good/limit.rs
printf '//@ title: p\n//@ expect: prints "a" then panics /boom/\nfn main() { print!("a"); panic!("boom"); }\n' >good/panic.rs
printf '//@ title: e\n//@ expect: exits 3\nfn main() { std::process::exit(3); }\n' >good/exit.rs
printf 'fn main() { unsafe { *std::ptr::null::<u8>(); } } //~ ub\n' >good/line.rs
expect 0 "run of all outcomes" run good
last_line "9 passed, 0 failed"
cp hello.rs bad/one.rs && cp hello.rs bad/two.rs && rm bad/t.rs
expect 1 "one title twice" run bad
says out "the title is also that of bad/one.rs"
last_line "1 passed, 1 failed"
expect 1 "JSON of failures" run --json bad
json
expect 1 "TAP of failures" run --format tap bad
says out "not ok 2"

# ---- bless

mkdir bless && cat >bless/t.rs <<'RS'
// a comment that stays
//@ title: blessed
//@ expect base: prints "9\n"   
  //@ expect opt [flat alloc]: returns | ub
//@ check base => opt: sound
fn main() {
    #[cfg(base)]
    println!("1");
    #[cfg(opt)]
    println!("2"); //~ ub
}
RS
expect 1 "before blessing" run bless
expect 2 "bless with a model" run --bless -m alloc bless
expect 0 "bless" run --bless bless
says out "blessed bless/t.rs:3"
last_line "1 passed, 0 failed"
expect 0 "after blessing" run bless
cat >want.rs <<'RS'
// a comment that stays
//@ title: blessed
//@ expect base: prints "1\n"   
  //@ expect opt [flat alloc]: prints "2\n"
//@ check base => opt: unsound /prints "2\\n"/
fn main() {
    #[cfg(base)]
    println!("1");
    #[cfg(opt)]
    println!("2");
}
RS
name="what was blessed"
if diff want.rs bless/t.rs >out 2>&1; then pass "$name"; else fail "$name"; fi
cat >bless/t.rs <<'RS'
//@ title: blessed
//@ check fn f, alias any: base => opt: sound
//@ check fn f: base => base: sound
#[cfg(base)] pub fn f() {}
#[cfg(opt)] pub fn f() { print!("x"); }
RS
expect 0 "bless a function check" run --bless bless
expect 0 "what was blessed of a function check" run bless
if grep -qxF '//@ check fn f, alias any: base => opt: unsound /prints "x"/' bless/t.rs; then pass "$name"; else fail "$name"; fi
printf '//@ title: nothing yet\nfn main() { print!("x"); }\n' >bless/t.rs
expect 0 "bless from nothing" run --bless bless
if grep -qxF '//@ expect: prints "x"' bless/t.rs; then pass "$name"; else fail "$name"; fi
printf '//@ expekt\nfn main() {}\n' >bless/t.rs
cp bless/t.rs want.rs
expect 1 "bless of a wrong directive" run --bless bless
if cmp -s want.rs bless/t.rs; then pass "$name: file untouched"; else fail "$name: file changed"; fi

# ---- explain

cat >borrow.rs <<'RS'
fn set(x: &mut i32, y: *mut i32) {
    unsafe { *y = 3; }
    *x = 1;
}
fn main() {
    let mut a = 1;
    let p = &raw mut a;
    set(unsafe { &mut *p }, p);
}
RS
expect 0 "explain" explain borrow.rs
says out "borrow.rs under sb, outcome 1 of 1: ub(borrow-protector)"
says out "step 1 of "
says out "    6 |     let mut a = 1;"
says out "  + a: i32 = 1"
says out "as \`*mut i32\` to \`a\`"
says out "    stack of a"
says out "      SharedReadWrite  \`p\`  *mut i32, line 7 (new)"
says out "\`x\` is protected until the call ends"
says out "the end: ub(borrow-protector)"
says out "note: the running call of \`set\` protects \`x\` until it returns"
says out "note: derivation: \`a\` -> "
says out "  <- in the way"
silent err
if grep -q "$(printf '\033')" out; then fail "$name: colours without a terminal"; else pass "$name: no colours without a terminal"; fi
expect 0 "explain in colour" explain borrow.rs --color always
says out "$(printf '\033')[1m"
expect 0 "explain under tb" explain borrow.rs -m tb
says out "    tree of a"
says out "gets permission Reserved for"
expect 0 "explain without borrows" explain borrow.rs -m alloc
says out "the end: returns"
expect 0 "explain two models" explain borrow.rs -m alloc,sb
says out "alloc and sb part at step "
expect 0 "explain one step" explain borrow.rs --step 3
says out "(2 steps left out"
says out "step 3 of "
expect 0 "explain some steps" explain borrow.rs --from 2 --to 3
says out "step 2 of "
expect 0 "explain JSON" explain borrow.rs --json -m sb,tb
json
says out '"part_at": null'
says out '"kind": "retag"'
says out '"permission": "SharedReadWrite"'
says out '"discipline": "tree"'
says out '"protector": "strong"'
says out '"role": "derivation"'
expect 0 "explain one step as JSON" explain borrow.rs --json --step 2
json
says out '"value": "1"'
expect 0 "explain as a page" explain borrow.rs --html
says out '<!DOCTYPE html>'
says out '"model":"sb"'
expect 0 "explain to a page" explain borrow.rs --html page.html
silent out
if [ -s page.html ]; then pass "$name: page.html"; else fail "$name: no page.html"; fi
expect 2 "explain to a page that cannot be" explain borrow.rs --html nowhere/page.html
says err "cannot write nowhere/page.html"
name="explain standard input"
"$LITMUS" explain - <borrow.rs >out 2>err
if [ $? = 0 ]; then pass "$name"; else fail "$name"; fi
says out "<stdin> under sb"
cat >outcomes.rs <<'RS'
fn main() {
    let (a, b) = (1u8, 2u8);
    let p = (&raw const a).wrapping_add(1);
    if p == &raw const b { println!("next"); } else { println!("apart"); }
}
RS
expect 0 "explain the second outcome" explain outcomes.rs -m alloc --outcome 2
says out "outcome 2 of 2: prints"
expect 2 "explain an outcome that is not there" explain outcomes.rs -m alloc --outcome 3
says err "there are 2 outcomes, no number 3:"
says err "  2  prints"
expect 2 "explain nothing" explain
expect 2 "explain two files" explain hello.rs borrow.rs
expect 2 "explain three models" explain hello.rs -m sb,tb,alloc
says err "at most two models"
expect 2 "explain --html --json" explain hello.rs --html --json
expect 2 "explain --step --from" explain hello.rs --step 1 --from 2
expect 2 "explain --from behind --to" explain hello.rs --from 3 --to 2
expect 2 "explain steps that are not there" explain hello.rs --from 99
says err "no step 99"
expect 2 "explain a missing file" explain nowhere.rs
expect 2 "explain what is wrong" explain bad/t.rs
printf 'fn main() { let x: i32 = "a"; }\n' >wrong.rs
expect 2 "explain what does not compile" explain wrong.rs
says err "wrong.rs:1:"
expect 2 "explain what does not compile, JSON" explain wrong.rs --json
json
says out '"diagnostics"'
printf 'fn main() { let x = format!("a"); }\n' >string.rs
expect 3 "explain what is not supported" explain string.rs
cat >long.rs <<'RS'
fn main() {
    let mut n = 0u32;
    while n < 5000 {
        n += 1;
    }
    println!("{}", n);
}
RS
expect 0 "explain a long run" explain long.rs --most 50
says out " steps left out; --from, --to and --most choose others)"
says out 'prints "5000\n"'
expect 1 "the story in exec" exec borrow.rs -m sb --json
json
says out '"role": "created"'
says out '"drawing": ['
expect 1 "the story in exec, for people" exec borrow.rs -m tb
says out "note: the borrow tree of byte 0 of \`a\` before that:"

echo
if [ "$skipped" = 0 ]; then echo "$passed passed, $failed failed"; else echo "$passed passed, $failed failed, $skipped skipped"; fi
[ "$failed" = 0 ]
