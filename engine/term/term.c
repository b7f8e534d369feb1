/* The table of terms. Every term is a node of 20 bytes in one array; an open-addressing hash table
 * of handles finds the node that is already there, so that equal terms have equal handles. */
#include "engine/term/internal.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"

typedef struct OpInfo {
  const char *name;
  u8 arity;
} OpInfo;

static const OpInfo ops[TERM_OP_COUNT] = {
    [TERM_CONST] = {"const", 0},
    [TERM_VAR] = {"var", 0},
#define OP(code, name, arity) [TERM_##code] = {name, arity},
#include "engine/term/ops.def"
#undef OP
};

const char *term_op_name(TermOp op) { return ops[op].name; }
unsigned term_op_arity(TermOp op) { return ops[op].arity; }

Terms *terms_create(void) {
  Terms *ts = memory_alloc_zeroed(1, sizeof *ts);
  vec_push(&ts->nodes, ((Node){0}));
  vec_push(&ts->facts, ((Facts){0}));
  ts->nslots = 512;
  ts->slots = memory_alloc_zeroed(ts->nslots, sizeof(u32));
  rules_index(ts);
  return ts;
}

void terms_destroy(Terms *ts) {
  if (!ts) return;
  vec_free(&ts->nodes);
  vec_free(&ts->wide);
  vec_free(&ts->vars);
  vec_free(&ts->facts);
  vec_free(&ts->stack);
  free(ts->slots);
  free(ts->mark);
  free(ts->value);
  free(ts);
}

u32 terms_count(const Terms *ts) { return ts->nodes.len - 1; }

/* --- hash table ------------------------------------------------------------------------------ */

static u32 mix(u64 x) {
  x *= 0x9e3779b97f4a7c15u;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93u;
  return (u32)(x >> 32);
}

static u32 hash_wide(unsigned width, u128 v) {
  return mix((u64)v ^ (u64)(v >> 64) * 31 ^ (u64)width << 56);
}

static u32 hash_var(const TermVar *v) {
  return mix(v->id ^ (u64)v->width << 32 ^ (u64)v->address << 40 ^ (u64)v->input << 48 ^
             (u64)v->log2_align << 41 ^ v->size * 0x9e3779b9u) +
         1;
}

static u32 hash_operands(const Node *n) {
  u64 head = (u64)n->op | (u64)n->width << 8 | (u64)n->hi << 16 | (u64)n->lo << 24;
  return mix(head ^ mix((u64)n->a << 32 | n->b) ^ (u64)n->c << 32);
}

static bool same_var(const TermVar *a, const TermVar *b) {
  return a->id == b->id && a->width == b->width && a->address == b->address &&
         a->input == b->input && a->log2_align == b->log2_align && a->size == b->size;
}

static bool is_wide(const Node *n) { return n->op == TERM_CONST && n->width > 64; }

static u32 hash_node(const Terms *ts, const Node *n) {
  if (n->op == TERM_VAR) return hash_var(&ts->vars.at[n->a]);
  if (is_wide(n)) return hash_wide(n->width, ts->wide.at[n->a]);
  return hash_operands(n);
}

static void grow_slots(Terms *ts) {
  if (ts->nslots > UINT32_MAX / 4) memory_exhausted();
  free(ts->slots);
  ts->nslots *= 2;
  ts->slots = memory_alloc_zeroed(ts->nslots, sizeof(u32));
  for (Term t = 1; t < ts->nodes.len; t++) {
    u32 i = hash_node(ts, &ts->nodes.at[t]) & (ts->nslots - 1);
    while (ts->slots[i]) i = (i + 1) & (ts->nslots - 1);
    ts->slots[i] = t;
  }
}

static Term insert(Terms *ts, u32 slot, Node n) {
  Term t = ts->nodes.len;
  vec_push(&ts->nodes, n);
  ts->slots[slot] = t;
  if (ts->nodes.len > ts->nslots - ts->nslots / 3) grow_slots(ts);
  return t;
}

static bool same_operands(const Node *m, const Node *n) {
  return m->op == n->op && m->width == n->width && m->a == n->a && m->b == n->b && m->c == n->c &&
         m->hi == n->hi && m->lo == n->lo;
}

/* The slot of an equal node, or the free slot where it belongs. Not for variables and wide
 * constants, which are compared by what they stand for. */
static u32 find_operands(const Terms *ts, const Node *n) {
  u32 i = hash_operands(n) & (ts->nslots - 1);
  for (; ts->slots[i]; i = (i + 1) & (ts->nslots - 1)) {
    if (same_operands(&ts->nodes.at[ts->slots[i]], n)) break;
  }
  return i;
}

/* --- leaves ---------------------------------------------------------------------------------- */

