/* A question as an SMT-LIB 2 script, for people and for a second opinion by another solver.
 *
 * Every term is a bit vector, also those of width 1, and every shared operator becomes a
 * definition, so that the script is as small as the graph of terms. Below a quantifier what depends
 * on its variables is named by nested lets instead. The script carries the same facts about
 * addresses as the questions asked through Z3's interface.
 *
 * A float is the vector of its encoding. SMT-LIB has no function from numbers to encodings, since
 * NaN has several, so the result of an operator on floats is a constant whose number is asserted to
 * be it.
 */
#include "solver/smt.h"

#include <stdlib.h>

#include "engine/base/vec.h"

typedef struct Script {
  Terms *ts;
  StrBuf *out;
  VEC(Term) work;
  VEC(bool) done;  /* by handle: declared or defined */
  VEC(bool) bound; /* by handle: depends on a variable of the quantifier */
  VEC(Term) inner; /* those of them that are operators, operands first */
  bool has_floats;
} Script;

static void mark(Script *s, Term t) {
  while (s->done.len <= t) vec_push(&s->done, false);
  s->done.at[t] = true;
}

static bool is_done(const Script *s, Term t) { return t < s->done.len && s->done.at[t]; }

/* (_ bvN w) */
static void put_numeral(StrBuf *out, u128 v, unsigned width) {
  sb_puts(out, "(_ bv");
  sb_put_int(out, v, 128, false);
  sb_printf(out, " %u)", width);
}

/* Two variables may share an id, so the handle is part of the name. */
static void put_ref(Script *s, Term t) {
  u128 v;
  if (term_is_const(s->ts, t, &v))
    put_numeral(s->out, v, term_width(s->ts, t));
  else if (term_as_var(s->ts, t))
    sb_printf(s->out, "v%u_%u", term_as_var(s->ts, t)->id, t);
  else
    sb_printf(s->out, "t%u", t);
}

static bool is_comparison(TermOp op) {
  return op == TERM_EQ || op == TERM_ULT || op == TERM_ULE || op == TERM_SLT || op == TERM_SLE ||
         op == TERM_FEQ || op == TERM_FLT || op == TERM_FLE;
}

/* The operator with its indices, up to its first operand. */
static void put_operator(Script *s, Term t) {
  TermOp op = term_op(s->ts, t);
  unsigned grow = op == TERM_ZEXT || op == TERM_SEXT
                      ? term_width(s->ts, t) - term_width(s->ts, term_arg(s->ts, t, 0))
                      : 0;
  if (op == TERM_EXTRACT)
    sb_printf(s->out, "((_ extract %u %u)", term_hi(s->ts, t), term_lo(s->ts, t));
  else if (op == TERM_ZEXT || op == TERM_SEXT)
    sb_printf(s->out, "((_ %s %u)", term_op_name(op), grow);
  else if (op == TERM_ITE)
    sb_puts(s->out, "(ite (= #b1");
  else
    sb_printf(s->out, "(%s", term_op_name(op));
}

/* ---- floats */

static const char *float_sort(unsigned width) { return width == 32 ? "8 24" : "11 53"; }

static void put_number(Script *s, Term t) {
  sb_printf(s->out, "((_ to_fp %s) ", float_sort(term_width(s->ts, t)));
  put_ref(s, t);
  sb_putc(s->out, ')');
}

/* SMT-LIB's name of the operator with its rounding mode. */
static const char *float_operator(TermOp op) {
  switch (op) {
  case TERM_FADD: return "fp.add RNE";
  case TERM_FSUB: return "fp.sub RNE";
  case TERM_FMUL: return "fp.mul RNE";
  case TERM_FDIV: return "fp.div RNE";
  case TERM_FMA: return "fp.fma RNE";
  case TERM_FSQRT: return "fp.sqrt RNE";
  case TERM_FFLOOR: return "fp.roundToIntegral RTN";
  case TERM_FCEIL: return "fp.roundToIntegral RTP";
  case TERM_FTRUNC: return "fp.roundToIntegral RTZ";
  case TERM_FROUND: return "fp.roundToIntegral RNA";
  case TERM_FROUND_EVEN: return "fp.roundToIntegral RNE";
  case TERM_FEQ: return "fp.eq";
  case TERM_FLT: return "fp.lt";
  default: return "fp.leq";
  }
}

