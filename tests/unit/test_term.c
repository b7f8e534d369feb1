/* Terms: what the constructors make of random expressions has the value of the expressions; every
 * rewrite rule is met and right; the shapes that the machine relies on fold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "engine/term/internal.h"

/* --- a second definition of the operators ---------------------------------------------------- */

static i128 as_signed(u128 v, unsigned w) {
  return w < 128 && v >> (w - 1) & 1 ? (i128)(v - ((u128)1 << w)) : (i128)v;
}

/* a op b on numbers of w bits; c: third operand of ITE, lo of EXTRACT. */
static u128 meaning(TermOp op, unsigned w, u128 a, u128 b, u128 c, unsigned low_width) {
  i128 sa = as_signed(a, w), sb = as_signed(b, w);
  u128 least = (u128)1 << (w - 1), all = least | (least - 1), r;
  switch (op) {
  case TERM_NOT: r = a ^ all; break;
  case TERM_NEG: r = 0 - a; break;
  case TERM_ADD: r = a + b; break;
  case TERM_SUB: r = a - b; break;
  case TERM_MUL: r = a * b; break;
  case TERM_UDIV: r = b ? a / b : all; break;
  case TERM_UREM: r = b ? a % b : a; break;
  case TERM_SDIV:
    r = !b ? (sa < 0 ? 1 : all) : a == least && sb == -1 ? least : (u128)(sa / sb);
    break;
  case TERM_SREM: r = !b ? a : a == least && sb == -1 ? 0 : (u128)(sa % sb); break;
  case TERM_AND: r = a & b; break;
  case TERM_OR: r = a | b; break;
  case TERM_XOR: r = a ^ b; break;
  case TERM_SHL: r = b >= w ? 0 : a << b; break;
  case TERM_LSHR: r = b >= w ? 0 : a >> b; break;
  case TERM_ASHR: r = b >= w ? (sa < 0 ? all : 0) : (u128)(sa >> b); break;
  case TERM_EQ: return a == b;
  case TERM_ULT: return a < b;
  case TERM_ULE: return a <= b;
  case TERM_SLT: return sa < sb;
  case TERM_SLE: return sa <= sb;
  case TERM_ITE: return a ? b : c;
  case TERM_CONCAT: return a << low_width | b;
  case TERM_EXTRACT: return u128_mask(a >> c, (unsigned)(b - c + 1));
  case TERM_ZEXT: return a;
  case TERM_SEXT: return u128_mask((u128)sa, (unsigned)b);
  default: fail(); return 0;
  }
  return r & all;
}

/* --- pools of terms with their values under some assignments --------------------------------- */

#define WORLDS 24
#define POOL 120

typedef struct Entry {
  Term t;
  u128 value[WORLDS];
} Entry;

typedef struct Pool {
  Terms *ts;
  Entry at[POOL];
  u32 n;
  Term vars[16];
  u128 vals[WORLDS][16];
  u32 nvars;
  u64 seed;
} Pool;

static u64 next_random(Pool *p) {
  p->seed ^= p->seed << 13;
  p->seed ^= p->seed >> 7;
  p->seed ^= p->seed << 17;
  return p->seed * 0x2545f4914f6cdd1du >> 11;
}
static u32 below(Pool *p, u32 n) { return (u32)(next_random(p) % n); }

static u128 random_value(Pool *p, unsigned w) {
  u128 v = (u128)next_random(p) << 64 ^ (u128)next_random(p) << 32 ^ next_random(p);
  switch (below(p, 6)) {
  case 0: v = below(p, 9); break;
  case 1: v = -(u128)below(p, 5); break;
  case 2: v = ((u128)1 << (w - 1)) - below(p, 3); break;
  case 3: v = (u128)1 << below(p, w); break;
  case 4: v = ((u128)1 << below(p, w)) - 1; break;
  }
  return u128_mask(v, w);
}

/* A value that a variable may have. */
static u128 legal_value(Pool *p, const TermVar *v) {
  if (!v->address) return random_value(p, v->width);
  u128 align = (u128)1 << v->log2_align, top = u128_mask(~(u128)0, v->width) - v->size;
  u128 x = random_value(p, v->width) & ~(align - 1);
  if (x > top) x = top & ~(align - 1);
  return x ? x : align;
}

static void add_variable(Pool *p, TermVar v) {
  Entry *e = &p->at[p->n++];
  e->t = term_var(p->ts, v);
  for (u32 w = 0; w < WORLDS; w++) e->value[w] = p->vals[w][p->nvars] = legal_value(p, &v);
  p->vars[p->nvars++] = e->t;
}

