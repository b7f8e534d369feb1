/* Allocations, their lives and their base addresses.
 *
 * An allocation gets a number (and thereby an address variable) when a pointer to it is first made;
 * until then nothing can tell where it is. Its base address is a fresh unknown, constrained by
 * facts: aligned, not null, not wrapping around, disjoint from every allocation that lives at the
 * same time (zero-sized ones excepted). The facts join the path condition when a condition first
 * mentions the address: an address that nobody looks at costs nothing, and since address space is
 * plentiful, leaving it out changes no answer about the others. */
#ifndef LITMUS_MEM_MEMORY_H
#define LITMUS_MEM_MEMORY_H

#include "engine/base/source.h"
#include "engine/mem/bytes.h"

typedef enum AllocKind {
  ALLOC_STACK,
  ALLOC_HEAP,
  ALLOC_STATIC,
  ALLOC_FUNCTION,
  ALLOC_VTABLE
} AllocKind;
const char *alloc_kind_name(AllocKind k);

typedef struct Alloc {
  u32 id;     /* 1.. once numbered, 0 before */
  u32 serial; /* 1.. in the order of creation on this path */
  AllocKind kind;
  bool live;
  bool read_only; /* .. but for what lies inside an UnsafeCell of its type */
  bool mergeable; /* a constant without a name of its own: may be stored together with an equal one
                   */
  bool relevant;  /* its facts are part of the path condition */
  bool is_argument; /* a pointer that a function checked by itself was given points to it */
  u8 log2_align;
  u64 size;
  Bytes data;
  Bits base;      /* once numbered: its variable, or a constant in a replay */
  u64 born, died; /* moments of the path's clock */
  u32 exposed;    /* moment of its first exposure, counted in exposures; 0 = not exposed */
  u32 root_tag;
  u32 fn;           /* FUNCTION: FuncId; VTABLE: VtableId */
  u32 ty;           /* of a variable or static: TypeId; else 0 */
  void *alias;      /* state of the aliasing discipline */
  const char *name; /* of the variable or static; NULL for temporaries and heap */
  Span span, freed_span;
  struct Alloc *next_free; /* pool */
} Alloc;

/* Functions and vtables are no data: nobody reads or writes them. */
static inline bool alloc_is_data(const Alloc *a) {
  return a->kind != ALLOC_FUNCTION && a->kind != ALLOC_VTABLE;
}

static inline bool lifetimes_overlap(const Alloc *a, const Alloc *b) {
  return a->born < b->died && b->born < a->died;
}

/* The facts about one address, and the disjointness of two (0 when there is nothing to say). Built
 * without folding: the rewriting rules assume these very facts. */
Term layout_fact_aligned(Terms *ts, const Alloc *a);
Term layout_fact_not_null(Terms *ts, const Alloc *a);
Term layout_fact_no_wrap(Terms *ts, const Alloc *a);
Term layout_fact_disjoint(Terms *ts, const Alloc *a, const Alloc *b);
/* The same for given addresses; used to pick and to check replayed layouts. */
bool layout_legal(const Alloc *a, u64 base);
bool layout_apart(const Alloc *a, u64 base_a, const Alloc *b, u64 base_b);

#endif