static void put_float_operation(Script *s, Term t) {
  TermOp op = term_op(s->ts, t);
  const char *sort = float_sort(term_width(s->ts, t));
  if (op == TERM_FCONVERT || op == TERM_FFROM_S)
    sb_printf(s->out, "((_ to_fp %s) RNE", sort);
  else if (op == TERM_FFROM_U)
    sb_printf(s->out, "((_ to_fp_unsigned %s) RNE", sort);
  else
    sb_printf(s->out, "(%s", float_operator(op));
  for (unsigned i = 0; i < term_op_arity(op); i++) {
    sb_putc(s->out, ' ');
    if (op == TERM_FFROM_U || op == TERM_FFROM_S)
      put_ref(s, term_arg(s->ts, t, i));
    else
      put_number(s, term_arg(s->ts, t, i));
  }
  sb_putc(s->out, ')');
}

/* `bits` of a float of this width, as a number. */
static void put_float(Script *s, u128 bits, unsigned width) {
  sb_printf(s->out, "((_ to_fp %s) ", float_sort(width));
  put_numeral(s->out, bits, width);
  sb_putc(s->out, ')');
}

/* SMT-LIB's conversions are undefined out of range: NaN and what is too large are told apart. */
static void put_to_integer(Script *s, Term t) {
  Term x = term_arg(s->ts, t, 0);
  bool is_signed = term_op(s->ts, t) == TERM_FTO_S;
  unsigned from = term_width(s->ts, x), to = term_width(s->ts, t);
  u128 top = (u128)1 << (to - 1);
  u128 least = is_signed ? top : 0, most = is_signed ? top - 1 : top | (top - 1);
  TermOp back = is_signed ? TERM_FFROM_S : TERM_FFROM_U;
  /* The numbers nearest to the ends of the range: what is not between them saturates. */
  u128 low = term_fold_float(back, to, from, least, 0, 0);
  u128 high = term_fold_float(back, to, from, most, 0, 0);
  sb_puts(s->out, "(ite (fp.isNaN ");
  put_number(s, x);
  sb_puts(s->out, ") ");
  put_numeral(s->out, 0, to);
  sb_puts(s->out, " (ite (fp.leq ");
  put_number(s, x);
  sb_putc(s->out, ' ');
  put_float(s, low, from);
  sb_puts(s->out, ") ");
  put_numeral(s->out, least, to);
  sb_puts(s->out, " (ite (fp.geq ");
  put_number(s, x);
  sb_putc(s->out, ' ');
  put_float(s, high, from);
  sb_puts(s->out, ") ");
  put_numeral(s->out, most, to);
  sb_printf(s->out, " ((_ fp.to_%s %u) RTZ ", is_signed ? "sbv" : "ubv", to);
  put_number(s, x);
  sb_puts(s->out, "))))");
}

static bool is_float_valued(TermOp op) {
  return term_op_is_float(op) && !is_comparison(op) && op != TERM_FTO_U && op != TERM_FTO_S;
}

/* As an expression. Its encoding is a function of Z3's, for what is below a quantifier. */
static void put_float_application(Script *s, Term t) {
  TermOp op = term_op(s->ts, t);
  s->has_floats = true;
  if (op == TERM_FTO_U || op == TERM_FTO_S) {
    put_to_integer(s, t);
  } else if (is_comparison(op)) {
    sb_puts(s->out, "(ite ");
    put_float_operation(s, t);
    sb_puts(s->out, " #b1 #b0)");
  } else {
    sb_puts(s->out, "(let ((number ");
    put_float_operation(s, t);
    sb_puts(s->out, ")) (ite (fp.isNaN number) ");
    put_numeral(s->out, term_float_nan(term_width(s->ts, t)), term_width(s->ts, t));
    sb_puts(s->out, " (fp.to_ieee_bv number)))");
  }
}

