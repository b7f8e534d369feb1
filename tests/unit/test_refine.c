/* Refinement on hand-made behaviours: what each rung decides, what is said when something stands in
 * the way, and random small programs against brute force over all layouts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "solver/refine_impl.h"

#define TARGET_BASE 1000

/* ---- a world of two programs given by their behaviours */

typedef struct World {
  Arena *arena;
  Terms *ts;
  Smt *smt;
  Behaviours src, tgt;
  Exploration xs, xt;
} World;

static World world(u64 rlimit) {
  World w = {.arena = arena_create(), .ts = terms_create()};
  w.smt = smt_create(w.ts, rlimit);
  w.src.arena = w.tgt.arena = w.arena;
  w.xs.terms = w.xt.terms = w.ts;
  w.xt.var_base = TARGET_BASE;
  return w;
}

static void world_end(World *w) {
  vec_free(&w->src.at);
  vec_free(&w->tgt.at);
  smt_destroy(w->smt);
  terms_destroy(w->ts);
  arena_destroy(w->arena);
}

static Term word(World *w, u64 v) { return term_const(w->ts, 64, v); }
static Term bin(World *w, TermOp op, Term a, Term b) { return term_bin(w->ts, op, a, b); }
static Term plus(World *w, Term a, u64 n) { return bin(w, TERM_ADD, a, word(w, n)); }

/* Address of the k-th allocation: 4 bytes, aligned to 4, unless said otherwise. */
static Term sized_addr(World *w, u32 base, u32 k, u64 size) {
  return term_var(
      w->ts,
      (TermVar){.id = base + k, .width = 64, .address = true, .log2_align = 2, .size = size});
}
static Term s_addr(World *w, u32 k) { return sized_addr(w, 0, k, 4); }
static Term t_addr(World *w, u32 k) { return sized_addr(w, TARGET_BASE, k, 4); }

static Term apart(World *w, Term a, Term b) {
  Term before = term_raw_bin(w->ts, TERM_ULE, plus(w, a, term_as_var(w->ts, a)->size), b);
  Term after = term_raw_bin(w->ts, TERM_ULE, plus(w, b, term_as_var(w->ts, b)->size), a);
  return term_raw_bin(w->ts, TERM_OR, before, after);
}

/* ---- building behaviours */

typedef struct Print {
  EventKind kind;
  const char *text; /* NULL: term */
  Term term;
  FragFormat format;
} Print;

#define OUT(s) ((Print){EVENT_STDOUT, (s), 0, FRAG_DEC})
#define ERR(s) ((Print){EVENT_STDERR, (s), 0, FRAG_DEC})
#define DEC(t) ((Print){EVENT_STDOUT, NULL, (t), FRAG_DEC})
#define HEX(t) ((Print){EVENT_STDOUT, NULL, (t), FRAG_HEX})
#define PTR(t) ((Print){EVENT_STDOUT, NULL, (t), FRAG_HEX_PREFIX})

static bool is_stream(EventKind k) { return k == EVENT_STDOUT || k == EVENT_STDERR; }

/* Prints to one stream in a row are one event, as the machine makes them. */
static Event *make_events(World *w, const Print *prints, u32 n, u32 *nevents) {
  Event *events = arena_array(w->arena, Event, n + 1);
  Frag *frags = arena_array(w->arena, Frag, n + 1);
  *nevents = 0;
  for (u32 i = 0; i < n; i++) {
    const Print *p = &prints[i];
    Event *last = *nevents ? &events[*nevents - 1] : NULL;
    if (!last || last->kind != p->kind || !is_stream(p->kind)) {
      last = &events[(*nevents)++];
      last->kind = p->kind;
      last->frags.at = &frags[i];
    }
    frags[i] = (Frag){.text = p->text,
                      .len = p->text ? (u32)strlen(p->text) : 0,
                      .term = p->term,
                      .format = p->format};
    last->frags.cap = ++last->frags.len;
  }
  return events;
}

typedef struct Conds {
  u32 n;
  Term at[8];
} Conds;
#define WHERE(...) ((Conds){sizeof((Term[]){__VA_ARGS__}) / sizeof(Term), {__VA_ARGS__}})
#define ALWAYS ((Conds){0})

static Behaviour *add(World *w, Behaviours *all, EndKind end, Conds conds, const Print *prints,
                      u32 n) {
  Behaviour b = {.end = end, .count = 1, .npaths = 1};
  b.ub = end == END_UB ? UB_DANGLING : UB_NONE;
  b.nconds = conds.n;
  b.conds = arena_copy(w->arena, conds.at, sizeof(Term) * conds.n);
  b.events = make_events(w, prints, n, &b.nevents);
  struct PathCond *path = arena_alloc(w->arena, sizeof *path);
  *path = (struct PathCond){b.nconds, b.conds, b.events};
  b.paths = path;
  vec_push(&all->at, b);
  return &vec_last(&all->at);
}
#define PRINTS(...) \
  (const Print[]){__VA_ARGS__}, (u32)(sizeof((Print[]){__VA_ARGS__}) / sizeof(Print))
#define SILENT NULL, 0

/* ---- replaying: runs the behaviours' own conditions and prints */

static bool under(World *w, const Term *conds, u32 n, const Term *vars, const u128 *vals, u32 nv) {
  for (u32 i = 0; i < n; i++) {
    u128 v = 0;
    if (!term_eval(w->ts, conds[i], vars, vals, nv, &v) || v != 1) return false;
  }
  return true;
}

