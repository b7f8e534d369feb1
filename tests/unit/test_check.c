/* From programs to verdicts: small programs in the core IR, explored and compared for real. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "solver/check.h"

/* ---- building `fn main() { let a: i32; let b: i32; ... }` */

enum { RETURN_PLACE, A, B, PTR_A, PTR_B, ADDR_A, ADDR_B, REF, SUM, SAME, LOCALS };

typedef struct Maker {
  Arena *arena;
  Program *p;
  Function *f;
  TypeId unit, i32_ty, usize, ptr, ptr_usize, boolean;
} Maker;

static Maker *maker(Arena *arena) {
  Maker *m = arena_new(arena, Maker);
  m->arena = arena;
  m->p = arena_new(arena, Program);
  m->f = arena_new(arena, Function);
  SourceMap *sources = arena_new(arena, SourceMap);
  source_init(sources, arena);
  source_add(sources, "main.rs", "fn main() {}\n", 13, false);
  TypeTable *tt = types_create(arena);
  *m->p = (Program){.arena = arena, .types = tt, .sources = sources};
  m->unit = type_unit(tt);
  m->i32_ty = type_int(tt, 32, true);
  m->usize = type_usize(tt);
  m->boolean = type_bool(tt);
  m->ptr = type_ptr(tt, PTR_RAW_CONST, m->i32_ty);
  m->ptr_usize = type_ptr(tt, PTR_RAW_CONST, m->usize);
  const TypeId types[LOCALS] = {m->unit,  m->i32_ty, m->i32_ty,    m->ptr,   m->ptr,
                                m->usize, m->usize,  m->ptr_usize, m->usize, m->boolean};
  static const char *const names[LOCALS] = {NULL, "a", "b"};
  for (u32 i = 0; i < LOCALS; i++) {
    assert_null(type_layout(tt, types[i]));
    vec_push(&m->f->locals, ((Local){.name = names[i], .ty = types[i], .always_live = true}));
  }
  m->f->name = "main";
  vec_push(&m->p->funcs, m->f);
  vec_push(&m->f->blocks, ((Block){0}));
  return m;
}

static void maker_free(Maker *m) {
  for (u32 i = 0; i < m->f->blocks.len; i++) vec_free(&m->f->blocks.at[i].stmts);
  vec_free(&m->f->blocks);
  vec_free(&m->f->locals);
  vec_free(&m->p->funcs);
}

static Place local(Maker *m, LocalId l) { return (Place){.local = l, .ty = m->f->locals.at[l].ty}; }
static Operand copy_of(Maker *m, LocalId l) {
  return (Operand){.kind = OPERAND_COPY, .place = local(m, l)};
}
static Operand number(Maker *m, u64 v) {
  return (Operand){.kind = OPERAND_CONST, .konst = {.kind = CONST_BITS, .ty = m->usize, .bits = v}};
}

/* local = rvalue, appended to the last block */
static void assign(Maker *m, LocalId l, Rvalue rv) {
  rv.ty = m->f->locals.at[l].ty;
  Stmt s = {.kind = STMT_ASSIGN, .place = local(m, l), .retag = RETAG_NONE};
  s.rv = arena_copy(m->arena, &rv, sizeof rv);
  vec_push(&vec_last(&m->f->blocks).stmts, s);
}

static void take_address(Maker *m, LocalId of, LocalId ptr, LocalId addr) {
  assign(m, ptr, (Rvalue){.kind = RV_RAW, .place = local(m, of)});
  assign(m, addr, (Rvalue){.kind = RV_CAST, .cast = CAST_EXPOSE, .a = copy_of(m, ptr)});
}

static void both_addresses(Maker *m) {
  take_address(m, A, PTR_A, ADDR_A);
  take_address(m, B, PTR_B, ADDR_B);
}

static void end_block(Maker *m, Terminator t) {
  vec_last(&m->f->blocks).term = t;
  vec_push(&m->f->blocks, ((Block){0}));
}

static void print(Maker *m, FmtPiece *pieces, u32 npieces, const Operand *args, u32 nargs) {
  Terminator t = {.kind = TERMINATOR_INTRINSIC,
                  .intrinsic = INTR_PRINT,
                  .place = local(m, RETURN_PLACE),
                  .target = m->f->blocks.len,
                  .nargs = nargs,
                  .args = arena_copy(m->arena, args, sizeof *args * nargs)};
  t.fmt.npieces = npieces;
  t.fmt.pieces = arena_copy(m->arena, pieces, sizeof *pieces * npieces);
  end_block(m, t);
}

static void print_text(Maker *m, const char *text) {
  FmtPiece piece = {.text = text, .len = (u32)strlen(text)};
  print(m, &piece, 1, NULL, 0);
}

/* println!("{}", local) */
static void print_local(Maker *m, LocalId l) {
  assign(m, REF, (Rvalue){.kind = RV_RAW, .place = local(m, l)});
  FmtPiece pieces[2] = {{.is_arg = true, .ty = m->usize, .trait = FMT_DISPLAY},
                        {.text = "\n", .len = 1}};
  Operand arg = copy_of(m, REF);
  print(m, pieces, 2, &arg, 1);
}

