/* The front end: from source text to a Program of the core IR. */
#ifndef LITMUS_RUST_FRONT_H
#define LITMUS_RUST_FRONT_H

#include "engine/base/diag.h"
#include "engine/ir/ir.h"

/* A function that is to be checked by itself. */
typedef struct EntryPath {
  const char *path; /* "foo", "m::foo", "Type::foo" */
  Span span;        /* where it is named: what is wrong with it is reported there */
  bool may_lack;    /* the program need not have it */
} EntryPath;

/* Compiles file number `file` of `sources` with the given cfg names set: parses it and the prelude,
 * resolves, infers, lowers everything reachable from `main`, evaluates constants (array lengths,
 * enum discriminants) with the machine, verifies the IR. Returns NULL and diagnostics when the
 * program is wrong or unsupported. The program lives in `arena`. `sources` gets the prelude's file
 * added. */
Program *rust_compile(Arena *arena, SourceMap *sources, u16 file, const char *const *cfgs,
                      u32 ncfgs, Diags *diags);

/* The same for a program of which functions are checked by themselves: they and what they reach are
 * in it, too, and `main` may be missing. */
Program *rust_compile_entries(Arena *arena, SourceMap *sources, u16 file, const char *const *cfgs,
                              u32 ncfgs, const EntryPath *entries, u32 nentries, Diags *diags);

#endif
