/* What the files of this folder share: the table of terms and what is known of each.
 *
 * A term is built by term_build: constants fold (fold.c), then the rules of its operator are tried
 * in the order of rules.def, then the facts (facts.c) may show that only one value is left, and
 * only then a node is looked up or made (term.c). Rules call the constructors again, so what they
 * return is in normal form. */
#ifndef LITMUS_TERM_INTERNAL_H
#define LITMUS_TERM_INTERNAL_H

#include <assert.h>

#include "engine/base/vec.h"
#include "engine/term/term.h"

typedef struct Node {
  u8 op, width;
  u8 hi, lo;   /* EXTRACT */
  u32 a, b, c; /* operands; VAR: a = number; CONST: the value, see const_value */
  u32 facts;   /* number of the facts, 0 = nothing known (and for constants) */
} Node;

/* Bits that are surely 0 or 1, and bounds of the value read as an unsigned number. */
typedef struct Facts {
  u128 zero, one;
  u128 min, max;
} Facts;

/* One entry of the cache in front of term_build. */
typedef struct Built {
  u32 op, a, b, c;
  Term result;
} Built;

#define BUILT_SLOTS 1024
#define RULES_PER_OP 24

struct Terms {
  VEC(Node) nodes; /* nodes.at[0] is not used */
  VEC(u128) wide;  /* values of constants of more than 64 bits */
  VEC(TermVar) vars;
  VEC(Facts) facts;
  u32 *slots; /* open addressing: handles, 0 = free */
  u32 nslots, depth;
  u8 rules_of[TERM_OP_COUNT][RULES_PER_OP]; /* rule number + 1; 0 ends the list */
  Built built[BUILT_SLOTS];
  /* Scratch of the walks (walk.c). mark[t] == round means that t was reached in this walk. */
  VEC(Term) stack;
  u32 *mark;
  u128 *value;
  u32 nmark, nvalue, round;
};

static inline const Node *node_of(const Terms *ts, Term t) {
  assert(t && t < ts->nodes.len);
  return &ts->nodes.at[t];
}
static inline TermOp op_of(const Terms *ts, Term t) { return node_of(ts, t)->op; }
static inline unsigned width_of(const Terms *ts, Term t) { return node_of(ts, t)->width; }
static inline bool is_op(const Terms *ts, Term t, TermOp op) { return op_of(ts, t) == op; }
static inline u128 ones(unsigned width) { return u128_mask(~(u128)0, width); }
static inline u128 sign_bit(unsigned width) { return (u128)1 << (width - 1); }
/* True, and the value, if t is a constant. */
bool const_value(const Terms *ts, Term t, u128 *v);
static inline bool is_const(const Terms *ts, Term t) { return is_op(ts, t, TERM_CONST); }
bool is_value(const Terms *ts, Term t, u128 v);

/* term.c: looks up or makes a node; its facts may turn it into a constant. */
Term cons(Terms *ts, TermOp op, unsigned width, Term a, Term b, Term c);
Term cons_extract(Terms *ts, Term a, unsigned hi, unsigned lo);
/* The constructor behind all others. EXTRACT: b, c = hi, lo. ZEXT, SEXT: b = width. */
Term term_build(Terms *ts, TermOp op, Term a, Term b, Term c);

/* fold.c */
bool is_commutative(TermOp op);
bool is_comparison(TermOp op);
u128 fold_un(TermOp op, unsigned width, u128 a);
/* The constant that the operation gives if all operands are constants, else 0. */
Term fold_constants(Terms *ts, TermOp op, Term a, Term b, Term c);

/* facts.c */
Facts facts_unknown(unsigned width);
Facts facts_of(const Terms *ts, Term t);
Facts facts_of_node(const Terms *ts, const Node *n);
Facts facts_of_variable(const TermVar *v);
bool facts_trivial(const Facts *f, unsigned width);

/* linear.c: sums of terms with coefficients, modulo 2^width. */
#define LINEAR_ATOMS 12
typedef struct Linear {
  unsigned width;
  u32 n;
  Term atom[LINEAR_ATOMS]; /* ascending */
  u128 coef[LINEAR_ATOMS]; /* not 0 */
  u128 constant;
} Linear;
/* l = 0; l += factor * t (false: too many terms); the term that l stands for. */
void linear_init(Linear *l, unsigned width);
bool linear_add(Terms *ts, Linear *l, Term t, u128 factor);
Term linear_term(Terms *ts, const Linear *l);
/* t = *rest + *constant, `rest` without a constant summand. */
void split_constant(Terms *ts, Term t, Term *rest, u128 *constant);
bool is_sum(const Terms *ts, Term t);

/* walk.c */
u32 walk_begin(Terms *ts, Term top);

/* rules.c */
void rules_index(Terms *ts);
/* Two terms of which each is the bitwise complement of the other. */
bool are_complements(const Terms *ts, Term a, Term b);

/* The exponent of a power of two, or -1. */
int log2_exact(u128 v);
/* t = *x << k with 0 < k: returns k, or 0. */
unsigned as_left_shift(const Terms *ts, Term t, Term *x);

#define RULE(name, ...) Term rule_##name(Terms *ts, TermOp op, Term a, Term b, Term c);
#include "engine/term/rules.def"
#undef RULE

/* For rules that look at only some of their arguments. */
#define RULE_ARGS Terms *ts, TermOp op, Term a, Term b, Term c
#define UNUSED_RULE_ARGS ((void)ts, (void)op, (void)a, (void)b, (void)c)

#endif
