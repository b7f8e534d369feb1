#!/usr/bin/env bash
# run.sh: the pages of `litmus explain --html` in a real browser, headless Chromium: stepping works by
# keys and buttons, and what a page shows is what the machine did (drive.js compares it with --json).
# The last line counts the checks.
set -u
LITMUS=${LITMUS:-build/litmus}
case $LITMUS in /*) ;; *) LITMUS=$PWD/$LITMUS ;; esac
here=$(cd "$(dirname "$0")" && pwd)
for b in chromium chromium-browser google-chrome; do
  browser=${CHROMIUM:-$(command -v $b)} && [ -n "$browser" ] && break
done
[ -n "$browser" ] || { echo "run.sh: there is no Chromium" >&2 && exit 2; }
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
passed=0 failed=0

ok() { passed=$((passed + 1)) && echo "ok - $1"; }
not_ok() { failed=$((failed + 1)) && echo "not ok - $1"; }

# drive NAME FRAGMENT ARGS..: the page and the JSON of `litmus explain ARGS`, driven in the browser.
drive() {
  local name=$1 fragment=$2 line
  shift 2
  if ! "$LITMUS" explain "$@" --html page.html || ! "$LITMUS" explain "$@" --json >steps.json; then
    not_ok "$name: explain"
    return
  fi
  {
    sed 's|</body>||; s|</html>||' page.html
    echo '<script>document.body.dataset.opened = "'"$fragment"'";</script>'
    echo '<script type="application/json" id="expected">'
    sed 's/</\\u003c/g' steps.json
    echo '</script><script>'
    cat "$here/drive.js"
    echo '</script></body></html>'
  } >driven.html
  timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
    --user-data-dir="$work/profile" --virtual-time-budget=60000 \
    --dump-dom "file://$work/driven.html$fragment" >dom 2>browser.log
  sed -n '/^RESULT BEGINS$/,/^RESULT ENDS$/p' dom | grep -E '^(not )?ok - ' >result
  if [ ! -s result ]; then
    not_ok "$name: the browser says nothing"
    tail -n 5 browser.log
    return
  fi
  while IFS= read -r line; do
    case $line in
    ok\ -\ *) ok "$name: ${line#ok - }" ;;
    *) not_ok "$name: ${line#not ok - }" ;;
    esac
  done <result
}

cat >protector.rs <<'RS'
fn foo(x: &mut i32, y: *mut i32) -> i32 {
    *x = 2;
    unsafe { *y = 3; }
    *x
}
fn main() {
    let mut x = 1;
    let p = &raw mut x;
    foo(unsafe { &mut *p }, p);
}
RS
cat >part.rs <<'RS'
struct Pair {
    a: i32,
    b: (u8, bool),
}
fn read(x: &i32) -> i32 {
    *x
}
fn main() {
    let mut s = Pair { a: 1, b: (2, true) };
    let boxed = Box::new([7u16; 3]);
    let r = &mut s.a;
    let p = r as *mut i32;
    *r += read(&5);
    for i in 0..2 {
        s.b.0 += i;
    }
    let q = &mut s.a;
    unsafe { println!("{} {}", *p, boxed[1]) };
    *q = 9;
}
RS
cat >hostile.rs <<'RS'
// </script><b>not markup</b><img src=x onerror="injected = 1"> & &lt; "quotes" 'too' @@DATA@@
fn main() {
    let e = "</script><script>injected = 1</script> <b> & \" ' ` \u{1F980}";	let tab = 'ß';
    let r = &e;
    println!("{} {}", r, tab);
}
RS
cat >loop.rs <<'RS'
fn main() {
    let mut a = [0u32; 8];
    let mut sum = 0u32;
    for i in 0..700 {
        let r = &mut a[(i % 8) as usize];
        *r += i;
        sum = sum.wrapping_add(*r);
    }
    println!("{}", sum);
}
RS

drive "sb" "#step=5" protector.rs --model sb
drive "tb" "" protector.rs --model tb
drive "without borrows" "" protector.rs --model alloc
drive "two models" "#step=4" part.rs --model sb,tb
drive "two models that agree" "" hostile.rs --model sb,tb
drive "a long run" "" loop.rs --model sb --most 2000
drive "a long tree" "" loop.rs --model tb --most 300

name="the page asks for nothing"
if grep -qE '(src|href)=|https?://|@import|url\(' page.html; then not_ok "$name"; else ok "$name"; fi
"$LITMUS" explain loop.rs --model tb --html page.html
name="a page of 2,000 steps has less than 4 MiB"
if [ "$(wc -c <page.html)" -lt 4194304 ]; then ok "$name"; else not_ok "$name: $(wc -c <page.html)"; fi

echo
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
