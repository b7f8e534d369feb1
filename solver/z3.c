/* Terms as Z3 sees them, and the context they live in. What is asked about them is in z3_ask.c,
 * with what in z3_method.c.
 *
 * Terms are translated once and kept by handle. A term of width 1 becomes a Bool, because Z3
 * decides boolean structure much faster than the same structure over one-bit vectors; every other
 * term becomes a bit vector. Where an operator needs the other form, the translation converts.
 *
 * The context counts references (Z3_mk_context_rc): whatever a constructor returns is inc_ref'ed at
 * once and released with the context. Without counting, a term made inside a scope would die with
 * the scope while our cache still names it. */
#include "solver/z3_impl.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"
#include "solver/z3_float.h"

Smt *smt_create(Terms *ts, u64 rlimit) {
  Smt *s = memory_alloc_zeroed(1, sizeof *s);
  s->ts = ts;
  s->rlimit = rlimit;
  return s;
}

void smt_destroy(Smt *s) {
  if (!s) return;
  if (s->ctx) {
    for (u32 i = 0; i < s->cache.len; i++)
      if (s->cache.at[i]) Z3_dec_ref(s->ctx, s->cache.at[i]);
    for (u32 i = 0; i < sizeof s->sorts / sizeof *s->sorts; i++)
      if (s->sorts[i]) Z3_dec_ref(s->ctx, Z3_sort_to_ast(s->ctx, s->sorts[i]));
    Z3_solver_dec_ref(s->ctx, s->solver);
    Z3_del_context(s->ctx);
  }
  vec_free(&s->cache);
  vec_free(&s->floats);
  vec_free(&s->work);
  vec_free(&s->asserted.conds);
  vec_free(&s->asserted.vars_before);
  vec_free(&s->asserted.vars);
  vec_free(&s->open);
  sb_free(&s->open_why);
  sb_free(&s->why);
  sb_free(&s->last_why);
  free(s);
}

/* ---- the context */

void z3_start(Smt *s) {
  if (s->ctx) return;
  Z3_config cfg = Z3_mk_config();
  s->ctx = Z3_mk_context_rc(cfg);
  Z3_del_config(cfg);
  s->solver = method_solver(s, METHOD_INCREMENTAL);
}

/* ---- translation */

static Z3_ast *slot(Smt *s, Term t) {
  if (t >= s->cache.len) {
    u32 len = terms_count(s->ts) + 1;
    assert(t < len);
    vec_reserve(&s->cache, len);
    memset(s->cache.at + s->cache.len, 0, (len - s->cache.len) * sizeof *s->cache.at);
    s->cache.len = len;
    vec_reserve(&s->floats, len);
    memset(s->floats.at + s->floats.len, 0, (len - s->floats.len) * sizeof *s->floats.at);
    s->floats.len = len;
  }
  return &s->cache.at[t];
}

/* Vectors of `width` bits; 0 stands for Bool. */
static Z3_sort sort_of(Smt *s, unsigned width) {
  if (!s->sorts[width]) {
    s->sorts[width] = width ? Z3_mk_bv_sort(s->ctx, width) : Z3_mk_bool_sort(s->ctx);
    Z3_inc_ref(s->ctx, Z3_sort_to_ast(s->ctx, s->sorts[width]));
  }
  return s->sorts[width];
}

/* A bit vector constant, also of width 1. Z3 reads wide numerals as decimal text only. */
static Z3_ast numeral(Smt *s, u128 v, unsigned width) {
  Z3_sort sort = sort_of(s, width);
  if (v <= UINT64_MAX) return Z3_mk_unsigned_int64(s->ctx, (u64)v, sort);
  char text[48], *at = text + sizeof text;
  *--at = '\0';
  for (; v; v /= 10) *--at = (char)('0' + (int)(v % 10));
  return Z3_mk_numeral(s->ctx, at, sort);
}

/* Bool to a vector of one bit and back. */
static Z3_ast bool_to_bv(Smt *s, Z3_ast b) {
  Z3_ast one = keep(s, numeral(s, 1, 1)), zero = keep(s, numeral(s, 0, 1));
  Z3_ast r = keep(s, Z3_mk_ite(s->ctx, b, one, zero));
  drop(s, one), drop(s, zero);
  return r;
}

static Z3_ast bv_to_bool(Smt *s, Z3_ast v) {
  Z3_ast one = keep(s, numeral(s, 1, 1));
  Z3_ast r = keep(s, Z3_mk_eq(s->ctx, v, one));
  drop(s, one);
  return r;
}

