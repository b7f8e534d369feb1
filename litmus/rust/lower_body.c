/* Lowering of one body: the return place and parameters, the value, the way out. */
#include "litmus/rust/lower.h"

#include <stdlib.h>

void lower_begin(Lower *l, LowerCtx *cx, const ThirBody *body, Function *f) {
  *l = (Lower){.cx = cx,
               .prog = cx->program,
               .arena = cx->arena,
               .tt = cx->program->types,
               .body = body,
               .f = f,
               .unit = NO_LOCAL};
  l->vars = arena_array(l->arena, VarSlot, body->nvars + 1);
  for (u32 i = 0; i < body->nvars; i++) l->vars[i] = (VarSlot){NO_LOCAL, NO_LOCAL};
  f->name = body->name;
  f->span = body->span;
  f->nparams = body->nparams;
  f->is_extern_c = body->is_extern_c;
  f->is_prelude = body->is_prelude;
  f->is_story = body->is_story;
  f->assembly = body->assembly;
  f->is_shim = body->is_shim;
  f->locals.at = NULL;
  f->locals.len = f->locals.cap = 0;
  f->blocks.at = NULL;
  f->blocks.len = f->blocks.cap = 0;
  local_internal(l, body->ret, body->span);
  for (u32 i = 0; i < body->nparams; i++) local_internal(l, body->param_tys[i], body->span);
  block_start(l, block_new(l));
}

static void finish(Lower *l) {
  order_blocks(l->f);
  vec_clear(&l->unwind); /* its blocks have new numbers */
  elaborate_drops(l);
  order_blocks(l->f);
  simplify(l->arena, l->f);
}

bool lower_end(Lower *l) {
  bool whole = !l->failed && !l->body->is_declaration;
  if (whole) finish(l);
  function_to_arena(l->arena, l->f);
  if (!whole) { /* half a function is none */
    l->f->blocks.at = NULL;
    l->f->blocks.len = 0;
  }
  while (l->scopes.len) {
    vec_free(&vec_last(&l->scopes).drops);
    vec_free(&vec_last(&l->scopes).early);
    l->scopes.len--;
  }
  vec_free(&l->scopes);
  vec_free(&l->targets);
  vec_free(&l->elses);
  vec_free(&l->outside);
  vec_free(&l->unwind);
  return !l->failed;
}

/* `x: T` names the parameter's own local; other patterns take it apart. The parameter itself is
 * dropped at the end, as far as it has not been moved from. */
static void lower_param(Lower *l, const ThirPat *p, LocalId param, u32 scope) {
  schedule_value(l, scope, param);
  l->f->locals.at[param].span = p->span;
  if (p->kind == TPAT_BIND && p->mode == BIND_VALUE && !p->sub && p->var < l->body->nvars) {
    l->vars[p->var].local = param;
    l->f->locals.at[param].name = l->body->vars[p->var].name;
    return;
  }
  declare_vars(l, p);
  lower_irrefutable(l, place_local(l, param), p, scope);
}

bool lower_body(LowerCtx *cx, const ThirBody *body, FuncId id) {
  Function *f = cx->program->funcs.at[id];
  Lower lower, *l = &lower;
  lower_begin(l, cx, body, f);
  if (body->is_declaration) return lower_end(l); /* declared only */
  u32 params = scope_push(l);
  for (u32 i = 0; i < body->nparams; i++) lower_param(l, body->params[i], i + 1, params);
  if (body->is_const) extend_temporaries(body->value, NULL, SCOPE_FOREVER);
  u32 outer = scope_enter_terminating(l);
  lower_into(l, body->value, place_local(l, 0));
  scope_leave_terminating(l, outer, body->span);
  scope_pop(l, body->span);
  terminate(l, TERMINATOR_RETURN, scope_end(body->span));
  captures_resolve(l);
  return lower_end(l);
}