static Term wide_const(Terms *ts, unsigned width, u128 value) {
  u32 i = hash_wide(width, value) & (ts->nslots - 1);
  for (; ts->slots[i]; i = (i + 1) & (ts->nslots - 1)) {
    const Node *m = &ts->nodes.at[ts->slots[i]];
    if (is_wide(m) && m->width == width && ts->wide.at[m->a] == value) return ts->slots[i];
  }
  Node n = {.op = TERM_CONST, .width = (u8)width, .a = ts->wide.len};
  vec_push(&ts->wide, value);
  return insert(ts, i, n);
}

Term term_const(Terms *ts, unsigned width, u128 value) {
  assert(width >= 1 && width <= 128);
  value = u128_mask(value, width);
  if (width > 64) return wide_const(ts, width, value);
  Node n = {.op = TERM_CONST, .width = (u8)width, .a = (u32)value, .b = (u32)(value >> 32)};
  u32 i = find_operands(ts, &n);
  return ts->slots[i] ? ts->slots[i] : insert(ts, i, n);
}

Term term_bool(Terms *ts, bool value) { return term_const(ts, 1, value); }

static u32 add_facts(Terms *ts, Facts f, unsigned width) {
  if (facts_trivial(&f, width)) return 0;
  vec_push(&ts->facts, f);
  return ts->facts.len - 1;
}

Term term_var(Terms *ts, TermVar v) {
  assert(v.width >= 1 && v.width <= 128);
  u32 i = hash_var(&v) & (ts->nslots - 1);
  for (; ts->slots[i]; i = (i + 1) & (ts->nslots - 1)) {
    const Node *m = &ts->nodes.at[ts->slots[i]];
    if (m->op == TERM_VAR && same_var(&ts->vars.at[m->a], &v)) return ts->slots[i];
  }
  Node n = {.op = TERM_VAR, .width = v.width, .a = ts->vars.len};
  vec_push(&ts->vars, v);
  n.facts = add_facts(ts, facts_of_variable(&v), v.width);
  return insert(ts, i, n);
}

/* --- inner nodes ----------------------------------------------------------------------------- */

static Term cons_node(Terms *ts, Node n) {
  u32 i = find_operands(ts, &n);
  if (ts->slots[i]) {
    Facts f = facts_of(ts, ts->slots[i]);
    return f.min == f.max ? term_const(ts, n.width, f.min) : ts->slots[i];
  }
  Facts f = facts_of_node(ts, &n);
  if (f.min == f.max) return term_const(ts, n.width, f.min);
  n.facts = add_facts(ts, f, n.width);
  return insert(ts, i, n);
}

Term cons(Terms *ts, TermOp op, unsigned width, Term a, Term b, Term c) {
  return cons_node(ts, (Node){.op = op, .width = (u8)width, .a = a, .b = b, .c = c});
}

Term cons_extract(Terms *ts, Term a, unsigned hi, unsigned lo) {
  return cons_node(
      ts,
      (Node){.op = TERM_EXTRACT, .width = (u8)(hi - lo + 1), .hi = (u8)hi, .lo = (u8)lo, .a = a});
}

static unsigned result_width(const Terms *ts, TermOp op, Term a, Term b) {
  if (is_comparison(op)) return 1;
  if (op == TERM_CONCAT) return width_of(ts, a) + width_of(ts, b);
  return width_of(ts, op == TERM_ITE ? b : a);
}

Term term_raw_bin(Terms *ts, TermOp op, Term a, Term b) {
  assert(ops[op].arity == 2);
  Node n = {.op = op, .width = (u8)result_width(ts, op, a, b), .a = a, .b = b};
  u32 i = find_operands(ts, &n);
  if (ts->slots[i]) return ts->slots[i];
  n.facts = add_facts(ts, facts_of_node(ts, &n), n.width);
  return insert(ts, i, n);
}

/* Rules call constructors, which try rules. Each step leads to a simpler term, but no proof of that
 * is needed for safety: beyond this depth terms are left as they are. */
#define MAX_RULE_DEPTH 200

static Term build(Terms *ts, TermOp op, Term a, Term b, Term c) {
  if (is_commutative(op) && (is_const(ts, a) || (b < a && !is_const(ts, b)))) {
    Term swap = a;
    a = b;
    b = swap;
  }
  if (ts->depth < MAX_RULE_DEPTH) {
    u32 count;
    const TermRule *rules = term_rules(&count);
    Term t = 0;
    ts->depth++;
    for (const u8 *r = ts->rules_of[op]; *r && !t; r++) t = rules[*r - 1].apply(ts, op, a, b, c);
    ts->depth--;
    if (t) return t;
  }
  switch (op) {
  case TERM_EXTRACT: return cons_extract(ts, a, b, c);
  case TERM_ZEXT:
  case TERM_SEXT:
  case TERM_FCONVERT:
  case TERM_FFROM_U:
  case TERM_FFROM_S:
  case TERM_FTO_U:
  case TERM_FTO_S: return cons(ts, op, b, a, 0, 0);
  default: return cons(ts, op, result_width(ts, op, a, b), a, b, c);
  }
}

