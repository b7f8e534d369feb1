/* Scopes. Whoever makes a local schedules its end in the scope that the local belongs to, which
 * need not be the innermost one: a temporary belongs to its statement, however deep inside the
 * statement it was made. Leaving scopes, by falling off their end or by break, continue and return,
 * does what is scheduled, latest first. */
#include "litmus/rust/lower.h"

#include <stdlib.h>

u32 scope_push(Lower *l) {
  vec_push(&l->scopes, (LowerScope){0});
  return l->scopes.len - 1;
}

enum { IS_TERMINATOR = UINT32_MAX };

/* What ends a scope belongs to the scope's last character, as in rustc: also when the scope is left
 * earlier, which is why that is set later. */
Span scope_end(Span s) {
  if (s.hi > s.lo) s.lo = s.hi - 1;
  return s;
}

static void set_spans(Lower *l, const LowerScope *scope, Span end) {
  for (u32 i = 0; i < scope->early.len; i++) {
    Block *b = &l->f->blocks.at[scope->early.at[i].block];
    u32 stmt = scope->early.at[i].stmt;
    *(stmt == IS_TERMINATOR ? &b->term.span : &b->stmts.at[stmt].span) = end;
  }
}

static void emit_scheduled(Lower *l, u32 scope, bool early, Span span) {
  /* by index: emitting does not schedule, but the list of scopes may not be held across it */
  for (u32 i = l->scopes.at[scope].drops.len; i-- > 0;) {
    Scheduled s = l->scopes.at[scope].drops.at[i];
    u32 stmt = s.is_value ? IS_TERMINATOR : l->f->blocks.at[l->block].stmts.len;
    if (early) vec_push(&l->scopes.at[scope].early, ((Emitted){l->block, stmt}));
    if (!s.is_value) {
      emit_storage_dead(l, s.local, span);
      continue;
    }
    l->is_leaving = true; /* if it panics, what comes after it here is dropped on the way out */
    l->leaving_scope = scope;
    l->leaving_drops = i;
    emit_drop(l, place_local(l, s.local), span);
    l->is_leaving = false;
  }
}

void scope_pop(Lower *l, Span span) {
  Span end = scope_end(span);
  emit_scheduled(l, l->scopes.len - 1, false, end);
  set_spans(l, &vec_last(&l->scopes), end);
  unwind_scope_ends(l, &vec_last(&l->scopes), end);
  vec_free(&vec_last(&l->scopes).drops);
  vec_free(&vec_last(&l->scopes).early);
  l->scopes.len--;
}

u32 scope_enter_terminating(Lower *l) {
  u32 outer = l->temp_scope;
  l->temp_scope = scope_push(l);
  return outer;
}

void scope_leave_terminating(Lower *l, u32 outer, Span span) {
  scope_pop(l, span);
  l->temp_scope = outer;
}

u32 scope_top(const Lower *l) { return l->scopes.len - 1; }

void schedule_storage(Lower *l, u32 scope, LocalId local) {
  vec_push(&l->scopes.at[scope].drops, ((Scheduled){.local = local}));
}

void schedule_value(Lower *l, u32 scope, LocalId local) {
  if (!type_needs_drop(l->tt, l->f->locals.at[local].ty)) return;
  vec_push(&l->scopes.at[scope].drops, ((Scheduled){.local = local, .is_value = true}));
}

void emit_exit_scopes(Lower *l, u32 depth, Span span) {
  for (u32 i = l->scopes.len; i-- > depth;) emit_scheduled(l, i, true, span);
}

/* ---- jumps */

void target_push(Lower *l, Target t) { vec_push(&l->targets, t); }

static const Target *find_target(Lower *l, const Thir *e) {
  for (u32 i = l->targets.len; i-- > 0;) {
    const Target *t = &l->targets.at[i];
    if (t->label == e->label && (e->label || t->is_loop)) return t;
  }
  lower_fail(l, DIAG_ERROR, e->span, "there is no loop or block to leave here");
  return NULL;
}

static void jump(Lower *l, u32 depth, BlockId target, Span span) {
  emit_exit_scopes(l, depth, span);
  emit_goto(l, target, span);
  block_start_unreachable(l);
}

void lower_break(Lower *l, const Thir *e) {
  const Target *found = find_target(l, e);
  if (!found) return;
  Target t = *found;
  if (e->a) lower_into(l, e->a, t.dest);
  jump(l, t.depth, t.on_break, e->span);
}

void lower_continue(Lower *l, const Thir *e) {
  const Target *t = find_target(l, e);
  if (t) jump(l, t->depth, t->on_continue, e->span);
}

void lower_return(Lower *l, const Thir *e) {
  if (e->a) lower_into(l, e->a, place_local(l, 0));
  emit_exit_scopes(l, 0, e->span);
  terminate(l, TERMINATOR_RETURN, e->span);
  block_start_unreachable(l);
}

void emit_else(Lower *l, Span span) {
  ElseTarget e = vec_last(&l->elses);
  jump(l, e.depth, e.block, span);
}
