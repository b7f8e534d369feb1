/* What the operators mean on numbers: used when all operands are constants, by the evaluator, and
 * by the machine. */
#include "engine/term/internal.h"

bool is_commutative(TermOp op) {
  return op == TERM_ADD || op == TERM_MUL || op == TERM_AND || op == TERM_OR || op == TERM_XOR ||
         op == TERM_EQ || op == TERM_FADD || op == TERM_FMUL || op == TERM_FEQ;
}

bool is_comparison(TermOp op) {
  return op == TERM_EQ || op == TERM_ULT || op == TERM_ULE || op == TERM_SLT || op == TERM_SLE ||
         op == TERM_FEQ || op == TERM_FLT || op == TERM_FLE;
}

u128 fold_un(TermOp op, unsigned width, u128 a) {
  return u128_mask(op == TERM_NOT ? ~a : -a, width);
}

/* SMT-LIB defines the signed forms by the unsigned ones on magnitudes; so they are total, and the
 * least number divided by -1 is itself. */
static u128 magnitude(u128 v, unsigned width) {
  return u128_sext(v, width) < 0 ? u128_mask(-v, width) : v;
}

static u128 udiv(u128 a, u128 b) { return b ? a / b : ~(u128)0; }
static u128 urem(u128 a, u128 b) { return b ? a % b : a; }

static u128 sdiv(unsigned width, u128 a, u128 b) {
  u128 q = udiv(magnitude(a, width), magnitude(b, width));
  return (u128_sext(a, width) < 0) != (u128_sext(b, width) < 0) ? -q : q;
}

static u128 srem(unsigned width, u128 a, u128 b) {
  u128 r = urem(magnitude(a, width), magnitude(b, width));
  return u128_sext(a, width) < 0 ? -r : r;
}

u128 term_fold_bin(TermOp op, unsigned width, u128 a, u128 b) {
  assert(width >= 1 && width <= 128);
  a = u128_mask(a, width);
  b = u128_mask(b, width);
  if (term_op_is_float(op)) return term_fold_float(op, width, width, a, b, 0);
  u128 r;
  switch (op) {
  case TERM_EQ: return a == b;
  case TERM_ULT: return a < b;
  case TERM_ULE: return a <= b;
  case TERM_SLT: return u128_sext(a, width) < u128_sext(b, width);
  case TERM_SLE: return u128_sext(a, width) <= u128_sext(b, width);
  case TERM_ADD: r = a + b; break;
  case TERM_SUB: r = a - b; break;
  case TERM_MUL: r = a * b; break;
  case TERM_UDIV: r = udiv(a, b); break;
  case TERM_UREM: r = urem(a, b); break;
  case TERM_SDIV: r = sdiv(width, a, b); break;
  case TERM_SREM: r = srem(width, a, b); break;
  case TERM_AND: r = a & b; break;
  case TERM_OR: r = a | b; break;
  case TERM_XOR: r = a ^ b; break;
  case TERM_SHL: r = b < width ? a << b : 0; break;
  case TERM_LSHR: r = b < width ? a >> b : 0; break;
  case TERM_ASHR: r = (u128)(u128_sext(a, width) >> (b < width ? b : width - 1)); break;
  default: assert(!"not a binary operator on one width"); return 0;
  }
  return u128_mask(r, width);
}

Term fold_constants(Terms *ts, TermOp op, Term a, Term b, Term c) {
  u128 x, y;
  if (!const_value(ts, a, &x)) return 0;
  unsigned width = width_of(ts, a);
  switch (op) {
  case TERM_NOT:
  case TERM_NEG: return term_const(ts, width, fold_un(op, width, x));
  case TERM_ITE: return x ? b : c;
  case TERM_EXTRACT: return term_const(ts, b - c + 1, x >> c);
  case TERM_ZEXT: return term_const(ts, b, x);
  case TERM_SEXT: return term_const(ts, b, (u128)u128_sext(x, width));
  case TERM_FCONVERT:
  case TERM_FFROM_U:
  case TERM_FFROM_S:
  case TERM_FTO_U:
  case TERM_FTO_S: return term_const(ts, b, term_fold_float(op, width, b, x, 0, 0));
  default: break;
  }
  if (term_op_arity(op) == 1)
    return term_const(ts, width, term_fold_float(op, width, width, x, 0, 0));
  if (!const_value(ts, b, &y)) return 0;
  if (op == TERM_FMA) {
    u128 z;
    if (!const_value(ts, c, &z)) return 0;
    return term_const(ts, width, term_fold_float(op, width, width, x, y, z));
  }
  if (op == TERM_CONCAT) {
    return term_const(ts, width + width_of(ts, b), x << width_of(ts, b) | y);
  }
  return term_const(ts, is_comparison(op) ? 1 : width, term_fold_bin(op, width, x, y));
}