Term term_build(Terms *ts, TermOp op, Term a, Term b, Term c) {
  Term folded = fold_constants(ts, op, a, b, c);
  if (folded) return folded;
  u32 key = (a * 0x9e3779b1u) ^ (b * 0x85ebca6bu) ^ (c * 0xc2b2ae35u) ^ ((u32)op * 0x27d4eb2fu);
  Built *cached = &ts->built[(key >> 16 ^ key) % BUILT_SLOTS];
  if (cached->result && cached->op == op && cached->a == a && cached->b == b && cached->c == c) {
    return cached->result;
  }
  Term t = build(ts, op, a, b, c);
  /* Near the limit of depth the result may not be normal. */
  if (ts->depth < MAX_RULE_DEPTH / 2) *cached = (Built){op, a, b, c, t};
  return t;
}

Term term_un(Terms *ts, TermOp op, Term a) {
  assert(op == TERM_NOT || op == TERM_NEG || (op >= TERM_FSQRT && op <= TERM_FROUND_EVEN));
  return term_build(ts, op, a, 0, 0);
}

Term term_bin(Terms *ts, TermOp op, Term a, Term b) {
  assert(ops[op].arity == 2);
  assert(op == TERM_CONCAT ? width_of(ts, a) + width_of(ts, b) <= 128
                           : width_of(ts, a) == width_of(ts, b));
  return term_build(ts, op, a, b, 0);
}

Term term_ite(Terms *ts, Term cond, Term then, Term otherwise) {
  assert(width_of(ts, cond) == 1 && width_of(ts, then) == width_of(ts, otherwise));
  return term_build(ts, TERM_ITE, cond, then, otherwise);
}

Term term_extract(Terms *ts, Term a, unsigned hi, unsigned lo) {
  assert(lo <= hi && hi < width_of(ts, a));
  return lo == 0 && hi + 1 == width_of(ts, a) ? a : term_build(ts, TERM_EXTRACT, a, hi, lo);
}

Term term_zext(Terms *ts, Term a, unsigned width) {
  assert(width >= width_of(ts, a) && width <= 128);
  return width == width_of(ts, a) ? a : term_build(ts, TERM_ZEXT, a, width, 0);
}

Term term_sext(Terms *ts, Term a, unsigned width) {
  assert(width >= width_of(ts, a) && width <= 128);
  return width == width_of(ts, a) ? a : term_build(ts, TERM_SEXT, a, width, 0);
}

Term term_fma(Terms *ts, Term a, Term b, Term c) {
  assert(width_of(ts, a) == width_of(ts, b) && width_of(ts, b) == width_of(ts, c));
  return term_build(ts, TERM_FMA, a, b, c);
}

Term term_float_to(Terms *ts, TermOp op, Term a, unsigned width) {
  assert(op >= TERM_FCONVERT && op <= TERM_FTO_S);
  if (op == TERM_FCONVERT && width == width_of(ts, a)) return a;
  return term_build(ts, op, a, width, 0);
}

Term term_is_nan(Terms *ts, Term a) { return term_not(ts, term_bin(ts, TERM_FEQ, a, a)); }

Term term_not(Terms *ts, Term a) { return term_un(ts, TERM_NOT, a); }
Term term_and(Terms *ts, Term a, Term b) { return term_bin(ts, TERM_AND, a, b); }
Term term_or(Terms *ts, Term a, Term b) { return term_bin(ts, TERM_OR, a, b); }

/* --- looking at a term ----------------------------------------------------------------------- */

TermOp term_op(const Terms *ts, Term t) { return op_of(ts, t); }
unsigned term_width(const Terms *ts, Term t) { return width_of(ts, t); }

Term term_arg(const Terms *ts, Term t, unsigned i) {
  const Node *n = node_of(ts, t);
  assert(i < ops[n->op].arity);
  return i == 0 ? n->a : i == 1 ? n->b : n->c;
}

unsigned term_hi(const Terms *ts, Term t) { return node_of(ts, t)->hi; }
unsigned term_lo(const Terms *ts, Term t) { return node_of(ts, t)->lo; }

bool const_value(const Terms *ts, Term t, u128 *v) {
  const Node *n = node_of(ts, t);
  if (n->op != TERM_CONST) return false;
  *v = n->width > 64 ? ts->wide.at[n->a] : ((u64)n->b << 32 | n->a);
  return true;
}

bool is_value(const Terms *ts, Term t, u128 v) {
  u128 have;
  return const_value(ts, t, &have) && have == v;
}

bool term_is_const(const Terms *ts, Term t, u128 *value) {
  u128 unused;
  return const_value(ts, t, value ? value : &unused);
}

bool term_is_true(const Terms *ts, Term t) { return width_of(ts, t) == 1 && is_value(ts, t, 1); }
bool term_is_false(const Terms *ts, Term t) { return width_of(ts, t) == 1 && is_value(ts, t, 0); }

const TermVar *term_as_var(const Terms *ts, Term t) {
  const Node *n = node_of(ts, t);
  return n->op == TERM_VAR ? &ts->vars.at[n->a] : NULL;
}