static void add_constant(Pool *p, unsigned width) {
  Entry *e = &p->at[p->n++];
  u128 v = random_value(p, width);
  e->t = term_const(p->ts, width, v);
  for (u32 w = 0; w < WORLDS; w++) e->value[w] = v;
}

/* An address variable that has at least one legal value. */
static TermVar address(Pool *p, u32 id, unsigned width, unsigned most_align) {
  if (most_align > width) most_align = width;
  TermVar v = {id, (u8)width, true, (u8)below(p, most_align), 0, false};
  u64 room = width < 20 ? ((u64)1 << width) - 1 - ((u64)1 << v.log2_align) : 20;
  v.size = below(p, (u32)(room < 20 ? room : 20) + 1);
  return v;
}

static void add_seeds(Pool *p, unsigned width);

static void pool_init(Pool *p, u64 seed, unsigned width) {
  *p = (Pool){.ts = terms_create(), .seed = seed * 0x9e3779b97f4a7c15u + 1};
  u32 id = 0;
  unsigned wide = width * 2 > 128 ? 128 : width * 2;
  add_variable(p, (TermVar){.id = id++, .width = 1});
  add_variable(p, (TermVar){.id = id++, .width = 1});
  add_variable(p, (TermVar){.id = id++, .width = (u8)width});
  add_variable(p, (TermVar){.id = id++, .width = (u8)width});
  add_variable(p, (TermVar){.id = id++, .width = (u8)((width + 1) / 2)});
  add_variable(p, address(p, id++, width, 3));
  add_variable(p, address(p, id++, width, width - 1));
  add_variable(p, address(p, id++, wide, wide / 2));
  for (int i = 0; i < 3; i++) add_constant(p, 1 + below(p, wide));
  for (int i = 0; i < 8; i++) add_constant(p, width);
  for (int i = 0; i < 3; i++) add_constant(p, wide);
  add_seeds(p, width);
}

/* A term about to be made. */
typedef struct Shape {
  TermOp op;
  const Entry *a, *b, *c;
  unsigned n, m; /* hi, lo; or the width */
} Shape;

static Term make(Pool *p, const Shape *s);
static void shape_values(Pool *p, const Shape *s, u128 *out);

static const Entry *push(Pool *p, Shape s) {
  Entry *e = &p->at[p->n];
  shape_values(p, &s, e->value);
  e->t = make(p, &s);
  p->n++;
  return e;
}

/* Material for rules about terms that chance seldom makes: equations of one variable with several
 * constants, choices, and slices of what has zeros above. */
static void add_seeds(Pool *p, unsigned width) {
  const Entry *cond = &p->at[0], *x = &p->at[2], *y = &p->at[3], *k = &p->at[11], *l = &p->at[12];
  push(p, (Shape){.op = TERM_EQ, .a = x, .b = k});
  push(p, (Shape){.op = TERM_EQ, .a = x, .b = l});
  push(p, (Shape){.op = TERM_EQ, .a = x, .b = y});
  push(p, (Shape){.op = TERM_ITE, .a = cond, .b = k, .c = l});
  push(p, (Shape){.op = TERM_ITE, .a = cond, .b = x, .c = l});
  const Entry *small = push(p, (Shape){.op = TERM_UREM, .a = x, .b = k});
  push(p, (Shape){.op = TERM_UDIV, .a = y, .b = l});
  if (width < 4) return;
  push(p, (Shape){.op = TERM_EXTRACT, .a = small, .n = width - 2, .m = 0});
  push(p, (Shape){.op = TERM_EXTRACT, .a = small, .n = width - 3, .m = 1});
}

static void pool_free(Pool *p) { terms_destroy(p->ts); }

static const Entry *any(Pool *p) {
  /* Fresh entries more often, and leaves, so that terms grow and meet. */
  u32 r = below(p, 3);
  return &p->at[r == 0 ? below(p, p->n) : r == 1 ? below(p, 16) : p->n - 1 - below(p, p->n / 4)];
}

static const Entry *any_of_width(Pool *p, unsigned width) {
  for (int tries = 0; tries < 40; tries++) {
    const Entry *e = any(p);
    if (width_of(p->ts, e->t) == width) return e;
  }
  return NULL;
}

static bool is_operand(const Terms *ts, Term t, Term of) {
  for (unsigned i = 0; i < term_op_arity(op_of(ts, of)); i++) {
    if (term_arg(ts, of, i) == t) return true;
  }
  return false;
}

/* Something that has to do with `to`: an operand of it, or made of the same. Many rules are about
 * such pairs, which chance alone seldom brings together. */
