/* Which memory a pointer may access: bounds, liveness, provenance, alignment; in-bounds arithmetic.
 *
 * A pointer that belongs to an allocation is checked against it. A pointer that is only an address
 * (model without bounds), or whose provenance is still to be picked angelically, may access any
 * candidate that contains the bytes: live allocations, or those exposed before the cast. Live
 * allocations do not overlap, so at most one candidate contains them; which one depends on the
 * layout, and the path splits over that. For the angelic pick this is exhaustive: a pick that does
 * not contain the bytes of some use would be UB there, so the first use of at least one byte leaves
 * exactly one pick that can work, and every later use must agree with it (PNVI-ae-udi's user
 * disambiguation). */
#include "engine/mach/machine.h"

static const char *const access_text[] = {
    [ACCESS_READ] = "read", [ACCESS_WRITE] = "write", [ACCESS_REFERENCE] = "reference"};

static const char *describe(Machine *m, AccessKind kind, u64 n, Scalar ptr) {
  return arena_printf(m->arena, "%s %s %llu byte%s through %s", access_text[kind],
                      kind == ACCESS_REFERENCE ? "to" : "of", (unsigned long long)n,
                      n == 1 ? "" : "s", mach_ptr_text(m, ptr));
}

static UbCode code_for(AccessKind kind, UbCode code) {
  return kind == ACCESS_REFERENCE ? UB_INVALID_REFERENCE : code;
}

/* off <= size - n, for a term offset; false when the allocation is too small. */
static Bits fits(Machine *m, Bits off, u64 size, u64 n) {
  if (n > size) return bits_const(0);
  return bits_compare(m, BIN_LE, 64, false, off, bits_const(size - n));
}

static Bits offset_in(Machine *m, Scalar ptr, const Alloc *a) {
  return bits_bin(m, TERM_SUB, 64, ptr.bits, a->base);
}

_Noreturn static void nowhere(Machine *m, Scalar ptr, u64 n, AccessKind kind) {
  const char *text = describe(m, kind, n, ptr);
  if (bits_known(ptr.bits) && ptr.bits.c == 0)
    mach_ub(m, code_for(kind, UB_NULL_ACCESS), NULL, "%s", text);
  u32 picked = mach_wildcard_resolved(m, ptr.prov);
  if (picked) {
    Alloc *a = m->numbered.at[picked - 1];
    mach_ub(
        m, code_for(kind, a->live ? UB_OUT_OF_BOUNDS : UB_DANGLING), a,
        a->live
            ? "%s is out of bounds of %s, which earlier uses of this pointer settled on"
            : "%s, which is dangling: earlier uses of this pointer settled on %s, which is dead",
        text, mach_alloc_name(m, a));
  }
  if (prov_is_wildcard(ptr.prov))
    mach_ub(m, code_for(kind, UB_NO_PROVENANCE), NULL,
            "%s: no provenance that was exposed before the cast allows it", text);
  if (m->model->bounds == BOUNDS_NONE) {
    Alloc *a = prov_is_none(ptr.prov) ? NULL : m->numbered.at[ptr.prov.alloc - 1];
    bool dead = a && !a->live;
    mach_ub(m, code_for(kind, dead ? UB_DANGLING : UB_OUT_OF_BOUNDS), a,
            dead ? "%s, which is dangling: the memory there is dead"
                 : "%s is out of bounds of all live memory",
            text);
  }
  mach_ub(m, code_for(kind, UB_NO_PROVENANCE), NULL,
          kind == ACCESS_REFERENCE ? "%s, which is dangling: it may not access any memory"
                                   : "%s, which may not access any memory",
          text);
}

static Alloc *in_own_allocation(Machine *m, Scalar ptr, u64 n, AccessKind kind, u64 *off) {
  Alloc *a = m->numbered.at[ptr.prov.alloc - 1];
  if (!a->live)
    mach_ub(m, code_for(kind, UB_DANGLING), a, "%s, which is dangling: the memory %s",
            describe(m, kind, n, ptr),
            a->kind == ALLOC_HEAP ? "has been freed" : "is no longer in scope");
  Bits o = offset_in(m, ptr, a);
  if (!mach_decide(m, fits(m, o, a->size, n))) {
    if (bits_known(ptr.bits) && ptr.bits.c == 0)
      mach_ub(m, code_for(kind, UB_NULL_ACCESS), a, "%s, which is null", describe(m, kind, n, ptr));
    mach_ub(m, code_for(kind, UB_OUT_OF_BOUNDS), a,
            "%s is out of bounds: the allocation has %llu byte%s", describe(m, kind, n, ptr),
            (unsigned long long)a->size, a->size == 1 ? "" : "s");
  }
  *off = mach_concretise(m, o, a->size - n, 1);
  return a;
}

