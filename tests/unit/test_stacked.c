/* Stacked Borrows against a model of itself: one stack for each byte, written down rule by rule as
 * the fact sheet has them (numbers in comments), without ranges, tables or shortcuts. Thousands of
 * random histories must end alike, byte for byte and reason for reason. */
#include "borrow_rig.h"

enum { SIZE = 12, DEPTH = 64, TAGS = 256 };

/* ---- the model */

typedef enum Perm { UNIQUE, SRW, SRO, DISABLED } Perm;
static const char *const perm_text[] = {"Unique", "SharedReadWrite", "SharedReadOnly", "Disabled"};

typedef struct Item {
  u32 tag;
  Perm perm;
  bool flag; /* protected */
} Item;

typedef struct Byte {
  Item at[DEPTH];
  u32 n;
  u32 unknown;
} Byte;

typedef struct Naive {
  Byte bytes[SIZE];
  ProtectorKind protector[TAGS];
  u32 frame_of[TAGS]; /* depth of the frame that protects */
  bool exposed[TAGS];
  /* what went wrong */
  bool ub;
  u32 byte, culprit;
  BorrowWhy why;
  bool remains;
} Naive;

static void go_wrong(Naive *s, u32 byte, BorrowWhy why, u32 culprit) {
  s->ub = true, s->byte = byte, s->why = why, s->culprit = culprit;
}

#define NOWHERE (-1) /* in the unknown part */
#define NOTHING (-2)

static int granting_item(Naive *s, u32 byte, u32 tag, bool is_write) {
  Byte *b = &s->bytes[byte];
  bool other = false;
  for (int i = (int)b->n - 1; i >= 0; i--) {
    bool mine = tag == TAG_WILDCARD ? s->exposed[b->at[i].tag] : b->at[i].tag == tag;
    bool reads = b->at[i].perm != DISABLED,
         writes = b->at[i].perm == UNIQUE || b->at[i].perm == SRW;
    if (mine && (is_write ? writes : reads)) return i;
    other |= mine && reads;
  }
  if (b->unknown && (tag == TAG_WILDCARD || tag < b->unknown)) return NOWHERE;
  if (tag == TAG_WILDCARD)
    go_wrong(s, byte, BORROW_NO_EXPOSED, tag);
  else
    go_wrong(s, byte, other ? BORROW_NO_PERM : BORROW_NO_TAG, tag);
  return NOTHING;
}

static bool guarded(const Naive *s, Item it) {
  return it.flag && s->protector[it.tag] != PROTECTOR_NONE;
}

static int first_incompatible(const Byte *b, int granting) {
  if (granting == NOWHERE) return 0;
  int i = granting + 1;
  if (b->at[granting].perm == SRW)
    while (i < (int)b->n && b->at[i].perm == SRW) i++;
  return i;
}

/* 2.2, 2.3 and what 2.9 adds to them */
static void access_byte(Naive *s, u32 byte, u32 tag, bool is_write) {
  Byte *b = &s->bytes[byte];
  int g = granting_item(s, byte, tag, is_write);
  if (s->ub) return;
  if (is_write) {
    int keep = first_incompatible(b, g);
    while ((int)b->n > keep) {
      Item top = b->at[b->n - 1];
      if (guarded(s, top)) {
        go_wrong(s, byte, BORROW_PROTECTED, top.tag);
        return;
      }
      b->n--;
    }
  } else {
    for (int i = g == NOWHERE ? 0 : g + 1; i < (int)b->n; i++) {
      if (b->at[i].perm != UNIQUE) continue;
      if (guarded(s, b->at[i])) {
        go_wrong(s, byte, BORROW_PROTECTED, b->at[i].tag);
        return;
      }
      b->at[i].perm = DISABLED;
    }
  }
  if (g != NOWHERE && tag != TAG_WILDCARD) return;
  u32 bound = 2;
  for (u32 i = 0; i < b->n; i++)
    if (b->at[i].perm != DISABLED && b->at[i].tag + 1 > bound) bound = b->at[i].tag + 1;
  if (b->unknown > bound) bound = b->unknown;
  b->unknown = bound;
  b->n = 0;
}

static void put(Byte *b, u32 pos, Item it) {
  assert_true(b->n < DEPTH);
  for (u32 i = b->n; i > pos; i--) b->at[i] = b->at[i - 1];
  b->at[pos] = it;
  b->n++;
}

/* 2.6 */
static void grant_byte(Naive *s, u32 byte, u32 parent, bool accesses, bool is_write, Item it) {
  Byte *b = &s->bytes[byte];
  if (accesses) {
    access_byte(s, byte, parent, is_write);
    if (!s->ub) put(b, b->n, it);
    return;
  }
  int g = granting_item(s, byte, parent, true);
  if (s->ub) return;
  if (g == NOWHERE || parent == TAG_WILDCARD) {
    b->n = 0;
    if (it.tag + 1 > b->unknown) b->unknown = it.tag + 1;
    return;
  }
  put(b, (u32)first_incompatible(b, g), it);
}

