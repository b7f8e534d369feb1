/* Growth of a program's lists. They live in the program's arena, so that a program is released with
 * it, whatever pass made it grow. */
#include "engine/ir/ir.h"

#include <string.h>

static void *grown(Arena *arena, const void *at, u32 len, u32 *cap, size_t elem) {
  *cap = *cap ? *cap * 2 : 32;
  void *bigger = arena_alloc(arena, *cap * elem);
  if (len) memcpy(bigger, at, len * elem);
  return bigger;
}

FuncId program_add_function(Program *p, Function *f) {
  if (p->funcs.len == p->funcs.cap)
    p->funcs.at = grown(p->arena, p->funcs.at, p->funcs.len, &p->funcs.cap, sizeof *p->funcs.at);
  p->funcs.at[p->funcs.len] = f;
  return p->funcs.len++;
}

StaticId program_add_static(Program *p, Static s) {
  if (p->statics.len == p->statics.cap)
    p->statics.at =
        grown(p->arena, p->statics.at, p->statics.len, &p->statics.cap, sizeof *p->statics.at);
  p->statics.at[p->statics.len] = s;
  return p->statics.len++;
}
