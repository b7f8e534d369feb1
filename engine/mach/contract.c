/* The contract of `asm!` blocks: what their options promise, the story in their place must keep.
 *
 * A story runs in a frame of its own. Memory that it made itself, in this frame and above, is
 * private to it; all older memory is what the options speak of. */
#include <string.h>

#include "engine/mach/machine.h"

static u32 options_of(const Frame *f) { return f->fn->assembly ? f->fn->assembly->options : 0; }

bool mach_has_contract(const Frame *f) {
  return (options_of(f) & (ASM_NOMEM | ASM_READONLY | ASM_PURE)) != 0;
}

static _Noreturn void broken(Machine *m, const char *option, const char *how, const Alloc *about) {
  mach_ub(m, UB_CONTRACT, about, "the story breaks the option `%s` of its `asm!` block: %s", option,
          how);
}

void mach_contract_access(Machine *m, const Alloc *a, bool is_write) {
  for (u32 i = m->frames.len; i-- > 0;) {
    const Frame *f = &m->frames.at[i];
    u32 options = options_of(f);
    if (a->serial > f->first_serial || !options) continue;
    const char *what =
        arena_printf(m->arena, "%s of %s", is_write ? "write" : "read", mach_alloc_name(m, a));
    if (options & ASM_NOMEM) broken(m, "nomem", what, a);
    if ((options & ASM_READONLY) && is_write) broken(m, "readonly", what, a);
  }
}

void mach_contract_effect(Machine *m, Event *e, const char *what) {
  for (u32 i = m->frames.len; i-- > 0;) {
    if (!(options_of(&m->frames.at[i]) & ASM_PURE)) continue;
    if (e) vec_free(&e->frags);
    broken(m, "pure", what, NULL);
  }
}

void mach_contract_unwind(Machine *m) {
  if (vec_last(&m->frames).fn->assembly)
    mach_ub(m, UB_CONTRACT, NULL,
            "a panic leaves the story of an `asm!` block: assembly may not unwind");
}

void mach_contract_output(Machine *m, const Alloc *a) {
  const Frame *f = &vec_last(&m->frames);
  const AsmBlock *block = f->fn->assembly;
  if (!block || !a || a->serial <= f->first_serial) return;
  for (u32 i = 0; i < block->noperands; i++) {
    const AsmOperand *o = &block->operands[i];
    bool is_out = o->kind == ASM_OUT || o->kind == ASM_LATEOUT;
    if (is_out && o->story_name && a->name && !strcmp(o->story_name, a->name))
      mach_ub(m, UB_CONTRACT, NULL, "the story gives the operand `%s` no value", o->story_name);
  }
}
