/* Closures in lowering: making one, and the variables that its body takes from outside.
 *
 * While a body is lowered, an outside variable is a local of the variable's type that does not
 * exist. Afterwards each place that starts there is found among the captures and starts at the
 * environment instead: `x.a.b` with a captured `&mut x.a` is `(*(*self).0).b`. */
#include "litmus/rust/lower.h"

#include <string.h>

/* Captures are moved from where they are, without temporaries. */
Rvalue lower_closure(Lower *l, Thir *e) {
  Operand *ops = arena_array(l->arena, Operand, e->nargs + 1);
  for (u32 i = 0; i < e->nargs; i++)
    ops[i] = thir_is_place(e->args[i])
                 ? operand_consume(l, lower_place(l, e->args[i]), e->args[i]->span)
                 : lower_operand(l, e->args[i], false);
  return (Rvalue){.kind = RV_AGGREGATE, .ty = e->ty, .nops = e->nargs, .ops = ops};
}

LocalId outside_local(Lower *l, VarId var) {
  const ThirVar *v = &l->body->vars[var];
  LocalId local = local_internal(l, v->ty, v->span);
  l->f->locals.at[local].name = v->name;
  l->vars[var].local = local;
  vec_push(&l->outside, local);
  return local;
}

static bool same_step(const Proj *a, const Proj *b) {
  return a->kind == b->kind && a->index == b->index && a->variant == b->variant;
}

static bool is_part(const Lower *l, const ThirCapture *c, const Place *p) {
  if (l->vars[c->var].local != p->local || c->nproj > p->nproj) return false;
  for (u32 i = 0; i < c->nproj; i++)
    if (!same_step(&c->proj[i], &p->proj[i])) return false;
  return true;
}

static bool is_outside(const Lower *l, const Place *p) {
  for (u32 i = 0; i < l->outside.len; i++)
    if (l->outside.at[i] == p->local) return true;
  return false;
}

static Place in_environment(Lower *l, u32 field) {
  Place self = place_local(l, 1);
  if (type_get(l->tt, self.ty)->kind == TY_PTR) self = place_deref(l, self);
  Place p = place_field(l, self, 0, field);
  return l->body->captures[field].by_ref ? place_deref(l, p) : p;
}

/* False: the place is not captured. */
static bool resolve(Lower *l, Place *p) {
  for (u32 i = 0; i < l->body->ncaptures; i++) {
    const ThirCapture *c = &l->body->captures[i];
    if (!is_part(l, c, p)) continue;
    Place q = in_environment(l, i);
    for (u32 k = c->nproj; k < p->nproj; k++) q = place_project(l, q, p->proj[k]);
    *p = q;
    return true;
  }
  return false;
}

static void resolve_place(void *self, Place *p) {
  Lower *l = self;
  if (!is_outside(l, p) || resolve(l, p) || l->failed) return;
  lower_fail(l, DIAG_UNSUPPORTED, l->body->span,
             "this use of the captured variable `%s` is not supported yet",
             l->f->locals.at[p->local].name ? l->f->locals.at[p->local].name : "_");
}

/* `let _ = x;` names a place without using it: x is not captured for that. */
static bool is_empty_mention(Lower *l, Stmt *s) {
  if (s->kind != STMT_PLACE_MENTION || !is_outside(l, &s->place)) return false;
  Place p = s->place;
  return !resolve(l, &p);
}

void captures_resolve(Lower *l) {
  if (!l->outside.len) return;
  IrVisitor v = {.self = l, .place = resolve_place};
  for (u32 b = 0; b < l->f->blocks.len; b++) {
    Block *block = &l->f->blocks.at[b];
    u32 kept = 0;
    for (u32 i = 0; i < block->stmts.len; i++) {
      Stmt s = block->stmts.at[i];
      if (is_empty_mention(l, &s)) continue;
      visit_stmt(&v, &s);
      block->stmts.at[kept++] = s;
    }
    block->stmts.len = kept;
    visit_terminator(&v, &block->term);
  }
}
