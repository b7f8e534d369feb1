/* The life of allocations: made, numbered when a pointer to them is made, exposed, dead. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"
#include "engine/mach/machine.h"

static Alloc *fresh(Machine *m, u64 size) {
  Alloc *a = size <= POOLED_SIZE ? m->pool[size] : NULL;
  if (a) {
    m->pool[size] = a->next_free;
    Bytes data = a->data;
    memset(a, 0, sizeof *a);
    a->data = data;
    bytes_set_uninit(&a->data, 0, size);
    return a;
  }
  a = memory_alloc_zeroed(1, sizeof *a);
  bytes_init(&a->data, size);
  return a;
}

Alloc *mach_alloc(Machine *m, AllocKind kind, u64 size, u8 log2_align, const char *name,
                  Span span) {
  if (m->join && kind != ALLOC_STACK) mach_give_up(m);
  if (size > m->x->limits.memory || m->live_bytes + size > m->x->limits.memory)
    mach_limit(m, LIMIT_MEMORY);
  m->live_bytes += size;
  Alloc *a = fresh(m, size);
  a->kind = kind;
  a->live = true;
  a->size = size;
  a->log2_align = log2_align;
  a->name = name;
  a->span = span;
  a->born = ++m->clock;
  a->died = UINT64_MAX;
  a->serial = ++m->serials;
  if (m->model->aliasing->on_access) a->root_tag = tag_fresh(m);
  if (m->recorder) mach_record(m, (Record){.kind = RECORD_ALLOC, .alloc = a, .tag = a->root_tag});
  return a;
}

void mach_recycle(Machine *m, Alloc *a) {
  if (a->alias) m->model->aliasing->free_state(a);
  if (a->size <= POOLED_SIZE && a->data.n == a->size) {
    a->next_free = m->pool[a->size];
    m->pool[a->size] = a;
    return;
  }
  bytes_free(&a->data);
  free(a);
}

void mach_dealloc(Machine *m, Alloc *a, u32 tag, Span where) {
  if (m->join && a->kind != ALLOC_STACK) mach_give_up(m);
  if (m->recorder)
    mach_record(m, (Record){.kind = RECORD_DEALLOC, .alloc = a, .n = a->size, .tag = tag});
  if (m->model->aliasing->on_dealloc && (a->alias || tag != a->root_tag))
    m->model->aliasing->on_dealloc(m, a, tag);
  if (a->alias) m->model->aliasing->free_state(a);
  a->alias = NULL;
  m->live_bytes -= a->size;
  if (!a->id) {
    mach_recycle(m, a);
    return;
  }
  a->live = false;
  a->died = ++m->clock;
  a->freed_span = where;
  bytes_free(&a->data); /* only its name, place and address are still asked for */
}

/* A replay's address for what the layout leaves open: above everything that is fixed. */
static u64 pick_base(Machine *m, const Alloc *a) {
  u64 top = 0x10000;
  const Given *g = m->given;
  for (u32 i = 0; g && i < g->nbases + g->narguments + g->nexact; i++) {
    const Exact *e =
        i < g->nbases + g->narguments ? NULL : &g->exact[i - g->nbases - g->narguments];
    u64 base = i < g->nbases    ? g->bases[i]
               : !e             ? g->arguments[i - g->nbases]
               : e->var.address ? (u64)e->value
                                : 0;
    if (base && base < UINT64_MAX / 2 && base + 0x10000 > top) top = base + 0x10000;
  }
  for (u32 i = 0; i < m->numbered.len; i++) {
    const Alloc *b = m->numbered.at[i];
    u64 end = (u64)b->base.c + b->size + 16;
    if (b->base.c < UINT64_MAX / 2 && end > top) top = end;
  }
  u64 mask = ((u64)1 << a->log2_align) - 1;
  return (top + mask) & ~mask;
}

static TermVar address_var(const Machine *m, const Alloc *a) {
  return (TermVar){.id = a->is_argument ? a->argument : m->x->var_base + a->id - 1,
                   .width = 64,
                   .input = a->is_argument,
                   .address = true,
                   .log2_align = a->log2_align,
                   .size = a->size};
}

