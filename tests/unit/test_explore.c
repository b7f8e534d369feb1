/* The machine and its exploration: arithmetic against the host's, bytes, layouts, limits, replay,
 * and the enumerating oracle against Z3 on whole programs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "engine/mach/machine.h"
#include "litmus/rust/front.h"
#include "solver/smt.h"

/* ---- a program and what it may do */

typedef struct Run {
  Arena *arena;
  SourceMap sources;
  Diags diags;
  Terms *terms;
  Exploration x;
  Behaviours *bs;
} Run;

static void compile(Run *r, const char *source, const char *model) {
  memset(r, 0, sizeof *r);
  r->arena = arena_create();
  source_init(&r->sources, r->arena);
  diags_init(&r->diags, r->arena, &r->sources);
  u16 file = source_add(&r->sources, "t.rs", source, strlen(source), false);
  Program *p = rust_compile(r->arena, &r->sources, file, NULL, 0, &r->diags);
  if (!p) fail_msg("does not compile: %s", diags_first(&r->diags)->text);
  r->terms = terms_create();
  r->x = (Exploration){.program = p,
                       .model = model_by_name(model),
                       .terms = r->terms,
                       .limits = limits_default(),
                       .entry = NO_FUNC};
}

static void explore_with(Run *r, Oracle *o) {
  r->x.oracle = o;
  r->bs = explore(&r->x, r->arena);
}

static void run(Run *r, const char *source, const char *model) {
  compile(r, source, model);
  Smt *smt = smt_create(r->terms, 0);
  Oracle *o = oracle_cached(oracle_enumerate(FEASIBLE_UNKNOWN), smt_oracle(smt));
  explore_with(r, o);
  o->destroy(o);
  smt_destroy(smt);
}

static void release(Run *r) {
  terms_destroy(r->terms);
  arena_destroy(r->arena);
}

static const char *output(Run *r, const Behaviour *b) {
  StrBuf text = {0};
  behaviour_output(r->terms, b, EVENT_STDOUT, &text);
  const char *s = arena_strdup(r->arena, sb_str(&text));
  sb_free(&text);
  return s;
}

