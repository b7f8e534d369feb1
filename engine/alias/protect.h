/* Tags and protectors, shared by all aliasing disciplines.
 *
 * A protector keeps the permission of a function's argument alive for the duration of the call
 * (Stacked Borrows, POPL 2020, section 5.1). Frames end in the reverse order of their beginning and
 * tags are handed out in increasing order, so the protectors of all live frames are one list,
 * sorted by tag, of which a returning frame cuts off the end. */
#ifndef LITMUS_ALIAS_PROTECT_H
#define LITMUS_ALIAS_PROTECT_H

#include "engine/mem/aliasing.h"

typedef enum ProtectorKind { PROTECTOR_NONE, PROTECTOR_WEAK, PROTECTOR_STRONG } ProtectorKind;

typedef struct Protector {
  u32 tag;
  ProtectorKind kind;
  u32 frame;    /* index of the frame in Machine.frames */
  Alloc *alloc; /* numbered, so it outlives its death on this path */
} Protector;

/* A fresh tag, larger than all before on this path. */
u32 tag_fresh(struct Machine *m);
/* A fresh tag for the new pointer of a retag: what an on_retag hook begins with where it gives one,
 * so that the recorder hears of the retag before it hears of what the retag did. */
u32 tag_of_retag(struct Machine *m, const Retag *r);
/* Protects the newest tag until the innermost frame ends. */
void protector_add(struct Machine *m, u32 tag, ProtectorKind kind, Alloc *a);
/* Is the tag protected by a live call? */
ProtectorKind protector_of(const struct Machine *m, u32 tag);
/* The protector of a tag, or NULL. */
const Protector *protector_find(const struct Machine *m, u32 tag);

#endif
