/* Calls, intrinsics, printing and panics. The result goes straight into its destination. */
#include "litmus/rust/lower.h"

static void end_call(Lower *l, Terminator t, TypeId result) {
  if (type_get(l->tt, result)->kind != TY_NEVER) {
    terminate_and_go_on(l, t);
    return;
  }
  t.no_return = true;
  t.place = (Place){0};
  terminate_with(l, t);
  block_start_unreachable(l);
}

/* The fields of the tuple of arguments, moved out of it one by one. */
static void spread_last(Lower *l, const Thir *e, Terminator *t) {
  u32 before = t->nargs - 1;
  const Operand tuple = t->args[before];
  u32 n = type_nfields(l->tt, e->args[before]->ty, 0);
  Operand *args = arena_array(l->arena, Operand, before + n + 1);
  for (u32 i = 0; i < before; i++) args[i] = t->args[i];
  for (u32 i = 0; i < n; i++)
    args[before + i] = operand_consume(l, place_field(l, tuple.place, 0, i), e->span);
  t->args = args;
  t->nargs = before + n;
}

/* A receiver that is a trait object itself is moved from where it is. */
static Operand *virtual_args(Lower *l, const Thir *e) {
  Thir *self = e->args[0];
  if (type_is_sized(l->tt, self->ty)) return lower_operands(l, e->args, e->nargs);
  Operand *ops = arena_array(l->arena, Operand, e->nargs + 1);
  ops[0] = operand_move(lower_place(l, self), self->span);
  Operand *rest = lower_operands(l, e->args + 1, e->nargs - 1);
  for (u32 i = 1; i < e->nargs; i++) ops[i] = rest[i - 1];
  return ops;
}

void lower_call(Lower *l, Thir *e, Place dest) {
  Terminator t = {.kind = TERMINATOR_CALL,
                  .span = e->span,
                  .place = dest,
                  .callee = e->callee,
                  .is_virtual = e->is_virtual,
                  .method = e->method,
                  .nargs = e->nargs};
  if (e->kind == THIR_CALL_PTR) { /* the pointer is evaluated before the arguments */
    Thir **all = arena_array(l->arena, Thir *, e->nargs + 1);
    all[0] = e->a;
    for (u32 i = 0; i < e->nargs; i++) all[i + 1] = e->args[i];
    Operand *ops = lower_operands(l, all, e->nargs + 1);
    t.is_indirect = true;
    t.op = ops[0];
    t.args = ops + 1;
  } else {
    t.args = e->is_virtual ? virtual_args(l, e) : lower_operands(l, e->args, e->nargs);
    if (e->spread) spread_last(l, e, &t);
  }
  end_call(l, t, e->ty);
}

/* Format arguments are references to places, taken in order. */
static Operand *format_args(Lower *l, Thir **args, u32 n) {
  Operand *ops = arena_array(l->arena, Operand, n + 1);
  for (u32 i = 0; i < n; i++) {
    Place p = lower_place(l, args[i]);
    TypeId ty = type_ptr(l->tt, PTR_REF, p.ty);
    LocalId ref = local_new(l, ty, NULL, args[i]->span);
    emit_storage_live(l, ref, args[i]->span);
    schedule_storage(l, l->temp_scope, ref);
    Rvalue rv = {.kind = RV_REF, .ty = ty, .place = p, .borrow = BORROW_SHARED};
    emit_assign(l, place_local(l, ref), rv, args[i]->span);
    ops[i] = operand_copy(place_local(l, ref), args[i]->span);
  }
  return ops;
}

static bool is_formatting(Intrinsic i) {
  return i == INTR_PRINT || i == INTR_EPRINT || i == INTR_ASSERT_FAILED || i == INTR_FMT_WRITE;
}

void lower_intrinsic(Lower *l, Thir *e, Place dest) {
  Terminator t = {.kind = TERMINATOR_INTRINSIC,
                  .span = e->span,
                  .place = dest,
                  .intrinsic = e->intrinsic,
                  .ntypes = e->ntypes,
                  .nargs = e->nargs,
                  .fmt = e->fmt};
  for (u32 i = 0; i < e->ntypes && i < 2; i++) {
    t.types[i] = e->types[i];
    lower_layout(l, e->types[i], e->span);
  }
  t.args = is_formatting(e->intrinsic) ? format_args(l, e->args, e->nargs)
                                       : lower_operands(l, e->args, e->nargs);
  end_call(l, t, e->ty);
}

void lower_format_panic(Lower *l, Thir *e) {
  Operand *args = format_args(l, e->args, e->nargs);
  terminate_with(l, (Terminator){.kind = TERMINATOR_PANIC,
                                 .span = e->span,
                                 .fmt = e->fmt,
                                 .nargs = e->nargs,
                                 .args = args});
  block_start_unreachable(l);
}