static u64 given_base(const Machine *m, const Alloc *a) {
  const Given *g = m->given;
  if (!a->is_argument) return g && a->id - 1 < g->nbases ? g->bases[a->id - 1] : 0;
  TermVar v = address_var(m, a);
  u128 value;
  return mach_given(m, &v, &value) ? (u64)value : 0;
}

static void place_concretely(Machine *m, Alloc *a) {
  u32 k = a->id - 1;
  u64 base = given_base(m, a);
  if (!base) base = pick_base(m, a);
  bool ok = layout_legal(a, base);
  for (u32 i = 0; ok && i < k; i++)
    ok = layout_apart(a, base, m->numbered.at[i], (u64)m->numbered.at[i]->base.c);
  if (!ok) mach_unsupported(m, "the layout to replay is not legal");
  a->base = bits_const(base);
}

void mach_number(Machine *m, Alloc *a) {
  if (a->id) return;
  if (m->join) mach_give_up(m);
  vec_push(&m->numbered, a);
  a->id = m->numbered.len;
  if (m->concrete) {
    place_concretely(m, a);
    return;
  }
  if (a->is_argument && given_base(m, a)) { /* everything else is open */
    place_concretely(m, a);
    return;
  }
  a->base = (Bits){0, term_var(m->ts, address_var(m, a))};
}

Scalar mach_ptr_to(Machine *m, Alloc *a, u64 off) {
  mach_number(m, a);
  Bits addr = off ? bits_bin(m, TERM_ADD, 64, a->base, bits_const(off)) : a->base;
  return (Scalar){addr, {a->id, a->root_tag}};
}

Alloc *mach_static(Machine *m, StaticId s) {
  if (m->static_alloc[s]) return m->static_alloc[s];
  const Static *st = &m->program->statics.at[s];
  const TypeInfo *ti = mach_type(m, st->ty);
  Alloc *a = mach_alloc(m, ALLOC_STATIC, ti->size, ti->log2_align, st->promoted ? NULL : st->name,
                        st->span);
  a->born = 0; /* statics live before the first moment */
  a->ty = st->ty;
  a->mergeable = st->promoted;
  return m->static_alloc[s] = a;
}

Alloc *mach_function(Machine *m, FuncId f) {
  if (m->fn_alloc[f]) return m->fn_alloc[f];
  const Function *fn = m->program->funcs.at[f];
  Alloc *a = mach_alloc(m, ALLOC_FUNCTION, 1, 0, fn->name, fn->span);
  a->born = 0;
  a->fn = f;
  a->read_only = true;
  mach_number(m, a);
  return m->fn_alloc[f] = a;
}

bool mach_is_exposed(const Machine *m, const Alloc *a, u32 tag) {
  for (u32 i = a->exposed; i && i <= m->exposures.len; i++)
    if (m->exposures.at[i - 1].alloc == a->id && m->exposures.at[i - 1].tag == tag) return true;
  return false;
}

void mach_expose(Machine *m, Prov p) {
  if (m->model->casts != CASTS_EXPOSED || prov_is_none(p) || prov_is_wildcard(p)) return;
  Alloc *a = m->numbered.at[p.alloc - 1];
  if (!a->live) return;
  if (!alloc_is_data(a)) p.tag = 0;
  if (mach_is_exposed(m, a, p.tag)) return;
  if (m->join) mach_give_up(m);
  vec_push(&m->exposures, ((Exposure){a->id, p.tag}));
  if (!a->exposed) a->exposed = m->exposures.len;
  if (m->recorder) mach_record(m, (Record){.kind = RECORD_EXPOSE, .alloc = a, .tag = p.tag});
  if (m->model->aliasing->on_expose && alloc_is_data(a)) m->model->aliasing->on_expose(m, a, p.tag);
}