/* All outcomes as one sorted text: "return:1\n|ub/out-of-bounds:". */
static int by_text(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *summary(Run *r) {
  u32 n = r->bs->at.len;
  const char **lines = arena_array(r->arena, const char *, n + 1);
  for (u32 i = 0; i < n; i++) {
    const Behaviour *b = &r->bs->at.at[i];
    const char *what = b->end == END_UB      ? ub_name(b->ub)
                       : b->end == END_LIMIT ? limit_name(b->limit)
                                             : "";
    lines[i] = arena_printf(r->arena, "%s/%s:%s", end_name(b->end), what, output(r, b));
  }
  qsort(lines, n, sizeof *lines, by_text);
  StrBuf all = {0};
  for (u32 i = 0; i < n; i++) sb_printf(&all, "%s%s", i ? "|" : "", lines[i]);
  const char *s = arena_strdup(r->arena, sb_str(&all));
  sb_free(&all);
  return s;
}

static void expect(const char *source, const char *model, const char *outcomes) {
  Run r;
  run(&r, source, model);
  assert_string_equal(summary(&r), outcomes);
  release(&r);
}

/* ---- arithmetic */

static u64 state = 0x9e3779b97f4a7c15u;
static u64 rnd(void) {
  state ^= state << 13, state ^= state >> 7, state ^= state << 17;
  return state;
}

/* Overflow of 8-bit operations, exhaustively, against arithmetic in int. */
static void overflow_is_exact(void **unused) {
  (void)unused;
  Machine m = {0};
  static const BinOp ops[] = {BIN_ADD, BIN_SUB, BIN_MUL};
  for (u32 o = 0; o < 3; o++)
    for (int a = 0; a < 256; a++)
      for (int b = 0; b < 256; b++)
        for (int is_signed = 0; is_signed < 2; is_signed++) {
          int x = is_signed ? (signed char)a : a, y = is_signed ? (signed char)b : b;
          int z = o == 0 ? x + y : o == 1 ? x - y : x * y;
          bool over = is_signed ? z < -128 || z > 127 : z < 0 || z > 255;
          Bits got =
              bits_overflows(&m, ops[o], 8, is_signed, bits_const((u128)a), bits_const((u128)b));
          assert_true(bits_known(got));
          assert_int_equal((int)got.c, over);
        }
}

static void overflow_of_wide_products(void **unused) {
  (void)unused;
  Machine m = {0};
  for (u32 i = 0; i < 20000; i++) {
    u32 shift_a = (u32)(rnd() % 128), shift_b = (u32)(rnd() % 128);
    u128 a = ((u128)rnd() << 64 | rnd()) >> shift_a, b = ((u128)rnd() << 64 | rnd()) >> shift_b;
    u128 product;
    i128 signed_product;
    bool over = __builtin_mul_overflow(a, b, &product);
    bool signed_over = __builtin_mul_overflow((i128)a, (i128)b, &signed_product);
    assert_int_equal((int)bits_overflows(&m, BIN_MUL, 128, false, bits_const(a), bits_const(b)).c,
                     over);
    assert_int_equal((int)bits_overflows(&m, BIN_MUL, 128, true, bits_const(a), bits_const(b)).c,
                     signed_over);
  }
}

/* ---- bytes */

static void a_pointer_survives_bytewise_copies(void **unused) {
  (void)unused;
  Terms *ts = terms_create();
  Term base =
      term_var(ts, (TermVar){.id = 0, .width = 64, .address = true, .log2_align = 2, .size = 4});
  Bytes from, to;
  bytes_init(&from, 8);
  bytes_init(&to, 16);
  bytes_store(ts, &from, 0, 8, (Scalar){{0, base}, {7, 3}});
  for (u32 i = 0; i < 8; i++) bytes_copy(&to, 4 + i, &from, i, 1);
  Scalar s;
  u64 bad;
  assert_true(bytes_load(ts, &to, 4, 8, &s, &bad));
  assert_int_equal(s.bits.t, base); /* the eight parts are the whole again */
  assert_true(prov_eq(s.prov, (Prov){7, 3}));
  bytes_copy(&to, 5, &from, 2, 1); /* a fragment out of place: no provenance */
  assert_true(bytes_load(ts, &to, 4, 8, &s, &bad));
  assert_true(prov_is_none(s.prov));
  bytes_set_uninit(&to, 9, 1);
  assert_false(bytes_load(ts, &to, 4, 8, &s, &bad));
  assert_int_equal(bad, 9);
  bytes_free(&from);
  bytes_free(&to);
  terms_destroy(ts);
}

/* ---- exploration */

static const char *const p1p2 = "fn main() { unsafe { let mut p1 = 42u8; let mut p2 = 42u8;"
                                " let a = (&raw mut p1).wrapping_add(1); let b = &raw mut p2;"
                                " if a == b { *a = 10; println!(\"{}\", p2); } } }";

static void models_differ_on_p1p2(void **unused) {
  (void)unused;
  expect(p1p2, "flat", "return/:|return/:10\n");
  expect(p1p2, "strict", "return/:|ub/out-of-bounds:");
  expect(p1p2, "alloc", "return/:|ub/out-of-bounds:");
}

static void limits_are_named(void **unused) {
  (void)unused;
  const char *forever = "fn main() { loop {} }";
  const char *deep =
      "fn f(n: u32) -> u32 { if n == 0 { 0 } else { f(n - 1) } } fn main() { f(100); }";
  const char *large = "fn main() { let a = [0u8; 1000]; let _b = a; }";
  const struct {
    const char *source;
    size_t limit;
    u64 value;
    LimitCode want;
  } cases[] = {
      {forever, offsetof(Limits, steps), 1000, LIMIT_STEPS},
      {forever, offsetof(Limits, loops), 10, LIMIT_LOOPS},
      {deep, offsetof(Limits, recursion), 50, LIMIT_RECURSION},
      {large, offsetof(Limits, memory), 1500, LIMIT_MEMORY},
      {p1p2, offsetof(Limits, paths), 1, LIMIT_PATHS},
  };
  for (u32 i = 0; i < sizeof cases / sizeof *cases; i++) {
    Run r;
    compile(&r, cases[i].source, "alloc");
    memcpy((char *)&r.x.limits + cases[i].limit, &cases[i].value, sizeof(u64));
    explore_with(&r, oracle_enumerate(FEASIBLE_NO));
    assert_true(r.bs->limits >> cases[i].want & 1);
    r.x.oracle->destroy(r.x.oracle);
    release(&r);
  }
}

static void a_replay_follows_its_layout(void **unused) {
  (void)unused;
  Run r;
  compile(&r, p1p2, "flat");
  const u64 adjacent[] = {0x1000, 0x1001}, apart[] = {0x1000, 0x2000},
            overlapping[] = {0x1000, 0x1000};
  r.bs = replay(&r.x, &(Given){.bases = adjacent, .nbases = 2}, r.arena);
  assert_string_equal(summary(&r), "return/:10\n");
  r.bs = replay(&r.x, &(Given){.bases = apart, .nbases = 2}, r.arena);
  assert_string_equal(summary(&r), "return/:");
  r.bs = replay(&r.x, &(Given){.bases = overlapping, .nbases = 2}, r.arena);
  assert_int_equal(r.bs->at.at[0].end, END_UNSUPPORTED);
  r.bs = replay(&r.x, NULL, r.arena); /* addresses of the machine's choice: apart */
  assert_string_equal(summary(&r), "return/:");
  release(&r);
}

/* The angelic pick of an exposed provenance: both neighbours are exposed, either use alone is fine,
 * using one pointer for both is not. */
static void the_angel_picks_one(void **unused) {
  (void)unused;
  const char *text =
      "fn main() { unsafe { let mut x = 1u8; let mut y = 2u8;"
      " let a = &raw mut x as usize; let b = &raw mut y as usize;"
      " if a + 1 == b { let p = b as *mut u8; *p = 3; %s println!(\"{} {}\", x, y); } } }";
  char both[400], one[400];
  snprintf(both, sizeof both, text, "*p.wrapping_sub(1) = 4;");
  snprintf(one, sizeof one, text, "");
  expect(one, "alloc", "return/:|return/:1 3\n");
  expect(both, "alloc", "return/:|ub/out-of-bounds:");
  expect(both, "flat", "return/:|return/:4 3\n");
}

/* Z3 alone and the enumerating oracle alone find the same outcomes. */
static void oracles_agree_on_programs(void **unused) {
  (void)unused;
  static const char *const programs[] = {
      p1p2,
      "fn main() { let a = 1u32; let b = 2u32; let x = &raw const a as usize; let y = &raw const b "
      "as usize;"
      " println!(\"{} {}\", x < y, x + 4 == y); }",
      "fn main() { let a = 1u8; let b = 2u8; let c = 3u8; let p = &raw const a; let q = &raw const "
      "b; let r = &raw const c;"
      " println!(\"{} {} {}\", p < q, q < r, p < r); }",
      "fn main() { let p; { let a = 1u32; p = &raw const a; } let b = 2u32; println!(\"{}\", p == "
      "&raw const b); }",
      "fn main() { let a = 1u16; println!(\"{}\", (&raw const a as usize) & 1); }",
  };
  for (u32 i = 0; i < sizeof programs / sizeof *programs; i++)
    for (u32 k = 0; k < 3; k++) {
      u32 n;
      Run exact, quick;
      compile(&exact, programs[i], models(&n)[k].name);
      Smt *smt = smt_create(exact.terms, 0);
      explore_with(&exact, smt_oracle(smt));
      compile(&quick, programs[i], models(&n)[k].name);
      explore_with(&quick, oracle_enumerate(FEASIBLE_NO));
      assert_string_equal(summary(&exact), summary(&quick));
      assert_int_equal(exact.bs->paths, quick.bs->paths);
      exact.x.oracle->destroy(exact.x.oracle);
      quick.x.oracle->destroy(quick.x.oracle);
      smt_destroy(smt);
      release(&exact);
      release(&quick);
    }
}

static void models_compose(void **unused) {
  (void)unused;
  Model m;
  assert_null(model_compose("allocation/strict/none", &m));
  assert_int_equal(m.bounds, BOUNDS_ALLOCATION);
  assert_int_equal(m.casts, CASTS_STRICT);
  assert_non_null(model_compose("allocation/strict", &m));
  assert_non_null(model_compose("allocation/strict/none/x", &m));
  assert_non_null(model_compose("none/strict/none", &m));
  assert_non_null(model_compose("bogus/strict/none", &m));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(overflow_is_exact),
      cmocka_unit_test(overflow_of_wide_products),
      cmocka_unit_test(a_pointer_survives_bytewise_copies),
      cmocka_unit_test(models_differ_on_p1p2),
      cmocka_unit_test(limits_are_named),
      cmocka_unit_test(a_replay_follows_its_layout),
      cmocka_unit_test(the_angel_picks_one),
      cmocka_unit_test(oracles_agree_on_programs),
      cmocka_unit_test(models_compose),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
