/* The facts about base addresses (see memory.h), as terms and as checks of given numbers. */
#include "engine/mem/memory.h"

const char *alloc_kind_name(AllocKind k) {
  static const char *const names[] = {"stack", "heap", "static", "function", "vtable"};
  return names[k];
}

static Term word(Terms *ts, u64 v) { return term_const(ts, 64, v); }

Term layout_fact_aligned(Terms *ts, const Alloc *a) {
  if (!a->log2_align) return 0;
  Term low = term_raw_bin(ts, TERM_AND, a->base.t, word(ts, ((u64)1 << a->log2_align) - 1));
  return term_raw_bin(ts, TERM_EQ, low, word(ts, 0));
}

Term layout_fact_not_null(Terms *ts, const Alloc *a) {
  return term_raw_bin(ts, TERM_ULE, word(ts, 1), a->base.t);
}

Term layout_fact_no_wrap(Terms *ts, const Alloc *a) {
  return a->size ? term_raw_bin(ts, TERM_ULE, a->base.t, word(ts, UINT64_MAX - a->size)) : 0;
}

/* Functions take room against data, but two functions may share an address (merged code). */
static bool may_share(const Alloc *a, const Alloc *b) {
  return !a->size || !b->size || (a->kind == ALLOC_FUNCTION && b->kind == ALLOC_FUNCTION) ||
         !lifetimes_overlap(a, b);
}

/* Two constants may be stored as one if they are read-only, hold the same bytes, and one of them
 * has no name (a named static's address is its own among named ones). */
static bool may_merge(const Alloc *a, const Alloc *b) {
  if (!a->mergeable && !b->mergeable) return false;
  if (a->kind != b->kind || !a->read_only || !b->read_only) return false;
  if (a->kind != ALLOC_STATIC && a->kind != ALLOC_VTABLE) return false;
  return a->size == b->size && bytes_same(&a->data, &b->data, a->size);
}

Term layout_fact_disjoint(Terms *ts, const Alloc *a, const Alloc *b) {
  if (may_share(a, b)) return 0;
  Term a_base = bits_term(ts, a->base, 64), b_base = bits_term(ts, b->base, 64);
  Term a_end = term_raw_bin(ts, TERM_ADD, a_base, word(ts, a->size));
  Term b_end = term_raw_bin(ts, TERM_ADD, b_base, word(ts, b->size));
  Term before = term_raw_bin(ts, TERM_ULE, a_end, b_base);
  Term after = term_raw_bin(ts, TERM_ULE, b_end, a_base);
  Term apart = term_raw_bin(ts, TERM_OR, before, after);
  if (!may_merge(a, b)) return apart;
  return term_raw_bin(ts, TERM_OR, apart, term_raw_bin(ts, TERM_EQ, a_base, b_base));
}

bool layout_legal(const Alloc *a, u64 base) {
  return base != 0 && (base & (((u64)1 << a->log2_align) - 1)) == 0 && base <= UINT64_MAX - a->size;
}

bool layout_apart(const Alloc *a, u64 base_a, const Alloc *b, u64 base_b) {
  return may_share(a, b) || base_a + a->size <= base_b || base_b + b->size <= base_a ||
         (base_a == base_b && may_merge(a, b));
}
