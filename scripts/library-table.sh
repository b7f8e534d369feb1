#!/usr/bin/env bash
# library-table.sh: the public names of litmus/rust/prelude.rs and litmus/rust/std/ as the table of docs/language.md: one row
# for a module's types and functions, one for each type with functions of its own. What carries a
# #[lang] is there for the compiler and is not a name of Rust's library, unless it is a type. The crate
# `litmus` (std/litmus.rs) is none of it.
set -u
cd "$(dirname "$0")/.." || exit 2
awk '
  function module(  i, text) {
    for (i = 1; i <= depth_of; i++)
      if (kind[i] == "mod") text = text (text == "" ? "" : "::") name[i]
    return text
  }
  function of(  i, text) {
    for (i = 1; i <= depth_of; i++) if (kind[i] == "impl") text = name[i]
    return text
  }
  function open(what, which) { depth_of++; kind[depth_of] = what; name[depth_of] = which; at[depth_of] = depth }
  function add(what,  key) {
    key = module() "|" of()
    if (!(key in names)) order[++n] = key
    if (index(names[key] ", ", "`" what "`, ") == 0) names[key] = names[key] (names[key] == "" ? "" : ", ") "`" what "`"
  }
  FILENAME ~ /\/std\/litmus\.rs$/ { next }
  {
    line = $0
    sub(/\/\/.*/, "", line)
    if (line ~ /^[ ]*#\[lang/) { lang = 1; next }
    if (line ~ /^[ ]*#\[/) next
    if (match(line, /^[ ]*pub mod [a-z_0-9]+/)) {
      text = substr(line, RSTART, RLENGTH); sub(/^[ ]*pub mod /, "", text); open("mod", text)
    } else if (line ~ /^[ ]*(unsafe )?impl/) {
      text = line
      sub(/^[ ]*(unsafe )?impl(<[^>]*>)? */, "", text); sub(/ *\{.*/, "", text); sub(/.* for /, "", text)
      open("impl", text)
    } else if (match(line, /^[ ]*pub (const )?(unsafe )?fn [a-z_0-9]+/)) {
      text = substr(line, RSTART, RLENGTH); sub(/.* /, "", text)
      if (!lang || of() != "" || text == "transmute") add(text)
    } else if (match(line, /^[ ]*pub (struct|enum|union) [A-Za-z_0-9]+(<[^>]*>)?/)) {
      text = substr(line, RSTART, RLENGTH); sub(/^[ ]*pub (struct|enum|union) /, "", text); add(text)
    }
    lang = 0
    depth += gsub(/\{/, "{", line) - gsub(/\}/, "}", line)
    while (depth_of > 0 && depth <= at[depth_of]) depth_of--
  }
  END {
    print "| module | of | names |"
    print "|---|---|---|"
    for (i = 1; i <= n; i++) {
      split(order[i], part, "|")
      if (part[1] == "") continue
      print "| `" part[1] "` | " (part[2] == "" ? "" : "`" part[2] "`") " | " names[order[i]] " |"
    }
  }
' litmus/rust/prelude.rs litmus/rust/std/*.rs
