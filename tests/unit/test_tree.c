/* Tree Borrows against the plain rules: every byte and every node on its own, no ranges, nothing
 * passed over, nothing collected, written down from the fact sheet a second time
 * (semantics/borrow-models, section 3). Random programs of retags, accesses, calls, returns,
 * collections and deallocations must see the same permissions and the same faults. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "engine/alias/tree.h"
#include "engine/mach/machine.h"
#include "litmus/rust/front.h"

static u64 seed = 0x9e3779b97f4a7c15u;
static u64 rnd(void) {
  seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
  return seed;
}
static u32 below(u32 n) { return (u32)(rnd() >> 11) % n; }

/* ---- the plain rules */

enum { BYTES = 7, NODES = 80 };

typedef struct PlainNode {
  u32 tag, parent;
  ProtectorKind guard; /* ends with its call */
  bool reachable, exposed;
  Perm perm[BYTES];
  bool accessed[BYTES];
} PlainNode;

typedef struct Plain {
  PlainNode node[NODES];
  u32 n;
  bool alive;
} Plain;

typedef struct PlainFault {
  bool refused;
  BorrowWhy why;
  u32 off, culprit;
  Perm perm;
} PlainFault;

static Perm plain_next(Perm p, bool foreign, bool write, bool prot) {
  if (p == PERM_CEL) return PERM_CEL;
  if (!foreign && !write) return p == PERM_DIS ? PERM_UB : p;
  if (!foreign) {
    if (p == PERM_FRZ || p == PERM_DIS) return PERM_UB;
    return p == PERM_RESC && prot ? PERM_UB : PERM_UNQ;
  }
  if (!write) {
    if (p == PERM_RES) return prot ? PERM_RESC : PERM_RES;
    if (p == PERM_UNQ) return prot ? PERM_DIS : PERM_FRZ;
    return p;
  }
  return p == PERM_REIM ? PERM_REIM : PERM_DIS;
}

static bool plain_step(Plain *p, u32 i, u32 byte, bool foreign, bool write, PlainFault *f) {
  PlainNode *n = &p->node[i];
  bool prot = n->guard != PROTECTOR_NONE;
  Perm next = plain_next(n->perm[byte], foreign, write, prot);
  *f = (PlainFault){true, BORROW_NO_PERM, byte, n->tag, n->perm[byte]};
  if (next == PERM_UB) return false;
  f->why = BORROW_PROTECTED;
  if (!foreign) n->accessed[byte] = true;
  if (prot && n->accessed[byte] && next == PERM_DIS) return false;
  n->perm[byte] = next;
  f->refused = false;
  return true;
}

/* The subtree of i, children first, newest first. */
static bool plain_foreign(Plain *p, u32 i, u32 byte, bool write, PlainFault *f) {
  for (u32 c = p->n; c-- > 0;)
    if (p->node[c].parent == i && !plain_foreign(p, c, byte, write, f)) return false;
  return plain_step(p, i, byte, true, write, f);
}

/* ---- exposed tags (3.8), counted anew for each node */

static u32 root_of(const Plain *p, u32 i) {
  while (p->node[i].parent != NODE_NONE) i = p->node[i].parent;
  return i;
}

static bool is_below(const Plain *p, u32 i, u32 ancestor) {
  while (i != NODE_NONE && i != ancestor) i = p->node[i].parent;
  return i == ancestor;
}

static bool may(const Plain *p, u32 i, u32 byte, bool write) {
  const PlainNode *n = &p->node[i];
  if (!n->exposed || n->perm[byte] == PERM_DIS) return false;
  bool reads_only = n->perm[byte] == PERM_FRZ || (n->perm[byte] == PERM_RESC && n->guard);
  return !write || !reads_only;
}

static u32 exposed_below(const Plain *p, u32 i, u32 byte, bool write) {
  u32 n = 0;
  for (u32 k = i; k < p->n; k++) n += is_below(p, k, i) && may(p, k, byte, write);
  return n;
}

static bool plain_nobody(u32 byte, PlainFault *f) {
  *f = (PlainFault){true, BORROW_NO_EXPOSED, byte, 0, PERM_CEL};
  return false;
}

