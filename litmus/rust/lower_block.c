/* Blocks and their statements. Each `let` opens a scope for the rest of the block, so that
 * variables are dropped in reverse order; the value of the block is evaluated inside all of them,
 * but its temporaries belong to the statement around the block (edition 2021). */
#include "litmus/rust/lower.h"

/* ---- lifetime extension (Rust Reference, "Temporary lifetime extension") */

/* The operand of an extended `&` and the places it is part of. */
static void extend_operand(Thir *e, u32 scope) {
  for (;;) {
    e->temp_scope = scope + 1;
    switch (e->kind) {
    case THIR_BORROW:
    case THIR_RAW:
    case THIR_DEREF:
    case THIR_FIELD:
    case THIR_INDEX: e = e->a; break;
    case THIR_CALL: /* `temp()[range]` is an index too */
      if (!e->is_index && !e->is_place_op) return;
      e = e->args[0]->kind == THIR_CAST ? e->args[0]->a : e->args[0];
      break;
    default: return;
    }
  }
}

static void extend_borrows(Thir *e, u32 scope);

static void extend_list(Thir **es, u32 n, u32 scope) {
  for (u32 i = 0; i < n; i++) extend_borrows(es[i], scope);
}

static void extend_borrows(Thir *e, u32 scope) {
  for (; e;) {
    switch (e->kind) {
    case THIR_BORROW:
    case THIR_RAW:
      extend_operand(e->a, scope);
      do e = e->a; /* `&*&temp()`: coercion has put in a reborrow */
      while (e->kind == THIR_DEREF);
      break;
    case THIR_CAST:
      if (e->cast == CAST_TRANSMUTE) return; /* a call, as it is written */
      e = e->a;
      break;
    case THIR_USE: e = e->a; break;
    case THIR_ADT:
    case THIR_TUPLE:
    case THIR_ARRAY: extend_list(e->args, e->nargs, scope); return;
    case THIR_BLOCK: e = e->block->tail; break;
    case THIR_IF:
      extend_borrows(e->b, scope);
      e = e->c;
      break;
    case THIR_MATCH:
      for (u32 i = 0; i < e->narms; i++) extend_borrows(e->arms[i].body, scope);
      return;
    default: return;
    }
  }
}

static bool binds_by_reference(const ThirPat *p) {
  if (p->kind == TPAT_BIND) return p->mode != BIND_VALUE || (p->sub && binds_by_reference(p->sub));
  if (p->kind == TPAT_DEREF) return false; /* what is behind a reference is not the temporary */
  if (p->rest && binds_by_reference(p->rest)) return true;
  for (u32 i = 0; i < p->nsubs; i++)
    if (binds_by_reference(p->subs[i])) return true;
  return false;
}

void extend_temporaries(Thir *e, const ThirPat *pat, u32 scope) {
  if (pat && binds_by_reference(pat)) extend_operand(e, scope);
  extend_borrows(e, scope);
}

/* ---- let */

static bool is_simple_binding(const ThirPat *p) {
  return p->kind == TPAT_BIND && p->mode == BIND_VALUE && !p->sub;
}

static void let_simple(Lower *l, const ThirStmt *s, u32 scope) {
  LocalId local = var_local(l, s->pat->var, s->pat->span);
  emit_storage_live(l, local, s->pat->span);
  schedule_storage(l, scope, local);
  if (s->expr) {
    u32 outer = scope_enter_terminating(l);
    lower_into(l, s->expr, place_local(l, local));
    schedule_value(l, scope, local); /* while the temporaries are dropped it is there */
    scope_leave_terminating(l, outer, s->span);
    return;
  }
  schedule_value(l, scope, local);
}

/* `let (a, b);`: storage only. */
static void let_uninitialised(Lower *l, const ThirPat *p, u32 scope) {
  if (p->kind == TPAT_BIND) {
    LocalId local = var_local(l, p->var, p->span);
    emit_storage_live(l, local, p->span);
    schedule_storage(l, scope, local);
    schedule_value(l, scope, local);
    if (p->sub) let_uninitialised(l, p->sub, scope);
  }
  for (u32 i = 0; i < p->nsubs; i++) let_uninitialised(l, p->subs[i], scope);
  if (p->rest) let_uninitialised(l, p->rest, scope);
}

/* The temporaries of the initialiser die before the else block is entered. */
static void let_pattern(Lower *l, const ThirStmt *s, u32 scope) {
  BlockId otherwise = s->els ? block_new(l) : 0;
  u32 outer = scope_enter_terminating(l);
  Place p = lower_place(l, s->expr);
  emit_place_mention(l, p, s->expr->span);
  if (!s->els) {
    lower_irrefutable(l, p, s->pat, scope);
  } else {
    BlockId failed = lower_pattern(l, p, s->pat, scope);
    BlockId matched = l->block;
    block_start(l, failed);
    emit_exit_scopes(l, scope, s->span);
    emit_goto(l, otherwise, s->span);
    block_start(l, matched);
  }
  scope_leave_terminating(l, outer, s->span);
  if (!s->els) return;
  BlockId matched = l->block;
  block_start(l, otherwise);
  lower_block(l, s->els, place_local(l, local_internal(l, type_never(l->tt), s->els->span)));
  terminate(l, TERMINATOR_UNREACHABLE, s->els->span);
  block_start(l, matched);
}

static void lower_let(Lower *l, const ThirStmt *s) {
  u32 scope = scope_push(l);
  declare_vars(l, s->pat);
  if (s->expr) extend_temporaries(s->expr, s->pat, scope);
  if (is_simple_binding(s->pat) && !s->els)
    let_simple(l, s, scope);
  else if (s->expr)
    let_pattern(l, s, scope);
  else
    let_uninitialised(l, s->pat, scope);
}

/* ---- blocks */

void lower_block(Lower *l, ThirBlock *b, Place dest) {
  u32 depth = scope_push(l);
  for (u32 i = 0; i < b->nstmts; i++) {
    const ThirStmt *s = &b->stmts[i];
    if (s->kind == TSTMT_LET) {
      lower_let(l, s);
      continue;
    }
    u32 outer = scope_enter_terminating(l);
    lower_stmt_expr(l, s->expr);
    scope_leave_terminating(l, outer, s->span);
  }
  if (b->tail) lower_into(l, b->tail, dest);
  while (l->scopes.len > depth) scope_pop(l, b->span);
}
