/* The interface of an aliasing discipline (Stacked Borrows, Tree Borrows, ...). Every hook may be
 * NULL: then nothing happens. A hook that finds a violation calls mach_ub and does not return. */
#ifndef LITMUS_MEM_ALIASING_H
#define LITMUS_MEM_ALIASING_H

#include "engine/ir/ir.h"
#include "engine/mem/memory.h"
#include "engine/mem/model.h"

struct Machine;

struct Aliasing {
  const char *name;
  /* A new allocation; returns the root tag. State may be kept in a->alias. */
  u32 (*on_alloc)(struct Machine *m, Alloc *a);
  /* [off, off+n) of a is read or written through `tag`; n > 0. */
  void (*on_access)(struct Machine *m, Alloc *a, u64 off, u64 n, u32 tag, bool is_write);
  /* The allocation is about to die, through `tag`. */
  void (*on_dealloc)(struct Machine *m, Alloc *a, u32 tag);
  /* A pointer of type `ptr_ty` to a+off is retagged; returns its new provenance. */
  Prov (*on_retag)(struct Machine *m, Alloc *a, u64 off, Prov old, TypeId ptr_ty, RetagMode mode);
  void (*on_expose)(struct Machine *m, Alloc *a, u32 tag);
  void (*on_call)(struct Machine *m);   /* a frame was pushed, before its arguments are retagged */
  void (*on_return)(struct Machine *m); /* its protectors end */
  void (*free_state)(Alloc *a);
};

extern const Aliasing aliasing_none;

#endif