static void add_vars(World *w, const Behaviour *b, Term *vars, u32 *n) {
  for (u32 i = 0; i < b->nconds; i++) *n = term_vars(w->ts, b->conds[i], vars, *n, 16);
  for (u32 i = 0; i < b->nevents; i++)
    for (u32 k = 0; k < b->events[i].frags.len; k++)
      if (!b->events[i].frags.at[k].text)
        *n = term_vars(w->ts, b->events[i].frags.at[k].term, vars, *n, 16);
}

static Event *known_events(World *w, const Behaviour *b, const Term *vars, const u128 *vals,
                           u32 nv) {
  Event *events = arena_copy(w->arena, b->events, sizeof(Event) * b->nevents);
  for (u32 i = 0; i < b->nevents; i++) {
    Frag *frags = arena_copy(w->arena, events[i].frags.at, sizeof(Frag) * events[i].frags.len);
    events[i].frags.at = frags;
    for (u32 k = 0; k < events[i].frags.len; k++) {
      if (frags[k].text) continue;
      u128 v = 0;
      assert_true(term_eval(w->ts, frags[k].term, vars, vals, nv, &v));
      frags[k].term = term_const(w->ts, term_width(w->ts, frags[k].term), v);
    }
  }
  return events;
}

static Behaviours *run_layout(const Exploration *x, const Given *given, Arena *arena) {
  const u64 *bases = given ? given->bases : NULL;
  u32 n = given ? given->nbases : 0;
  World *w = (World *)(uintptr_t)x->program;
  const Behaviours *all = x->var_base ? &w->tgt : &w->src;
  Behaviours *out = arena_new(arena, Behaviours);
  out->at.at = arena_array(arena, Behaviour, all->at.len);
  for (u32 i = 0; i < all->at.len; i++) {
    const Behaviour *b = &all->at.at[i];
    Term vars[16];
    u128 vals[16];
    u32 nv = 0;
    add_vars(w, b, vars, &nv);
    for (u32 k = 0; k < nv; k++) {
      u32 index = term_as_var(w->ts, vars[k])->id - x->var_base;
      vals[k] = index < n && bases[index] ? bases[index] : 0x10000 * (index + 1);
    }
    if (!under(w, b->conds, b->nconds, vars, vals, nv)) continue;
    out->at.at[out->at.len] = *b;
    out->at.at[out->at.len++].events = known_events(w, b, vars, vals, nv);
  }
  return out;
}

static Behaviours *run_nothing(const Exploration *x, const Given *given, Arena *arena) {
  (void)x, (void)given;
  return arena_new(arena, Behaviours);
}

static Verdict judge(World *w) {
  w->xs.program = w->xt.program = (const Program *)(uintptr_t)w;
  return refine_replaying(&w->xs, &w->src, &w->xt, &w->tgt, w->smt, (Runner){.replay = run_layout},
                          w->arena);
}

static void expect(World *w, VerdictKind kind, Rung rung) {
  Verdict v = judge(w);
  if (v.kind != kind || (rung && v.rung != rung))
    print_error("got %s by %s: %s\n", verdict_name(v.kind), rung_name(v.rung),
                v.why ? v.why : "no reason");
  assert_int_equal(v.kind, kind);
  if (rung) assert_int_equal(v.rung, rung);
  if (kind == VERDICT_UNKNOWN) assert_non_null(v.why);
  if (kind == VERDICT_UNSOUND) {
    assert_non_null(v.target);
    assert_non_null(v.target_replay);
    assert_non_null(v.source_replay);
  }
  world_end(w);
}
#define NO_LIMIT 0

/* ---- known traces */

static void equal_traces_need_no_solver(void **state) {
  (void)state;
  World w = world(NO_LIMIT);
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("1\n")));
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("2\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("2\n")));
  Verdict v = judge(&w);
  assert_int_equal(v.kind, VERDICT_SOUND);
  assert_int_equal(v.rung, RUNG_EQUAL);
  assert_false(v.source_always_ub);
  assert_int_equal(smt_stats(w.smt).checks, 0);
  world_end(&w);
}

static void new_output_is_unsound(void **state) {
  (void)state;
  World w = world(NO_LIMIT);
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("1\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("1\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("2\n")));
  Verdict v = judge(&w);
  assert_int_equal(v.kind, VERDICT_UNSOUND);
  assert_ptr_equal(v.target, &w.tgt.at.at[1]);
  world_end(&w);
}

static void endings_are_compared(void **state) {
  (void)state;
  static const struct {
    EndKind src, tgt;
    int src_code, tgt_code;
    VerdictKind verdict;
  } rows[] = {
      {END_RETURN, END_RETURN, 0, 0, VERDICT_SOUND}, {END_RETURN, END_PANIC, 0, 0, VERDICT_UNSOUND},
      {END_EXIT, END_EXIT, 3, 3, VERDICT_SOUND},     {END_EXIT, END_EXIT, 3, 4, VERDICT_UNSOUND},
      {END_PANIC, END_PANIC, 0, 0, VERDICT_SOUND},   {END_PANIC, END_ABORT, 0, 0, VERDICT_UNSOUND},
      {END_UB, END_ABORT, 0, 0, VERDICT_SOUND},      {END_UB, END_UB, 0, 0, VERDICT_SOUND},
      {END_RETURN, END_UB, 0, 0, VERDICT_UNSOUND},   {END_ABORT, END_ABORT, 0, 0, VERDICT_SOUND},
  };
  for (u32 i = 0; i < sizeof rows / sizeof *rows; i++) {
    World w = world(NO_LIMIT);
    Behaviour *s = add(&w, &w.src, rows[i].src, ALWAYS, SILENT);
    s->exit_code = rows[i].src_code;
    s->reason = "one message";
    Behaviour *t = add(&w, &w.tgt, rows[i].tgt, ALWAYS, SILENT);
    t->exit_code = rows[i].tgt_code;
    t->reason = "another message"; /* of a panic: not compared */
    expect(&w, rows[i].verdict, RUNG_EQUAL);
  }
}