static bool plain_guess(Plain *p, u32 i, u32 byte, bool write, u32 max_tag, PlainFault *f) {
  for (u32 c = p->n; c-- > 0;)
    if (p->node[c].parent == i && !plain_guess(p, c, byte, write, max_tag, f)) return false;
  u32 root = root_of(p, i), here = exposed_below(p, i, byte, write);
  u32 total = exposed_below(p, root, byte, write) + (root ? 1 : 0);
  bool only_foreign = p->node[i].tag > max_tag;
  if (!total) return plain_nobody(byte, f);
  if (here == total) {
    if (only_foreign) return plain_nobody(byte, f);
    return plain_step(p, i, byte, false, write, f);
  }
  if (here && !only_foreign) return true;
  return plain_step(p, i, byte, true, write, f);
}

static bool plain_others(Plain *p, u32 t, u32 byte, bool write, bool descend, PlainFault *f) {
  u32 own = t == NODE_NONE ? NODE_NONE : root_of(p, t);
  u32 max_tag = own == NODE_NONE ? UINT32_MAX : p->node[own].tag, limit = UINT32_MAX;
  for (u32 i = 0; !descend && i < p->n; i++)
    if (is_below(p, i, t) && p->node[i].exposed && p->node[i].tag < limit) limit = p->node[i].tag;
  for (u32 i = 0; i < p->n; i++) {
    if (p->node[i].parent != NODE_NONE || i == own || (i && p->node[i].tag > limit)) continue;
    bool justified = i != 0;
    for (u32 k = 0; k < p->n; k++)
      justified |= root_of(p, k) == 0 && p->node[k].tag <= max_tag && may(p, k, byte, write);
    if (!justified) return plain_nobody(byte, f);
    if (!plain_guess(p, i, byte, write, max_tag, f)) return false;
  }
  return true;
}

static bool plain_byte(Plain *p, u32 t, u32 byte, bool write, bool descend, PlainFault *f) {
  for (u32 i = t; i != NODE_NONE; i = p->node[i].parent)
    if (!plain_step(p, i, byte, false, write, f)) return false;
  for (u32 i = t, from = NODE_NONE; i != NODE_NONE; from = i, i = p->node[i].parent)
    for (u32 c = p->n; c-- > 0 && (i != t || descend);)
      if (p->node[c].parent == i && c != from && !plain_foreign(p, c, byte, write, f)) return false;
  return plain_others(p, t, byte, write, descend, f);
}

static bool plain_access(Plain *p, u32 t, u32 off, u32 n, bool write, PlainFault *f) {
  for (u32 b = off; b < off + n; b++)
    if (!plain_byte(p, t, b, write, true, f)) return false;
  return true;
}

static bool plain_end(Plain *p, u32 t, PlainFault *f) {
  for (u32 b = 0; b < BYTES; b++) {
    Perm perm = p->node[t].perm[b];
    if (!p->node[t].accessed[b] || perm == PERM_CEL) continue;
    if (!plain_byte(p, t, b, perm == PERM_UNQ, false, f)) return false;
  }
  return true;
}

static bool plain_dealloc(Plain *p, u32 t, PlainFault *f) {
  if (!plain_access(p, t, 0, BYTES, true, f)) return false;
  for (u32 b = 0; b < BYTES; b++)
    for (u32 i = p->n; i-- > 0;) {
      const PlainNode *n = &p->node[i];
      if (n->guard != PROTECTOR_STRONG || !n->accessed[b] || n->perm[b] == PERM_CEL) continue;
      *f = (PlainFault){true, BORROW_PROTECTED, b, n->tag, n->perm[b]};
      return false;
    }
  return true;
}

/* ---- the types that pointers are made of */

static const char source[] =
    "use std::cell::Cell; use std::marker::PhantomPinned; use std::mem::ManuallyDrop;\n"
    "#[repr(C)] struct S1 { a: u8, c: Cell<u8> }\n"
    "#[repr(C)] struct S2 { a: u8, c: Cell<u8>, b: u8 }\n"
    "#[repr(C)] struct P { a: u8, p: PhantomPinned }\n"
    "#[repr(u8)] enum E { A(Cell<u8>), B }\n"
    "#[repr(C)] union U { a: u8, b: ManuallyDrop<Cell<u8>> }\n"
    "fn main() { let all: (&u8, &mut u8, Box<u8>, &[u8; 3], &mut [u8; 3], Box<[u8; 3]>,\n"
    "  &Cell<u8>, &mut Cell<u8>, Box<Cell<u8>>, &S1, &mut S1, Box<S1>, &S2, &mut S2, Box<S2>,\n"
    "  &P, &mut P, Box<P>, &E, &mut E, Box<E>, &U, &mut U, Box<U>, &(), &mut (), Box<()>,\n"
    "  &[Cell<u8>; 0], &mut [Cell<u8>; 0], Box<[Cell<u8>; 0]>); }\n";