static const Entry *related(Pool *p, Term to, unsigned width) {
  const Terms *ts = p->ts;
  u32 start = below(p, p->n);
  for (u32 i = 0; i < p->n; i++) {
    const Entry *e = &p->at[(start + i) % p->n];
    if (width_of(ts, e->t) != width || e->t == to) continue;
    if (is_operand(ts, e->t, to) || is_operand(ts, to, e->t)) return e;
    if (term_op_arity(op_of(ts, e->t)) && is_operand(ts, node_of(ts, e->t)->a, to)) return e;
  }
  return any_of_width(p, width);
}

static const Entry *partner(Pool *p, Term of, unsigned width) {
  return below(p, 3) ? any_of_width(p, width) : related(p, of, width);
}

static bool random_shape(Pool *p, Shape *s) {
  Terms *ts = p->ts;
  *s = (Shape){.op = TERM_NOT + below(p, TERM_FADD - TERM_NOT)};
  s->a = s->op == TERM_ITE ? any_of_width(p, 1) : any(p);
  if (!s->a) return false;
  unsigned w = width_of(ts, s->a->t);
  switch (s->op) {
  case TERM_NOT:
  case TERM_NEG: return true;
  case TERM_EXTRACT:
    s->m = below(p, w);
    s->n = s->m + below(p, w - s->m);
    if (below(p, 3) == 0 && w % 2 == 0) { /* halves, to be joined again */
      s->m = below(p, 2) * w / 2;
      s->n = s->m + w / 2 - 1;
    }
    return s->n - s->m + 1 < w;
  case TERM_ZEXT:
  case TERM_SEXT:
    if (below(p, 2)) s->a = related(p, s->a->t, 1 + below(p, w));
    if (!s->a || (w = width_of(ts, s->a->t)) == 128) return false;
    s->n = w + 1 + below(p, 128 - w > w ? w : 128 - w);
    return true;
  case TERM_CONCAT: s->b = any(p); return w + width_of(ts, s->b->t) <= 128;
  case TERM_ITE:
    s->b = below(p, 2) ? any(p) : related(p, s->a->t, 1 + below(p, 8));
    s->c = s->b ? partner(p, s->a->t, width_of(ts, s->b->t)) : NULL;
    return s->c;
  default: s->b = partner(p, s->a->t, w); return s->b;
  }
}

static Term make(Pool *p, const Shape *s) {
  Terms *ts = p->ts;
  switch (s->op) {
  case TERM_EXTRACT: return term_extract(ts, s->a->t, s->n, s->m);
  case TERM_ZEXT: return term_zext(ts, s->a->t, s->n);
  case TERM_SEXT: return term_sext(ts, s->a->t, s->n);
  case TERM_ITE: return term_ite(ts, s->a->t, s->b->t, s->c->t);
  default: return s->b ? term_bin(ts, s->op, s->a->t, s->b->t) : term_un(ts, s->op, s->a->t);
  }
}

static void shape_values(Pool *p, const Shape *s, u128 *out) {
  unsigned w = width_of(p->ts, s->a->t), low = s->b ? width_of(p->ts, s->b->t) : 0;
  for (u32 i = 0; i < WORLDS; i++) {
    u128 b = s->b ? s->b->value[i] : s->n, c = s->c ? s->c->value[i] : s->m;
    out[i] = meaning(s->op, w, s->a->value[i], b, c, low);
  }
}

static void check_values(Pool *p, Term t, const u128 *expected, const char *what) {
  Facts f = facts_of(p->ts, t);
  for (u32 i = 0; i < WORLDS; i++) {
    u128 v, x = expected[i];
    bool known = term_eval(p->ts, t, p->vars, p->vals[i], p->nvars, &v);
    if (!known || v != x || x < f.min || x > f.max || (x & f.zero) || (~x & f.one)) {
      StrBuf text = {0};
      term_print(p->ts, t, NULL, NULL, &text);
      sb_puts(&text, " is ");
      sb_put_int(&text, v, 128, false);
      sb_puts(&text, ", expected ");
      sb_put_int(&text, x, 128, false);
      print_error("%s: %s, width %u\n", what, sb_str(&text), width_of(p->ts, t));
      for (u32 k = 0; k < p->nvars; k++) {
        print_error("  v%u = 0x%llx\n", k, (unsigned long long)p->vals[i][k]);
      }
      sb_free(&text);
      fail();
    }
  }
}

/* Tries every rule on the shape; what applies must keep the values. */
static void check_rules(Pool *p, const Shape *s, const u128 *expected, u32 *hits) {
  u32 count;
  const TermRule *rules = term_rules(&count);
  Term a = s->a->t, b = s->b ? s->b->t : s->n, c = s->c ? s->c->t : s->m;
  if (s->op == TERM_ZEXT || s->op == TERM_SEXT) c = 0;
  if (is_commutative(s->op) && is_const(p->ts, a)) {
    Term swap = a;
    a = b;
    b = swap;
  }
  if (fold_constants(p->ts, s->op, a, b, c)) return;
  for (u32 r = 0; r < count; r++) {
    if (!(rules[r].operators >> s->op & 1)) continue;
    Term t = rules[r].apply(p->ts, s->op, a, b, c);
    if (!t) continue;
    hits[r]++;
    check_values(p, t, expected, rules[r].name);
  }
}

