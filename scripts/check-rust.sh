#!/usr/bin/env bash
# check-rust.sh PATH...: every litmus test is real Rust. Compiles each file below the paths with
# rustc, once for each variant that its directives name, and prints the failures. Warnings and lints
# do not matter: tests show what programmers should not write. A variant that is expected to give
# `errors` must be an error for rustc, too, unless the error may be in a story: rustc does not see
# those. One that is expected to be `unsupported` may be one: where litmus cannot tell what it does not
# know from what is wrong, it says the former. Files with `#![crate_type = "lib"]` are libraries; all
# may use the crate `litmus` (crate/litmus.rs).
set -u
here=$(dirname "$0")
[ $# -gt 0 ] || set -- corpus
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! rustc --edition 2021 --crate-name litmus --crate-type lib --emit=metadata \
  -o "$work/liblitmus.rmeta" "$here/../crate/litmus.rs" >"$work/litmus.log" 2>&1; then
  cat "$work/litmus.log" >&2
  echo "check-rust.sh: crate/litmus.rs does not compile" >&2
  exit 2
fi

# The cfg names that the directives `expect [NAME]`, `check NAME => NAME` and `check fn PATH: NAME =>
# NAME` speak of; `-` for an expectation without a name: no cfg set.
variants() {
  sed -nE \
    -e 's/^[[:space:]]*\/\/@[[:space:]]*expect[[:space:]]+([A-Za-z_][A-Za-z0-9_]*).*/\1/p' \
    -e 's/^[[:space:]]*\/\/@[[:space:]]*expect[[:space:]]*(:|\[).*/-/p' \
    -e 's/^[[:space:]]*\/\/@[[:space:]]*check[[:space:]]+fn[[:space:]]+([A-Za-z0-9_]|::)+[[:space:]]*(,[[:space:]]*alias[[:space:]]+[a-z]+|\([^)]*\))?[[:space:]]*:[[:space:]]*([A-Za-z0-9_]+)[[:space:]]*=>[[:space:]]*([A-Za-z0-9_]+).*/\3\n\4/p' \
    -e 's/^[[:space:]]*\/\/@[[:space:]]*check[[:space:]]+([A-Za-z0-9_]+)[[:space:]]*=>[[:space:]]*([A-Za-z0-9_]+).*/\1\n\2/p' \
    "$1" | sort -u
}

is_wrong() { # FILE VARIANT: expected not to compile
  local name="$2"
  [ "$name" = - ] && name=
  grep -qE "^[[:space:]]*//@[[:space:]]*expect[[:space:]]*$name[[:space:]]*:[[:space:]]*errors" "$1"
}

is_unsupported() { # FILE VARIANT
  local name="$2"
  [ "$name" = - ] && name=
  grep -qE "^[[:space:]]*//@[[:space:]]*expect[[:space:]]*$name[[:space:]]*:[[:space:]]*unsupported" "$1"
}

compile() { # FILE VARIANT NUMBER
  local cfg=() rejected=false kind=bin
  grep -q '^[[:space:]]*#!\[crate_type = "lib"\]' "$1" && kind=lib
  [ "$2" = - ] || cfg=(--cfg "$2")
  if rustc --edition 2021 --crate-name litmus_test --crate-type $kind --emit=metadata \
    --extern litmus="$work/liblitmus.rmeta" --cap-lints allow ${cfg[@]+"${cfg[@]}"} -o "$work/$3.rmeta" "$1" >"$work/$3.log" 2>&1; then
    is_wrong "$1" "$2" && ! grep -q '^[[:space:]]*//@[[:space:]]*story' "$1" && rejected=true
  else
    is_wrong "$1" "$2" || is_unsupported "$1" "$2" || rejected=true
  fi
  if [ $rejected = false ]; then
    : >"$work/$3.ok"
  else
    {
      echo "FAILED $1 (variant $2)"
      sed 's/^/    /' "$work/$3.log"
    } >"$work/$3.bad"
  fi
}

n=0
jobs=$(nproc 2>/dev/null || echo 1)
while IFS= read -r file; do
  names=$(variants "$file")
  for v in ${names:--}; do
    n=$((n + 1))
    while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n; done
    compile "$file" "$v" "$n" &
  done
done < <(find "$@" -name '*.rs' | LC_ALL=C sort)
wait
cat "$work"/*.bad 2>/dev/null
failed=$(find "$work" -name '*.bad' | wc -l)
echo "$((n - failed)) passed, $failed failed"
[ "$failed" = 0 ]