typedef struct Pointee {
  u32 size;
  u32 cells; /* bit i: byte i */
  bool has_cell, pinned;
} Pointee;

static const Pointee pointees[] = {{1, 0, false, false}, {3, 0, false, false}, {1, 1, true, false},
                                   {2, 2, true, false},  {3, 2, true, false},  {1, 0, false, true},
                                   {2, 3, true, false},  {1, 1, true, false},  {0, 0, false, false},
                                   {0, 0, true, false}};
enum { NPOINTEES = sizeof pointees / sizeof *pointees };

typedef struct World {
  Arena *arena;
  SourceMap sources;
  Diags diags;
  Terms *terms;
  Exploration x;
  Machine m;
  TypeId types; /* a tuple of pointers: &, &mut and Box of each pointee */
  jmp_buf escape;
  Alloc a;
  Plain plain;
  u32 calls[8], ncalls; /* the first protector of each */
  bool collected;
} World;

static World *world_create(void) {
  World *w = calloc(1, sizeof *w);
  w->arena = arena_create();
  source_init(&w->sources, w->arena);
  diags_init(&w->diags, w->arena, &w->sources);
  u16 file = source_add(&w->sources, "t.rs", source, strlen(source), false);
  Program *p = rust_compile(w->arena, &w->sources, file, NULL, 0, &w->diags);
  if (!p) fail_msg("does not compile: %s", diags_first(&w->diags)->text);
  w->terms = terms_create();
  w->x =
      (Exploration){.program = p, .terms = w->terms, .limits = limits_default(), .entry = NO_FUNC};
  w->types = p->funcs.at[p->main]->locals.at[1].ty;
  return w;
}

static void world_destroy(World *w) {
  terms_destroy(w->terms);
  arena_destroy(w->arena);
  free(w);
}

/* A new allocation and nothing else. */
static void world_reset(World *w, const char *model) {
  w->x.model = model_by_name(model);
  assert_non_null(w->x.model);
  mach_init(&w->m, &w->x);
  w->m.arena = w->arena;
  w->m.escape = &w->escape;
  w->a = (Alloc){.live = true, .size = BYTES, .kind = ALLOC_HEAP};
  w->a.root_tag = tag_fresh(&w->m);
  w->plain = (Plain){.n = 1, .alive = true};
  w->plain.node[0] = (PlainNode){.tag = w->a.root_tag, .parent = NODE_NONE, .reachable = true};
  for (u32 b = 0; b < BYTES; b++) {
    w->plain.node[0].perm[b] = PERM_UNQ;
    w->plain.node[0].accessed[b] = true;
  }
  w->ncalls = 0;
  w->collected = false;
}

static void world_clear(World *w) {
  if (w->a.alias) w->m.model->aliasing->free_state(&w->a);
  mach_destroy(&w->m);
}

static TypeId type_at(const World *w, u32 pointee, u32 kind) {
  return type_field(w->m.types, w->types, 0, pointee * 3 + kind);
}

/* What the sheet's table of retags says (3.4). */
typedef struct PlainRetag {
  bool none;
  Perm frozen, cell, outside;
  ProtectorKind guard;
} PlainRetag;

static PlainRetag plain_retag(const Aliasing *al, const Pointee *p, u32 kind, bool entry,
                              bool no_writable) {
  PlainRetag r = {.guard = !entry ? PROTECTOR_NONE : kind == 2 ? PROTECTOR_WEAK : PROTECTOR_STRONG};
  if (kind == 0) {
    r.frozen = PERM_FRZ, r.cell = PERM_CEL;
    r.outside = p->has_cell ? PERM_CEL : PERM_FRZ;
    return r;
  }
  r.none = p->pinned;
  r.frozen = PERM_RES;
  r.cell = entry ? PERM_RES : PERM_REIM;
  r.outside = entry || !p->has_cell ? PERM_RES : PERM_REIM;
  if (entry && al->implicit_writes && !no_writable) r.frozen = r.cell = PERM_UNQ;
  return r;
}

