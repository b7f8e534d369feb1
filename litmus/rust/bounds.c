/* What is asked of generic parameters: the bounds behind their names and in where clauses. */
#include "litmus/rust/context.h"

static void add_bounds(Front *f, const AstBounds *bounds, BoundList *out) {
  for (u32 i = 0; i < bounds->n; i++) alist_push(f->arena, out, &bounds->at[i]);
}

static bool names_param(const AstType *t, Sym name) {
  const AstPath *p = t->kind == AST_TY_PATH ? t->path : NULL;
  return p && !p->self_ty && !p->global && p->seg.n == 1 && p->seg.at[0].name == name;
}

static void add_wheres(Front *f, const AstItem *item, Sym name, BoundList *out) {
  for (u32 i = 0; i < item->wheres.n; i++)
    if (names_param(item->wheres.at[i].ty, name)) add_bounds(f, &item->wheres.at[i].bounds, out);
}

void generic_bounds(Front *f, const Def *d, u32 param, BoundList *out) {
  const AstGeneric *g = d->gens[param];
  add_bounds(f, &g->bounds, out);
  add_wheres(f, d->item, g->name, out);
  if (param < d->nparent && d->parent->item) add_wheres(f, d->parent->item, g->name, out);
}
