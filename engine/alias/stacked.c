/* Stacked Borrows (Jung, Dang, Kang, Dreyer, POPL 2020), with the rules that the reference
 * interpreter has added since: semantics/borrow-models, section 2, whose numbers the comments give.
 *
 * Every byte has a stack of items, each a tag with a permission. A pointer may be used as long as
 * its tag is in the stack; using it takes the permissions above it away that it contradicts. */
#include "engine/alias/stack.h"
#include "engine/alias/stacked_internal.h"
#include "engine/mach/machine.h"

/* ---- 2.1: what a permission grants */

static bool grants(StackPerm p, bool is_write) {
  return is_write ? p == STACK_UNIQUE || p == STACK_SRW : p != STACK_DISABLED;
}

StackItem stacked_root(const Alloc *a) {
  return (StackItem){.tag = a->root_tag, .perm = a->kind == ALLOC_STACK ? STACK_UNIQUE : STACK_SRW};
}

static Stacks *stacks_of(Alloc *a) {
  if (!a->alias) a->alias = stacks_create(a->size, stacked_root(a));
  return a->alias;
}

/* ---- 2.5: what a retag makes, row by row as in the fact sheet */

enum { /* of the pointee, or of the byte in question: each row names those it is for */
       UNPIN = 1,
       PINNED = 2,
       FROZEN = 4,
       CELL = 8,
       ANY = 15
};

enum { /* modes */
       DEFAULT = 1 << RETAG_DEFAULT,
       FN_ENTRY = 1 << RETAG_FN_ENTRY,
       TWO_PHASE = 1 << RETAG_TWO_PHASE,
       RAW = 1 << RETAG_RAW
};

/* What the parent must grant, and whether that is an access. */
typedef enum Demand {
  WRITE_ACCESS,
  READ_ACCESS,
  NO_ACCESS /* the parent must grant writes, but nothing is accessed */
} Demand;

typedef struct RetagRule {
  PtrKind thing;
  u8 of, modes;
  StackPerm perm;
  Demand parent;
  ProtectorKind protector;
} RetagRule;

static const RetagRule rules[] = {
    /* retagged thing, of      mode                 permission   parent        protector */
    {PTR_REF_MUT, UNPIN, DEFAULT, STACK_UNIQUE, WRITE_ACCESS, PROTECTOR_NONE},
    {PTR_REF_MUT, UNPIN, FN_ENTRY, STACK_UNIQUE, WRITE_ACCESS, PROTECTOR_STRONG},
    {PTR_REF_MUT, PINNED, DEFAULT | FN_ENTRY, STACK_SRW, NO_ACCESS, PROTECTOR_NONE},
    {PTR_REF_MUT, ANY, TWO_PHASE, STACK_SRW, NO_ACCESS, PROTECTOR_NONE},
    {PTR_REF, FROZEN, DEFAULT | TWO_PHASE, STACK_SRO, READ_ACCESS, PROTECTOR_NONE},
    {PTR_REF, FROZEN, FN_ENTRY, STACK_SRO, READ_ACCESS, PROTECTOR_STRONG},
    {PTR_REF, CELL, DEFAULT | TWO_PHASE | FN_ENTRY, STACK_SRW, NO_ACCESS, PROTECTOR_NONE},
    {PTR_BOX, UNPIN, DEFAULT | TWO_PHASE, STACK_UNIQUE, WRITE_ACCESS, PROTECTOR_NONE},
    {PTR_BOX, UNPIN, FN_ENTRY, STACK_UNIQUE, WRITE_ACCESS, PROTECTOR_WEAK},
    {PTR_BOX, PINNED, DEFAULT | TWO_PHASE | FN_ENTRY, STACK_SRW, NO_ACCESS, PROTECTOR_NONE},
    {PTR_RAW_MUT, ANY, RAW, STACK_SRW, NO_ACCESS, PROTECTOR_NONE},
    {PTR_RAW_CONST, FROZEN, RAW, STACK_SRO, READ_ACCESS, PROTECTOR_NONE},
    {PTR_RAW_CONST, CELL, RAW, STACK_SRW, NO_ACCESS, PROTECTOR_NONE},
};