/* ---- comparing */

static bool is_reachable(const void *self, u32 tag) {
  const Plain *p = self;
  for (u32 i = 0; i < p->n; i++)
    if (p->node[i].tag == tag) return p->node[i].reachable;
  return false;
}

static void same_states(const World *w) {
  AliasDump d;
  w->m.model->aliasing->dump((Machine *)&w->m, &w->a, w->arena, &d);
  assert_true(d.is_tree);
  u64 at = 0;
  for (u32 k = 0; k < d.nranges; k++) {
    assert_int_equal(d.ranges[k].lo, at);
    at = d.ranges[k].hi;
    u32 i = 0;
    for (u32 b = (u32)d.ranges[k].lo; b < d.ranges[k].hi; b++) {
      u32 found = 0;
      for (u32 n = 0; n < w->plain.n; n++) {
        const PlainNode *node = &w->plain.node[n];
        for (i = 0; i < d.ranges[k].nitems && d.ranges[k].items[i].tag != node->tag; i++) {
        }
        if (i == d.ranges[k].nitems) {
          assert_true(w->collected && !node->reachable && !node->guard && !node->exposed);
          continue;
        }
        found++;
        assert_string_equal(d.ranges[k].items[i].perm, perm_short(node->perm[b]));
        assert_int_equal(d.ranges[k].items[i].accessed, node->accessed[b]);
        assert_int_equal(d.ranges[k].items[i].is_protected, node->guard != PROTECTOR_NONE);
      }
      assert_int_equal(found, d.ranges[k].nitems);
    }
  }
  assert_int_equal(at, BYTES);
}

/* Both have refused, or neither. Names of culprits are compared while nothing has been collected:
 * what goes leaves its work to its children. */
static void same_fault(const World *w, bool refused, BorrowAct act, const PlainFault *f) {
  if (f->refused != refused)
    fail_msg("%s: %s", refused ? "refused" : "allowed", refused ? w->m.end.reason : "");
  if (!refused) return;
  assert_int_equal(w->m.end.end, END_UB);
  assert_int_equal(w->m.fault.act, act);
  assert_int_equal(w->m.fault.off, f->off);
  if (w->collected) return;
  assert_int_equal(w->m.fault.why, f->why);
  if (act == BORROW_ACT_DEALLOC && f->why == BORROW_PROTECTED) return; /* any of several */
  if (f->why == BORROW_NO_EXPOSED) return;
  assert_int_equal(w->m.fault.culprit, f->culprit);
  assert_string_equal(w->m.fault.perm, perm_full(f->perm));
}

/* ---- random programs */

/* A pointer from an integer has no tag of its own. */
static u32 tag_of(const World *w, u32 t) {
  return t == NODE_NONE ? TAG_WILDCARD : w->plain.node[t].tag;
}

static u32 some_pointer(const World *w) {
  if (w->m.model->aliasing->approximates_wildcards && !below(4)) return NODE_NONE;
  for (;;) {
    u32 i = below(4) ? w->plain.n - 1 - below(w->plain.n < 6 ? w->plain.n : 6) : below(w->plain.n);
    if (w->plain.node[i].reachable) return i;
  }
}

/* Goes on with `next` when the plain rules allow it, and with what they refuse only rarely: that is
 * the end. */
static bool worthwhile(const PlainFault *f) { return !f->refused || !below(12); }

static bool try_access(World *w) {
  u32 t = some_pointer(w), off = below(BYTES), n = 1 + below(BYTES - off);
  if (n > 3 && below(2)) n = 1;
  bool write = below(2);
  Plain next = w->plain;
  PlainFault f = {0};
  plain_access(&next, t, off, n, write, &f);
  if (!worthwhile(&f)) return true;
  bool refused = true;
  if (!setjmp(w->escape)) {
    w->m.model->aliasing->on_access(&w->m, &w->a, off, n, tag_of(w, t), write);
    refused = false;
  }
  same_fault(w, refused, write ? BORROW_ACT_WRITE : BORROW_ACT_READ, &f);
  w->plain = next;
  return !refused;
}

