/* Unwinding in the core IR: what may panic, and the rules about cleanup blocks. */
#include "engine/ir/unwind.h"

bool intrinsic_may_unwind(Intrinsic i) {
  switch (i) {
  case INTR_ASSERT_FAILED:
  case INTR_PTR_OFFSET_FROM: /* of zero-sized elements */
  case INTR_PTR_OFFSET_FROM_UNSIGNED:
  case INTR_RESUME_UNWIND:
  case INTR_START_PANIC: return true;
  default: return false;
  }
}

bool terminator_may_unwind(const Terminator *t) {
  switch (t->kind) {
  case TERMINATOR_CALL:
  case TERMINATOR_DROP:
  case TERMINATOR_ASSERT:
  case TERMINATOR_PANIC: return true;
  case TERMINATOR_INTRINSIC: return intrinsic_may_unwind(t->intrinsic);
  default: return false;
  }
}

/* ---- the verifier's part */

typedef struct Checker {
  const Function *f;
  const Block *block;
  Arena *arena;
} Checker;

static const char *check_edge(const Checker *c, BlockId target) {
  if (target >= c->f->blocks.len) return arena_printf(c->arena, "there is no bb%u", target);
  bool cleanup = c->f->blocks.at[target].is_cleanup;
  if (cleanup == c->block->is_cleanup) return NULL;
  return arena_printf(c->arena, "bb%u is %s cleanup block", target, cleanup ? "a" : "not a");
}

static const char *check_successors(const Checker *c, const Terminator *t) {
  const char *fault;
  switch (t->kind) {
  case TERMINATOR_SWITCH:
    for (u32 i = 0; i < t->nvalues; i++)
      if ((fault = check_edge(c, t->targets[i]))) return fault;
    return check_edge(c, t->otherwise);
  case TERMINATOR_CALL:
  case TERMINATOR_INTRINSIC: return t->no_return ? NULL : check_edge(c, t->target);
  case TERMINATOR_GOTO:
  case TERMINATOR_DROP:
  case TERMINATOR_ASSERT: return check_edge(c, t->target);
  case TERMINATOR_RETURN: return c->block->is_cleanup ? "return from a cleanup block" : NULL;
  case TERMINATOR_RESUME:
    return c->block->is_cleanup ? NULL : "a panic is resumed outside of cleanup";
  default: return NULL;
  }
}

static const char *check_action(const Checker *c, const Terminator *t) {
  if (!terminator_may_unwind(t))
    return t->unwind == UNWIND_CONTINUE ? NULL : "an unwind action where nothing unwinds";
  if (c->block->is_cleanup)
    return t->unwind == UNWIND_TERMINATE ? NULL : "a panic during cleanup goes on";
  switch (t->unwind) {
  case UNWIND_CONTINUE:
  case UNWIND_TERMINATE: return NULL;
  case UNWIND_CLEANUP:
    if (t->cleanup >= c->f->blocks.len)
      return arena_printf(c->arena, "there is no bb%u", t->cleanup);
    if (c->f->blocks.at[t->cleanup].is_cleanup) return NULL;
    return arena_printf(c->arena, "a panic goes to bb%u, which is not a cleanup block", t->cleanup);
  }
  return "unknown unwind action";
}

const char *ir_check_unwinding(const Function *f, const Block *b, Arena *arena) {
  Checker c = {f, b, arena};
  if (b->is_cleanup && b == &f->blocks.at[0]) return "the entry is a cleanup block";
  const char *fault = check_successors(&c, &b->term);
  return fault ? fault : check_action(&c, &b->term);
}
