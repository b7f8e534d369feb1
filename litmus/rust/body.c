/* Checks the body of one instance: a function, constant, static or glue. */
#include "litmus/rust/story.h"
#include "litmus/rust/closure.h"
#include "litmus/rust/dyn.h"
#include "litmus/rust/parse_lazy.h"

#include <string.h>

void infer_init(Infer *ic, Front *f, Def *owner, const TypeId *args) {
  memset(ic, 0, sizeof *ic);
  f->generation++; /* variables are numbered anew */
  ic->f = f;
  ic->arena = f->arena;
  ic->tt = f->tt;
  ic->owner = owner;
  ic->args = args;
  ic->is_prelude = owner->is_prelude;
  ic->scope = owner->scope;
}

static ThirPat **check_params(Infer *ic, const AstItem *item, const FnSig *sig) {
  ThirPat **params = arena_array(ic->arena, ThirPat *, sig->nparams + 1);
  for (u32 i = 0; i < sig->nparams; i++) {
    for (u32 k = 0; k < i && item->params.at[i].pat->kind == AST_PAT_IDENT; k++)
      if (item->params.at[k].pat->kind == AST_PAT_IDENT &&
          item->params.at[k].pat->name == item->params.at[i].pat->name)
        fail(ic, item->params.at[i].pat->span,
             "identifier `%s` is bound more than once in this parameter list",
             name_of(ic->f, item->params.at[i].pat->name));
    params[i] = check_pattern(ic, item->params.at[i].pat, sig->params[i]);
    Late l = {.kind = LATE_IRREFUTABLE, .pat = params[i], .what = "function argument"};
    alist_push(ic->arena, &ic->late, l);
  }
  return params;
}

static ThirBody *fn_body(Infer *ic, Def *d) {
  const AstItem *item = d->item;
  ic->defines = true;
  FnSig sig = fn_signature(ic->f, ic, d, ic->args);
  ic->ret = sig.ret;
  if (sig.is_unsafe || d->is_foreign) ic->unsafe_depth++;
  ThirPat **params = check_params(ic, item, &sig);
  if (!item->body && !d->is_foreign)
    fail(ic, d->span, "function `%s` has no body", name_of(ic->f, d->name));
  Thir *value = NULL; /* what is foreign may have a story */
  if (item->body) {
    value = check_block(ic, ast_fn_body(item), expect_type(sig.ret), NULL);
    value = coerce(ic, value, sig.ret, false);
  }
  ThirBody *b = writeback(ic, value, params, sig.params, sig.nparams);
  keep_hidden(ic, ic->f->current);
  b->is_extern_c = sig.is_extern_c;
  b->is_story = d->is_foreign && item->body;
  b->is_declaration = !item->body;
  b->span = d->span;
  b->ret = type_reveal(ic->f, infer_resolve(ic, sig.ret));
  define_type(ic->f, b->ret, d->span);
  if (!type_is_sized(ic->tt, b->ret))
    fail(ic, item->ty ? item->ty->span : d->span,
         "the size for values of type `%s` cannot be known at compilation time", show(ic, b->ret));
  return b;
}

static Thir *const_value(Infer *ic, Def *d, TypeId ty) {
  Expect ex = ty ? expect_type(ty) : EXPECT_NONE;
  const AstExpr *e = d->kind == DEF_ANON_CONST ? d->expr : d->item->value;
  Thir *value = d->block ? check_block(ic, d->block, ex, NULL) : check_expr(ic, e, ex);
  return ty ? coerce(ic, value, ty, false) : value;
}

static ThirBody *const_body(Infer *ic, Def *d) {
  TypeId ty = d->kind == DEF_ANON_CONST ? d->ty : value_type(ic->f, ic, d, ic->args);
  if (d->kind != DEF_ANON_CONST && !d->item->value)
    fail(ic, d->span, "%s `%s` has no value", def_descr(d), name_of(ic->f, d->name));
  Thir *value = const_value(ic, d, ty);
  ThirBody *b = writeback(ic, value, NULL, NULL, 0);
  b->span = d->span;
  b->ret = type_reveal(ic->f, ty);
  define_type(ic->f, b->ret, d->span);
  return b;
}

TypeId infer_anon_type(Front *f, Def *d, const TypeId *args) {
  Infer ic;
  infer_init(&ic, f, d, args);
  assume_bounds(&ic);
  TyEnv env = env_of(f, &ic, d, args);
  ic.self_ty = env.self_ty;
  Thir *value = const_value(&ic, d, 0);
  infer_fallback(&ic);
  TypeId ty = infer_resolve(&ic, value->ty);
  if (type_mentions_infer(f, ty)) front_fail(f, DIAG_ERROR, d->span, "type annotations needed");
  return ty;
}

static ThirBody *body_with(Front *f, Def *d, const TypeId *args) {
  Infer ic;
  infer_init(&ic, f, d, args);
  assume_bounds(&ic);
  ic.self_ty = env_of(f, &ic, d, ic.args).self_ty;
  return d->kind == DEF_FN ? fn_body(&ic, d) : const_body(&ic, d);
}

ThirBody *check_body(Front *f, Instance *inst) {
  Def *d = inst->def;
  if (d->kind == DEF_EQ_GLUE) return eq_glue_body(f, inst);
  if (d->kind == DEF_CLONE_GLUE) return clone_glue_body(f, inst);
  if (d->kind == DEF_STORY) return story_body(f, inst);
  if (d->kind == DEF_CLOSURE) return closure_body(f, inst);
  if (d->kind == DEF_CTOR) return ctor_body(f, inst);
  if (d->kind == DEF_MAIN_GLUE) return main_glue_body(f, inst);
  if (d->kind == DEF_CALL_GLUE) return call_glue_body(f, inst);
  if (d->kind == DEF_VTABLE_SHIM) return vtable_shim_body(f, inst);
  const TypeId *args = opaque_args(f, d, inst->args);
  if (args == inst->args || !d->is_prelude) return body_with(f, d, args);
  /* The library's bounds need not say all that its bodies use: then they are templates. */
  jmp_buf here;
  jmp_buf *outer = f->recover;
  Diags before = *f->diags;
  Instance *current = f->current;
  u32 alias = f->alias_depth, define = f->define_depth, constant = f->const_depth;
  ThirBody *volatile body = NULL;
  f->recover = &here;
  if (setjmp(here) == 0) body = body_with(f, d, args);
  f->recover = outer;
  if (body) return body;
  *f->diags = before;
  f->current = current;
  f->alias_depth = alias;
  f->define_depth = define;
  f->const_depth = constant;
  return body_with(f, d, inst->args);
}