/* 2.5, row by row */
static void retag_byte(Naive *s, u32 byte, u32 parent, u32 tag, PtrKind thing, RetagMode mode,
                       bool is_cell, bool is_unpin) {
  bool entry = mode == RETAG_FN_ENTRY;
  Item unique = {tag, UNIQUE, entry}, shared = {tag, SRW, false}, frozen = {tag, SRO, entry};
  if (thing == PTR_REF_MUT && mode != RETAG_TWO_PHASE && is_unpin)
    grant_byte(s, byte, parent, true, true, unique);
  else if (thing == PTR_BOX && is_unpin)
    grant_byte(s, byte, parent, true, true, unique);
  else if (thing == PTR_REF && !is_cell)
    grant_byte(s, byte, parent, true, false, frozen);
  else if (thing == PTR_RAW_CONST && !is_cell)
    grant_byte(s, byte, parent, true, false, frozen);
  else
    grant_byte(s, byte, parent, false, false, shared);
}

/* ---- operations */

typedef enum OpKind { READ, WRITE, RETAG, CALL, RETURN, EXPOSE, FREE } OpKind;

typedef struct Op {
  OpKind kind;
  u32 off, n, tag;
  u32 fresh; /* RETAG: the tag that it makes */
  PtrKind thing;
  RetagMode mode;
  const Pointee *pointee;
} Op;

static void naive_apply(Naive *s, const Op *op, u32 depth) {
  switch (op->kind) {
  case READ:
  case WRITE:
    for (u32 i = 0; i < op->n && !s->ub; i++)
      access_byte(s, op->off + i, op->tag, op->kind == WRITE);
    return;
  case RETAG: {
    bool unpin = !op->pointee->is_pinned;
    if (!op->n) return;
    if (op->mode == RETAG_FN_ENTRY && (op->thing == PTR_REF || unpin)) {
      s->protector[op->fresh] = op->thing == PTR_BOX ? PROTECTOR_WEAK : PROTECTOR_STRONG;
      s->frame_of[op->fresh] = depth;
    }
    for (u32 i = 0; i < op->n && !s->ub; i++)
      retag_byte(s, op->off + i, op->tag, op->fresh, op->thing, op->mode,
                 op->pointee->cells & 1u << i, unpin);
    return;
  }
  case CALL: return;
  case RETURN:
    for (u32 t = 0; t < TAGS; t++)
      if (s->protector[t] != PROTECTOR_NONE && s->frame_of[t] == depth)
        s->protector[t] = PROTECTOR_NONE;
    return;
  case EXPOSE: s->exposed[op->tag] = true; return;
  case FREE: /* 2.4 */
    for (u32 i = 0; i < SIZE && !s->ub; i++) {
      access_byte(s, i, op->tag, true);
      const Byte *b = &s->bytes[i];
      for (u32 k = 0; k < b->n && !s->ub; k++)
        if (b->at[k].flag && s->protector[b->at[k].tag] == PROTECTOR_STRONG) {
          go_wrong(s, i, BORROW_PROTECTED, b->at[k].tag);
          s->remains = true;
        }
    }
    return;
  }
}

typedef struct Run {
  Rig rig;
  Alloc *a;
  Naive naive;
  u64 seed;
  u32 tags[TAGS]; /* that may be used */
  u32 ntags;
  bool is_coarse; /* mostly all bytes at once, so that histories meet */
} Run;

static u32 roll(Run *r, u32 n) {
  r->seed = r->seed * 6364136223846793005u + 1442695040888963407u;
  return (u32)((r->seed >> 33) % n);
}

/* Leaves by longjmp when it is undefined. */
static void machine_apply(Run *r, const Op *op) {
  Machine *m = &r->rig.m;
  const Aliasing *al = m->model->aliasing;
  switch (op->kind) {
  case READ:
  case WRITE: al->on_access(m, r->a, op->off, op->n, op->tag, op->kind == WRITE); return;
  case RETAG: {
    Retag t = {.a = r->a,
               .off = op->off,
               .size = op->n,
               .parent = op->tag,
               .ty = type_ptr(m->types, op->thing, op->pointee->ty),
               .pointee = op->pointee->ty,
               .mode = op->mode};
    assert_int_equal(al->on_retag(m, &t), op->fresh);
    return;
  }
  case CALL: rig_call(&r->rig); return;
  case RETURN: rig_return(&r->rig); return;
  case EXPOSE: mach_expose(m, (Prov){r->a->id, op->tag}); return;
  case FREE: al->on_dealloc(m, r->a, op->tag); return;
  }
}

