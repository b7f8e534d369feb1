/* What main does not reach is checked as well: an error in it is an error of the program. Nothing
 * of it stays in the program. Generic functions that nobody calls have no types to be checked with.
 */
#include "litmus/rust/infer.h"

static bool is_users_own(const Def *d) { return !d->is_prelude && d->ngens == 0; }

static void define_guarded(Front *f, Def *d) {
  jmp_buf here;
  jmp_buf *outer = f->recover;
  f->recover = &here;
  if (setjmp(here) == 0) define_type(f, adt_of(f, d, NULL), d->span);
  f->recover = outer;
  f->define_depth = f->alias_depth = 0;
}

static void check_def(Front *f, Def *d) {
  if (!is_users_own(d)) return;
  if (d->is_foreign && (d->kind != DEF_FN || !d->item->body)) return;
  switch (d->kind) {
  case DEF_FN:
  case DEF_CONST:
  case DEF_STATIC: request_instance(f, d, NULL, 0, d->span); break;
  case DEF_STRUCT:
  case DEF_ENUM:
  case DEF_UNION: define_guarded(f, d); break;
  default: break;
  }
}

static void check_scope(Front *f, const Scope *s) {
  for (u32 i = 0; i < s->defs.len; i++) {
    Def *d = s->defs.at[i];
    if (d->kind == DEF_MOD)
      check_scope(f, d->members);
    else
      check_def(f, d);
  }
}

static void check_impls(Front *f) {
  for (u32 name = 0; name < f->nassoc; name++)
    for (u32 i = 0; i < f->assoc[name].len; i++) check_def(f, f->assoc[name].at[i]);
  for (u32 i = 0; i < f->users_impls.len; i++) {
    const DefList *items = &f->users_impls.at[i]->items;
    for (u32 k = 0; k < items->len; k++) check_def(f, items->at[k]);
  }
}

void check_unreached(Front *f) {
  u32 nfuncs = f->prog->funcs.len, nstatics = f->prog->statics.len;
  u32 nvtables = f->prog->vtables.len;
  check_scope(f, f->user_root->members);
  check_impls(f);
  compile_queue(f);
  /* Each body may hold items, known since it was checked. */
  for (u32 i = 0; i < f->block_scopes.len; i++) {
    check_scope(f, f->block_scopes.at[i].scope);
    check_impls(f);
    compile_queue(f);
  }
  if (f->diags->nerrors == 0) check_constants(f);
  f->prog->funcs.len = nfuncs;
  f->prog->statics.len = nstatics;
  f->prog->vtables.len = nvtables;
}