/* Without that function: a constant whose number is the result. */
static void define_float(Script *s, Term t) {
  unsigned width = term_width(s->ts, t);
  s->has_floats = true;
  sb_printf(s->out, "(declare-const t%u (_ BitVec %u))\n(assert (= ", t, width);
  put_number(s, t);
  sb_putc(s->out, ' ');
  put_float_operation(s, t);
  sb_puts(s->out, "))\n(assert (=> (fp.isNaN ");
  put_number(s, t);
  sb_printf(s->out, ") (= t%u ", t);
  put_numeral(s->out, term_float_nan(width), width);
  sb_puts(s->out, ")))\n");
}

static void put_application(Script *s, Term t) {
  TermOp op = term_op(s->ts, t);
  if (term_op_is_float(op)) {
    put_float_application(s, t);
    return;
  }
  if (is_comparison(op)) sb_puts(s->out, "(ite ");
  put_operator(s, t);
  for (unsigned i = 0; i < term_op_arity(op); i++) {
    sb_putc(s->out, ' ');
    put_ref(s, term_arg(s->ts, t, i));
    if (op == TERM_ITE && i == 0) sb_putc(s->out, ')');
  }
  sb_puts(s->out, is_comparison(op) ? ") #b1 #b0)" : ")");
}

static bool is_bound(const Script *s, Term t) { return t < s->bound.len && s->bound.at[t]; }

static void set_bound(Script *s, Term t) {
  while (s->bound.len <= t) vec_push(&s->bound, false);
  s->bound.at[t] = true;
}

static bool has_bound_operand(const Script *s, Term t) {
  bool bound = false;
  for (unsigned i = 0; i < term_op_arity(term_op(s->ts, t)); i++)
    bound |= is_bound(s, term_arg(s->ts, t, i));
  return bound;
}

static void define(Script *s, Term t) {
  if (is_float_valued(term_op(s->ts, t))) {
    define_float(s, t);
    return;
  }
  sb_printf(s->out, "(define-fun t%u () (_ BitVec %u) ", t, term_width(s->ts, t));
  put_application(s, t);
  sb_puts(s->out, ")\n");
}

/* (let ((t9 ..)) and what follows is its body, up to a parenthesis at the end. */
static void put_let(Script *s, Term t) {
  sb_printf(s->out, "(let ((t%u ", t);
  put_application(s, t);
  sb_puts(s->out, "))\n");
}

/* What is known of an address variable, each with `before` and `after` around it. */
static void put_facts(Script *s, Term var, const char *before, const char *after) {
  const TermVar *v = term_as_var(s->ts, var);
  if (!v->address || v->width < 2) return;
  unsigned bits = v->log2_align < v->width ? v->log2_align : v->width;
  sb_printf(s->out, "%s(distinct ", before);
  put_ref(s, var);
  sb_putc(s->out, ' ');
  put_numeral(s->out, 0, v->width);
  sb_printf(s->out, ")%s%s(bvule ", after, before);
  put_ref(s, var);
  sb_putc(s->out, ' ');
  put_numeral(s->out, u128_mask(~(u128)0, v->width) - u128_mask(v->size, v->width), v->width);
  sb_printf(s->out, ")%s", after);
  if (!bits) return;
  sb_printf(s->out, "%s(= ((_ extract %u 0) ", before, bits - 1);
  put_ref(s, var);
  sb_puts(s->out, ") ");
  put_numeral(s->out, 0, bits);
  sb_printf(s->out, ")%s", after);
}

static void put_about(Script *s, const TermVar *v) {
  if (v->address)
    sb_printf(s->out, " ; address of an allocation of %llu bytes, aligned to 2^%u",
              (unsigned long long)v->size, v->log2_align);
  sb_putc(s->out, '\n');
}

static void declare(Script *s, Term var) {
  const TermVar *v = term_as_var(s->ts, var);
  sb_puts(s->out, "(declare-const ");
  put_ref(s, var);
  sb_printf(s->out, " (_ BitVec %u))", v->width);
  put_about(s, v);
  put_facts(s, var, "(assert ", ")\n");
}

/* Declares and defines what t is made of, operands first, without recursion. What depends on a
 * bound variable has its place below the quantifier and is only collected. */
