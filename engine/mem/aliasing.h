/* The interface of an aliasing discipline (Stacked Borrows, Tree Borrows). A discipline gives every
 * pointer a tag and keeps, per allocation, what each tag may still do. Hooks may be NULL: then
 * nothing happens. A hook that finds a violation calls borrow_ub (alias/fault.h), which does not
 * return.
 *
 * Tags are positive and handed out in increasing order on one path, whatever the allocation
 * (protect.h). State is kept in Alloc.alias; an allocation of which only the root tag exists needs
 * none, so locals that nobody borrows cost nothing. Function and vtable allocations have no borrow
 * state, and no hook is called for them. */
#ifndef LITMUS_MEM_ALIASING_H
#define LITMUS_MEM_ALIASING_H

#include "engine/ir/ir.h"
#include "engine/mem/memory.h"
#include "engine/mem/model.h"

struct Machine;

/* The tag of a pointer made from an integer, under a discipline that approximates the angelic
 * choice of provenance (`approximates_wildcards`). */
#define TAG_WILDCARD 0

/* A reference, Box or raw pointer comes into being from another pointer (semantics/borrow-models,
 * section 1). The memory has been found to be dereferenceable. */
typedef struct Retag {
  Alloc *a;         /* live data */
  u64 off, size;    /* the pointee is [off, off + size) of it; size may be 0 */
  u32 parent;       /* tag of the pointer it is made from, or TAG_WILDCARD */
  TypeId ty;        /* of the new pointer: reference, Box or raw pointer */
  TypeId pointee;   /* type behind it; unsized types included */
  Bits meta;        /* of the new pointer, when the pointee is unsized */
  RetagMode mode;   /* not NONE; RAW for raw pointers only. FN_ENTRY: the innermost frame is the
                       callee's */
  bool no_writable; /* FN_ENTRY of a function marked so: no implicit write */
} Retag;

/* The state at some bytes, for people (recorder.h, explain). */
typedef struct AliasItem {
  u32 tag;
  u32 parent;       /* tag of the node above; stacks: 0 */
  u32 depth;        /* in the tree; position in the stack from the bottom */
  const char *perm; /* as the fact sheet prints it: "Unique", "SharedReadOnly", "Res" (static) */
  const char *full; /* in words: "Reserved (conflicted)" (static) */
  bool accessed;    /* trees: the accessed flag of these bytes */
  bool exposed, is_protected, is_strong;
} AliasItem;

typedef struct AliasRange {
  u64 lo, hi; /* the bytes [lo, hi) agree in everything */
  u32 nitems; /* stacks: from the bottom; trees: in preorder, children by tag */
  AliasItem *items;
  u32 unknown_below; /* stacks that approximate wildcards: the bound of the unknown bottom, or 0 */
} AliasRange;

typedef struct AliasDump {
  bool is_tree;
  u32 nranges;
  AliasRange *ranges;
} AliasDump;

struct Aliasing {
  const char *name; /* in composed models: "stacked", "tree" */
  const char *summary;
  bool is_tree;
  /* Pointers made from integers keep TAG_WILDCARD and the hooks do what the fact sheet's
   * approximation says (2.9, 3.8); else the machine picks a tag angelically and exhaustively. */
  bool approximates_wildcards;
  bool retags_raw;      /* raw pointers are retagged, too: on_retag is called with RETAG_RAW */
  bool implicit_writes; /* a protected `&mut` or Box argument is written at function entry */
  bool coarse_cells;    /* interior mutability is a matter of the whole pointee, not of bytes */
  /* [off, off+n) of a is read or written through `tag`; n > 0. */
  void (*on_access)(struct Machine *m, Alloc *a, u64 off, u64 n, u32 tag, bool is_write);
  /* The allocation is about to die, through `tag`. */
  void (*on_dealloc)(struct Machine *m, Alloc *a, u32 tag);
  /* The tag of the new pointer (often a fresh one; the parent's where nothing is retagged). */
  u32 (*on_retag)(struct Machine *m, const Retag *r);
  void (*on_expose)(struct Machine *m, Alloc *a, u32 tag);
  /* The protectors from number `first` on (protect.h) are about to end: their frame is popped. */
  void (*on_return)(struct Machine *m, u32 first);
  /* Tags that no pointer holds any more may be forgotten where nothing can tell. */
  void (*collect)(struct Machine *m, Alloc *a, bool (*is_reachable)(const void *self, u32 tag),
                  const void *self);
  /* How many tags this allocation keeps, root included (to decide when to collect). */
  u32 (*count)(const Alloc *a);
  /* Describes the state of all bytes; lists live in `arena`. */
  void (*dump)(struct Machine *m, const Alloc *a, Arena *arena, AliasDump *out);
  void (*free_state)(Alloc *a);
};

extern const Aliasing aliasing_none;

#endif
