/* What the tests of the parser share. */
#ifndef TESTS_UNIT_PARSED_H
#define TESTS_UNIT_PARSED_H

#include "litmus/rust/ast_print.h"

typedef struct Parsed {
  Arena *arena;
  Interner *in;
  SourceMap sources;
  Diags diags;
  AstCrate crate;
  bool ok;
} Parsed;

static inline void parse(Parsed *p, const char *text, size_t len) {
  static const char *const cfgs[] = {"yes"};
  ParseOptions opts = {.cfgs = cfgs, .ncfgs = 1};
  *p = (Parsed){.arena = arena_create(), .in = intern_create()};
  source_init(&p->sources, p->arena);
  diags_init(&p->diags, p->arena, &p->sources);
  u16 file = source_add(&p->sources, "t.rs", text, len, false);
  p->ok = ast_parse(p->arena, p->in, &p->sources, file, &opts, &p->diags, &p->crate);
  assert_int_equal(p->ok, p->diags.nerrors == 0);
}

static inline void parsed_free(Parsed *p) {
  intern_destroy(p->in);
  arena_destroy(p->arena);
}

#endif
