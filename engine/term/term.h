/* Hash-consed bit-vector terms of 1 to 128 bits. Constructors normalise and fold, so a term whose
 * value is known *is* a constant, and equal terms have equal handles.
 *
 * Variables are the unknowns: the base addresses of allocations, inputs, and others. An address
 * variable knows its allocation's alignment and size, which the folding rules use: it is a multiple
 * of its alignment, not 0, and base+size does not wrap. The rules may rely on these facts because
 * every query to an oracle carries them too (mem/layout). */
#ifndef LITMUS_TERM_TERM_H
#define LITMUS_TERM_TERM_H

#include "engine/base/strbuf.h"
#include "engine/base/types.h"

typedef u32 Term; /* 0 = no term */
typedef struct Terms Terms;

typedef enum TermOp {
  TERM_CONST,
  TERM_VAR,
#define OP(code, name, arity) TERM_##code,
#include "engine/term/ops.def"
#undef OP
  TERM_OP_COUNT
} TermOp;

const char *term_op_name(TermOp op);
unsigned term_op_arity(TermOp op); /* 0 for CONST and VAR */

/* What is known of a variable beyond its width. A variable is the address of an allocation, or an
 * input of the program, or some other unknown that the machine made up (the bits of a NaN). The
 * address of what a caller passes a pointer to is both: an address and an input. */
typedef struct TermVar {
  u32 id;       /* the identity among the variables of its sort; chosen by the caller */
  u8 width;     /* 1..128 */
  bool address; /* base address of an allocation; then: */
  u8 log2_align;
  u64 size;   /* in bytes */
  bool input; /* given from outside: the same in every program that takes inputs */
} TermVar;

Terms *terms_create(void); /* owned by the caller: terms_destroy */
void terms_destroy(Terms *ts);
u32 terms_count(const Terms *ts); /* handles are 1..count */

Term term_const(Terms *ts, unsigned width, u128 value);
Term term_bool(Terms *ts, bool value);
/* The same TermVar gives the same term. Two different TermVars with one id are two variables. */
Term term_var(Terms *ts, TermVar v);

/* Unary and binary operators except those below; operands of one width (CONCAT: any). */
Term term_un(Terms *ts, TermOp op, Term a);
Term term_bin(Terms *ts, TermOp op, Term a, Term b);
Term term_ite(Terms *ts, Term cond, Term then, Term otherwise);
Term term_extract(Terms *ts, Term a, unsigned hi, unsigned lo);
/* To a width that is at least the operand's. */
Term term_zext(Terms *ts, Term a, unsigned width);
Term term_sext(Terms *ts, Term a, unsigned width);
/* a * b + c, rounded once. */
Term term_fma(Terms *ts, Term a, Term b, Term c);
/* FCONVERT, FFROM_U, FFROM_S, FTO_U, FTO_S: to this width. */
Term term_float_to(Terms *ts, TermOp op, Term a, unsigned width);
/* Width 1: is the float a NaN? Anything else than "not equal to itself" would be another term. */
Term term_is_nan(Terms *ts, Term a);

/* Conveniences over width-1 terms. */
Term term_not(Terms *ts, Term a);
Term term_and(Terms *ts, Term a, Term b);
Term term_or(Terms *ts, Term a, Term b);

/* Looking at a term. */
TermOp term_op(const Terms *ts, Term t);
unsigned term_width(const Terms *ts, Term t);
Term term_arg(const Terms *ts, Term t, unsigned i);
unsigned term_hi(const Terms *ts, Term t); /* EXTRACT */
unsigned term_lo(const Terms *ts, Term t);
bool term_is_const(const Terms *ts, Term t, u128 *value); /* value may be NULL */
bool term_is_true(const Terms *ts, Term t);
bool term_is_false(const Terms *ts, Term t);
const TermVar *term_as_var(const Terms *ts, Term t); /* NULL unless VAR */

/* The value of `op` on constants of `width` bits (of the operands): the one definition of what the
 * operators mean, used by the constructors, the evaluator and the machine. For shifts `b` is the
 * amount. Covers every binary operator except CONCAT. */
u128 term_fold_bin(TermOp op, unsigned width, u128 a, u128 b);
/* The same for the operators on floats: from operands of `from` bits to a result of `to` bits (of
 * comparisons: 1). Operands that the operator does not have are ignored. */
u128 term_fold_float(TermOp op, unsigned from, unsigned to, u128 a, u128 b, u128 c);
/* Rust's a % b, C's fmod, on encodings; no operator of terms, since no solver knows it. */
u128 term_fold_float_rem(unsigned width, u128 a, u128 b);
bool term_op_is_float(TermOp op);
static inline u128 term_float_nan(unsigned width) { /* the canonical one */
  return width == 32 ? 0x7fc00000u : (u128)0x7ff8000000000000u;
}

/* Variables that occur in t are appended to `out` (caller's array of `cap`), without repeats with
 * respect to what is already there (`n` of them); returns the new count (never above cap). */
u32 term_vars(Terms *ts, Term t, Term *out, u32 n, u32 cap);

/* The number of its different subterms. */
u32 term_size(Terms *ts, Term t);

/* Evaluates under an assignment: vals[i] is the value of the variable vars[i]. A variable without
 * a value makes the result unknown: returns false. */
bool term_eval(Terms *ts, Term t, const Term *vars, const u128 *vals, u32 n, u128 *out);

/* Replaces variables (from[i] by to[i], same widths) and normalises again. */
Term term_subst(Terms *ts, Term t, const Term *from, const Term *to, u32 n);

/* Text like `(p1 + 1)`; `name` (may be NULL: then v<id>) gives the text of a variable. */
typedef void (*TermNamer)(void *self, const TermVar *v, StrBuf *out);
void term_print(const Terms *ts, Term t, TermNamer name, void *self, StrBuf *out);

/* The rewrite rules by name, to list, count and prove them in tests. Each rule's `apply` tries one
 * rewriting step at the root of (op, a, b, c), where op is one of its operators, and returns 0
 * where it does not apply. EXTRACT: b, c are hi, lo. ZEXT, SEXT: b is the width of the result.
 * Operands of commutative operators come ordered: a constant is b. */
typedef struct TermRule {
  const char *name;
  u64 operators; /* bit 1 << op for each operator it is for */
  Term (*apply)(Terms *ts, TermOp op, Term a, Term b, Term c);
} TermRule;
const TermRule *term_rules(u32 *count);
/* As term_bin, but without folding or rules: for tests that prove the rules. */
Term term_raw_bin(Terms *ts, TermOp op, Term a, Term b);

#endif