static void write_term(Script *s, Term root) {
  vec_push(&s->work, root);
  while (s->work.len) {
    Term t = vec_last(&s->work);
    u32 before = s->work.len;
    if (!is_done(s, t) && !term_is_const(s->ts, t, NULL)) {
      for (unsigned i = 0; i < term_op_arity(term_op(s->ts, t)); i++) {
        Term arg = term_arg(s->ts, t, i);
        if (!is_done(s, arg) && !term_is_const(s->ts, arg, NULL)) vec_push(&s->work, arg);
      }
      if (s->work.len > before) continue;
      if (term_as_var(s->ts, t))
        declare(s, t);
      else if (has_bound_operand(s, t))
        vec_push(&s->inner, t), set_bound(s, t);
      else
        define(s, t);
      mark(s, t);
    }
    s->work.len--;
  }
}

static void script_free(Script *s) {
  vec_free(&s->work);
  vec_free(&s->done);
  vec_free(&s->bound);
  vec_free(&s->inner);
}

static void assert_conditions(Script *s, const Term *conds, u32 n) {
  for (u32 i = 0; i < n; i++) {
    write_term(s, conds[i]);
    sb_puts(s->out, "(assert (= #b1 ");
    put_ref(s, conds[i]);
    sb_puts(s->out, "))\n");
  }
}

/* (assert (not (exists (..) (and facts body)))), with lets between for what depends on what is
 * bound. Everything else of the body is defined before. */
static void assert_no_instance(Script *s, const SmtQuestion *q) {
  for (u32 i = 0; i < q->nbound; i++) {
    set_bound(s, q->bound[i]);
    mark(s, q->bound[i]);
  }
  write_term(s, q->body);
  sb_puts(s->out, "(assert (not ");
  if (q->nbound) sb_puts(s->out, "(exists (");
  for (u32 i = 0; i < q->nbound; i++) {
    sb_puts(s->out, i ? "  (" : "(");
    put_ref(s, q->bound[i]);
    sb_printf(s->out, " (_ BitVec %u))", term_width(s->ts, q->bound[i]));
    put_about(s, term_as_var(s->ts, q->bound[i]));
  }
  if (q->nbound) sb_puts(s->out, ")\n");
  for (u32 i = 0; i < s->inner.len; i++) put_let(s, s->inner.at[i]);
  sb_puts(s->out, "(and");
  for (u32 i = 0; i < q->nbound; i++) put_facts(s, q->bound[i], " ", "");
  sb_puts(s->out, " (= #b1 ");
  put_ref(s, q->body);
  sb_puts(s->out, "))");
  for (u32 i = 0; i < s->inner.len; i++) sb_putc(s->out, ')');
  sb_puts(s->out, q->nbound ? ")))\n" : "))\n");
}

/* The logic is known once everything is written. */
static void finish(Script *s, bool quantified, StrBuf *out) {
  const char *bits = quantified ? "BV" : "QF_BV", *floats = quantified ? "ALL" : "QF_BVFP";
  sb_printf(out, "(set-logic %s)\n", s->has_floats ? floats : bits);
  sb_put(out, sb_str(s->out), s->out->len);
  sb_puts(out, "(check-sat)\n");
  sb_free(s->out);
  script_free(s);
}

void smtlib_question(Terms *ts, const SmtQuestion *q, StrBuf *out) {
  static const char *const status[] = {
      [FEASIBLE_NO] = "unsat", [FEASIBLE_YES] = "sat", [FEASIBLE_UNKNOWN] = "unknown"};
  StrBuf body = {0};
  Script s = {.ts = ts, .out = &body};
  sb_printf(out, "(set-info :status %s)\n", status[q->answer]);
  for (u32 i = 0; i < q->nwanted; i++) write_term(&s, q->wanted[i]);
  assert_conditions(&s, q->conds, q->n);
  if (q->body) assert_no_instance(&s, q);
  finish(&s, q->nbound != 0, out);
}

void smtlib_dump(Terms *ts, const Term *conds, u32 n, StrBuf *out) {
  StrBuf body = {0};
  Script s = {.ts = ts, .out = &body};
  assert_conditions(&s, conds, n);
  finish(&s, false, out);
}