static const RetagRule *rule_for(Machine *m, PtrKind thing, unsigned of, RetagMode mode) {
  for (u32 i = 0; i < sizeof rules / sizeof *rules; i++)
    if (rules[i].thing == thing && (rules[i].of & of) && (rules[i].modes & 1u << mode))
      return &rules[i];
  mach_unsupported(m, "internal: a retag that Stacked Borrows does not know");
}

/* ---- one operation on some bytes */

typedef struct Op {
  Machine *m;
  Alloc *a;
  u64 off, n;
  u32 tag; /* that is used; TAG_WILDCARD */
  BorrowAct act;
  const Retag *retag; /* RETAG: for messages */
  StackPerm wanted;
  bool remains; /* the culprit, where it is: BorrowFault */
  bool changed; /* some stack */
} Op;

_Noreturn static void fail(const Op *op, BorrowWhy why, u64 byte, const StackItem *culprit) {
  BorrowFault f = {.act = op->act,
                   .why = why,
                   .a = op->a,
                   .off = byte,
                   .lo = op->off,
                   .n = op->n,
                   .tag = op->tag,
                   .remains = op->remains,
                   .culprit = culprit ? culprit->tag : op->tag,
                   .perm = culprit ? stack_perm_name((StackPerm)culprit->perm) : NULL};
  if (op->retag) {
    f.wanted = stack_perm_name(op->wanted);
    f.pointer = type_str_of(op->m->types, op->retag->ty);
  }
  borrow_ub(op->m, &f);
}

static void tell(const Op *op, const StackRange *r, u32 tag, const char *from, const char *to) {
  if (op->m->recorder)
    mach_record(op->m, (Record){.kind = RECORD_PERM,
                                .alloc = op->a,
                                .off = r->lo,
                                .n = r->hi - r->lo,
                                .tag = tag,
                                .text = from,
                                .text2 = to});
}

/* ---- 2.2, 2.3, 2.9: the granting item */

#define IN_THE_UNKNOWN STACK_NONE

/* The topmost item that lets a pointer from an integer read or write. */
static u32 granting_exposed(const Op *op, const Stack *s, bool is_write) {
  const StackItem *at = stack_view(s);
  for (u32 i = s->len; i-- > 0;)
    if (grants((StackPerm)at[i].perm, is_write) && mach_is_exposed(op->m, op->a, at[i].tag))
      return i;
  return STACK_NONE;
}

/* The position of the item that lets op->tag read or write, or UB. */
static u32 granting(const Op *op, const StackRange *r, bool is_write) {
  const Stack *s = &r->stack;
  bool is_wildcard = op->tag == TAG_WILDCARD;
  u32 pos = is_wildcard ? granting_exposed(op, s, is_write) : stack_find(s, op->tag);
  const StackItem *item = pos == STACK_NONE ? NULL : &stack_view(s)[pos];
  if (item && grants((StackPerm)item->perm, is_write)) return pos;
  if (s->unknown && (is_wildcard || op->tag < s->unknown)) return IN_THE_UNKNOWN;
  u64 byte = r->lo > op->off ? r->lo : op->off;
  if (is_wildcard) fail(op, BORROW_NO_EXPOSED, byte, NULL);
  if (item && item->perm != STACK_DISABLED) fail(op, BORROW_NO_PERM, byte, item);
  fail(op, BORROW_NO_TAG, byte, NULL);
}

/* 2.3, step 2: the first item above the granting one that a write contradicts. */
static u32 first_incompatible(Stack *s, u32 pos) {
  if (pos == IN_THE_UNKNOWN) return 0;
  return stack_view(s)[pos].perm == STACK_SRW ? stack_run_end(s, pos + 1) : pos + 1;
}

/* No permission that a running call was promised may go. */
static void check_protected(const Op *op, const StackRange *r, const StackItem *item) {
  if (item->is_protected && protector_of(op->m, item->tag) != PROTECTOR_NONE)
    fail(op, BORROW_PROTECTED, r->lo > op->off ? r->lo : op->off, item);
}

/* ---- accesses */

/* 2.2: does a read change items from pos upward? It would disable those that are Unique. */
static bool read_changes(const Op *op, const StackRange *r, u32 pos) {
  const StackItem *at = stack_view(&r->stack);
  bool found = false;
  for (u32 i = pos; i < r->stack.unique_end; i++) {
    if (at[i].perm != STACK_UNIQUE) continue;
    check_protected(op, r, &at[i]);
    found = true;
  }
  return found;
}

