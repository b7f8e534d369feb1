/* Expressions into places: the dispatch over all kinds of expressions, and temporaries. */
#include "litmus/rust/lower.h"

enum { LOWER_DEPTH_MAX = 500 };

bool thir_is_place(const Thir *e) {
  switch (e->kind) {
  case THIR_VAR:
  case THIR_STATIC:
  case THIR_FIELD:
  case THIR_INDEX:
  case THIR_DEREF: return true;
  default: return false;
  }
}

/* A `!` is never there: what comes after it cannot be reached. */
static void lower_never_to_any(Lower *l, Thir *e) {
  LocalId t = local_internal(l, e->a->ty, e->span);
  lower_into(l, e->a, place_local(l, t));
  emit_unreachable(l, e->span);
}

/* lhs = rhs: the right side first, then the place; then the old value is dropped if there is one.
 */
static void lower_assign(Lower *l, Thir *e) {
  l->no_stay = !is_quiet_place(l, e->a);
  Rvalue rv = lower_rvalue(l, e->b);
  l->no_stay = false;
  Place p = lower_place(l, e->a);
  if (type_needs_drop(l->tt, p.ty))
    emit_drop_and_assign(l, p, rv, e->span);
  else
    emit_assign(l, p, rv, e->span);
}

/* lhs op= rhs on primitive types: also from right to left. */
static void lower_assign_op(Lower *l, Thir *e) {
  Operand b = lower_operand(l, e->b, is_quiet_place(l, e->a));
  Place p = lower_place(l, e->a);
  Operand a = operand_copy(p, e->a->span);
  if (p.nproj) /* one read only: the check and the operation see the same value */
    a = operand_copy(place_local(l, emit_to_internal(l, rvalue_use(a), e->a->span)), e->a->span);
  emit_assign(l, p, lower_binary(l, e->binop, a, b, e->span), e->span);
}

static void lower_into_inner(Lower *l, Thir *e, Place dest) {
  switch (e->kind) {
  case THIR_BLOCK:
    if (!e->label) {
      lower_block(l, e->block, dest);
      return;
    }
    BlockId after = block_new(l);
    target_push(
        l, (Target){.label = e->label, .depth = l->scopes.len, .on_break = after, .dest = dest});
    lower_block(l, e->block, dest);
    (void)vec_pop(&l->targets);
    emit_goto(l, after, e->span);
    block_start(l, after);
    return;
  case THIR_IF: lower_if(l, e, dest); return;
  case THIR_AND:
  case THIR_OR:
  case THIR_LET: lower_condition_value(l, e, dest); return;
  case THIR_MATCH: lower_match(l, e, dest); return;
  case THIR_LOOP: lower_loop(l, e, dest); return;
  case THIR_FOR_RANGE: lower_for_range(l, e); return;
  case THIR_CALL:
  case THIR_CALL_PTR:
  case THIR_CONST_FN: lower_call(l, e, dest); return;
  case THIR_ASM: lower_asm(l, e, dest); return;
  case THIR_INTRINSIC: lower_intrinsic(l, e, dest); return;
  case THIR_FORMAT_PANIC: lower_format_panic(l, e); return;
  case THIR_NEVER_TO_ANY: lower_never_to_any(l, e); return;
  case THIR_ASSIGN: lower_assign(l, e); return;
  case THIR_ASSIGN_OP: lower_assign_op(l, e); return;
  case THIR_BREAK: lower_break(l, e); return;
  case THIR_CONTINUE: lower_continue(l, e); return;
  case THIR_RETURN: lower_return(l, e); return;
  case THIR_USE: lower_into(l, e->a, dest); return;
  case THIR_VAR:
  case THIR_STATIC:
  case THIR_FIELD:
  case THIR_INDEX:
  case THIR_DEREF: {
    Operand op = operand_take(l, lower_place(l, e), e->span);
    emit_assign(l, dest, rvalue_use(op), e->span);
    return;
  }
  default: emit_assign(l, dest, lower_rvalue(l, e), e->span);
  }
}

void lower_into(Lower *l, Thir *e, Place dest) {
  if (l->depth >= LOWER_DEPTH_MAX) {
    if (!l->failed) lower_fail(l, DIAG_UNSUPPORTED, e->span, "expressions nested this deeply");
    return;
  }
  bool no_stay = l->no_stay;
  l->no_stay = false;
  l->depth++;
  scope_push(l);
  lower_into_inner(l, e, dest);
  scope_pop(l, e->span);
  l->depth--;
  l->no_stay = no_stay;
}

/* All values of type () share one local: there is nothing in them. */
static LocalId unit_local(Lower *l, Span span) {
  if (l->unit == NO_LOCAL) l->unit = local_internal(l, type_unit(l->tt), span);
  return l->unit;
}

LocalId lower_temp(Lower *l, Thir *e, u32 scope) {
  if (type_is_unit(l->tt, e->ty)) {
    LocalId unit = unit_local(l, e->span);
    lower_into(l, e, place_local(l, unit));
    return unit;
  }
  if (type_get(l->tt, e->ty)->kind == TY_NEVER) {
    LocalId never = local_internal(l, e->ty, e->span);
    lower_into(l, e, place_local(l, never));
    return never;
  }
  LocalId t = local_new(l, e->ty, NULL, e->span);
  emit_storage_live(l, t, e->span);
  schedule_storage(l, scope, t);
  lower_into(l, e, place_local(l, t));
  schedule_value(l, scope, t);
  return t;
}

void lower_stmt_expr(Lower *l, Thir *e) { lower_temp(l, e, l->temp_scope); }
