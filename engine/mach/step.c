/* One step of the machine: a statement or a terminator. */
#include <stdlib.h>
#include <string.h>

#include "engine/mach/machine.h"
#include "engine/mach/postdom.h"

enum { MAX_JOINED = 8 }; /* values of a branch whose ways are joined */

static void statement(Machine *m, const Stmt *s) {
  switch (s->kind) {
  case STMT_ASSIGN: {
    Value v = mach_rvalue(m, s->rv, s->retag);
    if (mach_scatter(m, &s->place, &v)) return;
    PlaceVal p = mach_place(m, &s->place);
    mach_store(m, &p, &v);
    return;
  }
  case STMT_STORAGE_LIVE: mach_storage_live(m, s->local); return;
  case STMT_STORAGE_DEAD: mach_storage_dead(m, s->local); return;
  case STMT_PLACE_MENTION: mach_place(m, &s->place); return;
  }
}

static void jump(Machine *m, BlockId target) {
  Frame *f = &vec_last(&m->frames);
  if (target <= f->block) {
    if (!f->entered) {
      u32 cap = 0;
      f->entered = vec_grow(NULL, &cap, f->fn->blocks.len, sizeof *f->entered);
      memset(f->entered, 0, cap * sizeof *f->entered);
    }
    if (++f->entered[target] >= m->x->limits.loops) mach_limit(m, LIMIT_LOOPS);
  }
  f->block = target;
  f->stmt = 0;
  f->forked = false;
}

static bool join(Machine *m, const Terminator *t, const Term *alts) {
  if (t->nvalues > MAX_JOINED) return false;
  BlockId targets[MAX_JOINED + 1];
  for (u32 i = 0; i <= t->nvalues; i++) {
    if (!mach_about_inputs(m, alts[i]) || mach_is_known(m, alts[i])) return false;
    targets[i] = i < t->nvalues ? t->targets[i] : t->otherwise;
  }
  return mach_join(m, alts, targets, t->nvalues + 1);
}

/* NO_BLOCK: the ways have been joined, and the frame is where they meet. */
static BlockId switch_target(Machine *m, const Terminator *t) {
  Value v = mach_operand(m, &t->op, RETAG_NONE);
  if (bits_known(v.a.bits)) {
    for (u32 i = 0; i < t->nvalues; i++)
      if (t->values[i] == v.a.bits.c) return t->targets[i];
    return t->otherwise;
  }
  unsigned width = (unsigned)mach_type(m, v.ty)->size * 8;
  Term *alts = arena_array(m->arena, Term, t->nvalues + 1);
  Term none = term_bool(m->ts, true);
  for (u32 i = 0; i < t->nvalues; i++) {
    alts[i] = term_bin(m->ts, TERM_EQ, v.a.bits.t,
                       term_const(m->ts, width, u128_mask(t->values[i], width)));
    none = term_and(m->ts, none, term_not(m->ts, alts[i]));
  }
  alts[t->nvalues] = none;
  if (m->x->joins && join(m, t, alts)) return NO_BLOCK;
  u32 pick = mach_choose(m, alts, t->nvalues + 1);
  return pick < t->nvalues ? t->targets[pick] : t->otherwise;
}

static void assertion(Machine *m, const Terminator *t) {
  Value v = mach_operand(m, &t->op, RETAG_NONE);
  if (mach_decide(m, value_cond(m, &v)) == t->expected) {
    jump(m, t->target);
    return;
  }
  static const char *const texts[] = {
#define ASSERTION(code, text) text,
#include "engine/ir/assert.def"
#undef ASSERTION
  };
  StrBuf msg = {0};
  bool is_exact = true;
  for (const char *s = texts[t->assertion]; *s; s++) {
    if (s[0] != '%') {
      sb_putc(&msg, *s);
      continue;
    }
    u32 k = (u32)(*++s - '0');
    if (k >= t->nargs) continue;
    Value arg = mach_operand(m, &t->args[k], RETAG_NONE);
    is_exact &= bits_known(arg.a.bits);
    sb_puts(&msg, mach_bits_text(m, arg.a.bits, 64));
  }
  const char *text = arena_strdup(m->arena, sb_str(&msg));
  sb_free(&msg);
  if (t->nargs) mach_panic_formatted(m, text, is_exact);
  mach_panic(m, text);
}

/* The function whose address v holds, among those that v may name; NULL if none. Two functions may
 * have one address, so what says syntactically which one it is comes first. */
static Alloc *function_at(Machine *m, Scalar v) {
  bool wildcard = prov_is_wildcard(v.prov);
  for (int pass = 0; pass < 2; pass++)
    for (u32 i = 0; i < m->numbered.len; i++) {
      Alloc *a = m->numbered.at[i];
      if (a->kind != ALLOC_FUNCTION) continue;
      if (m->model->bounds == BOUNDS_ALLOCATION && !wildcard && v.prov.alloc != a->id) continue;
      if (wildcard && !mach_wildcard_allows(m, v.prov, a)) continue;
      Bits here = bits_compare(m, BIN_EQ, 64, false, v.bits, a->base);
      if (pass == 0 ? bits_known(here) && here.c : mach_decide(m, here)) return a;
    }
  return NULL;
}

