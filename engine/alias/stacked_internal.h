/* Stacked Borrows beside its rules: forgetting what nobody can tell, showing the state. */
#ifndef LITMUS_ALIAS_STACKED_INTERNAL_H
#define LITMUS_ALIAS_STACKED_INTERNAL_H

#include "engine/alias/stack.h"
#include "engine/mem/aliasing.h"

/* The one item of a new allocation's stacks: nobody else has the address of a fresh variable. */
StackItem stacked_root(const Alloc *a);
void stacked_collect(struct Machine *m, Alloc *a, bool (*is_reachable)(const void *self, u32 tag),
                     const void *self);
u32 stacked_count(const Alloc *a);
void stacked_dump(struct Machine *m, const Alloc *a, Arena *arena, AliasDump *out);
void stacked_free(Alloc *a);

#endif