/* After UB anything may happen, before it nothing new may. */
static void ub_allows_what_comes_after(void **state) {
  (void)state;
  static const struct {
    const char *src, *tgt;
    EndKind tgt_end;
    VerdictKind verdict;
  } rows[] = {
      {"", "anything", END_RETURN, VERDICT_SOUND}, {"ab", "abc", END_RETURN, VERDICT_SOUND},
      {"ab", "ab", END_UB, VERDICT_SOUND},         {"ab", "abc", END_UB, VERDICT_SOUND},
      {"ab", "a", END_RETURN, VERDICT_UNSOUND},    {"ab", "a", END_UB, VERDICT_UNSOUND},
      {"ab", "ax", END_RETURN, VERDICT_UNSOUND},   {"ab", "", END_UB, VERDICT_UNSOUND},
  };
  for (u32 i = 0; i < sizeof rows / sizeof *rows; i++) {
    World w = world(NO_LIMIT);
    add(&w, &w.src, END_UB, ALWAYS, PRINTS(OUT(rows[i].src)));
    add(&w, &w.tgt, rows[i].tgt_end, ALWAYS, PRINTS(OUT(rows[i].tgt)));
    expect(&w, rows[i].verdict, RUNG_EQUAL);
  }
}

static void always_ub_is_said(void **state) {
  (void)state;
  World w = world(NO_LIMIT);
  add(&w, &w.src, END_UB, ALWAYS, SILENT);
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("1")));
  assert_true(judge(&w).source_always_ub);
  add(&w, &w.src, END_RETURN, ALWAYS, SILENT);
  assert_false(judge(&w).source_always_ub);
  world_end(&w);
}

static void streams_keep_their_order(void **state) {
  (void)state;
  World w = world(NO_LIMIT); /* the same bytes on both streams, in another order */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("a"), ERR("b"), OUT("c")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("ac"), ERR("b")));
  expect(&w, VERDICT_UNSOUND, RUNG_EQUAL);
  w = world(NO_LIMIT); /* printing nothing is not an event */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("a"), ERR(""), OUT("c")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("ac"), ERR("")));
  expect(&w, VERDICT_SOUND, RUNG_EQUAL);
  w = world(NO_LIMIT); /* UB in the middle of a text of a later stream */
  add(&w, &w.src, END_UB, ALWAYS, PRINTS(OUT("a"), ERR("b")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("a"), ERR("bcd"), OUT("e")));
  expect(&w, VERDICT_SOUND, RUNG_EQUAL);
  w = world(NO_LIMIT); /* an earlier event must be complete */
  add(&w, &w.src, END_UB, ALWAYS, PRINTS(OUT("a"), ERR("b")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("aa"), ERR("b")));
  expect(&w, VERDICT_UNSOUND, RUNG_EQUAL);
}

static void volatile_accesses_are_whole(void **state) {
  (void)state;
  Print one = {EVENT_VOLATILE_WRITE, "u32 at 16 = 1", 0, FRAG_DEC};
  Print two = {EVENT_VOLATILE_WRITE, "u32 at 16 = 12", 0, FRAG_DEC};
  World w = world(NO_LIMIT);
  add(&w, &w.src, END_UB, ALWAYS, PRINTS(one));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(two));
  expect(&w, VERDICT_UNSOUND, RUNG_EQUAL);
  w = world(NO_LIMIT);
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(one, one));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(one));
  expect(&w, VERDICT_UNSOUND, RUNG_EQUAL);
}

/* ---- addresses */