static bool try_retag(World *w) {
  if (w->plain.n == NODES) return true;
  const Aliasing *al = w->m.model->aliasing;
  u32 k = below(NPOINTEES), kind = below(3), t = some_pointer(w);
  const Pointee *p = &pointees[k];
  u32 off = below(BYTES + 1 - p->size);
  RetagMode mode = w->ncalls && below(2) ? RETAG_FN_ENTRY
                   : below(2)            ? RETAG_TWO_PHASE
                                         : RETAG_DEFAULT;
  bool no_writable = !below(4);
  PlainRetag row = plain_retag(al, p, kind, mode == RETAG_FN_ENTRY, no_writable);
  Plain next = w->plain;
  PlainFault f = {0};
  for (u32 b = 0; b < p->size && !row.none && !f.refused; b++) {
    bool cell = al->coarse_cells ? p->has_cell : p->cells >> b & 1;
    Perm perm = cell ? row.cell : row.frozen;
    if (perm != PERM_CEL) plain_byte(&next, t, off + b, perm == PERM_UNQ, true, &f);
  }
  if (!worthwhile(&f)) return true;
  TypeId ty = type_at(w, k, kind);
  Retag r = {.a = &w->a,
             .off = off,
             .size = p->size,
             .parent = tag_of(w, t),
             .ty = ty,
             .pointee = type_get(w->m.types, ty)->u.ptr.to,
             .mode = mode,
             .no_writable = no_writable};
  assert_int_equal(type_size(w->m.types, r.pointee), p->size);
  bool refused = true;
  u32 tag = 0;
  if (!setjmp(w->escape)) {
    tag = al->on_retag(&w->m, &r);
    refused = false;
  }
  same_fault(w, refused, BORROW_ACT_RETAG, &f);
  if (refused) return false;
  if (row.none) {
    assert_int_equal(tag, r.parent);
    return true;
  }
  assert_int_equal(tag, w->m.last_tag);
  w->plain = next;
  PlainNode *n = &w->plain.node[w->plain.n++];
  *n = (PlainNode){.tag = tag, .parent = t, .guard = row.guard, .reachable = true};
  for (u32 b = 0; b < BYTES; b++) {
    bool inside = b >= off && b < off + p->size;
    bool cell = inside && (al->coarse_cells ? p->has_cell : p->cells >> (b - off) & 1);
    n->perm[b] = !inside ? row.outside : cell ? row.cell : row.frozen;
    n->accessed[b] = inside && n->perm[b] != PERM_CEL;
  }
  return true;
}

static void call(World *w) {
  if (w->ncalls < 8) w->calls[w->ncalls++] = w->m.protectors.len;
}

static bool try_return(World *w) {
  if (!w->ncalls) return true;
  u32 first = w->calls[w->ncalls - 1];
  Plain next = w->plain;
  PlainFault f = {0};
  for (u32 i = first; i < w->m.protectors.len && !f.refused; i++)
    for (u32 n = 0; n < next.n; n++)
      if (next.node[n].tag == w->m.protectors.at[i].tag) plain_end(&next, n, &f);
  bool refused = true;
  if (!setjmp(w->escape)) {
    w->m.model->aliasing->on_return(&w->m, first);
    refused = false;
  }
  assert_int_equal(refused, f.refused);
  if (refused) { /* only an approximation may find nobody who did it (3.6) */
    assert_true(w->m.model->aliasing->approximates_wildcards);
    return false;
  }
  for (u32 i = first; i < w->m.protectors.len; i++)
    for (u32 n = 0; n < next.n; n++)
      if (next.node[n].tag == w->m.protectors.at[i].tag) next.node[n].guard = PROTECTOR_NONE;
  w->m.protectors.len = first;
  w->ncalls--;
  w->plain = next;
  return true;
}

static bool try_dealloc(World *w) {
  u32 t = some_pointer(w);
  Plain next = w->plain;
  PlainFault f = {0};
  plain_dealloc(&next, t, &f);
  bool refused = true;
  if (!setjmp(w->escape)) {
    w->m.model->aliasing->on_dealloc(&w->m, &w->a, tag_of(w, t));
    refused = false;
    w->a.live = false;
  }
  same_fault(w, refused, BORROW_ACT_DEALLOC, &f);
  return false;
}