static void end_main(Maker *m) {
  vec_last(&m->f->blocks).term = (Terminator){.kind = TERMINATOR_RETURN};
}

/* if a + 4 == b { yes } else { no } */
static void branch_on_neighbours(Maker *m, const char *yes, const char *no) {
  both_addresses(m);
  assign(m, SUM,
         (Rvalue){.kind = RV_BINARY, .binop = BIN_ADD, .a = copy_of(m, ADDR_A), .b = number(m, 4)});
  assign(
      m, SAME,
      (Rvalue){.kind = RV_BINARY, .binop = BIN_EQ, .a = copy_of(m, SUM), .b = copy_of(m, ADDR_B)});
  BlockId here = m->f->blocks.len - 1;
  u128 *zero = arena_new(m->arena, u128);
  BlockId *no_block = arena_new(m->arena, BlockId);
  end_block(m, (Terminator){.kind = TERMINATOR_SWITCH,
                            .op = copy_of(m, SAME),
                            .nvalues = 1,
                            .values = zero,
                            .targets = no_block,
                            .otherwise = here + 1});
  print_text(m, yes);
  end_main(m);
  vec_push(&m->f->blocks, ((Block){0}));
  *no_block = m->f->blocks.len - 1;
  print_text(m, no);
  end_main(m);
}

/* ---- the programs */

static void prints_a(Maker *m) { both_addresses(m), print_local(m, ADDR_A), end_main(m); }
static void prints_b(Maker *m) { both_addresses(m), print_local(m, ADDR_B), end_main(m); }
static void prints_both(Maker *m) {
  both_addresses(m);
  print_local(m, ADDR_A);
  print_local(m, ADDR_B);
  end_main(m);
}
static void prints_a_twice(Maker *m) {
  take_address(m, A, PTR_A, ADDR_A);
  print_local(m, ADDR_A);
  print_local(m, ADDR_A);
  end_main(m);
}
static void prints_4096(Maker *m) { print_text(m, "4096\n"), end_main(m); }
static void prints_42(Maker *m) { print_text(m, "42\n"), end_main(m); }
static void branches(Maker *m) { branch_on_neighbours(m, "yes\n", "no\n"); }
static void branches_wrongly(Maker *m) { branch_on_neighbours(m, "maybe\n", "no\n"); }
static void prints_no(Maker *m) { print_text(m, "no\n"), end_main(m); }
static void reaches_unreachable(Maker *m) {
  print_text(m, "no\n");
  vec_last(&m->f->blocks).term = (Terminator){.kind = TERMINATOR_UNREACHABLE};
}

typedef void Body(Maker *m);

static const struct Row {
  const char *what;
  Body *source, *target;
  VerdictKind verdict;
} rows[] = {
    {"the same program", prints_a, prints_a, VERDICT_SOUND},
    {"another variable's address", prints_a, prints_b, VERDICT_SOUND},
    {"a possible address", prints_a, prints_4096, VERDICT_SOUND},
    {"a misaligned address", prints_a, prints_42, VERDICT_UNSOUND},
    {"an address for a constant", prints_4096, prints_a, VERDICT_UNSOUND},
    {"two addresses that are never equal", prints_both, prints_a_twice, VERDICT_UNSOUND},
    {"a comparison folded", branches, prints_no, VERDICT_SOUND},
    {"a comparison not folded", prints_no, branches, VERDICT_UNSOUND},
    {"a new output under one layout", branches, branches_wrongly, VERDICT_UNSOUND},
    {"anything after UB", reaches_unreachable, prints_no, VERDICT_SOUND},
    {"new UB", prints_no, reaches_unreachable, VERDICT_UNSOUND},
};

static const Program *build(Maker *m, Body *body) {
  body(m);
  const char *fault = ir_verify(m->p);
  if (fault) fail_msg("%s", fault);
  return m->p;
}

static void check_row(const struct Row *row, const char *model) {
  Arena *arena = arena_create();
  Maker *source = maker(arena), *target = maker(arena);
  Limits limits = limits_default();
  Terms *ts = terms_create();
  CheckResult r = check_variants(build(source, row->source), build(target, row->target),
                                 model_by_name(model), &limits, ts, arena);
  const Verdict *v = &r.verdict;
  if (v->kind != row->verdict)
    fail_msg("%s under %s: %s by %s: %s", row->what, model, verdict_name(v->kind),
             rung_name(v->rung), v->why ? v->why : "no reason");
  if (v->kind == VERDICT_UNSOUND) {
    assert_non_null(v->target);
    assert_int_equal(v->target_replay->at.len, 1);
    assert_int_equal(v->target_replay->at.at[0].end, v->target->end);
    assert_int_equal(v->source_replay->at.len, 1);
  }
  maker_free(source);
  maker_free(target);
  terms_destroy(ts);
  arena_destroy(arena);
}

static void programs_are_compared(void **state) {
  (void)state;
  for (u32 i = 0; i < sizeof rows / sizeof *rows; i++) check_row(&rows[i], "alloc");
  for (u32 i = 0; i < sizeof rows / sizeof *rows; i++) check_row(&rows[i], "flat");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(programs_are_compared)};
  return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