/* Every named variable and static gets a number: a guessed address may hit it. The library's own
 * variables stand for registers of intrinsics and are left out. */
static void number_all(Machine *m) {
  for (u32 s = 0; s < m->program->statics.len; s++)
    if (m->static_alloc[s]) mach_number(m, m->static_alloc[s]);
  for (u32 k = 0; k < m->frames.len; k++) {
    const Frame *f = &m->frames.at[k];
    if (f->fn->is_prelude) continue;
    for (u32 i = 0; i < f->fn->locals.len; i++) {
      Alloc *a = m->locals.at[f->locals + i];
      if (a && a->name) mach_number(m, a);
    }
  }
}

/* Could the pointer's provenance be this allocation's, as far as is known? */
static bool may_belong(Machine *m, const Alloc *a, Scalar ptr) {
  if (!a->live) return false;
  if (prov_is_wildcard(ptr.prov)) return mach_wildcard_allows(m, ptr.prov, a);
  return m->model->bounds == BOUNDS_NONE || ptr.prov.alloc == a->id;
}

/* What is asked of a candidate: that it contains n bytes from ptr on, or both ends of an in-bounds
 * step, or two pointers. */
typedef struct Query Query;
struct Query {
  Scalar ptr, other;
  u64 n;
  Bits (*holds)(Machine *m, const Alloc *a, const Query *q);
  bool two; /* `other` counts */
};

static bool is_candidate(Machine *m, const Alloc *a, const Query *q) {
  return may_belong(m, a, q->ptr) && (!q->two || may_belong(m, a, q->other));
}

static Alloc *candidate_known_to_hold(Machine *m, const Query *q) {
  for (u32 i = 0; i < m->numbered.len; i++) {
    Alloc *a = m->numbered.at[i];
    if (!is_candidate(m, a, q)) continue;
    Bits c = q->holds(m, a, q);
    if (bits_known(c) && c.c) return a;
  }
  return NULL;
}

/* Splits the path over the candidates for which the question may hold. */
static Alloc *choose_candidate(Machine *m, const Query *q) {
  u32 total = m->numbered.len, nalts = 0;
  Term *alts = arena_array(m->arena, Term, total + 1);
  Alloc **who = arena_array(m->arena, Alloc *, total + 1);
  Term none = term_bool(m->ts, true);
  for (u32 i = 0; i < total; i++) {
    Alloc *a = m->numbered.at[i];
    if (!is_candidate(m, a, q)) continue;
    Bits c = q->holds(m, a, q);
    if (bits_known(c)) continue; /* false */
    who[nalts] = a;
    alts[nalts++] = c.t;
    none = term_and(m->ts, none, term_not(m->ts, c.t));
  }
  if (!nalts) return NULL;
  alts[nalts] = none;
  who[nalts++] = NULL;
  return who[mach_choose(m, alts, nalts)];
}

/* The candidate for which the question holds: NULL on layouts where there is none. First those with
 * numbers are asked: most pointers say syntactically where they point. */
static Alloc *pick_candidate(Machine *m, Query q) {
  Alloc *found = candidate_known_to_hold(m, &q);
  if (!found && m->model->bounds == BOUNDS_NONE) {
    number_all(m);
    found = candidate_known_to_hold(m, &q);
  }
  if (!found) found = choose_candidate(m, &q);
  /* A caller may have memory there that the function does not know of. */
  if (!found && m->x->entry != NO_FUNC) m->limits |= 1u << LIMIT_CONTEXT;
  if (found && prov_is_wildcard(q.ptr.prov)) mach_wildcard_resolve(m, q.ptr.prov, found);
  if (found && q.two && prov_is_wildcard(q.other.prov))
    mach_wildcard_resolve(m, q.other.prov, found);
  return found;
}