static void disable(const Op *op, StackRange *r, u32 pos) {
  StackItem *at = stack_items(&r->stack);
  u32 end = r->stack.unique_end;
  stack_no_unique_from(&r->stack, pos);
  for (u32 i = pos; i < end; i++) {
    if (at[i].perm != STACK_UNIQUE) continue;
    at[i].perm = STACK_DISABLED;
    tell(op, r, at[i].tag, stack_perm_name(STACK_UNIQUE), stack_perm_name(STACK_DISABLED));
  }
}

/* 2.3: does a write pop anything from pos upward? */
static bool write_changes(const Op *op, const StackRange *r, u32 pos) {
  const StackItem *at = stack_view(&r->stack);
  for (u32 i = r->stack.len; i-- > pos;) check_protected(op, r, &at[i]);
  return pos < r->stack.len;
}

static void pop_to(const Op *op, StackRange *r, u32 len) {
  while (r->stack.len > len) {
    StackItem gone = stack_pop(&r->stack);
    tell(op, r, gone.tag, stack_perm_name((StackPerm)gone.perm), NULL);
  }
}

/* 2.9: nobody knows any more what is in the stack but that tags are below the bound. */
static void forget(const Op *op, StackRange *r, u32 bound) {
  pop_to(op, r, 0);
  stack_clear(&r->stack);
  if (bound > r->stack.unknown) r->stack.unknown = bound;
}

static void approximate(const Op *op, StackRange *r) {
  u32 bound = 2;
  const StackItem *at = stack_view(&r->stack);
  for (u32 i = 0; i < r->stack.len; i++)
    if (at[i].perm != STACK_DISABLED && at[i].tag >= bound) bound = at[i].tag + 1;
  forget(op, r, bound);
}

/* Accesses the bytes of range i, which are those of the operation in it. Returns the range's index:
 * it is cut off from the rest only when it changes. */
static u32 access_range(Op *op, Stacks *s, u32 i, bool is_write) {
  StackRange *r = &s->at.at[i];
  u32 pos = granting(op, r, is_write);
  u32 first = is_write ? first_incompatible(&r->stack, pos) : pos == IN_THE_UNKNOWN ? 0 : pos + 1;
  bool changes = is_write ? write_changes(op, r, first) : read_changes(op, r, first);
  bool is_vague = pos == IN_THE_UNKNOWN || op->tag == TAG_WILDCARD;
  if (!changes && !is_vague) return i;
  op->changed = true;
  i = stacks_isolate(s, i, op->off, op->off + op->n);
  r = &s->at.at[i];
  if (is_write)
    pop_to(op, r, first);
  else
    disable(op, r, first);
  if (is_vague) approximate(op, r);
  return i;
}

static void access_bytes(Op *op, bool is_write) {
  Stacks *s = stacks_of(op->a);
  u32 first = stacks_find(s, op->off), i = first;
  for (; i < s->at.len && s->at.at[i].lo < op->off + op->n; i++)
    i = access_range(op, s, i, is_write);
  if (op->changed) stacks_join(s, first, i - 1);
}

static void on_access(Machine *m, Alloc *a, u64 off, u64 n, u32 tag, bool is_write) {
  access_bytes(&(Op){.m = m,
                     .a = a,
                     .off = off,
                     .n = n,
                     .tag = tag,
                     .act = is_write ? BORROW_ACT_WRITE : BORROW_ACT_READ},
               is_write);
}

/* 2.4 */
static void on_dealloc(Machine *m, Alloc *a, u32 tag) {
  if (!a->size) return;
  Stacks *s = stacks_of(a);
  Op op = {.m = m, .a = a, .n = a->size, .tag = tag, .act = BORROW_ACT_DEALLOC};
  for (u32 i = 0; i < s->at.len; i++) {
    i = access_range(&op, s, i, true);
    const StackItem *at = stack_view(&s->at.at[i].stack);
    op.remains = true;
    for (u32 k = 0; k < s->at.at[i].stack.len; k++)
      if (at[k].is_protected && protector_of(m, at[k].tag) == PROTECTOR_STRONG)
        fail(&op, BORROW_PROTECTED, s->at.at[i].lo, &at[k]);
    op.remains = false;
  }
}

