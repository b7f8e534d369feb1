/* Where a panic goes. While it unwinds, the values of all scopes are dropped, latest first; storage
 * needs no care, since it dies with the frame. The cleanup blocks form a tree: a block drops one
 * local and goes on to the block of what was scheduled before it, down to the one that resumes the
 * panic in the caller. Equal ways share their blocks. As elsewhere drops are put in without asking
 * whether the value is there: drop elaboration knows. */
#include "litmus/rust/lower.h"

enum { NODE_RESUME };

static BlockId resume_block(Lower *l) {
  BlockId here = l->block;
  bool outer = l->in_cleanup;
  l->in_cleanup = true;
  BlockId b = block_new(l);
  block_start(l, b);
  terminate(l, TERMINATOR_RESUME, l->f->span);
  block_start(l, here);
  l->in_cleanup = outer;
  return b;
}

BlockId lower_resume_block(Lower *l) {
  if (!l->unwind.len) vec_push(&l->unwind, ((UnwindNode){.local = NO_LOCAL}));
  if (!l->unwind.at[NODE_RESUME].block) l->unwind.at[NODE_RESUME].block = resume_block(l);
  return l->unwind.at[NODE_RESUME].block;
}

/* Drops `local`, then what the node `next` does. */
static BlockId drop_block(Lower *l, LocalId local, BlockId next) {
  BlockId here = l->block;
  l->in_cleanup = true;
  BlockId b = block_new(l);
  FuncId glue = lower_drop_glue(l->cx, l->f->locals.at[local].ty);
  block_start(l, b);
  Terminator *t = terminate(l, TERMINATOR_DROP, l->f->locals.at[local].span);
  t->place = place_local(l, local);
  t->callee = glue;
  t->target = next;
  t->unwind = UNWIND_TERMINATE;
  l->in_cleanup = false;
  block_start(l, here);
  return b;
}

/* Nodes made last are found first: mostly it is the same way as the last time. */
static u32 child_node(Lower *l, u32 next, LocalId local) {
  for (u32 n = l->unwind.at[next].child; n; n = l->unwind.at[n].sibling)
    if (l->unwind.at[n].local == local) return n;
  UnwindNode node = {.local = local, .sibling = l->unwind.at[next].child};
  node.block = drop_block(l, local, l->unwind.at[next].block);
  vec_push(&l->unwind, node);
  u32 n = l->unwind.len - 1;
  l->unwind.at[next].child = n;
  return n;
}

/* The block that drops what is scheduled in the scopes; 0 when nothing is. */
static BlockId cleanup_block(Lower *l) {
  u32 node = NODE_RESUME;
  for (u32 s = 0; s < l->scopes.len; s++) {
    u32 n = l->scopes.at[s].drops.len;
    if (l->is_leaving && s > l->leaving_scope) break;
    if (l->is_leaving && s == l->leaving_scope) n = l->leaving_drops;
    for (u32 i = 0; i < n; i++) {
      Scheduled d = l->scopes.at[s].drops.at[i];
      if (!d.is_value) continue;
      if (node == NODE_RESUME) lower_resume_block(l);
      node = child_node(l, node, d.local);
    }
  }
  return node ? l->unwind.at[node].block : 0;
}

void lower_unwind(Lower *l, Terminator *t) {
  t->unwind = UNWIND_CONTINUE;
  if (!terminator_may_unwind(t)) return;
  if (l->in_cleanup) {
    t->unwind = UNWIND_TERMINATE;
    return;
  }
  BlockId b = cleanup_block(l);
  if (!b) return;
  t->unwind = UNWIND_CLEANUP;
  t->cleanup = b;
}

/* The drops of a scope's values belong to its end, in cleanup as elsewhere. */
void unwind_scope_ends(Lower *l, const LowerScope *scope, Span span) {
  for (u32 i = 0; i < scope->drops.len && l->unwind.len; i++) {
    if (!scope->drops.at[i].is_value) continue;
    for (u32 n = NODE_RESUME + 1; n < l->unwind.len; n++)
      if (l->unwind.at[n].local == scope->drops.at[i].local)
        l->f->blocks.at[l->unwind.at[n].block].term.span = span;
  }
}

/* p = rv in a cleanup block that then goes where `t` unwinds to. */
static void assign_on_unwind(Lower *l, Terminator t, Place p, Rvalue rv, BlockId *out) {
  BlockId here = l->block;
  BlockId next = t.unwind == UNWIND_CLEANUP ? t.cleanup : lower_resume_block(l);
  l->in_cleanup = true;
  *out = block_new(l);
  block_start(l, *out);
  rv.ops = arena_copy(l->arena, rv.ops, rv.nops * sizeof *rv.ops); /* later passes change them */
  emit_assign(l, p, rv, t.span);
  emit_goto(l, next, t.span);
  l->in_cleanup = false;
  block_start(l, here);
}

/* As rustc's drop-and-replace: also when the drop of the old value panics, the place gets the new
 * one, so that whoever owns the place finds a value there. */
void emit_drop_and_assign(Lower *l, Place p, Rvalue rv, Span span) {
  BlockId before = l->block;
  emit_drop(l, p, span);
  Terminator t = l->f->blocks.at[before].term;
  if (t.unwind != UNWIND_TERMINATE) {
    BlockId cleanup;
    assign_on_unwind(l, t, p, rv, &cleanup);
    l->f->blocks.at[before].term.unwind = UNWIND_CLEANUP;
    l->f->blocks.at[before].term.cleanup = cleanup;
  }
  emit_assign(l, p, rv, span);
}