static Bits contains(Machine *m, const Alloc *a, const Query *q) {
  return fits(m, offset_in(m, q->ptr, a), a->size, q->n);
}

Alloc *mach_resolve(Machine *m, Scalar ptr, u64 n, AccessKind kind, u64 *off) {
  bool by_address = m->model->bounds == BOUNDS_NONE || prov_is_wildcard(ptr.prov);
  if (m->join && prov_is_wildcard(ptr.prov)) mach_give_up(m);
  if (!by_address && prov_is_none(ptr.prov)) nowhere(m, ptr, n, kind);
  Alloc *a;
  if (by_address) {
    a = pick_candidate(m, (Query){.ptr = ptr, .n = n, .holds = contains});
    if (!a) nowhere(m, ptr, n, kind);
    *off = mach_concretise(m, offset_in(m, ptr, a), a->size - n, 1);
  } else {
    a = in_own_allocation(m, ptr, n, kind, off);
  }
  if (a->kind == ALLOC_FUNCTION)
    mach_ub(m, code_for(kind, UB_FUNCTION_ACCESS), a, "%s, which is a function",
            describe(m, kind, n, ptr));
  if (a->kind == ALLOC_VTABLE)
    mach_ub(m, code_for(kind, UB_VTABLE_ACCESS), a, "%s, which nobody may access",
            describe(m, kind, n, ptr));
  return a;
}

void mach_check_aligned(Machine *m, Bits addr, u8 log2_align, const char *what) {
  if (!log2_align) return;
  Bits low = bits_bin(m, TERM_AND, 64, addr, bits_const(((u64)1 << log2_align) - 1));
  if (!mach_decide(m, bits_compare(m, BIN_EQ, 64, false, low, bits_const(0))))
    mach_ub(m, UB_MISALIGNED, NULL, "%s based on misaligned pointer %s: alignment %u is needed",
            what, mach_bits_text(m, addr, 64), 1u << log2_align);
}

/* The bytes of an immutable static or a constant do not change, except inside an UnsafeCell. */
static void check_writable(Machine *m, const Alloc *a, u64 off, u64 n) {
  u64 i = 0;
  while (i < n && a->ty && type_is_in_cell(m->types, a->ty, off + i)) i++;
  if (i < n)
    mach_ub(m, UB_READ_ONLY, a, "write of %llu byte%s to %s, which is read-only",
            (unsigned long long)n, n == 1 ? "" : "s", mach_alloc_name(m, a));
}

Alloc *mach_access(Machine *m, const PlaceVal *p, u64 n, AccessKind kind, u64 *off) {
  Alloc *a = p->direct;
  u32 tag;
  if (a) {
    if (p->off + n > a->size) mach_unsupported(m, "internal: access outside a local variable");
    *off = p->off;
    tag = a->root_tag;
    if (!n) return NULL;
  } else {
    mach_check_aligned(m, p->based_on, p->based_log2_align,
                       kind == ACCESS_WRITE ? "write to a place" : "read of a place");
    if (!n) return NULL;
    a = mach_resolve(m, p->ptr, n, kind, off);
    tag = mach_tag_in(m, p->ptr.prov, a);
  }
  /* Memory with a cell in it is read-only by bytes only: there the discipline judges first. */
  bool to_read_only = kind == ACCESS_WRITE && a->read_only;
  bool has_cell = to_read_only && a->ty && !type_is_freeze(m->types, a->ty);
  if (to_read_only && !has_cell) check_writable(m, a, *off, n);
  if (m->contracts && kind != ACCESS_REFERENCE) mach_contract_access(m, a, kind == ACCESS_WRITE);
  if (m->recorder)
    mach_record(m, (Record){.kind = kind == ACCESS_WRITE ? RECORD_WRITE : RECORD_READ,
                            .alloc = a,
                            .off = *off,
                            .n = n,
                            .tag = tag});
  if (m->join && kind != ACCESS_REFERENCE) mach_join_access(m, a, tag, kind == ACCESS_WRITE);
  /* Without state there is only the root tag, which may do anything. */
  if (m->model->aliasing->on_access && (a->alias || tag != a->root_tag))
    m->model->aliasing->on_access(m, a, *off, n, tag, kind == ACCESS_WRITE);
  if (has_cell) check_writable(m, a, *off, n);
  return a;
}