/* ---- 2.6: retags */

static void add(const Op *op, StackRange *r, u32 pos, StackItem item) {
  stack_insert(&r->stack, pos, item);
  tell(op, r, item.tag, NULL, stack_perm_name((StackPerm)item.perm));
}

static u32 grant_range(Op *op, Stacks *s, u32 i, Demand demand, StackItem item) {
  if (demand != NO_ACCESS) {
    i = access_range(op, s, i, demand == WRITE_ACCESS);
    i = stacks_isolate(s, i, op->off, op->off + op->n);
    add(op, &s->at.at[i], s->at.at[i].stack.len, item);
    return i;
  }
  u32 pos = granting(op, &s->at.at[i], true);
  i = stacks_isolate(s, i, op->off, op->off + op->n);
  StackRange *r = &s->at.at[i];
  if (pos == IN_THE_UNKNOWN || op->tag == TAG_WILDCARD)
    forget(op, r, item.tag + 1);
  else
    add(op, r, first_incompatible(&r->stack, pos), item);
  return i;
}

static void grant(Op *op, Demand demand, StackItem item) {
  Stacks *s = stacks_of(op->a);
  u32 first = stacks_find(s, op->off), i = first;
  for (; i < s->at.len && s->at.at[i].lo < op->off + op->n; i++)
    i = grant_range(op, s, i, demand, item);
  stacks_join(s, first, i - 1);
}

/* A pointer for writing must point to memory that may be written. (What holds a cell anywhere is
 * not in read-only memory as a whole.) */
static void check_writable(Machine *m, const Retag *r) {
  const Alloc *a = r->a;
  if (!a->read_only || (a->ty && !type_is_freeze(m->types, a->ty))) return;
  mach_ub(m, UB_READ_ONLY, a,
          "encountered mutable reference pointing to read-only memory: `%s` to %s",
          type_str_of(m->types, r->ty), mach_alloc_name(m, a));
}

static u32 on_retag(Machine *m, const Retag *r) {
  u32 tag = tag_of_retag(m, r);
  if (!r->size) return tag;
  PtrKind thing = type_get(m->types, r->ty)->u.ptr.kind;
  if (thing != PTR_REF && thing != PTR_RAW_CONST) check_writable(m, r);
  unsigned of = type_is_unpin(m->types, r->pointee) ? UNPIN : PINNED;
  ProtectorKind protector = rule_for(m, thing, of | FROZEN, r->mode)->protector;
  if (protector != PROTECTOR_NONE) protector_add(m, tag, protector, r->a);
  u32 n;
  const CellRange *cells = cells_of(m, r->pointee, r->meta, r->size, &n);
  for (u32 i = 0; i < n; i++) {
    const RetagRule *rule = rule_for(m, thing, of | (cells[i].is_cell ? CELL : FROZEN), r->mode);
    Op op = {.m = m,
             .a = r->a,
             .off = r->off + cells[i].lo,
             .n = cells[i].hi - cells[i].lo,
             .tag = r->parent,
             .act = BORROW_ACT_RETAG,
             .retag = r,
             .wanted = rule->perm};
    grant(&op, rule->parent,
          (StackItem){
              .tag = tag, .perm = rule->perm, .is_protected = rule->protector != PROTECTOR_NONE});
  }
  return tag;
}

/* ---- the disciplines */

const Aliasing aliasing_stacked = {.name = "stacked",
                                   .summary =
                                       "Stacked Borrows: each byte has a stack of who may use it",
                                   .retags_raw = true,
                                   .on_access = on_access,
                                   .on_dealloc = on_dealloc,
                                   .on_retag = on_retag,
                                   .collect = stacked_collect,
                                   .count = stacked_count,
                                   .dump = stacked_dump,
                                   .free_state = stacked_free};

const Aliasing aliasing_stacked_wildcard = {
    .name = "stacked-wildcard",
    .summary = "Stacked Borrows where pointers from integers make a stack's items unknown",
    .approximates_wildcards = true,
    .retags_raw = true,
    .on_access = on_access,
    .on_dealloc = on_dealloc,
    .on_retag = on_retag,
    .collect = stacked_collect,
    .count = stacked_count,
    .dump = stacked_dump,
    .free_state = stacked_free};