static Op random_op(Run *r) {
  Machine *m = &r->rig.m;
  bool wild = m->model->aliasing->approximates_wildcards;
  u32 dice = roll(r, 100);
  Op op = {.tag = r->tags[roll(r, r->ntags)]};
  if (wild && m->exposures.len && roll(r, 6) == 0) op.tag = TAG_WILDCARD;
  op.off = roll(r, SIZE);
  op.n = 1 + roll(r, SIZE - op.off);
  if (r->is_coarse && roll(r, 8)) op.off = 0, op.n = SIZE;
  if (dice < 18) {
    op.kind = READ;
  } else if (dice < 34) {
    op.kind = WRITE;
  } else if (dice < 40) {
    op.kind = CALL;
  } else if (dice < 45) {
    op.kind = m->frames.len > 1 ? RETURN : CALL;
  } else if (dice < 48 && wild && op.tag != TAG_WILDCARD) {
    op.kind = EXPOSE;
  } else if (dice < 49) {
    op.kind = FREE;
  } else {
    static const struct {
      PtrKind thing;
      RetagMode mode;
    } ways[] = {
        {PTR_REF_MUT, RETAG_DEFAULT}, {PTR_REF_MUT, RETAG_FN_ENTRY}, {PTR_REF_MUT, RETAG_TWO_PHASE},
        {PTR_REF, RETAG_DEFAULT},     {PTR_REF, RETAG_FN_ENTRY},     {PTR_BOX, RETAG_DEFAULT},
        {PTR_BOX, RETAG_FN_ENTRY},    {PTR_RAW_MUT, RETAG_RAW},      {PTR_RAW_CONST, RETAG_RAW}};
    u32 way = roll(r, sizeof ways / sizeof *ways);
    while (r->is_coarse && ways[way].mode == RETAG_FN_ENTRY && roll(r, 8)) way--;
    op.kind = RETAG;
    op.thing = ways[way].thing;
    op.mode = ways[way].mode;
    op.pointee = &r->rig.pointees[roll(r, r->rig.npointees)];
    if (r->is_coarse && roll(r, 8)) op.pointee = &r->rig.pointees[r->rig.npointees - 1];
    op.n = (u32)op.pointee->size;
    op.off = roll(r, SIZE - op.n + 1);
    op.fresh = m->last_tag + 1;
  }
  return op;
}

static void compare_stacks(Run *r) {
  Arena *arena = arena_create();
  AliasDump d;
  r->rig.m.model->aliasing->dump(&r->rig.m, r->a, arena, &d);
  u64 at = 0;
  for (u32 i = 0; i < d.nranges; i++) {
    const AliasRange *range = &d.ranges[i];
    assert_int_equal(range->lo, at);
    assert_true(range->hi > at);
    for (; at < range->hi; at++) {
      const Byte *b = &r->naive.bytes[at];
      assert_int_equal(range->unknown_below, b->unknown);
      assert_int_equal(range->nitems, b->n);
      for (u32 k = 0; k < b->n; k++) {
        assert_int_equal(range->items[k].tag, b->at[k].tag);
        assert_string_equal(range->items[k].perm, perm_text[b->at[k].perm]);
        assert_int_equal(range->items[k].is_protected, guarded(&r->naive, b->at[k]));
      }
    }
  }
  assert_int_equal(at, SIZE);
  arena_destroy(arena);
}

static bool is_usable(const void *self, u32 tag) {
  const Run *r = self;
  for (u32 i = 0; i < r->ntags; i++)
    if (r->tags[i] == tag) return true;
  return r->naive.protector[tag] != PROTECTOR_NONE || r->naive.exposed[tag];
}

/* Some pointers are dropped, and what only they told apart is forgotten. */
static void drop_tags(Run *r) {
  u32 to = 0;
  for (u32 i = 0; i < r->ntags; i++)
    if (r->tags[i] == r->a->root_tag || roll(r, 2)) r->tags[to++] = r->tags[i];
  r->ntags = to;
  r->rig.m.model->aliasing->collect(&r->rig.m, r->a, is_usable, r);
}