static void a_printed_address_is_an_address(void **state) {
  (void)state;
  World w = world(NO_LIMIT); /* the same program */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(PTR(s_addr(&w, 0)), OUT("\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(PTR(t_addr(&w, 0)), OUT("\n")));
  expect(&w, VERDICT_SOUND, RUNG_EQUAL);
  w = world(NO_LIMIT); /* another allocation of the same shape */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(PTR(s_addr(&w, 0)), OUT("\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(PTR(t_addr(&w, 1)), OUT("\n")));
  expect(&w, VERDICT_SOUND, RUNG_INSTANTIATED);
  w = world(NO_LIMIT); /* {:p} and 0x{:x} print the same */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(PTR(s_addr(&w, 0)), OUT("\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("0x"), HEX(t_addr(&w, 0)), OUT("\n")));
  expect(&w, VERDICT_SOUND, RUNG_NONE);
  w = world(NO_LIMIT); /* the target's may be where the source's cannot */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(DEC(sized_addr(&w, 0, 0, 64))));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(DEC(t_addr(&w, 0))));
  expect(&w, VERDICT_UNSOUND, RUNG_NONE);
  w = world(NO_LIMIT); /* one byte further: never aligned */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(DEC(s_addr(&w, 0))));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(DEC(plus(&w, t_addr(&w, 0), 1))));
  expect(&w, VERDICT_UNSOUND, RUNG_NONE);
}

static void a_constant_may_be_an_address(void **state) {
  (void)state;
  World w = world(NO_LIMIT); /* the source's allocation can be at 4096 */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(DEC(s_addr(&w, 0)), OUT("\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("4096\n")));
  expect(&w, VERDICT_SOUND, RUNG_NONE);
  w = world(NO_LIMIT); /* but not at 4097 */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(DEC(s_addr(&w, 0)), OUT("\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("4097\n")));
  expect(&w, VERDICT_UNSOUND, RUNG_NONE);
  w = world(NO_LIMIT); /* and a constant is not every address */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("4096\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(DEC(t_addr(&w, 0)), OUT("\n")));
  Verdict v = judge(&w);
  assert_int_equal(v.kind, VERDICT_UNSOUND);
  assert_int_equal(v.nbases, 1);
  assert_true(v.bases[0] != 4096 && v.bases[0] % 4 == 0 && v.bases[0]);
  world_end(&w);
  w = world(NO_LIMIT); /* leading zeros are not printed */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(DEC(s_addr(&w, 0)), OUT("\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("04096\n")));
  expect(&w, VERDICT_UNSOUND, RUNG_NONE);
}

/* RFC 3559, p1 and p2: the transformed program need not look at the layout at all, but it may not
 * print what no layout prints. */
static void a_comparison_of_addresses(void **state) {
  (void)state;
  for (u32 round = 0; round < 3; round++) {
    World w = world(NO_LIMIT);
    Term p = s_addr(&w, 0), q = s_addr(&w, 1);
    Term next = bin(&w, TERM_EQ, plus(&w, p, 4), q);
    Conds yes = WHERE(apart(&w, p, q), next);
    Conds no = WHERE(apart(&w, p, q), term_not(w.ts, next));
    add(&w, &w.src, END_RETURN, yes, PRINTS(OUT("10\n")));
    add(&w, &w.src, END_RETURN, no, PRINTS(OUT("-\n")));
    Term tp = t_addr(&w, 0), tq = t_addr(&w, 1);
    Term tnext = bin(&w, TERM_EQ, plus(&w, tp, 4), tq);
    Conds tyes = WHERE(apart(&w, tp, tq), tnext);
    Conds tno = WHERE(apart(&w, tp, tq), term_not(w.ts, tnext));
    if (round == 0)
      add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("-\n")));
    else
      add(&w, &w.tgt, END_RETURN, tno, PRINTS(OUT("-\n")));
    if (round == 2) add(&w, &w.tgt, END_RETURN, tyes, PRINTS(OUT("42\n")));
    Verdict v = judge(&w);
    assert_int_equal(v.kind, round == 2 ? VERDICT_UNSOUND : VERDICT_SOUND);
    if (round == 2) assert_int_equal(v.bases[0] + 4, v.bases[1]);
    world_end(&w);
  }
}

static void two_addresses_are_apart(void **state) {
  (void)state;
  for (u32 same = 0; same < 2; same++) {
    World w = world(NO_LIMIT);
    Term p = s_addr(&w, 0), q = s_addr(&w, 1);
    add(&w, &w.src, END_RETURN, WHERE(apart(&w, p, q)), PRINTS(DEC(p), OUT(" "), DEC(q)));
    Term tp = t_addr(&w, 0), tq = t_addr(&w, 1);
    add(&w, &w.tgt, END_RETURN, WHERE(apart(&w, tp, tq)), /* in the other order: fine */
        PRINTS(DEC(tq), OUT(" "), DEC(same ? tq : tp)));
    expect(&w, same ? VERDICT_UNSOUND : VERDICT_SOUND, same ? RUNG_NONE : RUNG_INSTANTIATED);
  }
}

/* The source looks at an allocation that the target no longer has. */
static void a_removed_allocation_goes_anywhere(void **state) {
  (void)state;
  World w = world(NO_LIMIT);
  Term gone = s_addr(&w, 0), p = s_addr(&w, 1), q = s_addr(&w, 2);
  add(&w, &w.src, END_RETURN, WHERE(apart(&w, gone, p), apart(&w, gone, q), apart(&w, p, q)),
      PRINTS(DEC(p), OUT(" "), DEC(q)));
  Term tp = t_addr(&w, 0), tq = t_addr(&w, 1);
  add(&w, &w.tgt, END_RETURN, WHERE(apart(&w, tp, tq)), PRINTS(DEC(tp), OUT(" "), DEC(tq)));
  expect(&w, VERDICT_SOUND, RUNG_NONE);
}

/* The source's address is the target's minus 8: what is printed says so. */
static void distances_are_seen(void **state) {
  (void)state;
  World w = world(NO_LIMIT);
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(DEC(plus(&w, s_addr(&w, 0), 8)), OUT("\n")));
  Term p = t_addr(&w, 0);
  Term high = bin(&w, TERM_ULT, word(&w, 100), p);
  add(&w, &w.tgt, END_RETURN, WHERE(high), PRINTS(DEC(p), OUT("\n")));
  expect(&w, VERDICT_SOUND, RUNG_INSTANTIATED);
  w = world(NO_LIMIT); /* without the condition, the target may be at 8, the source then at 0 */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(DEC(plus(&w, s_addr(&w, 0), 8)), OUT("\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(DEC(t_addr(&w, 0)), OUT("\n")));
  Verdict v = judge(&w);
  assert_int_equal(v.kind, VERDICT_UNSOUND);
  assert_true(v.bases[0] <= 8);
  world_end(&w);
}

/* The sum of two addresses is printed: where the source's are follows from no renaming. */
static void distances_are_learned(void **state) {
  (void)state;
  World w = world(NO_LIMIT);
  Term sum = bin(&w, TERM_ADD, s_addr(&w, 0), s_addr(&w, 1));
  Term odd = bin(&w, TERM_EQ, bin(&w, TERM_SUB, s_addr(&w, 0), s_addr(&w, 1)), word(&w, 12));
  add(&w, &w.src, END_RETURN, WHERE(odd), PRINTS(DEC(sum), OUT("\n")));
  Term p = t_addr(&w, 0), q = t_addr(&w, 1);
  Term four = bin(&w, TERM_EQ, bin(&w, TERM_SUB, p, q), word(&w, 4));
  Term high = bin(&w, TERM_ULT, word(&w, 100), q);
  add(&w, &w.tgt, END_RETURN, WHERE(four, high), PRINTS(DEC(bin(&w, TERM_ADD, p, q)), OUT("\n")));
  expect(&w, VERDICT_SOUND, RUNG_CEGIS);
}

/* UB only under some layouts is still what the source may do, with what it printed before. */
static void ub_under_a_layout(void **state) {
  (void)state;
  for (u32 other = 0; other < 2; other++) {
    World w = world(NO_LIMIT);
    Term p = s_addr(&w, 0), at = bin(&w, TERM_EQ, p, word(&w, 4096));
    add(&w, &w.src, END_UB, WHERE(at), PRINTS(DEC(p), OUT(":")));
    add(&w, &w.src, END_RETURN, WHERE(term_not(w.ts, at)), PRINTS(DEC(p), OUT(":"), OUT("ok")));
    Term tp = t_addr(&w, 0), tat = bin(&w, TERM_EQ, tp, word(&w, other ? 8192 : 4096));
    add(&w, &w.tgt, END_RETURN, WHERE(tat), PRINTS(DEC(tp), OUT(":"), OUT("wrong")));
    add(&w, &w.tgt, END_RETURN,
        WHERE(term_not(w.ts, tat), term_not(w.ts, bin(&w, TERM_EQ, tp, word(&w, 4096)))),
        PRINTS(DEC(tp), OUT(":"), OUT("ok")));
    expect(&w, other ? VERDICT_UNSOUND : VERDICT_SOUND, RUNG_NONE);
  }
}

static void what_cannot_be_compared_is_said(void **state) {
  (void)state;
  World w = world(NO_LIMIT);
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(HEX(s_addr(&w, 0)), OUT("\n")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(DEC(t_addr(&w, 0)), OUT("\n")));
  Verdict v = judge(&w);
  assert_true(v.kind == VERDICT_UNKNOWN || v.kind == VERDICT_UNSOUND);
  if (v.kind == VERDICT_UNKNOWN) assert_string_equal(v.why, "numbers printed in different bases");
  world_end(&w);
  w = world(NO_LIMIT); /* not even text is in doubt here */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(HEX(s_addr(&w, 0)), OUT("\n"), ERR("a")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(DEC(t_addr(&w, 0)), OUT("\n"), ERR("b")));
  expect(&w, VERDICT_UNSOUND, RUNG_NONE);
}

/* ---- what stands in the way */

static void limits_of_the_source_leave_it_open(void **state) {
  (void)state;
  World w = world(NO_LIMIT);
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("1")));
  w.src.limits = 1u << LIMIT_PATHS;
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("2")));
  expect(&w, VERDICT_UNKNOWN, RUNG_NONE);
  w = world(NO_LIMIT);
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("1")));
  add(&w, &w.src, END_LIMIT, ALWAYS, PRINTS(OUT("2")))->limit = LIMIT_STEPS;
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("2")));
  expect(&w, VERDICT_UNKNOWN, RUNG_NONE);
  w = world(NO_LIMIT); /* what was seen is allowed */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("1")));
  w.src.limits = 1u << LIMIT_PATHS;
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("1")));
  Verdict v = judge(&w);
  assert_int_equal(v.kind, VERDICT_SOUND_UP_TO);
  assert_int_equal(v.limits, 1u << LIMIT_PATHS);
  world_end(&w);
}

