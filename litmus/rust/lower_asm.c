/* `asm!` blocks: the operands from left to right, the call of the story, then the outputs into
 * their places, from left to right. */
#include "litmus/rust/lower.h"

void lower_asm(Lower *l, Thir *e, Place dest) {
  const ThirAsm *a = e->assembly;
  Operand *args = arena_array(l->arena, Operand, a->n + 1);
  Place *outs = arena_array(l->arena, Place, a->n + 1);
  u32 nargs = 0, nouts = 0;
  for (u32 i = 0; i < a->n; i++) {
    ThirAsmOperand *o = &a->at[i];
    if (o->in) args[nargs++] = lower_operand(l, o->in, false);
    if (!o->out) continue;
    outs[nouts] = lower_place(l, o->out);
    if (o->is_same) args[nargs++] = operand_copy(outs[nouts], e->span);
    nouts++;
  }
  Terminator t = {
      .kind = TERMINATOR_CALL, .span = e->span, .callee = e->callee, .nargs = nargs, .args = args};
  if (type_get(l->tt, e->ty)->kind == TY_NEVER) {
    t.no_return = true;
    terminate_with(l, t);
    block_start_unreachable(l);
    return;
  }
  if (!nouts) {
    t.place = dest;
    terminate_and_go_on(l, t);
    return;
  }
  LocalId result = local_new(l, a->result->ty, NULL, e->span);
  emit_storage_live(l, result, e->span);
  schedule_storage(l, l->temp_scope, result);
  t.place = place_local(l, result);
  terminate_and_go_on(l, t);
  for (u32 i = 0; i < nouts; i++) {
    Operand value = operand_copy(place_field(l, place_local(l, result), 0, i), e->span);
    emit_assign_retag(l, outs[i], rvalue_use(value), RETAG_NONE, e->span);
  }
}