static void one_history(Run *r, bool collects) {
  Machine *m = &r->rig.m;
  jmp_buf escape;
  m->escape = &escape;
  m->last_tag = 0;
  vec_clear(&m->frames);
  vec_clear(&m->protectors);
  vec_clear(&m->exposures);
  rig_call(&r->rig);
  AllocKind kind = roll(r, 2) ? ALLOC_STACK : ALLOC_HEAP;
  r->a = mach_alloc(m, kind, SIZE, 0, "x", SPAN_NONE);
  mach_number(m, r->a);
  memset(&r->naive, 0, sizeof r->naive);
  Item root = {r->a->root_tag, kind == ALLOC_STACK ? UNIQUE : SRW, false};
  for (u32 i = 0; i < SIZE; i++) put(&r->naive.bytes[i], 0, root);
  r->ntags = 0;
  r->tags[r->ntags++] = r->a->root_tag;
  for (u32 step = 0; step < 60; step++) {
    Op op = random_op(r);
    Naive before = r->naive;
    naive_apply(&r->naive, &op, m->frames.len);
    if ((r->naive.ub || op.kind == FREE) && roll(r, r->is_coarse ? 2 : 8)) { /* mostly go on */
      r->naive = before;
      continue;
    }
    if (setjmp(escape) == 0) {
      machine_apply(r, &op);
      assert_false(r->naive.ub);
    } else {
      assert_int_equal(m->end.end, END_UB);
      assert_true(r->naive.ub);
      assert_int_equal(m->fault.off, r->naive.byte);
      assert_int_equal(m->fault.why, r->naive.why);
      assert_int_equal(m->fault.culprit, r->naive.culprit);
      assert_int_equal(m->fault.remains, r->naive.remains);
      break;
    }
    if (op.kind == FREE) break;
    if (op.kind == RETAG) r->tags[r->ntags++] = op.fresh;
    if (!collects)
      compare_stacks(r);
    else if (roll(r, 3) == 0)
      drop_tags(r);
  }
  mach_recycle(m, r->a);
  vec_clear(&m->numbered);
}

static void histories(const char *model, u64 seed, bool collects) {
  Run *r = calloc(1, sizeof *r);
  rig_open(&r->rig, model);
  static const u32 patterns[] = {0, 0, 0, 0xff, 0x1, 0x6, 0x10, 0xaa};
  for (u32 n = 0; n <= 6; n++)
    for (u32 k = 0; k < 4; k++)
      rig_pointee(&r->rig, n, patterns[(n * 4 + k) % 8] & ((1u << n) - 1), k == 3 && n % 2);
  rig_pointee(&r->rig, SIZE, 0, false);
  r->seed = seed;
  r->is_coarse = collects;
  for (u32 i = 0; i < (collects ? 20000 : 3000); i++) one_history(r, collects);
  vec_clear(&r->rig.m.frames);
  rig_close(&r->rig);
  free(r);
}

static void rules(void **state) {
  (void)state;
  histories("sb", 1, false);
}

static void rules_with_wildcards(void **state) {
  (void)state;
  histories("sb-wildcard", 2, false);
}

static bool is_in_three(const void *self, u32 tag) {
  const u32 *live = self;
  return live[0] == tag || live[1] == tag || live[2] == tag;
}

/* A dead item between two runs of SharedReadWrite: a write through the lower run ends the upper. */
static void separators_stay(void **state) {
  (void)state;
  Rig *r = calloc(1, sizeof *r);
  rig_open(r, "sb");
  rig_pointee(r, 4, 0, false);
  rig_call(r);
  Machine *m = &r->m;
  const Aliasing *al = m->model->aliasing;
  Alloc *a = mach_alloc(m, ALLOC_STACK, 4, 0, "x", SPAN_NONE);
  mach_number(m, a);
  static const PtrKind chain[] = {PTR_RAW_MUT, PTR_REF_MUT, PTR_RAW_MUT};
  u32 tags[4] = {a->root_tag};
  for (u32 i = 0; i < 3; i++) {
    TypeId ty = type_ptr(m->types, chain[i], r->pointees[0].ty);
    Retag t = {.a = a, .size = 4, .parent = tags[i], .ty = ty, .pointee = r->pointees[0].ty};
    t.mode = ptr_is_raw(chain[i]) ? RETAG_RAW : RETAG_DEFAULT;
    tags[i + 1] = al->on_retag(m, &t);
  }
  u32 live[] = {tags[0], tags[1], tags[3]};
  al->collect(m, a, is_in_three, live);
  assert_int_equal(al->count(a), 5); /* and nothing went: 4 items */
  jmp_buf escape;
  m->escape = &escape;
  al->on_access(m, a, 0, 4, tags[1], true);
  if (setjmp(escape) == 0) {
    al->on_access(m, a, 0, 4, tags[3], false);
    fail();
  }
  assert_int_equal(m->fault.why, BORROW_NO_TAG);
  mach_recycle(m, a);
  vec_clear(&m->numbered);
  vec_clear(&m->frames);
  rig_close(r);
  free(r);
}

static void collection_is_unobservable(void **state) {
  (void)state;
  histories("sb", 3, true);
}

static void collection_is_unobservable_with_wildcards(void **state) {
  (void)state;
  histories("sb-wildcard", 4, true);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rules),
      cmocka_unit_test(rules_with_wildcards),
      cmocka_unit_test(separators_stay),
      cmocka_unit_test(collection_is_unobservable),
      cmocka_unit_test(collection_is_unobservable_with_wildcards),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
