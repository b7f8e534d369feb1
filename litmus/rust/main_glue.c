/* A `main` that returns a Result: what std's start code does with it is `report(main())`. */
#include "litmus/rust/infer.h"

static Def *glue_for(Front *f, Def *main, Def *report) {
  Def *d = arena_new(f->arena, Def);
  d->kind = DEF_MAIN_GLUE;
  d->name = report->name;
  d->item = report->item;
  d->parent = report->parent;
  d->scope = report->scope;
  d->span = main->span;
  d->is_prelude = true;
  d->lang = LANG_COUNT;
  d->adt = main;
  return d;
}

FuncId main_function(Front *f, Def *main) {
  FnSig sig = fn_signature(f, NULL, main, NULL);
  const Type *ret = type_get(f->tt, sig.ret);
  if (type_is_unit(f->tt, sig.ret) || ret->kind == TY_NEVER)
    return request_instance(f, main, NULL, 0, main->span);
  if (type_def(f, sig.ret) != f->lang[LANG_RESULT])
    front_fail(f, DIAG_UNSUPPORTED, main->item->ty->span,
               "a `main` function that returns `%s` is not supported yet",
               type_show(f, NULL, sig.ret));
  if (!type_is_unit(f->tt, ret->u.adt.args[0]) &&
      type_get(f->tt, ret->u.adt.args[0])->kind != TY_NEVER)
    front_fail(
        f, DIAG_UNSUPPORTED, main->item->ty->span,
        "a `main` function that returns a `Result` of anything but `()` is not supported yet");
  return request_instance(f, glue_for(f, main, f->lang[LANG_MAIN_RESULT]), NULL, 0, main->span);
}

ThirBody *main_glue_body(Front *f, Instance *inst) {
  Infer ic;
  Def *main = inst->def->adt, *report = f->lang[LANG_MAIN_RESULT];
  Span span = main->span;
  infer_init(&ic, f, inst->def, NULL);
  FnSig sig = fn_signature(f, &ic, main, NULL);
  const TypeId *targs = type_get(f->tt, sig.ret)->u.adt.args;
  require_bounds(&ic, report, targs, main->item->ty->span);
  Thir **args = arena_array(f->arena, Thir *, 1);
  args[0] = node_call(&ic, main, NULL, NULL, 0, sig.ret, span);
  Thir *value = node_call(&ic, report, targs, args, 1, type_unit(f->tt), span);
  ThirBody *b = writeback(&ic, value, NULL, NULL, 0);
  b->ret = value->ty;
  b->span = span;
  return b;
}