/* ---- in-bounds arithmetic */

/* ptr .. ptr+n lies in the closed range of a; n as a signed number. */
static Bits spans(Machine *m, const Alloc *a, const Query *q) {
  Bits from = offset_in(m, q->ptr, a);
  Bits to = bits_bin(m, TERM_ADD, 64, from, bits_const(q->n));
  Bits first = fits(m, from, a->size, 0), last = fits(m, to, a->size, 0);
  return bits_bin(m, TERM_AND, 1, first, last);
}

/* Both pointers lie in the closed range of a. */
static Bits contains_both(Machine *m, const Alloc *a, const Query *q) {
  Bits first = fits(m, offset_in(m, q->ptr, a), a->size, 0);
  return bits_bin(m, TERM_AND, 1, first, fits(m, offset_in(m, q->other, a), a->size, 0));
}

bool mach_same_allocation(Machine *m, Scalar p, Scalar q) {
  return pick_candidate(m, (Query){.ptr = p, .other = q, .two = true, .holds = contains_both}) !=
         NULL;
}

/* "in-bounds arithmetic on a pointer to `a` at offset 0 by 3 bytes" */
static const char *step_text(Machine *m, Scalar ptr, i64 d) {
  return arena_printf(m->arena, "in-bounds arithmetic on %s by %lld byte%s", mach_ptr_text(m, ptr),
                      (long long)d, d == 1 || d == -1 ? "" : "s");
}

Scalar mach_inbounds(Machine *m, Scalar ptr, Bits delta) {
  if (delta.t) mach_unsupported(m, "in-bounds pointer arithmetic by an unknown distance");
  u64 d = (u64)delta.c;
  if (d == 0) return ptr;
  Scalar to = {bits_bin(m, TERM_ADD, 64, ptr.bits, bits_const(d)), ptr.prov};
  bool by_address = m->model->bounds == BOUNDS_NONE || prov_is_wildcard(ptr.prov);
  if (by_address) {
    if (!pick_candidate(m, (Query){.ptr = ptr, .n = d, .holds = spans}))
      mach_ub(m, UB_PTR_ARITHMETIC, NULL, "%s leaves every allocation that it may access",
              step_text(m, ptr, (i64)d));
    return to;
  }
  if (prov_is_none(ptr.prov))
    mach_ub(m, UB_PTR_ARITHMETIC, NULL, "%s: it points into no allocation",
            step_text(m, ptr, (i64)d));
  Alloc *a = m->numbered.at[ptr.prov.alloc - 1];
  if (!a->live)
    mach_ub(m, UB_DANGLING, a, "%s, which is dangling: the memory is dead",
            step_text(m, ptr, (i64)d));
  if (!mach_decide(m, spans(m, a, &(Query){.ptr = ptr, .n = d})))
    mach_ub(m, UB_PTR_ARITHMETIC, a, "%s goes out of bounds: the allocation has %llu byte%s",
            step_text(m, ptr, (i64)d), (unsigned long long)a->size, a->size == 1 ? "" : "s");
  return to;
}

void mach_copy_bytes(Machine *m, Scalar src, Scalar dst, u64 n, bool nonoverlapping) {
  if (!n) return;
  PlaceVal from = {.ptr = src}, to = {.ptr = dst};
  u64 soff, doff;
  Alloc *s = mach_access(m, &from, n, ACCESS_READ, &soff);
  /* The bytes are taken before the write access: an aliasing discipline sees read, then write. */
  Alloc *d = mach_access(m, &to, n, ACCESS_WRITE, &doff);
  if (nonoverlapping && s == d && soff < doff + n && doff < soff + n)
    mach_ub(m, UB_OVERLAP, s,
            "copy_nonoverlapping of %llu bytes in %s from offset %llu to offset %llu",
            (unsigned long long)n, mach_alloc_name(m, s), (unsigned long long)soff,
            (unsigned long long)doff);
  bytes_copy(&d->data, doff, &s->data, soff, n);
}