static void random_terms(void **state) {
  (void)state;
  static Pool p;
  u32 count, hits[256] = {0};
  const TermRule *rules = term_rules(&count);
  static const unsigned widths[] = {2, 3, 4, 5, 8, 12, 16, 32, 63, 64, 100};
  for (u64 seed = 1; seed <= 1200; seed++) {
    pool_init(&p, seed, widths[seed % (sizeof widths / sizeof *widths)]);
    for (int tries = 0; tries < 400 && p.n < POOL; tries++) {
      Shape s;
      if (!random_shape(&p, &s)) continue;
      Entry *e = &p.at[p.n];
      shape_values(&p, &s, e->value);
      check_rules(&p, &s, e->value, hits);
      e->t = make(&p, &s);
      check_values(&p, e->t, e->value, term_op_name(s.op));
      assert_int_equal(make(&p, &s), e->t);
      if (!is_const(p.ts, e->t) || below(&p, 8) == 0) p.n++;
    }
    pool_free(&p);
  }
  for (u32 r = 0; r < count; r++) {
    if (getenv("VERBOSE")) print_message("%-20s %u\n", rules[r].name, hits[r]);
    if (!hits[r] && !(rules[r].operators >> TERM_FADD))
      fail_msg("rule %s was never applied", rules[r].name);
  }
}

/* Substituting constants for all variables must give what evaluation gives. */
static void random_substitutions(void **state) {
  (void)state;
  static Pool p;
  for (u64 seed = 1; seed <= 60; seed++) {
    pool_init(&p, seed, 4 + (unsigned)seed % 30);
    for (int tries = 0; tries < 200 && p.n < POOL; tries++) {
      Shape s;
      if (!random_shape(&p, &s)) continue;
      Entry *e = &p.at[p.n];
      shape_values(&p, &s, e->value);
      e->t = make(&p, &s);
      Term to[16];
      u32 world = below(&p, WORLDS), half = below(&p, p.nvars);
      for (u32 i = 0; i < p.nvars; i++) {
        to[i] = term_const(p.ts, width_of(p.ts, p.vars[i]), p.vals[world][i]);
      }
      Term t = term_subst(p.ts, e->t, p.vars, to, half);
      t = term_subst(p.ts, t, p.vars + half, to + half, p.nvars - half);
      assert_true(is_value(p.ts, t, e->value[world]));
      p.n++;
    }
    pool_free(&p);
  }
}

/* --- shapes that must fold ------------------------------------------------------------------- */

typedef struct Fix {
  Terms *ts;
  Term p, q, x, y, n, c, d; /* p: 24 bytes, align 8; q: 4 bytes, align 4; 32-bit x, y; 64-bit n */
} Fix;

static int setup(void **state) {
  Fix *f = calloc(1, sizeof *f);
  f->ts = terms_create();
  f->p = term_var(f->ts, (TermVar){1, 64, true, 3, 24, false});
  f->q = term_var(f->ts, (TermVar){2, 64, true, 2, 4, false});
  f->x = term_var(f->ts, (TermVar){.id = 3, .width = 32});
  f->y = term_var(f->ts, (TermVar){.id = 4, .width = 32});
  f->n = term_var(f->ts, (TermVar){.id = 5, .width = 64});
  f->c = term_var(f->ts, (TermVar){.id = 6, .width = 1});
  f->d = term_var(f->ts, (TermVar){.id = 7, .width = 1});
  *state = f;
  return 0;
}

static int teardown(void **state) {
  Fix *f = *state;
  terms_destroy(f->ts);
  free(f);
  return 0;
}

static Term k64(Fix *f, u64 v) { return term_const(f->ts, 64, v); }
static Term add(Fix *f, Term a, u64 k) {
  return term_bin(f->ts, TERM_ADD, a, term_const(f->ts, width_of(f->ts, a), (u128)(i128)(i64)k));
}
#define BIN(op, a, b) term_bin(f->ts, TERM_##op, a, b)
#define TRUE(t) assert_true(term_is_true(f->ts, t))
#define FALSE(t) assert_true(term_is_false(f->ts, t))
#define OPEN(t) assert_false(term_is_const(f->ts, t, NULL))