static void expose(World *w) {
  u32 t = some_pointer(w);
  if (t == NODE_NONE) return;
  w->plain.node[t].exposed = true;
  w->m.model->aliasing->on_expose(&w->m, &w->a, w->plain.node[t].tag);
}

static void collect(World *w) {
  w->collected = true;
  w->m.model->aliasing->collect(&w->m, &w->a, is_reachable, &w->plain);
}

static void drop(World *w) {
  u32 i = below(w->plain.n);
  if (i) w->plain.node[i].reachable = false;
}

static void random_program(World *w, const char *model, bool collecting) {
  world_reset(w, model);
  for (u32 step = 0; step < 120; step++) {
    bool go_on = true;
    switch (below(16)) {
    case 0: call(w); break;
    case 9:
      if (!below(3)) expose(w);
      break;
    case 1: go_on = try_return(w); break;
    case 2:
    case 3:
    case 4:
    case 5:
    case 6: go_on = try_retag(w); break;
    case 7:
      if (!below(10)) go_on = try_dealloc(w);
      break;
    case 8:
      drop(w);
      if (collecting && !below(2)) collect(w);
      break;
    default: go_on = try_access(w); break;
    }
    if (!go_on || !w->a.live) break;
    if (w->a.alias && !below(4)) ((Tree *)w->a.alias)->merge_at = 2; /* looks for equal ranges */
    if (step % 4 == 0) same_states(w);
  }
  world_clear(w);
}

static void random_programs(const char *model, bool collecting, u32 n) {
  World *w = world_create();
  for (u32 i = 0; i < n; i++) random_program(w, model, collecting);
  world_destroy(w);
}

static void agrees_with_the_plain_rules(void **unused) {
  (void)unused;
  random_programs("tb", false, 3000);
}
static void agrees_while_collecting(void **unused) {
  (void)unused;
  random_programs("tb", true, 3000);
}
static void agrees_with_implicit_writes(void **unused) {
  (void)unused;
  random_programs("tb-implicit-writes", true, 2000);
}
static void agrees_with_wildcards(void **unused) {
  (void)unused;
  random_programs("tb-wildcard", true, 3000);
}
static void agrees_with_coarse_cells(void **unused) {
  (void)unused;
  random_programs("tb-coarse-cells", true, 2000);
}

/* ---- the tables */

static void transitions_are_the_sheets(void **unused) {
  (void)unused;
  for (u32 p = 0; p < PERM_COUNT; p++)
    for (u32 bits = 0; bits < 8; bits++) {
      bool foreign = bits & 1, write = bits & 2, prot = bits & 4;
      if (p == PERM_REIM && prot && !foreign && write) continue;
      assert_int_equal(perm_next((Perm)p, foreign, write ? TREE_WRITE : TREE_READ, prot),
                       plain_next((Perm)p, foreign, write, prot));
    }
}

static void calm_permissions_do_not_change(void **unused) {
  (void)unused;
  for (u32 p = 0; p < PERM_COUNT; p++)
    for (u32 prot = 0; prot < 2; prot++)
      for (u32 kind = TREE_READ; kind <= TREE_WRITE; kind++)
        if (perm_unimpressed((Perm)p, prot) >= kind)
          assert_int_equal(perm_next((Perm)p, true, (TreeAccess)kind, prot), p);
}

/* The greatest relation closed under what both may see, from the transitions alone. The node is not
 * protected; the child may be, and may cease to be. */