static void limits_of_the_target_do_not_hide_what_was_found(void **state) {
  (void)state;
  for (u32 bad = 0; bad < 2; bad++) {
    World w = world(NO_LIMIT);
    add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("1")));
    add(&w, &w.tgt, END_LIMIT, ALWAYS, SILENT)->limit = LIMIT_LOOPS;
    add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT(bad ? "2" : "1")));
    expect(&w, bad ? VERDICT_UNSOUND : VERDICT_SOUND_UP_TO, RUNG_NONE);
  }
}

static void unsupported_is_unknown(void **state) {
  (void)state;
  for (u32 side = 0; side < 2; side++) {
    World w = world(NO_LIMIT);
    add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("1")));
    add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("1")));
    add(&w, side ? &w.src : &w.tgt, END_UNSUPPORTED, ALWAYS, SILENT)->reason = "float";
    Verdict v = judge(&w);
    assert_int_equal(v.kind, VERDICT_UNKNOWN);
    assert_non_null(strstr(v.why, "float"));
    world_end(&w);
  }
}

/* x * y == k with big prime factors: more than a small limit lets the solver decide. */
static Term hard(World *w, Term x, Term y) {
  Term product = bin(w, TERM_EQ, bin(w, TERM_MUL, x, y), word(w, 16 * 1073741789ull * 1073741783));
  Term bound = word(w, (u64)1 << 33);
  Term small = term_and(w->ts, bin(w, TERM_ULT, x, bound), bin(w, TERM_ULT, y, bound));
  return term_and(w->ts, product, small);
}