static void sums(void **state) {
  Fix *f = *state;
  assert_int_equal(add(f, add(f, f->p, 8), 16), add(f, f->p, 24));
  assert_int_equal(add(f, add(f, f->p, 8), (u64)-8), f->p);
  assert_true(is_value(f->ts, BIN(SUB, add(f, f->p, 8), f->p), 8));
  assert_int_equal(BIN(ADD, f->n, f->p), BIN(ADD, f->p, f->n));
  assert_int_equal(BIN(SUB, BIN(ADD, add(f, f->p, 3), f->n), BIN(ADD, f->n, f->p)), k64(f, 3));
  assert_int_equal(BIN(ADD, f->q, BIN(SUB, f->p, f->q)), f->p);
  assert_int_equal(BIN(MUL, add(f, f->n, 2), k64(f, 4)), add(f, BIN(MUL, f->n, k64(f, 4)), 8));
  assert_int_equal(BIN(SHL, f->n, k64(f, 3)), BIN(MUL, f->n, k64(f, 8)));
  assert_int_equal(BIN(SUB, f->n, f->n), k64(f, 0));
  assert_int_equal(add(f, term_un(f->ts, TERM_NOT, f->n), 1), term_un(f->ts, TERM_NEG, f->n));
}

static void addresses(void **state) {
  Fix *f = *state;
  FALSE(BIN(EQ, f->p, k64(f, 0)));
  FALSE(BIN(EQ, add(f, f->p, 24), k64(f, 0)));
  OPEN(BIN(EQ, add(f, f->p, 32), k64(f, 0)));
  FALSE(BIN(EQ, add(f, f->p, 4), k64(f, 64)));
  FALSE(BIN(EQ, add(f, f->p, 4), add(f, f->p, 8)));
  FALSE(BIN(EQ, add(f, f->p, 1), f->q)); /* alignment */
  OPEN(BIN(EQ, add(f, f->p, 4), f->q));
  assert_int_equal(BIN(EQ, add(f, f->p, 24), add(f, f->q, 4)), BIN(EQ, add(f, f->p, 20), f->q));
  assert_int_equal(BIN(EQ, f->q, add(f, f->p, 20)), BIN(EQ, add(f, f->q, 4), add(f, f->p, 24)));
  TRUE(BIN(ULT, add(f, f->p, 4), add(f, f->p, 8)));
  FALSE(BIN(ULT, add(f, f->p, 8), add(f, f->p, 8)));
  TRUE(BIN(ULE, f->p, add(f, f->p, 24)));
  OPEN(BIN(ULE, f->p, add(f, f->p, 32)));
  TRUE(BIN(ULT, add(f, f->p, (u64)-8), f->p));
  OPEN(BIN(ULT, add(f, f->p, (u64)-9), f->p));
  TRUE(BIN(ULT, BIN(SUB, add(f, f->p, 23), f->p), k64(f, 24)));
  TRUE(BIN(ULT, k64(f, 3), f->q));
  assert_int_equal(BIN(ULT, add(f, f->p, 8), k64(f, 100)), BIN(ULT, f->p, k64(f, 92)));
}

static void alignment(void **state) {
  Fix *f = *state;
  assert_int_equal(BIN(AND, f->p, k64(f, 7)), k64(f, 0));
  assert_int_equal(BIN(AND, add(f, f->p, 13), k64(f, 7)), k64(f, 5));
  assert_int_equal(BIN(UREM, add(f, f->p, 13), k64(f, 8)), k64(f, 5));
  assert_int_equal(BIN(AND, add(f, f->p, 1), k64(f, 1)), k64(f, 1));
  TRUE(term_extract(f->ts, add(f, f->p, 4), 2, 2));
  OPEN(term_extract(f->ts, add(f, f->p, 4), 3, 3));
  OPEN(BIN(UREM, f->p, k64(f, 16)));
  assert_int_equal(BIN(OR, f->p, k64(f, 1)), add(f, f->p, 1));
  assert_int_equal(BIN(AND, add(f, f->p, 1), k64(f, ~(u64)1)), f->p);
  assert_int_equal(BIN(AND, add(f, f->p, 7), k64(f, ~(u64)7)), f->p);
  assert_int_equal(BIN(XOR, BIN(XOR, f->p, k64(f, 3)), k64(f, 3)), f->p);
  assert_int_equal(BIN(UREM, BIN(MUL, f->n, k64(f, 8)), k64(f, 8)), k64(f, 0));
  assert_true(is_value(f->ts, term_extract(f->ts, add(f, f->p, 6), 2, 0), 6));
}

/* Store as bytes, load again, from either end and in the middle. */
static Term load_upwards(Terms *ts, const Term *bytes, unsigned n) {
  Term t = bytes[0];
  for (unsigned i = 1; i < n; i++) t = term_bin(ts, TERM_CONCAT, bytes[i], t);
  return t;
}

