/* Growth of a program's lists while it is built. They grow on the heap; the front end moves them to
 * the arena when the program is complete. */
#include "engine/ir/ir.h"

#include <string.h>

const Entry *program_entry(const Program *p, const char *name) {
  for (u32 i = 0; i < p->nentries; i++)
    if (!strcmp(p->entries[i].name, name)) return &p->entries[i];
  return NULL;
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