static void doubtful_source_justifies_nothing(void **state) {
  (void)state;
  World w = world(2000);
  Term x = s_addr(&w, 0), y = s_addr(&w, 1);
  add(&w, &w.src, END_RETURN, WHERE(bin(&w, TERM_ULT, x, y), hard(&w, x, y)), PRINTS(OUT("1")))
      ->doubtful = true;
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("2")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("1")));
  Verdict v = judge(&w);
  assert_int_equal(v.kind, VERDICT_UNKNOWN);
  assert_true(v.limits & 1u << LIMIT_SOLVER);
  world_end(&w);
  w = world(NO_LIMIT); /* here the solver can tell: such a path does not exist */
  x = s_addr(&w, 0);
  add(&w, &w.src, END_RETURN,
      WHERE(bin(&w, TERM_ULT, x, word(&w, 8)), bin(&w, TERM_ULT, word(&w, 5), x)), PRINTS(OUT("1")))
      ->doubtful = true;
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("1")));
  expect(&w, VERDICT_UNSOUND, RUNG_NONE);
}

static void doubtful_target(void **state) {
  (void)state;
  World w = world(NO_LIMIT); /* no such path */
  Term x = t_addr(&w, 0);
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("1")));
  add(&w, &w.tgt, END_RETURN,
      WHERE(bin(&w, TERM_ULT, x, word(&w, 8)), bin(&w, TERM_ULT, word(&w, 5), x)), PRINTS(OUT("2")))
      ->doubtful = true;
  expect(&w, VERDICT_SOUND, RUNG_NONE);
  w = world(2000); /* nobody knows */
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("1")));
  add(&w, &w.tgt, END_RETURN, WHERE(hard(&w, t_addr(&w, 0), t_addr(&w, 1))), PRINTS(OUT("2")))
      ->doubtful = true;
  expect(&w, VERDICT_UNKNOWN, RUNG_NONE);
}

static void what_does_not_replay_is_not_claimed(void **state) {
  (void)state;
  World w = world(NO_LIMIT);
  add(&w, &w.src, END_RETURN, ALWAYS, PRINTS(OUT("1")));
  add(&w, &w.tgt, END_RETURN, ALWAYS, PRINTS(OUT("2")));
  Verdict v = refine_replaying(&w.xs, &w.src, &w.xt, &w.tgt, w.smt, (Runner){.replay = run_nothing},
                               w.arena);
  assert_int_equal(v.kind, VERDICT_UNKNOWN);
  assert_string_equal(v.why, "internal: counterexample did not replay");
  world_end(&w);
}

static void many_paths_refine_themselves_without_solver(void **state) {
  (void)state;
  World w = world(NO_LIMIT);
  for (u32 side = 0; side < 2; side++)
    for (u32 i = 0; i < 2000; i++) {
      Term p = side ? t_addr(&w, 0) : s_addr(&w, 0);
      Term c = bin(&w, TERM_EQ, p, word(&w, 4096 + 4 * i));
      add(&w, side ? &w.tgt : &w.src, END_RETURN, WHERE(c), PRINTS(OUT("at "), DEC(p)));
    }
  Verdict v = judge(&w);
  assert_int_equal(v.kind, VERDICT_SOUND);
  assert_int_equal(v.rung, RUNG_EQUAL);
  assert_int_equal(smt_stats(w.smt).checks, 0);
  world_end(&w);
}

/* ---- random behaviours against brute force */

typedef struct Rng {
  u64 state;
} Rng;

static u32 rnd(Rng *r, u32 n) {
  r->state = r->state * 6364136223846793005ull + 1442695040888963407ull;
  return (u32)((r->state >> 33) % n);
}

#define SMALL 4 /* bits of a variable: values 0..15 print one or two digits */

static Term small_var(World *w, u32 id) {
  return term_var(w->ts, (TermVar){.id = id, .width = SMALL});
}

static Term small_term(World *w, Rng *r, u32 base) {
  Term v = small_var(w, base + rnd(r, 2));
  Term c = term_const(w->ts, SMALL, rnd(r, 16));
  switch (rnd(r, 5)) {
  case 0: return bin(w, TERM_ADD, v, c);
  case 1: return bin(w, TERM_SUB, v, small_var(w, base + rnd(r, 2)));
  case 2: return bin(w, TERM_AND, v, c);
  default: return v;
  }
}

static Term small_cond(World *w, Rng *r, u32 base) {
  static const TermOp ops[] = {TERM_EQ, TERM_ULT, TERM_ULE};
  Term b = rnd(r, 2) ? small_var(w, base + rnd(r, 2)) : term_const(w->ts, SMALL, rnd(r, 16));
  Term c = bin(w, ops[rnd(r, 3)], small_term(w, r, base), b);
  return rnd(r, 3) ? c : term_not(w->ts, c);
}