static Term load_downwards(Terms *ts, const Term *bytes, unsigned n) {
  Term t = bytes[n - 1];
  for (unsigned i = n - 1; i-- > 0;) t = term_bin(ts, TERM_CONCAT, t, bytes[i]);
  return t;
}

static void same_term(Terms *ts, Term a, Term b) {
  if (a == b) return;
  StrBuf text = {0};
  term_print(ts, a, NULL, NULL, &text);
  sb_puts(&text, " is not ");
  term_print(ts, b, NULL, NULL, &text);
  print_error("%s\n", sb_str(&text));
  sb_free(&text);
  fail();
}

static void round_trip(Terms *ts, Term t) {
  Term bytes[16];
  unsigned n = width_of(ts, t) / 8;
  for (unsigned i = 0; i < n; i++) bytes[i] = term_extract(ts, t, 8 * i + 7, 8 * i);
  same_term(ts, load_upwards(ts, bytes, n), t);
  same_term(ts, load_downwards(ts, bytes, n), t);
  if (n < 4) return;
  Term low = load_upwards(ts, bytes, n / 2), high = load_downwards(ts, bytes + n / 2, n - n / 2);
  same_term(ts, term_bin(ts, TERM_CONCAT, high, low), t);
  same_term(ts, low, term_extract(ts, t, n / 2 * 8 - 1, 0));
  same_term(ts, high, term_extract(ts, t, n * 8 - 1, n / 2 * 8));
}

static void memory_round_trips(void **state) {
  Fix *f = *state;
  Terms *ts = f->ts;
  Term page = term_var(ts, (TermVar){9, 64, true, 12, 4096, false});
  Term wide = term_var(ts, (TermVar){.id = 10, .width = 128});
  Term byte = term_var(ts, (TermVar){.id = 11, .width = 8});
  Term all[] = {f->p,
                add(f, f->p, 4),
                f->n,
                f->x,
                wide,
                page,
                add(f, page, 0x123),
                term_zext(ts, f->x, 64),
                term_sext(ts, f->x, 64),
                term_sext(ts, f->x, 128),
                term_sext(ts, byte, 32),
                term_zext(ts, byte, 64),
                term_zext(ts, f->c, 8),
                term_zext(ts, f->c, 32),
                term_sext(ts, f->c, 32),
                term_ite(ts, f->c, k64(f, 0x1122334455667788), k64(f, 0x1100334455007799)),
                term_ite(ts, f->c, f->p, f->q),
                BIN(ULT, f->p, f->q),
                BIN(MUL, f->n, f->p),
                BIN(MUL, f->n, k64(f, 256)),
                BIN(AND, f->n, k64(f, 0xff00ff)),
                term_bin(ts, TERM_CONCAT, f->x, f->y),
                BIN(SUB, f->p, f->q)};
  for (u32 i = 0; i < sizeof all / sizeof *all; i++) {
    if (width_of(ts, all[i]) >= 8) round_trip(ts, all[i]);
  }
}

static void parts(void **state) {
  Fix *f = *state;
  Terms *ts = f->ts;
  assert_int_equal(term_extract(ts, term_extract(ts, f->n, 40, 8), 15, 4),
                   term_extract(ts, f->n, 23, 12));
  assert_int_equal(term_extract(ts, term_bin(ts, TERM_CONCAT, f->x, f->y), 31, 0), f->y);
  assert_int_equal(term_extract(ts, term_bin(ts, TERM_CONCAT, f->x, f->y), 63, 32), f->x);
  assert_int_equal(term_extract(ts, term_zext(ts, f->x, 64), 63, 32), term_const(ts, 32, 0));
  assert_int_equal(term_extract(ts, term_sext(ts, f->x, 64), 31, 0), f->x);
  assert_int_equal(term_zext(ts, term_zext(ts, f->c, 8), 32), term_zext(ts, f->c, 32));
  assert_int_equal(BIN(AND, f->n, k64(f, 0xff)), term_zext(ts, term_extract(ts, f->n, 7, 0), 64));
  assert_int_equal(BIN(EQ, term_zext(ts, f->x, 64), term_zext(ts, f->y, 64)), BIN(EQ, f->x, f->y));
  FALSE(BIN(EQ, term_zext(ts, f->x, 64), k64(f, (u64)1 << 32)));
  assert_int_equal(BIN(EQ, term_zext(ts, f->c, 8), term_const(ts, 8, 1)), f->c);
  assert_int_equal(BIN(EQ, term_zext(ts, f->c, 8), term_const(ts, 8, 0)), term_not(ts, f->c));
  TRUE(BIN(ULT, term_zext(ts, f->c, 8), term_const(ts, 8, 2)));
  /* Parts put together by shifts. */
  Term high = BIN(SHL, term_zext(ts, f->x, 64), k64(f, 32));
  assert_int_equal(BIN(OR, high, term_zext(ts, f->y, 64)), term_bin(ts, TERM_CONCAT, f->x, f->y));
}

