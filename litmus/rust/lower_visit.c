/* One walk over all operands, places and successors, for the passes that need to see each. */
#include "litmus/rust/lower.h"

static void visit_place(const IrVisitor *v, Place *p) {
  if (v->place) v->place(v->self, p);
}

static void visit_operand(const IrVisitor *v, Operand *op) {
  if (v->operand) v->operand(v->self, op);
  if (op->kind != OPERAND_CONST) visit_place(v, &op->place);
}

static void visit_operands(const IrVisitor *v, const Operand *ops, u32 n) {
  for (u32 i = 0; i < n; i++) visit_operand(v, (Operand *)&ops[i]); /* ours, in the arena */
}

static void visit_rvalue(const IrVisitor *v, Rvalue *rv) {
  switch (rv->kind) {
  case RV_USE:
  case RV_REPEAT:
  case RV_CAST:
  case RV_UNARY: visit_operand(v, &rv->a); break;
  case RV_BINARY:
  case RV_OVERFLOW:
    visit_operand(v, &rv->a);
    visit_operand(v, &rv->b);
    break;
  case RV_REF:
  case RV_RAW:
  case RV_LEN:
  case RV_DISCRIMINANT: visit_place(v, &rv->place); break;
  case RV_AGGREGATE: visit_operands(v, rv->ops, rv->nops); break;
  }
}

void visit_stmt(const IrVisitor *v, Stmt *s) {
  if (s->kind == STMT_ASSIGN) visit_rvalue(v, s->rv);
  if (s->kind == STMT_ASSIGN || s->kind == STMT_PLACE_MENTION) visit_place(v, &s->place);
}

void visit_terminator(const IrVisitor *v, Terminator *t) {
  bool has_op = t->kind == TERMINATOR_SWITCH || t->kind == TERMINATOR_ASSERT ||
                (t->kind == TERMINATOR_CALL && t->is_indirect);
  bool has_place =
      t->kind == TERMINATOR_DROP ||
      ((t->kind == TERMINATOR_CALL || t->kind == TERMINATOR_INTRINSIC) && !t->no_return);
  if (has_op) visit_operand(v, &t->op);
  visit_operands(v, t->args, t->nargs);
  if (has_place) visit_place(v, &t->place);
}

bool has_cleanup(const Terminator *t) {
  return t->unwind == UNWIND_CLEANUP && terminator_may_unwind(t);
}

/* Not counting cleanup. */
static u32 target_count(const Terminator *t) {
  switch (t->kind) {
  case TERMINATOR_GOTO:
  case TERMINATOR_DROP:
  case TERMINATOR_ASSERT: return 1;
  case TERMINATOR_CALL:
  case TERMINATOR_INTRINSIC: return t->no_return ? 0 : 1;
  case TERMINATOR_SWITCH: return t->nvalues + 1;
  default: return 0;
  }
}

u32 successor_count(const Terminator *t) { return target_count(t) + has_cleanup(t); }

BlockId *successor(Terminator *t, u32 i) {
  if (has_cleanup(t) && i == target_count(t)) return &t->cleanup;
  if (t->kind != TERMINATOR_SWITCH) return &t->target;
  return i < t->nvalues ? (BlockId *)&t->targets[i] : &t->otherwise;
}