static bool can_run(World *w, const Behaviour *b, u32 base) {
  Term vars[2] = {small_var(w, base), small_var(w, base + 1)};
  for (u32 k = 0; k < 256; k++) {
    u128 vals[2] = {k & 15, k >> 4};
    if (under(w, b->conds, b->nconds, vars, vals, 2)) return true;
  }
  return false;
}

/* Few digits and few texts, so that numbers run into digits and prefixes happen. */
static void random_behaviour(World *w, Rng *r, Behaviours *all, u32 base) {
  static const char *const texts[] = {"1", "12", " ", "-", "0", "x1", "\n", "3"};
  static const FragFormat formats[] = {FRAG_DEC, FRAG_DEC, FRAG_DEC,       FRAG_DEC_SIGNED,
                                       FRAG_HEX, FRAG_BIN, FRAG_HEX_PREFIX};
  Print prints[4];
  u32 n = rnd(r, 4), delimiters = rnd(r, 2);
  for (u32 i = 0; i < n; i++) {
    bool text = delimiters ? i % 2 : rnd(r, 2);
    prints[i] = text ? OUT(texts[rnd(r, delimiters ? 2 : 8) + (delimiters ? 2 : 0)])
                     : DEC(small_term(w, r, base));
    if (!text && rnd(r, 4) == 0) prints[i].format = formats[rnd(r, 7)];
    if (text && rnd(r, 8) == 0) prints[i].kind = EVENT_STDERR;
    u128 v; /* the machine prints known numbers as text */
    if (!text && term_is_const(w->ts, prints[i].term, &v)) prints[i] = OUT("7");
  }
  Conds conds = {rnd(r, 3), {0}};
  for (u32 i = 0; i < conds.n; i++) conds.at[i] = small_cond(w, r, base);
  Behaviour *b = add(w, all, rnd(r, 4) ? END_RETURN : END_UB, conds, prints, n);
  b->doubtful = rnd(r, 2) || !can_run(w, b, base);
}

/* All that a side can show: kind of ending, then per event its kind and bytes. */
typedef struct Shown {
  bool ub;
  char text[160];
} Shown;
typedef VEC(Shown) ShownVec;

static void show(World *w, const Behaviour *b, const Term *vars, const u128 *vals, Shown *out) {
  StrBuf s = {0};
  Trace t =
      trace_make(w->ts, known_events(w, b, vars, vals, 2), b->nevents, NULL, NULL, 0, w->arena);
  for (u32 i = 0; i < t.n; i++) {
    sb_putc(&s, t.at[i].kind == EVENT_STDOUT ? '\001' : '\002');
    for (u32 k = 0; k < t.at[i].n; k++) sb_put(&s, t.at[i].frags[k].text, t.at[i].frags[k].len);
  }
  out->ub = b->end == END_UB;
  snprintf(out->text, sizeof out->text, "%s", sb_str(&s));
  sb_free(&s);
}

static ShownVec all_shown(World *w, const Behaviours *all, u32 base) {
  ShownVec out = {0};
  Term vars[2] = {small_var(w, base), small_var(w, base + 1)};
  for (u32 i = 0; i < all->at.len; i++)
    for (u32 k = 0; k < 256; k++) {
      u128 vals[2] = {k & 15, k >> 4};
      const Behaviour *b = &all->at.at[i];
      if (!under(w, b->conds, b->nconds, vars, vals, 2)) continue;
      Shown s;
      show(w, b, vars, vals, &s);
      vec_push(&out, s);
    }
  return out;
}

static bool is_allowed(const ShownVec *src, const Shown *t) {
  for (u32 i = 0; i < src->len; i++) {
    const Shown *s = &src->at[i];
    if (s->ub ? !strncmp(s->text, t->text, strlen(s->text)) : !t->ub && !strcmp(s->text, t->text))
      return true;
  }
  return false;
}

static bool truly_refines(World *w) {
  ShownVec src = all_shown(w, &w->src, 0), tgt = all_shown(w, &w->tgt, TARGET_BASE);
  bool all = true;
  for (u32 i = 0; i < tgt.len; i++) all &= is_allowed(&src, &tgt.at[i]);
  vec_free(&src);
  vec_free(&tgt);
  return all;
}

/* Under a layout several of the random behaviours may run; all of them count. A value of 0 is a
 * value here, not a missing one. */
static Behaviours *run_small(const Exploration *x, const Given *given, Arena *arena) {
  const u128 *values = given ? given->unknowns : NULL;
  u32 n = given ? given->nunknowns : 0;
  World *w = (World *)(uintptr_t)x->program;
  const Behaviours *all = x->var_base ? &w->tgt : &w->src;
  Behaviours *out = arena_new(arena, Behaviours);
  out->at.at = arena_array(arena, Behaviour, all->at.len);
  Term vars[2] = {small_var(w, x->var_base), small_var(w, x->var_base + 1)};
  u128 vals[2] = {n > 0 ? values[0] : 0, n > 1 ? values[1] : 0};
  for (u32 i = 0; i < all->at.len; i++) {
    const Behaviour *b = &all->at.at[i];
    if (!under(w, b->conds, b->nconds, vars, vals, 2)) continue;
    out->at.at[out->at.len] = *b;
    out->at.at[out->at.len++].events = known_events(w, b, vars, vals, 2);
  }
  return out;
}