/* Operand i of t as a bit vector; the caller drops it. */
static Z3_ast vector_arg(Smt *s, Term t, unsigned i) {
  Term a = term_arg(s->ts, t, i);
  Z3_ast z = *slot(s, a);
  return term_width(s->ts, a) == 1 ? bool_to_bv(s, z) : keep(s, z);
}

typedef Z3_ast (*Binary)(Z3_context, Z3_ast, Z3_ast);

static const Binary vector_binary[TERM_OP_COUNT] = {
    [TERM_ADD] = Z3_mk_bvadd,    [TERM_SUB] = Z3_mk_bvsub,   [TERM_MUL] = Z3_mk_bvmul,
    [TERM_UDIV] = Z3_mk_bvudiv,  [TERM_UREM] = Z3_mk_bvurem, [TERM_SDIV] = Z3_mk_bvsdiv,
    [TERM_SREM] = Z3_mk_bvsrem,  [TERM_AND] = Z3_mk_bvand,   [TERM_OR] = Z3_mk_bvor,
    [TERM_XOR] = Z3_mk_bvxor,    [TERM_SHL] = Z3_mk_bvshl,   [TERM_LSHR] = Z3_mk_bvlshr,
    [TERM_ASHR] = Z3_mk_bvashr,  [TERM_EQ] = Z3_mk_eq,       [TERM_ULT] = Z3_mk_bvult,
    [TERM_ULE] = Z3_mk_bvule,    [TERM_SLT] = Z3_mk_bvslt,   [TERM_SLE] = Z3_mk_bvsle,
    [TERM_CONCAT] = Z3_mk_concat};

static bool gives_bool(TermOp op) {
  return op == TERM_EQ || op == TERM_ULT || op == TERM_ULE || op == TERM_SLT || op == TERM_SLE;
}

/* Connectives over Bools: width-1 operators that need no vectors. NULL: not one of them. */
static Z3_ast translate_connective(Smt *s, Term t) {
  Z3_ast a = *slot(s, term_arg(s->ts, t, 0));
  TermOp op = term_op(s->ts, t);
  if (op == TERM_NOT) return keep(s, Z3_mk_not(s->ctx, a));
  if (term_op_arity(op) != 2) return NULL;
  Z3_ast b = *slot(s, term_arg(s->ts, t, 1)), both[2] = {a, b};
  switch (op) {
  case TERM_AND: return keep(s, Z3_mk_and(s->ctx, 2, both));
  case TERM_OR: return keep(s, Z3_mk_or(s->ctx, 2, both));
  case TERM_XOR: return keep(s, Z3_mk_xor(s->ctx, a, b));
  case TERM_EQ: return keep(s, Z3_mk_iff(s->ctx, a, b));
  default: return NULL;
  }
}

/* An operator over vectors; its result is a Bool for comparisons and a vector otherwise. */
static Z3_ast translate_vector(Smt *s, Term t) {
  TermOp op = term_op(s->ts, t);
  Z3_ast a = vector_arg(s, t, 0), b = NULL, r = NULL;
  unsigned grow = term_width(s->ts, t) - term_width(s->ts, term_arg(s->ts, t, 0));
  switch (op) {
  case TERM_NOT: r = Z3_mk_bvnot(s->ctx, a); break;
  case TERM_NEG: r = Z3_mk_bvneg(s->ctx, a); break;
  case TERM_EXTRACT: r = Z3_mk_extract(s->ctx, term_hi(s->ts, t), term_lo(s->ts, t), a); break;
  case TERM_ZEXT: r = Z3_mk_zero_ext(s->ctx, grow, a); break;
  case TERM_SEXT: r = Z3_mk_sign_ext(s->ctx, grow, a); break;
  default:
    assert(vector_binary[op]);
    b = vector_arg(s, t, 1);
    r = vector_binary[op](s->ctx, a, b);
  }
  keep(s, r);
  drop(s, a);
  if (b) drop(s, b);
  if (term_width(s->ts, t) == 1 && !gives_bool(op)) {
    Z3_ast as_bool = bv_to_bool(s, r);
    drop(s, r);
    return as_bool;
  }
  return r;
}