static void conditions(void **state) {
  Fix *f = *state;
  Terms *ts = f->ts;
  Term lt = BIN(ULT, f->p, f->q), eq = BIN(EQ, f->x, f->y), c = f->c, d = f->d;
  assert_int_equal(term_not(ts, term_not(ts, eq)), eq);
  assert_int_equal(term_not(ts, lt), BIN(ULE, f->q, f->p));
  FALSE(term_and(ts, lt, term_not(ts, lt)));
  TRUE(term_or(ts, eq, term_not(ts, eq)));
  assert_int_equal(term_and(ts, c, term_or(ts, c, d)), c);
  assert_int_equal(term_or(ts, c, term_and(ts, d, c)), c);
  assert_int_equal(term_and(ts, c, term_or(ts, term_not(ts, c), d)), term_and(ts, c, d));
  assert_int_equal(term_and(ts, c, c), c);
  assert_int_equal(term_and(ts, c, d), term_and(ts, d, c));
  FALSE(term_and(ts, lt, BIN(ULT, f->q, f->p)));
  assert_int_equal(term_or(ts, BIN(ULT, f->x, f->y), eq), BIN(ULE, f->x, f->y));
  assert_int_equal(BIN(EQ, eq, term_bool(ts, false)), term_not(ts, eq));
  assert_int_equal(BIN(EQ, eq, term_bool(ts, true)), eq);
  FALSE(BIN(ULT, f->x, term_const(ts, 32, 0)));
  FALSE(BIN(ULT, term_const(ts, 32, ~0u), f->x));
  assert_int_equal(BIN(ULT, f->x, term_const(ts, 32, 1)), BIN(EQ, f->x, term_const(ts, 32, 0)));
  Term ten = term_const(ts, 32, 10);
  FALSE(term_and(ts, BIN(ULT, f->x, ten), BIN(ULE, ten, f->x)));
  FALSE(term_and(ts, BIN(EQ, f->x, ten), BIN(EQ, f->x, term_const(ts, 32, 11))));
  assert_int_equal(term_ite(ts, eq, f->x, f->y), f->y);
  assert_int_equal(term_ite(ts, term_not(ts, c), f->x, f->y), term_ite(ts, c, f->y, f->x));
  assert_int_equal(term_ite(ts, c, term_bool(ts, true), term_bool(ts, false)), c);
  assert_int_equal(BIN(EQ, term_ite(ts, c, k64(f, 3), k64(f, 5)), k64(f, 5)), term_not(ts, c));
  assert_int_equal(BIN(EQ, BIN(XOR, f->x, f->y), term_const(ts, 32, 0)), eq);
}

static void table(void **state) {
  Fix *f = *state;
  Terms *ts = f->ts;
  u32 before = terms_count(ts);
  assert_int_equal(term_var(ts, (TermVar){1, 64, true, 3, 24, false}), f->p);
  assert_int_not_equal(term_var(ts, (TermVar){1, 64, true, 3, 32, false}), f->p);
  assert_int_equal(terms_count(ts), before + 1);
  assert_int_equal(term_const(ts, 128, (u128)7 << 100), term_const(ts, 128, (u128)7 << 100));
  assert_int_not_equal(term_const(ts, 128, (u128)7 << 100), term_const(ts, 128, (u128)7 << 99));
  for (u32 i = 0; i < 20000; i++) {
    assert_int_equal(term_const(ts, 65 + i % 60, i), term_const(ts, 65 + i % 60, i));
    Term t = add(f, f->p, i);
    assert_int_equal(add(f, f->p, i), t);
  }
  Term raw = term_raw_bin(ts, TERM_ULT, f->p, add(f, f->p, 8));
  assert_int_equal(term_op(ts, raw), TERM_ULT);
  assert_int_equal(term_arg(ts, raw, 0), f->p);
  assert_int_equal(term_raw_bin(ts, TERM_ULT, f->p, add(f, f->p, 8)), raw);
  Term zero = term_raw_bin(ts, TERM_UREM, f->p, k64(f, 8));
  assert_int_equal(term_width(ts, term_raw_bin(ts, TERM_EQ, zero, k64(f, 0))), 1);
  assert_int_equal(term_op(ts, zero), TERM_UREM);
  /* A substitution elsewhere leaves a raw term as it is. */
  assert_int_equal(term_subst(ts, zero, &f->q, &f->p, 1), zero);
}

