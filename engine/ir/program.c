/* Growth of a program's lists while it is built. They grow on the heap; the front end moves them to
 * the arena when the program is complete. */
#include "engine/ir/ir.h"

#include <string.h>

const Entry *program_entry(const Program *p, const char *name) {
  for (u32 i = 0; i < p->nentries; i++)
    if (!strcmp(p->entries[i].name, name)) return &p->entries[i];
  return NULL;
}

bool program_static_changes(const Program *p, StaticId s) {
  const Static *st = &p->statics.at[s];
  const SourceMap *sm = p->sources;
  bool is_own = !st->promoted && st->span.file < sm->nfiles && !sm->files[st->span.file].is_prelude;
  return is_own && (st->is_mutable || !type_is_freeze(p->types, st->ty));
}

FuncId program_add_function(Program *p, Function *f) {
  vec_push(&p->funcs, f);
  return p->funcs.len - 1;
}

StaticId program_add_static(Program *p, Static s) {
  vec_push(&p->statics, s);
  return p->statics.len - 1;
}

VtableId program_add_vtable(Program *p, Vtable v) {
  vec_push(&p->vtables, v);
  return p->vtables.len - 1;
}
