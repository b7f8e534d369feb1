/* Code with two versions, built from its end backwards: the one that runs when all goes well, and
 * the cleanup version, to which a panic in the first one leads. What drops several parts is built
 * so: when the drop of one part panics, the parts after it are dropped all the same (rustc calls
 * this a drop ladder). During cleanup itself, and where a panic aborts or where nothing is left to
 * do, there is one version only. */
#include "litmus/rust/lower.h"

static bool has_two(Ways w) { return w.unwind == UNWIND_CLEANUP; }

Ways ways_enter_cleanup(Lower *l, Ways w) {
  l->in_cleanup = true;
  return (Ways){.ok = w.cleanup, .unwind = UNWIND_TERMINATE};
}

void ways_leave_cleanup(Lower *l) { l->in_cleanup = false; }

static BlockId start(Lower *l) {
  BlockId b = block_new(l);
  block_start(l, b);
  return b;
}

/* ---- drops */

static BlockId drop_once(Lower *l, Place p, Ways next, Span span) {
  bool is_virtual = type_get(l->tt, p.ty)->kind == TY_DYN;
  FuncId glue = is_virtual ? NO_FUNC : lower_drop_glue(l->cx, p.ty);
  BlockId b = start(l);
  Terminator *t = terminate(l, TERMINATOR_DROP, span);
  t->place = p;
  t->callee = glue;
  t->is_virtual = is_virtual;
  t->target = next.ok;
  t->unwind = next.unwind;
  t->cleanup = next.cleanup;
  return b;
}

Ways ways_drop(Lower *l, Place p, Ways next, Span span) {
  Ways w = next;
  w.ok = drop_once(l, p, next, span);
  if (!has_two(next)) return w;
  w.cleanup = drop_once(l, p, ways_enter_cleanup(l, next), span);
  ways_leave_cleanup(l);
  return w;
}

static BlockId box_free_once(Lower *l, Place box, Ways next, Span span) {
  BlockId b = start(l);
  emit_box_free(l, box, span);
  emit_goto(l, next.ok, span);
  return b;
}

Ways ways_box_free(Lower *l, Place box, Ways next, Span span) {
  Ways w = next;
  w.ok = box_free_once(l, box, next, span);
  if (!has_two(next)) return w;
  w.cleanup = box_free_once(l, box, ways_enter_cleanup(l, next), span);
  ways_leave_cleanup(l);
  return w;
}

/* ---- branches */

static BlockId branch_once(Lower *l, LocalId flag, Ways yes, Ways no, Span span) {
  BlockId b = start(l);
  emit_branch(l, operand_copy(place_local(l, flag), span), yes.ok, no.ok, span);
  return b;
}

Ways ways_branch(Lower *l, LocalId flag, Ways yes, Ways no, Span span) {
  Ways w = yes;
  w.ok = branch_once(l, flag, yes, no, span);
  if (!has_two(yes)) return w;
  Ways cleanup = ways_enter_cleanup(l, yes);
  w.cleanup = branch_once(l, flag, cleanup, ways_enter_cleanup(l, no), span);
  ways_leave_cleanup(l);
  return w;
}

static BlockId variants_once(Lower *l, Place p, const u32 *variants, const Ways *targets, u32 n,
                             Ways otherwise, bool cleanup, Span span) {
  const AdtInfo *info = type_get(l->tt, p.ty)->u.adt.info;
  u128 *values = arena_array(l->arena, u128, n + 1);
  BlockId *blocks = arena_array(l->arena, BlockId, n + 1);
  TypeId discr = type_discriminant(l->tt, p.ty);
  lower_layout(l, discr, span);
  for (u32 i = 0; i < n; i++) {
    values[i] = u128_mask((u128)info->variants[variants[i]].discr, int_bits(l, discr));
    blocks[i] = cleanup ? targets[i].cleanup : targets[i].ok;
  }
  BlockId b = start(l);
  LocalId d = emit_to_internal(l, (Rvalue){.kind = RV_DISCRIMINANT, .ty = discr, .place = p}, span);
  emit_switch(l, operand_copy(place_local(l, d), span), values, blocks, n,
              cleanup ? otherwise.cleanup : otherwise.ok, span);
  return b;
}

Ways ways_variants(Lower *l, Place p, const u32 *variants, const Ways *targets, u32 n,
                   Ways otherwise, Span span) {
  Ways w = otherwise;
  w.ok = variants_once(l, p, variants, targets, n, otherwise, false, span);
  if (!has_two(otherwise)) return w;
  ways_enter_cleanup(l, otherwise);
  w.cleanup = variants_once(l, p, variants, targets, n, otherwise, true, span);
  ways_leave_cleanup(l);
  return w;
}
