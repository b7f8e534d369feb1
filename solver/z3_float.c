/* Floats are encodings in terms, and numbers of a sort of their own in Z3. Operands are converted
 * on the way in and results on the way out; Z3 removes what cancels.
 *
 * Z3 leaves open which bits a NaN has and what a conversion to integers out of range gives. Terms
 * do not, so both are said here explicitly: then a model of Z3's is one of the evaluator's. */
#include "solver/z3_float.h"

#include <assert.h>

/* Everything made on the way to one result; released together. */
typedef struct Made {
  Z3_context ctx;
  u32 n;
  Z3_ast at[40];
} Made;

static Z3_ast keep(Made *m, Z3_ast a) {
  assert(a && m->n < sizeof m->at / sizeof *m->at);
  Z3_inc_ref(m->ctx, a);
  m->at[m->n++] = a;
  return a;
}

static Z3_sort bits_sort(Made *m, unsigned width) {
  Z3_sort s = Z3_mk_bv_sort(m->ctx, width);
  keep(m, Z3_sort_to_ast(m->ctx, s));
  return s;
}

static Z3_sort float_sort(Made *m, unsigned width) {
  Z3_sort s = width == 32 ? Z3_mk_fpa_sort_32(m->ctx) : Z3_mk_fpa_sort_64(m->ctx);
  keep(m, Z3_sort_to_ast(m->ctx, s));
  return s;
}

static Z3_ast numeral(Made *m, u128 v, unsigned width) {
  char text[48], *at = text + sizeof text;
  *--at = '\0';
  do *--at = (char)('0' + (int)(v % 10));
  while (v /= 10);
  return keep(m, Z3_mk_numeral(m->ctx, at, bits_sort(m, width)));
}

static Z3_ast number_of(Made *m, Z3_ast bits, unsigned width) {
  return keep(m, Z3_mk_fpa_to_fp_bv(m->ctx, bits, float_sort(m, width)));
}

static Z3_ast ite(Made *m, Z3_ast cond, Z3_ast then, Z3_ast otherwise) {
  return keep(m, Z3_mk_ite(m->ctx, cond, then, otherwise));
}

/* The encoding of a number; of NaN the canonical one. */
static Z3_ast bits_of(Made *m, Z3_ast number, unsigned width) {
  Z3_ast is_nan = keep(m, Z3_mk_fpa_is_nan(m->ctx, number));
  Z3_ast bits = keep(m, Z3_mk_fpa_to_ieee_bv(m->ctx, number));
  return ite(m, is_nan, numeral(m, term_float_nan(width), width), bits);
}

static Z3_ast nearest(Made *m) { return keep(m, Z3_mk_fpa_rne(m->ctx)); }

/* How an operator rounds to an integer; NULL: it does not. */
static Z3_ast direction(Made *m, TermOp op) {
  switch (op) {
  case TERM_FFLOOR: return keep(m, Z3_mk_fpa_rtn(m->ctx));
  case TERM_FCEIL: return keep(m, Z3_mk_fpa_rtp(m->ctx));
  case TERM_FTRUNC: return keep(m, Z3_mk_fpa_rtz(m->ctx));
  case TERM_FROUND: return keep(m, Z3_mk_fpa_rna(m->ctx));
  case TERM_FROUND_EVEN: return nearest(m);
  default: return NULL;
  }
}

/* Truncated, within the range of the integers; NaN gives 0. The ends of the range, rounded to the
 * format, are the first numbers that give the least and the greatest integer: the least is in every
 * format, and the greatest is too or is rounded to the power of two above it. */
static Z3_ast to_integer(Made *m, Z3_ast x, bool is_signed, unsigned from, unsigned to) {
  Z3_context ctx = m->ctx;
  u128 top = (u128)1 << (to - 1);
  u128 least = is_signed ? top : 0, most = is_signed ? top - 1 : top | (top - 1);
  TermOp back = is_signed ? TERM_FFROM_S : TERM_FFROM_U;
  Z3_ast low = number_of(m, numeral(m, term_fold_float(back, to, from, least, 0, 0), from), from);
  Z3_ast high = number_of(m, numeral(m, term_fold_float(back, to, from, most, 0, 0), from), from);
  Z3_ast toward_zero = keep(m, Z3_mk_fpa_rtz(ctx));
  Z3_ast r = keep(m, is_signed ? Z3_mk_fpa_to_sbv(ctx, toward_zero, x, to)
                               : Z3_mk_fpa_to_ubv(ctx, toward_zero, x, to));
  r = ite(m, keep(m, Z3_mk_fpa_geq(ctx, x, high)), numeral(m, most, to), r);
  r = ite(m, keep(m, Z3_mk_fpa_leq(ctx, x, low)), numeral(m, least, to), r);
  return ite(m, keep(m, Z3_mk_fpa_is_nan(ctx, x)), numeral(m, 0, to), r);
}

static Z3_ast operate(Made *m, TermOp op, unsigned from, unsigned to, const Z3_ast *args) {
  Z3_context ctx = m->ctx;
  if (op == TERM_FFROM_U)
    return bits_of(
        m, keep(m, Z3_mk_fpa_to_fp_unsigned(ctx, nearest(m), args[0], float_sort(m, to))), to);
  if (op == TERM_FFROM_S)
    return bits_of(m, keep(m, Z3_mk_fpa_to_fp_signed(ctx, nearest(m), args[0], float_sort(m, to))),
                   to);
  Z3_ast x[3] = {NULL, NULL, NULL};
  for (unsigned i = 0; i < term_op_arity(op); i++) x[i] = number_of(m, args[i], from);
  Z3_ast round = direction(m, op);
  if (round) return bits_of(m, keep(m, Z3_mk_fpa_round_to_integral(ctx, round, x[0])), to);
  switch (op) {
  case TERM_FEQ: return keep(m, Z3_mk_fpa_eq(ctx, x[0], x[1]));
  case TERM_FLT: return keep(m, Z3_mk_fpa_lt(ctx, x[0], x[1]));
  case TERM_FLE: return keep(m, Z3_mk_fpa_leq(ctx, x[0], x[1]));
  case TERM_FTO_U: return to_integer(m, x[0], false, from, to);
  case TERM_FTO_S: return to_integer(m, x[0], true, from, to);
  default: break;
  }
  Z3_ast rne = nearest(m), r = NULL;
  switch (op) {
  case TERM_FADD: r = Z3_mk_fpa_add(ctx, rne, x[0], x[1]); break;
  case TERM_FSUB: r = Z3_mk_fpa_sub(ctx, rne, x[0], x[1]); break;
  case TERM_FMUL: r = Z3_mk_fpa_mul(ctx, rne, x[0], x[1]); break;
  case TERM_FDIV: r = Z3_mk_fpa_div(ctx, rne, x[0], x[1]); break;
  case TERM_FMA: r = Z3_mk_fpa_fma(ctx, rne, x[0], x[1], x[2]); break;
  case TERM_FSQRT: r = Z3_mk_fpa_sqrt(ctx, rne, x[0]); break;
  case TERM_FCONVERT: r = Z3_mk_fpa_to_fp_float(ctx, rne, x[0], float_sort(m, to)); break;
  default: assert(!"not an operator on floats");
  }
  return bits_of(m, keep(m, r), to);
}

Z3_ast z3_float(Z3_context ctx, TermOp op, unsigned from, unsigned to, const Z3_ast *args) {
  Made m = {.ctx = ctx};
  Z3_ast r = operate(&m, op, from, to, args);
  Z3_inc_ref(ctx, r);
  for (u32 i = 0; i < m.n; i++) Z3_dec_ref(ctx, m.at[i]);
  return r;
}