/* Whether the caller of a function has exposed what it passes pointers to, is up to the caller. */
static void decide_exposure(Machine *m) {
  static const char *const words[] = {"not exposed", "exposed"};
  if (m->exposure_decided) return;
  m->exposure_decided = true;
  bool any = false;
  for (u32 i = 0; i < m->numbered.len; i++) any |= m->numbered.at[i]->is_argument;
  if (!any || !mach_input_choice(m, "the caller's provenance", "before the call", words, 2)) return;
  for (u32 i = 0; i < m->numbered.len; i++) {
    const Alloc *a = m->numbered.at[i];
    if (a->is_argument) mach_expose(m, (Prov){a->id, a->root_tag});
  }
}

Prov mach_with_exposed(Machine *m) {
  if (m->model->casts != CASTS_EXPOSED) return PROV_NONE;
  if (m->join) mach_give_up(m);
  if (m->x->entry != NO_FUNC) decide_exposure(m);
  if (!m->exposures.len) {
    if (m->x->entry != NO_FUNC) m->limits |= 1u << LIMIT_CONTEXT;
    return PROV_NONE;
  }
  vec_push(&m->wildcards, ((Wildcard){.epoch = m->exposures.len}));
  return (Prov){PROV_WILDCARD | (m->wildcards.len - 1), 0};
}

static u32 wildcard_number(Prov p) { return p.alloc & ~PROV_WILDCARD; }

u32 mach_wildcard_resolved(const Machine *m, Prov p) {
  return prov_is_wildcard(p) ? m->wildcards.at[wildcard_number(p)].resolved : 0;
}

bool mach_wildcard_allows(const Machine *m, Prov p, const Alloc *a) {
  const Wildcard *w = &m->wildcards.at[wildcard_number(p)];
  if (w->resolved) return w->resolved == a->id;
  return a->exposed && a->exposed <= w->epoch;
}

void mach_wildcard_resolve(Machine *m, Prov p, const Alloc *a) {
  m->wildcards.at[wildcard_number(p)].resolved = a->id;
}

u32 mach_tag_in(Machine *m, Prov p, const Alloc *a) {
  const Aliasing *al = m->model->aliasing;
  if (!prov_is_wildcard(p) || !al->on_access || !alloc_is_data(a)) return p.tag;
  if (al->approximates_wildcards) return TAG_WILDCARD;
  Wildcard *w = &m->wildcards.at[wildcard_number(p)];
  if (w->tag) return w->tag;
  u32 n = 0, *tags = arena_array(m->arena, u32, w->epoch);
  for (u32 i = 0; i < w->epoch; i++)
    if (m->exposures.at[i].alloc == a->id) tags[n++] = m->exposures.at[i].tag;
  if (!n) mach_unsupported(m, "internal: a pick that nothing exposed");
  return w->tag = tags[mach_choose_angelically(m, n)];
}

/* ---- the heap */

Scalar mach_heap_alloc(Machine *m, Bits size, Bits align, bool is_zeroed, const char *name) {
  if (align.t) mach_unsupported(m, "an allocation whose alignment is not known");
  u64 a = (u64)align.c, n = mach_small(m, size);
  if (!a || (a & (a - 1)) || a > ((u64)1 << 29))
    mach_ub(m, UB_ASSUME, NULL,
            "allocation with alignment %llu, which is not a power of two up to 2^29",
            (unsigned long long)a);
  if (n == 0) mach_ub(m, UB_ASSUME, NULL, "allocation of zero bytes");
  if (n > (u64)INT64_MAX - (a - 1))
    mach_ub(m, UB_ASSUME, NULL, "allocation of more than isize::MAX bytes");
  Alloc *h = mach_alloc(m, ALLOC_HEAP, n, align_log2(a), name, mach_blame(m));
  if (is_zeroed) bytes_fill(&h->data, 0, n, 0);
  return mach_ptr_to(m, h, 0);
}

/* Could ptr, of which only the address counts, be the start of this heap allocation? */
static Bits starts_at(Machine *m, const Alloc *a, Scalar ptr) {
  bool may = a->live && a->kind == ALLOC_HEAP &&
             (!prov_is_wildcard(ptr.prov) || mach_wildcard_allows(m, ptr.prov, a));
  return may ? bits_compare(m, BIN_EQ, 64, false, ptr.bits, a->base) : (Bits){0};
}