/* The function that a function pointer value points to. */
static FuncId pointed_function(Machine *m, const Operand *op) {
  Scalar v = mach_operand(m, op, RETAG_NONE).a;
  Alloc *a = function_at(m, v);
  if (!a)
    mach_ub(m, UB_BAD_CALL, NULL, "call through %s, which is not a function", mach_ptr_text(m, v));
  if (prov_is_wildcard(v.prov)) mach_wildcard_resolve(m, v.prov, a);
  return a->fn;
}

static void call(Machine *m, const Terminator *t) {
  FuncId callee = t->callee;
  if (t->is_indirect) {
    const FnSig *sig = &type_get(m->types, operand_type(&t->op))->u.fnptr;
    callee = pointed_function(m, &t->op);
    mach_check_signature(m, sig, m->program->funcs.at[callee]);
  }
  Value local[8];
  Value *args = t->nargs <= 8 ? local : arena_array(m->arena, Value, t->nargs);
  if (t->is_virtual) args[0] = mach_receiver(m, &t->args[0]);
  for (u32 i = t->is_virtual; i < t->nargs; i++) args[i] = mach_operand(m, &t->args[i], RETAG_NONE);
  if (t->is_virtual) callee = mach_virtual_callee(m, t->method, &args[0]);
  if (t->no_return) {
    mach_push(m, callee, args, t->nargs, NULL, 0);
    return;
  }
  PlaceVal dest = mach_place(m, &t->place);
  mach_push(m, callee, args, t->nargs, &dest, t->target);
}

static void drop(Machine *m, const Terminator *t) {
  PlaceVal p = mach_place(m, &t->place);
  FuncId glue = t->is_virtual ? mach_vtable_of(m, p.meta)->drop : t->callee;
  if (glue == NO_FUNC) {
    jump(m, t->target);
    return;
  }
  TypeId param = m->program->funcs.at[glue]->locals.at[1].ty;
  Scalar ptr = mach_address_of(m, &p);
  Value arg =
      type_is_wide_ptr(m->types, param) ? value_wide(param, ptr, p.meta) : value_scalar(param, ptr);
  mach_push(m, glue, &arg, 1, NULL, 0);
  Frame *f = &vec_last(&m->frames);
  f->is_drop = true;
  f->return_to = t->target;
}

/* The intrinsics that call back: a function `fn(*mut u8)` with its argument. */
static void call_catching(Machine *m, const Terminator *t) {
  PlaceVal dest = mach_place(m, &t->place);
  FuncId callee = pointed_function(m, &t->args[0]);
  Value arg = mach_operand(m, &t->args[1], RETAG_NONE);
  mach_push(m, callee, &arg, 1, &dest, t->target);
  Frame *f = &vec_last(&m->frames);
  f->catches = true;
  f->is_thread = t->intrinsic == INTR_RUN_THREAD;
  f->panics_before = m->in_flight.len;
  if (f->is_thread) m->limits |= 1u << LIMIT_THREADS;
}

static void terminator(Machine *m, const Terminator *t) {
  switch (t->kind) {
  case TERMINATOR_GOTO: jump(m, t->target); return;
  case TERMINATOR_SWITCH: {
    BlockId target = switch_target(m, t);
    if (target != NO_BLOCK) jump(m, target);
    return;
  }
  case TERMINATOR_CALL: call(m, t); return;
  case TERMINATOR_INTRINSIC: {
    if (t->intrinsic == INTR_CATCH_UNWIND || t->intrinsic == INTR_RUN_THREAD) {
      call_catching(m, t);
      return;
    }
    PlaceVal dest = {0};
    if (!t->no_return) dest = mach_place(m, &t->place);
    mach_intrinsic(m, t, &dest);
    jump(m, t->target);
    return;
  }
  case TERMINATOR_RETURN: mach_return(m); return;
  case TERMINATOR_RESUME: mach_resume(m); return;
  case TERMINATOR_DROP: drop(m, t); return;
  case TERMINATOR_ASSERT: assertion(m, t); return;
  case TERMINATOR_PANIC: {
    Event e = {0};
    mach_format(m, &t->fmt, t->args, &e);
    mach_panic_event(m, &t->fmt, &e);
  }
  case TERMINATOR_UNREACHABLE:
    mach_ub(m, UB_UNREACHABLE, NULL, "code that must not be reached was reached");
  case TERMINATOR_NONE: mach_unsupported(m, "internal: unfinished block");
  }
}

bool mach_step(Machine *m) {
  Frame *f = &vec_last(&m->frames);
  const Block *b = &f->fn->blocks.at[f->block];
  if (++m->steps > m->x->limits.steps) mach_limit(m, LIMIT_STEPS);
  m->scratch_used = 0;
  m->span = f->stmt < b->stmts.len ? b->stmts.at[f->stmt].span : b->term.span;
  if (m->recorder) mach_record(m, (Record){.kind = RECORD_STEP});
  if (f->stmt < b->stmts.len) {
    const Stmt *s = &b->stmts.at[f->stmt];
    statement(m, s);
    f->stmt++; /* statements push no frames */
    return true;
  }
  terminator(m, &b->term);
  return m->frames.len > m->base_frames;
}
