/* Constant expressions that types and patterns need now. Literals and simple arithmetic are folded
 * on the tree; everything else is compiled like a function and run by the machine. */
#include <string.h>

#include "engine/mach/explore.h"
#include "litmus/rust/infer.h"

/* ---- folding: usize arithmetic without surprises; anything else is left to the machine */

static bool fold(const TyEnv *env, const AstExpr *e, u32 depth, u64 *out);

static bool fold_path(const TyEnv *env, const AstExpr *e, u32 depth, u64 *out) {
  Front *f = env->f;
  if (e->path->self_ty || e->path->seg.n != 1 || e->path->global) return false;
  Sym name = e->path->seg.at[0].name;
  if (env->owner && env->args)
    for (u32 i = 0; i < env->owner->ngens; i++)
      if (env->owner->gens[i]->name == name)
        return is_const_arg(f, env->args[i], out) && !len_is_infer(*out);
  Def *d = lookup_name(f, env->scope, name, NS_VALUE);
  if (!d || d->kind != DEF_CONST || !d->item->value || depth > 16) return false;
  const AstType *t = d->item->ty;
  if (!t || t->kind != AST_TY_PATH || t->path->seg.n != 1 ||
      strcmp(name_of(f, t->path->seg.at[0].name), "usize") != 0)
    return false;
  TyEnv inner = {.f = f, .scope = d->scope, .owner = d};
  return fold(&inner, d->item->value, depth + 1, out);
}

static bool fold(const TyEnv *env, const AstExpr *e, u32 depth, u64 *out) {
  u64 a, b;
  switch (e->kind) {
  case AST_PAREN: return fold(env, e->a, depth, out);
  case AST_INT:
    if (e->suffix && strcmp(name_of(env->f, e->suffix), "usize") != 0) return false;
    if (e->value >> 62) return false;
    *out = (u64)e->value;
    return true;
  case AST_PATH: return fold_path(env, e, depth, out);
  case AST_BINARY:
    if (!fold(env, e->a, depth, &a) || !fold(env, e->b, depth, &b)) return false;
    switch (e->binop) {
    case AST_ADD: return !__builtin_add_overflow(a, b, out);
    case AST_SUB: return !__builtin_sub_overflow(a, b, out);
    case AST_MUL: return !__builtin_mul_overflow(a, b, out);
    case AST_DIV: return b && (*out = a / b, true);
    case AST_REM: return b && (*out = a % b, true);
    default: return false;
    }
  default: return false;
  }
}

/* ---- the machine */

Def *anon_const(const TyEnv *env, const AstExpr *e, const AstBlock *b, TypeId ty, Span span) {
  Front *f = env->f;
  for (u32 i = 0; i < f->anon_consts.len; i++) {
    Def *d = f->anon_consts.at[i];
    if (d->expr == e && ty && d->ty == ty) return d;
  }
  Def *d = arena_new(f->arena, Def);
  d->kind = DEF_ANON_CONST;
  d->name = f->n.underscore;
  d->span = span;
  d->scope = env->scope;
  d->parent = env->owner;
  d->is_prelude = env->scope->module->is_prelude;
  d->lang = LANG_COUNT;
  d->expr = e;
  d->block = b;
  d->ty = ty;
  if (env->owner) {
    d->gens = env->owner->gens;
    d->ngens = env->owner->ngens;
  }
  alist_push(f->arena, &f->anon_consts, d);
  return d;
}

static u128 evaluate(Front *f, Def *d, const TypeId *args, Span span) {
  for (u32 i = 0; i < d->ngens; i++)
    if (type_mentions_infer(f, args[i]))
      front_fail(f, DIAG_UNSUPPORTED, span,
                 "a constant that depends on a type not known yet is not supported");
  Instance *inst = find_instance(f, d, args, d->ngens, span);
  if (inst->has_value) return inst->value;
  compile_reachable(f, inst->id, span);
  const char *why = "unknown";
  if (!evaluate_constant(f->prog, inst->id, &inst->value, &why, f->arena))
    front_fail(f, DIAG_ERROR, span, "evaluation of constant value failed: %s", why);
  inst->has_value = true;
  return inst->value;
}

/* As rustc, refuses a program that mentions a constant without a value, used or not. */
void check_constants(Front *f) {
  for (u32 i = 0; i < f->instances.len; i++) {
    const Instance *inst = f->instances.at[i];
    const Function *fn = f->prog->funcs.at[inst->id];
    DefKind kind = inst->def->kind;
    if (kind != DEF_CONST && kind != DEF_STATIC && kind != DEF_ANON_CONST) continue;
    if (inst->def->is_prelude) continue;
    const char *why;
    Span where;
    if (constant_fails(f->prog, inst->id, &why, &where, f->arena))
      diag_add(f->diags, DIAG_ERROR, where, "evaluation of `%s` failed: %s", fn->name, why);
  }
}

u128 eval_const_expr(const TyEnv *env, const AstExpr *e, TypeId ty) {
  u64 folded;
  if (ty == type_usize(env->f->tt) && fold(env, e, 0, &folded)) return folded;
  const AstExpr *lit = strip_parens(e);
  const Type *t = type_get(env->f->tt, ty);
  if (lit->kind == AST_INT && !lit->suffix && t->kind == TY_INT &&
      lit->value <= u128_mask(~(u128)0, t->u.integer.bits) >> t->u.integer.is_signed)
    return lit->value;
  Def *d = anon_const(env, e, NULL, ty, e->span);
  return evaluate(env->f, d, env->args, e->span);
}

u128 eval_const_def(Front *f, Def *d, const TypeId *args, TypeId ty, Span span) {
  (void)ty;
  bool of_trait = d->parent && d->parent->kind == DEF_TRAIT;
  if (!d->item->value && !of_trait)
    front_fail(f, DIAG_ERROR, span, "constant `%s` has no value", name_of(f, d->name));
  return evaluate(f, d, args, span);
}