static Z3_ast translate_float(Smt *s, Term t) {
  TermOp op = term_op(s->ts, t);
  unsigned arity = term_op_arity(op);
  Z3_ast args[3];
  for (unsigned i = 0; i < arity; i++) args[i] = vector_arg(s, t, i);
  Z3_ast r =
      z3_float(s->ctx, op, term_width(s->ts, term_arg(s->ts, t, 0)), term_width(s->ts, t), args);
  for (unsigned i = 0; i < arity; i++) drop(s, args[i]);
  return r;
}

/* One term whose operands are translated. The result carries one reference, the cache's. */
static Z3_ast translate_one(Smt *s, Term t) {
  TermOp op = term_op(s->ts, t);
  unsigned width = term_width(s->ts, t);
  if (op == TERM_VAR) {
    Z3_sort sort = sort_of(s, width == 1 ? 0 : width);
    return keep(s, Z3_mk_const(s->ctx, Z3_mk_int_symbol(s->ctx, (int)t), sort));
  }
  if (op == TERM_CONST) {
    u128 v = 0;
    term_is_const(s->ts, t, &v);
    if (width > 1) return keep(s, numeral(s, v, width));
    return keep(s, v ? Z3_mk_true(s->ctx) : Z3_mk_false(s->ctx));
  }
  if (op == TERM_ITE)
    return keep(s, Z3_mk_ite(s->ctx, *slot(s, term_arg(s->ts, t, 0)),
                             *slot(s, term_arg(s->ts, t, 1)), *slot(s, term_arg(s->ts, t, 2))));
  if (term_op_is_float(op)) return translate_float(s, t);
  if (term_width(s->ts, term_arg(s->ts, t, 0)) == 1 && width == 1) {
    Z3_ast r = translate_connective(s, t);
    if (r) return r;
  }
  return translate_vector(s, t);
}

static void note_floats(Smt *s, Term t) {
  TermOp op = term_op(s->ts, t);
  bool any = term_op_is_float(op);
  for (unsigned i = 0; i < term_op_arity(op); i++) any |= s->floats.at[term_arg(s->ts, t, i)];
  s->floats.at[t] = any;
}

bool z3_has_floats(Smt *s, Term t) {
  z3_translate(s, t);
  return s->floats.at[t];
}

/* Operands first, by an explicit stack: terms may be deeper than the C stack. */
Z3_ast z3_translate(Smt *s, Term root) {
  slot(s, terms_count(s->ts)); /* the cache does not move below */
  vec_clear(&s->work);
  vec_push(&s->work, root);
  while (s->work.len) {
    Term t = vec_last(&s->work);
    if (!*slot(s, t)) {
      u32 before = s->work.len;
      for (unsigned i = 0; i < term_op_arity(term_op(s->ts, t)); i++)
        if (!*slot(s, term_arg(s->ts, t, i))) vec_push(&s->work, term_arg(s->ts, t, i));
      if (s->work.len > before) continue;
      *slot(s, t) = translate_one(s, t);
      note_floats(s, t);
    }
    s->work.len--;
  }
  return *slot(s, root);
}

/* What an address variable is known to be: aligned, not null, its end within the address space.
 * The constructors of terms fold with these facts, so a question without them would be about other
 * addresses. The caller drops the result; NULL: nothing known. */
Z3_ast z3_address_facts(Smt *s, Term var) {
  const TermVar *v = term_as_var(s->ts, var);
  if (!v->address || v->width < 2) return NULL;
  Z3_ast x = z3_translate(s, var);
  u128 last = u128_mask(~(u128)0, v->width) - u128_mask(v->size, v->width);
  Z3_ast zero = keep(s, numeral(s, 0, v->width)), end = keep(s, numeral(s, last, v->width));
  Z3_ast is_null = keep(s, Z3_mk_eq(s->ctx, x, zero));
  Z3_ast all[3] = {keep(s, Z3_mk_not(s->ctx, is_null)), keep(s, Z3_mk_bvule(s->ctx, x, end)), NULL};
  u32 n = 2;
  if (v->log2_align) {
    unsigned bits = v->log2_align < v->width ? v->log2_align : v->width;
    Z3_ast low = keep(s, Z3_mk_extract(s->ctx, bits - 1, 0, x));
    Z3_ast none = keep(s, numeral(s, 0, bits));
    all[n++] = keep(s, Z3_mk_eq(s->ctx, low, none));
    drop(s, low), drop(s, none);
  }
  Z3_ast r = keep(s, Z3_mk_and(s->ctx, n, all));
  for (u32 i = 0; i < n; i++) drop(s, all[i]);
  drop(s, zero), drop(s, end), drop(s, is_null);
  return r;
}