static void name_variable(void *self, const TermVar *v, StrBuf *out) {
  sb_printf(out, "%s%u", (const char *)self, v->id);
}

static void prints(Fix *f, Term t, const char *expected) {
  StrBuf out = {0};
  term_print(f->ts, t, name_variable, "p", &out);
  assert_string_equal(sb_str(&out), expected);
  sb_free(&out);
}

static void printing(void **state) {
  Fix *f = *state;
  Terms *ts = f->ts;
  prints(f, add(f, f->p, 1), "(p1 + 1)");
  prints(f, add(f, f->n, (u64)-4), "(p5 - 4)");
  prints(f, BIN(SUB, f->p, f->q), "(p1 - p2)");
  prints(f, term_not(ts, BIN(EQ, f->p, f->q)), "(p1 != p2)");
  prints(f, term_not(ts, BIN(ULT, f->p, f->q)), "(p2 <= p1)");
  prints(f, term_extract(ts, f->n, 15, 8), "p5[15:8]");
  prints(f, term_ite(ts, f->c, f->x, f->y), "(p6 ? p3 : p4)");
  prints(f, term_zext(ts, f->x, 64), "zext64(p3)");
  prints(f, k64(f, 0x7fff0000), "0x7fff0000");
  prints(f, term_bool(ts, true), "true");
  prints(f, BIN(SREM, f->x, f->y), "(p3 %s p4)");
}

/* Deeper than any C stack would bear. */
static void deep_terms(void **state) {
  Fix *f = *state;
  Terms *ts = f->ts;
  Term t = f->x, u = f->c;
  u32 value = 3, bit = 1;
  for (u32 i = 0; i < 300000; i++) {
    Term k = term_const(ts, 32, i % 7);
    t = i % 2 ? BIN(MUL, BIN(XOR, t, k), f->y) : BIN(UDIV, t, term_ite(ts, f->c, k, f->y));
    u32 d = i % 7; /* c is true, y is 5 */
    value = i % 2 ? (value ^ d) * 5 : d ? value / d : ~0u;
    u = BIN(EQ, term_and(ts, u, BIN(ULT, f->x, k)), term_or(ts, f->d, term_not(ts, u)));
    bit = (bit & (3 < d)) == !bit;
  }
  Term vars[] = {f->x, f->y, f->c, f->d}, found[8];
  u128 vals[] = {3, 5, 1, 0}, out;
  assert_true(term_eval(ts, t, vars, vals, 4, &out));
  assert_true(out == value);
  assert_true(term_eval(ts, u, vars, vals, 4, &out));
  assert_true(out == bit);
  assert_false(term_eval(ts, t, vars, vals, 1, &out));
  assert_int_equal(term_vars(ts, t, found, 0, 8), 3);
  assert_int_equal(term_vars(ts, u, found, 3, 8), 4);
  assert_int_equal(term_vars(ts, t, found, 0, 2), 2);
  Term to[] = {term_const(ts, 32, 3), term_const(ts, 32, 5), term_bool(ts, true),
               term_bool(ts, false)};
  assert_true(is_value(ts, term_subst(ts, t, vars, to, 4), value));
  StrBuf text = {0};
  term_print(ts, t, NULL, NULL, &text);
  assert_true(text.len < 100000);
  sb_free(&text);
}

/* Facts without any value that satisfies them must do no harm. */
static void impossible_variables(void **state) {
  Fix *f = *state;
  static const TermVar odd[] = {{20, 8, true, 8, 1, false},    {21, 8, true, 0, 300, false},
                                {22, 8, true, 7, 200, false},  {23, 1, true, 0, 0, false},
                                {24, 1, true, 1, 9, false},    {25, 64, true, 63, 1, false},
                                {26, 128, true, 200, 1, false}};
  for (u32 i = 0; i < sizeof odd / sizeof *odd; i++) {
    Term v = term_var(f->ts, odd[i]), k = term_const(f->ts, odd[i].width, 1);
    term_bin(f->ts, TERM_EQ, v, k);
    term_bin(f->ts, TERM_ULT, term_bin(f->ts, TERM_ADD, v, k), v);
    term_bin(f->ts, TERM_AND, v, k);
  }
}

int main(void) {
#define WITH_FIX(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_terms),
      cmocka_unit_test(random_substitutions),
      WITH_FIX(sums),
      WITH_FIX(addresses),
      WITH_FIX(alignment),
      WITH_FIX(memory_round_trips),
      WITH_FIX(parts),
      WITH_FIX(conditions),
      WITH_FIX(table),
      WITH_FIX(printing),
      WITH_FIX(deep_terms),
      WITH_FIX(impossible_variables),
  };
  return cmocka_run_group_tests_name("term", tests, NULL, NULL);
}