static void random_behaviours_against_brute_force(void **state) {
  (void)state;
  u32 sound = 0, unsound = 0, unknown = 0, by_rung[RUNG_QUANTIFIED + 1] = {0};
  for (u32 i = 0; i < 700; i++) {
    World w = world(3000000);
    Rng r = {i * 7919 + 17};
    for (u32 n = 1 + rnd(&r, 3); n; n--) random_behaviour(&w, &r, &w.src, 0);
    for (u32 n = 1 + rnd(&r, 2); n; n--) {
      Rng again = {i * 7919 + 17 + 2 * (u64)rnd(&r, 2)};
      rnd(&again, 3); /* half of the targets begin like the source */
      random_behaviour(&w, rnd(&r, 2) ? &again : &r, &w.tgt, TARGET_BASE);
    }
    w.xs.program = w.xt.program = (const Program *)(uintptr_t)&w;
    Verdict v = refine_replaying(&w.xs, &w.src, &w.xt, &w.tgt, w.smt, (Runner){.replay = run_small},
                                 w.arena);
    bool truth = truly_refines(&w);
    if (v.kind == VERDICT_UNKNOWN) {
      assert_null(strstr(v.why, "internal"));
      unknown++;
    } else {
      if ((v.kind == VERDICT_SOUND) != truth)
        fail_msg("world %u: %s by %s, but brute force says otherwise", i, verdict_name(v.kind),
                 rung_name(v.rung));
      truth ? sound++ : unsound++;
      by_rung[v.rung]++;
    }
    world_end(&w);
  }
  print_message("%u sound, %u unsound, %u unknown; rungs: equal %u, instantiated %u, cegis %u, "
                "quantified %u\n",
                sound, unsound, unknown, by_rung[1], by_rung[2], by_rung[3], by_rung[4]);
  assert_true(sound > 60 && unsound > 60 && unknown < 70);
}

/* ---- traces alone */

static void numerals_print_and_parse(void **state) {
  (void)state;
  static const FragFormat formats[] = {FRAG_DEC, FRAG_DEC_SIGNED, FRAG_HEX, FRAG_BIN, FRAG_OCT};
  static const unsigned widths[] = {1, 8, 64, 127, 128};
  for (u32 f = 0; f < 5; f++)
    for (u32 k = 0; k < 5; k++)
      for (u32 i = 0; i < 40; i++) {
        u128 all = u128_mask(~(u128)0, widths[k]);
        u128 v = u128_mask(i < 10   ? i
                           : i < 20 ? all - i
                                    : (u128)0x9e3779b97f4a7c15ull * i << i * 2,
                           widths[k]);
        StrBuf s = {0};
        numeral_print(v, widths[k], formats[f], &s);
        u128 back = 0;
        assert_true(numeral_parse(sb_str(&s), (u32)s.len, formats[f], widths[k], &back));
        assert_true(back == v);
        sb_putc(&s, 'z');
        assert_false(numeral_parse(sb_str(&s), (u32)s.len, formats[f], widths[k], &back));
        sb_free(&s);
      }
  u128 v;
  assert_false(numeral_parse("256", 3, FRAG_DEC, 8, &v));
  assert_false(numeral_parse("128", 3, FRAG_DEC_SIGNED, 8, &v));
  assert_true(numeral_parse("-128", 4, FRAG_DEC_SIGNED, 8, &v));
  assert_false(numeral_parse("-0", 2, FRAG_DEC_SIGNED, 8, &v));
  assert_false(numeral_parse("01", 2, FRAG_DEC, 8, &v));
  assert_false(numeral_parse("", 0, FRAG_DEC, 8, &v));
  assert_false(numeral_parse("340282366920938463463374607431768211456", 39, FRAG_DEC, 128, &v));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numerals_print_and_parse),
      cmocka_unit_test(equal_traces_need_no_solver),
      cmocka_unit_test(new_output_is_unsound),
      cmocka_unit_test(endings_are_compared),
      cmocka_unit_test(ub_allows_what_comes_after),
      cmocka_unit_test(always_ub_is_said),
      cmocka_unit_test(streams_keep_their_order),
      cmocka_unit_test(volatile_accesses_are_whole),
      cmocka_unit_test(a_printed_address_is_an_address),
      cmocka_unit_test(a_constant_may_be_an_address),
      cmocka_unit_test(a_comparison_of_addresses),
      cmocka_unit_test(two_addresses_are_apart),
      cmocka_unit_test(a_removed_allocation_goes_anywhere),
      cmocka_unit_test(distances_are_seen),
      cmocka_unit_test(distances_are_learned),
      cmocka_unit_test(ub_under_a_layout),
      cmocka_unit_test(what_cannot_be_compared_is_said),
      cmocka_unit_test(limits_of_the_source_leave_it_open),
      cmocka_unit_test(limits_of_the_target_do_not_hide_what_was_found),
      cmocka_unit_test(unsupported_is_unknown),
      cmocka_unit_test(doubtful_source_justifies_nothing),
      cmocka_unit_test(doubtful_target),
      cmocka_unit_test(what_does_not_replay_is_not_claimed),
      cmocka_unit_test(many_paths_refine_themselves_without_solver),
      cmocka_unit_test(random_behaviours_against_brute_force),
  };
  return cmocka_run_group_tests_name("refine", tests, NULL, NULL);
}
