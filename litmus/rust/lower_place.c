/* Places: the path from a local to the memory that an expression names. */
#include "litmus/rust/lower.h"

LocalId var_local(Lower *l, VarId var, Span span) {
  bool known = var < l->body->nvars && l->vars[var].local != NO_LOCAL;
  if (known) return l->vars[var].local;
  if (var < l->body->first_var) return outside_local(l, var);
  /* The initialiser of a constant is compiled on its own. */
  if (!l->failed)
    lower_fail(l, DIAG_UNSUPPORTED, span, "a constant that borrows from a local variable");
  return local_internal(l, var < l->body->nvars ? l->body->vars[var].ty : type_unit(l->tt), span);
}

static Place var_place(Lower *l, const Thir *e) {
  LocalId local = var_local(l, e->var, e->span);
  LocalId guard_ref = e->var < l->body->nvars ? l->vars[e->var].guard_ref : NO_LOCAL;
  if (guard_ref != NO_LOCAL) return place_deref(l, place_local(l, guard_ref));
  return place_local(l, local);
}

/* Through a pointer constant: raw for what may be written, else a shared reference. */
Place static_place(Lower *l, StaticId s, Span span) {
  const Static *st = &l->prog->statics.at[s];
  TypeId ty = type_ptr(l->tt, st->is_mutable ? PTR_RAW_MUT : PTR_REF, st->ty);
  lower_layout(l, ty, span);
  Operand op = {
      .kind = OPERAND_CONST, .konst = {.kind = CONST_STATIC, .ty = ty, .stat = s}, .span = span};
  LocalId t = emit_to_internal(l, rvalue_use(op), span);
  return place_deref(l, place_local(l, t));
}

bool is_quiet_place(const Lower *l, const Thir *e) {
  switch (e->kind) {
  case THIR_VAR:
  case THIR_STATIC: return true;
  case THIR_FIELD:
  case THIR_DEREF: return is_quiet_place(l, e->a);
  case THIR_INDEX:
    return is_quiet_place(l, e->a) && (e->b->kind == THIR_CONST || is_plain_read(l, e->b));
  default: return false;
  }
}

static void emit_bounds_check(Lower *l, Place base, LocalId index, Span span) {
  const Type *t = type_get(l->tt, base.ty);
  TypeId usize = type_usize(l->tt);
  Operand i = operand_copy(place_local(l, index), span), len;
  if (t->kind == TY_ARRAY) {
    len = operand_bits(usize, t->u.array.len, span);
  } else {
    Rvalue rv = {.kind = RV_LEN, .ty = usize, .place = base};
    len = operand_copy(place_local(l, emit_to_internal(l, rv, span)), span);
  }
  LocalId ok = emit_to_internal(l, rvalue_binary(BIN_LT, type_bool(l->tt), i, len), span);
  emit_assert(l, operand_copy(place_local(l, ok), span), true, ASSERT_BOUNDS, (Operand[]){i, len},
              2, span);
}

/* The index gets a temporary of its own: nothing can change it between the check and the use. */
static Place lower_index(Lower *l, Thir *e) {
  Place base = lower_place(l, e->a);
  LocalId index = local_internal(l, e->b->ty, e->b->span);
  lower_into(l, e->b, place_local(l, index));
  const Type *t = type_get(l->tt, base.ty);
  if (t->kind != TY_ARRAY && t->kind != TY_SLICE) {
    lower_fail(l, DIAG_ERROR, e->span, "`%s` cannot be indexed", type_str_of(l->tt, base.ty));
    return base;
  }
  emit_bounds_check(l, base, index, e->span);
  return place_project(l, base, (Proj){.kind = PROJ_INDEX, .local = index, .ty = t->u.array.elem});
}

/* A value where a place is needed: it lives in a temporary, as long as the statement or, if a `let`
 * borrows it, as long as the variable. */
static Place lower_value_as_place(Lower *l, Thir *e) {
  if (e->temp_scope == SCOPE_FOREVER + 1) return static_place(l, promote(l, e, true), e->span);
  bool extended = e->temp_scope && e->temp_scope - 1 < l->scopes.len;
  u32 scope = extended ? e->temp_scope - 1 : l->temp_scope;
  return place_local(l, lower_temp(l, e, scope));
}

Place lower_place(Lower *l, Thir *e) {
  switch (e->kind) {
  case THIR_VAR: return var_place(l, e);
  case THIR_STATIC: return static_place(l, e->stat, e->span);
  case THIR_FIELD: return place_field(l, lower_place(l, e->a), 0, e->index);
  case THIR_DEREF: return place_deref(l, lower_place(l, e->a));
  case THIR_INDEX: return lower_index(l, e);
  default: return lower_value_as_place(l, e);
  }
}