static void what_hides_behind_a_child(void **unused) {
  (void)unused;
  for (u32 siblings = 0; siblings < 2; siblings++) {
    bool ok[PERM_COUNT][PERM_COUNT][2];
    memset(ok, true, sizeof ok);
    for (bool changed = true; changed;) {
      changed = false;
      for (u32 n = 0; n < PERM_COUNT; n++)
        for (u32 c = 0; c < PERM_COUNT; c++)
          for (u32 prot = 0; prot < 2; prot++) {
            bool good = ok[n][c][0];
            for (u32 see = 0; see < 6 && good; see++) {
              if (see >= 4 && !siblings) continue;
              bool write = see & 1, node_foreign = see / 2 == 1, child_foreign = see >= 2;
              Perm nn = plain_next((Perm)n, node_foreign, write, false);
              Perm cc = plain_next((Perm)c, child_foreign, write, prot);
              /* A sibling that is refused what the node refuses is judged by its own pair. */
              if (cc == PERM_UB || (see >= 4 && nn == PERM_UB)) continue;
              good = nn != PERM_UB && ok[nn][cc][prot];
            }
            if (!good && ok[n][c][prot]) ok[n][c][prot] = false, changed = true;
          }
    }
    for (u32 n = 0; n < PERM_COUNT; n++)
      for (u32 c = 0; c < PERM_COUNT; c++) {
        bool both = ok[n][c][0] && (c == PERM_REIM || ok[n][c][1]);
        assert_int_equal(perm_hides_behind((Perm)n, (Perm)c, siblings), both);
      }
  }
}

/* ---- size */

static u32 retag_u8(World *w, u32 parent, u64 off) {
  TypeId ty = type_at(w, 0, 1);
  Retag r = {.a = &w->a,
             .off = off,
             .size = 1,
             .parent = parent,
             .ty = ty,
             .pointee = type_get(w->m.types, ty)->u.ptr.to};
  return w->m.model->aliasing->on_retag(&w->m, &r);
}

static bool is_tag(const void *self, u32 tag) { return *(const u32 *)self == tag; }

/* A chain of a million reborrows of which only the last is held. */
static void a_long_chain_is_collected(void **unused) {
  (void)unused;
  World *w = world_create();
  world_reset(w, "tb");
  const Aliasing *al = w->m.model->aliasing;
  assert_int_equal(setjmp(w->escape), 0);
  u32 tag = w->a.root_tag, most = 0;
  for (u32 i = 0; i < 1000000; i++) {
    tag = retag_u8(w, tag, 0);
    al->on_access(&w->m, &w->a, 0, 1, tag, i & 1);
    if (al->count(&w->a) > 200) al->collect(&w->m, &w->a, is_tag, &tag);
    if (al->count(&w->a) > most) most = al->count(&w->a);
  }
  assert_true(most <= 201);
  world_clear(w);
  world_destroy(w);
}

static bool is_any(const void *self, u32 tag) {
  (void)self, (void)tag;
  return true;
}

/* Ten thousand pointers that live at the same time, as siblings or as a chain, and the end of all.
 */
static void many_live(bool deep) {
  World *w = world_create();
  world_reset(w, "tb");
  const Aliasing *al = w->m.model->aliasing;
  assert_int_equal(setjmp(w->escape), 0);
  u32 tag = w->a.root_tag;
  for (u32 i = 0; i < 10000; i++) {
    u32 made = retag_u8(w, deep ? tag : w->a.root_tag, i % BYTES);
    if (deep) tag = made;
    al->on_access(&w->m, &w->a, i % BYTES, 1, made, true);
  }
  assert_int_equal(al->count(&w->a), 10001);
  al->collect(&w->m, &w->a, is_any, NULL);
  assert_int_equal(al->count(&w->a), 10001);
  al->on_access(&w->m, &w->a, 0, BYTES, w->a.root_tag, true);
  AliasDump d;
  al->dump(&w->m, &w->a, w->arena, &d);
  assert_int_equal(d.ranges[0].nitems, 10001);
  al->on_dealloc(&w->m, &w->a, w->a.root_tag);
  assert_null(w->a.alias);
  world_clear(w);
  world_destroy(w);
}
static void many_siblings_live(void **unused) {
  (void)unused;
  many_live(false);
}
static void a_deep_chain_lives(void **unused) {
  (void)unused;
  many_live(true);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(transitions_are_the_sheets),
      cmocka_unit_test(calm_permissions_do_not_change),
      cmocka_unit_test(what_hides_behind_a_child),
      cmocka_unit_test(agrees_with_the_plain_rules),
      cmocka_unit_test(agrees_while_collecting),
      cmocka_unit_test(agrees_with_implicit_writes),
      cmocka_unit_test(agrees_with_coarse_cells),
      cmocka_unit_test(agrees_with_wildcards),
      cmocka_unit_test(a_long_chain_is_collected),
      cmocka_unit_test(many_siblings_live),
      cmocka_unit_test(a_deep_chain_lives),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