/* The live heap allocation that starts at ptr, or NULL. Most pointers say syntactically which one
 * it is: then no other is asked about. */
static Alloc *heap_at(Machine *m, Scalar ptr) {
  Alloc *found = NULL;
  for (u32 i = 0; i < m->numbered.len && !found; i++) {
    Bits here = starts_at(m, m->numbered.at[i], ptr);
    if (bits_known(here) && here.c) found = m->numbered.at[i];
  }
  for (u32 i = 0; i < m->numbered.len && !found; i++) {
    Bits here = starts_at(m, m->numbered.at[i], ptr);
    if (!bits_known(here) && mach_decide(m, here)) found = m->numbered.at[i];
  }
  if (found && prov_is_wildcard(ptr.prov)) mach_wildcard_resolve(m, ptr.prov, found);
  return found;
}

/* The heap allocation that ptr is to free, or UB. Without bounds the address decides. */
static Alloc *to_free(Machine *m, Scalar ptr, const char *what) {
  if (m->model->bounds == BOUNDS_NONE || prov_is_wildcard(ptr.prov)) {
    Alloc *found = heap_at(m, ptr);
    if (found) return found;
    Alloc *dead = NULL;
    if (!prov_is_wildcard(ptr.prov) && !prov_is_none(ptr.prov)) {
      Alloc *own = m->numbered.at[ptr.prov.alloc - 1];
      Bits here = bits_compare(m, BIN_EQ, 64, false, ptr.bits, own->base);
      if (!own->live && !(bits_known(here) && !here.c)) dead = own;
    }
    if (dead && dead->kind == ALLOC_HEAP)
      mach_ub(m, UB_DOUBLE_FREE, dead, "%s of memory that has already been freed", what);
    mach_ub(m, UB_BAD_FREE, dead, "%s of %s, where no heap allocation starts", what,
            mach_ptr_text(m, ptr));
  }
  if (prov_is_none(ptr.prov))
    mach_ub(m, UB_BAD_FREE, NULL, "%s of %s: it points into no allocation", what,
            mach_ptr_text(m, ptr));
  Alloc *a = m->numbered.at[ptr.prov.alloc - 1];
  if (a->kind != ALLOC_HEAP)
    mach_ub(m, UB_BAD_FREE, a, "%s of %s memory: %s", what, alloc_kind_name(a->kind),
            mach_ptr_text(m, ptr));
  if (!a->live) mach_ub(m, UB_DOUBLE_FREE, a, "%s of memory that has already been freed", what);
  if (!mach_decide(m, bits_compare(m, BIN_EQ, 64, false, ptr.bits, a->base)))
    mach_ub(m, UB_BAD_FREE, a, "%s of %s, which is not the start of the allocation", what,
            mach_ptr_text(m, ptr));
  return a;
}

Alloc *mach_to_free(Machine *m, Scalar ptr, Bits size, Bits align, const char *what) {
  Alloc *a = to_free(m, ptr, what);
  if (align.t) mach_unsupported(m, "an alignment that is not known");
  size = bits_const(mach_small(m, size));
  if (a->size != (u64)size.c || ((u128)1 << a->log2_align) != align.c)
    mach_ub(m, UB_BAD_FREE, a,
            "%s with a wrong layout: %llu bytes aligned to %llu, but the allocation has %llu bytes "
            "aligned to %llu",
            what, (unsigned long long)size.c, (unsigned long long)align.c,
            (unsigned long long)a->size, 1ull << a->log2_align);
  return a;
}

void mach_heap_free(Machine *m, Scalar ptr, Bits size, Bits align, const char *what) {
  Alloc *a = mach_to_free(m, ptr, size, align, what);
  if (m->contracts) mach_contract_access(m, a, true);
  mach_dealloc(m, a, mach_tag_in(m, ptr.prov, a), mach_blame(m));
}
