/* The known macros: printing, panicking, assertions. */
#include "litmus/rust/infer.h"

#include <string.h>

typedef struct MacroCall {
  Infer *ic;
  const AstExpr *e;
  const char *name;
} MacroCall;

/* A message from the arguments behind the first `skip`: format string and its arguments. */
static Thir *formatted(MacroCall *m, ThirKind kind, u32 skip, const char *prefix,
                       const char *suffix, Thir *const *extra, u32 nextra) {
  Infer *ic = m->ic;
  const AstExpr *e = m->e;
  u32 n = e->margs.n > skip ? e->margs.n - skip : 0;
  const AstExpr *str = NULL;
  if (n) {
    str = strip_parens(e->margs.at[skip].value);
    if (str->kind != AST_STR || e->margs.at[skip].name)
      fail(ic, str->span, "format argument must be a string literal");
  }
  TypeId ty = kind == THIR_FORMAT_PANIC ? type_never(ic->tt) : type_unit(ic->tt);
  Thir *node = node_new(ic, kind, e->span, ty);
  node->fmt = parse_format(ic, str, n ? e->margs.at + skip + 1 : NULL, n ? n - 1 : 0, prefix,
                           suffix, &node->args, &node->nargs, extra, nextra);
  late_add(ic, LATE_FORMAT, node);
  return node;
}

static Thir *print_macro(MacroCall *m, Intrinsic intrinsic, bool newline) {
  Thir *n = formatted(m, THIR_INTRINSIC, 0, "", newline ? "\n" : "", NULL, 0);
  n->intrinsic = intrinsic;
  return n;
}

static Thir *write_macro(MacroCall *m, bool newline) {
  Infer *ic = m->ic;
  Thir *dst = check_expr(ic, m->e->margs.at[0].value, EXPECT_NONE);
  dst->ty = structurally(ic, dst->ty);
  Thir *n = formatted(m, THIR_INTRINSIC, 1, "", newline ? "\n" : "", NULL, 0);
  return write_node(ic, dst, n);
}

/* if !cond { panic } */
static Thir *panic_unless(Infer *ic, Thir *cond, Thir *panic, Span span) {
  Thir *n = node_new(ic, THIR_IF, span, type_unit(ic->tt));
  n->a = node_not(ic, cond);
  n->b = never_to_any(ic, panic, n->ty);
  return n;
}

static const char *source_text(Infer *ic, Span s) {
  const SourceFile *file = &ic->f->sources->files[s.file];
  return arena_strndup(ic->arena, file->text + s.lo, s.hi - s.lo);
}

static Thir *assert_macro(MacroCall *m) {
  Infer *ic = m->ic;
  const AstExpr *cond = m->e->margs.at[0].value;
  Thir *c = check_coerce(ic, cond, type_bool(ic->tt));
  bool diverges = ic->diverges;
  Thir *panic;
  if (m->e->margs.n > 1) {
    panic = formatted(m, THIR_FORMAT_PANIC, 1, "", "", NULL, 0);
  } else {
    const char *text = m->e->text ? m->e->text : source_text(ic, cond->span);
    text = arena_printf(ic->arena, "assertion failed: %s", text);
    panic = formatted(m, THIR_FORMAT_PANIC, 1, text, "", NULL, 0);
  }
  ic->diverges = diverges;
  return panic_unless(ic, c, panic, m->e->span);
}

/* match (&a, &b) { (left, right) => if !(*left == *right) { panic } } */
static Thir *assert_eq_macro(MacroCall *m, bool negate) {
  Infer *ic = m->ic;
  Span span = m->e->span;
  Thir *operands[2];
  TypeId tys[2];
  for (u32 i = 0; i < 2; i++) {
    const AstExpr *e = m->e->margs.at[i].value;
    Expect ex = EXPECT_NONE;
    if (i && infer_is_number_var(ic, operands[0]->a->ty)) ex = expect_type(operands[0]->a->ty);
    operands[i] = node_borrow(ic, check_expr(ic, e, ex), false, false);
    tys[i] = operands[i]->ty;
  }
  bool diverges = ic->diverges;
  Thir *pair = node_new(ic, THIR_TUPLE, span, type_tuple(ic->tt, tys, 2));
  pair->args = arena_array(ic->arena, Thir *, 2);
  pair->nargs = 2;
  ThirPat *pat = pat_new(ic, TPAT_FIELDS, span, pair->ty);
  pat->subs = arena_array(ic->arena, ThirPat *, 2);
  u32 *fields = arena_array(ic->arena, u32, 2);
  pat->nsubs = 2;
  pat->fields = fields;
  Thir *values[2];
  static const char *const names[] = {"left_val", "right_val"};
  for (u32 i = 0; i < 2; i++) {
    VarId v = var_new(ic, intern_cstr(ic->f->in, names[i]), tys[i], span, false);
    pair->args[i] = operands[i];
    fields[i] = i;
    pat->subs[i] = pat_bind(ic, span, tys[i], v);
    values[i] = node_deref(ic, node_var(ic, v, span), operands[i]->a->ty);
    values[i]->span = operands[i]->span;
  }
  /* built before the comparison so that both see the same places */
  Thir *cond = equality(ic, values[0], values[1], span, negate);
  const char *head =
      negate ? "assertion `left != right` failed" : "assertion `left == right` failed";
  bool message = m->e->margs.n > 2;
  Thir *panic =
      formatted(m, THIR_FORMAT_PANIC, 2, message ? arena_printf(ic->arena, "%s: ", head) : head,
                "\n  left: \x01\n right: \x02", values, 2);
  ic->diverges = diverges;
  Thir *n = node_new(ic, THIR_MATCH, span, type_unit(ic->tt));
  n->a = pair;
  n->narms = 1;
  n->arms = arena_new(ic->arena, ThirArm);
  n->arms[0].pat = pat;
  n->arms[0].body = panic_unless(ic, cond, panic, span);
  return n;
}

static Thir *panic_macro(MacroCall *m, const char *alone, const char *prefix) {
  bool message = m->e->margs.n > 0;
  return formatted(m, THIR_FORMAT_PANIC, 0, message ? prefix : alone, "", NULL, 0);
}

/* offset_of!(T, a.b): the layout's answer */
static u64 field_offset(Infer *ic, const AstExpr *e, TypeId *ty) {
  u64 offset = 0;
  Sym name;
  if (e->kind == AST_FIELD) {
    offset = field_offset(ic, e->a, ty);
    name = e->name.name;
  } else {
    name = e->path->seg.at[0].name;
  }
  const char *want = name_of(ic->f, name);
  define_type(ic->f, *ty, e->span);
  const Type *t = type_get(ic->tt, *ty);
  bool fields = t->kind == TY_TUPLE || (t->kind == TY_ADT && t->u.adt.info->kind != ADT_ENUM);
  for (u32 i = 0; fields && i < type_nfields(ic->tt, *ty, 0); i++) {
    const char *field = t->kind == TY_ADT ? t->u.adt.info->variants[0].fields[i].name
                                          : arena_printf(ic->arena, "%u", i);
    if (strcmp(field, want) != 0) continue;
    offset += type_field_offset(ic->tt, *ty, 0, i);
    *ty = type_field(ic->tt, *ty, 0, i);
    return offset;
  }
  fail(ic, e->span, "no field `%s` on type `%s`", want, show(ic, *ty));
}

static Thir *offset_of_macro(MacroCall *m) {
  Infer *ic = m->ic;
  TyEnv env = infer_env(ic);
  env.ic = NULL;
  TypeId ty = lower_type(&env, m->e->ty);
  u64 offset = field_offset(ic, m->e->margs.at[0].value, &ty);
  return node_int(ic, m->e->span, type_usize(ic->tt), offset);
}

/* A call of a library function that a macro stands for. */
static Thir *library_call(MacroCall *m, Lang lang, const TypeId *targs, Thir **args, u32 n) {
  Infer *ic = m->ic;
  Def *fn = ic->f->lang[lang];
  TypeId *owned = arena_copy(ic->arena, targs, fn->ngens * sizeof *targs);
  FnSig sig = fn_signature(ic->f, ic, fn, owned);
  return node_call(ic, fn, owned, args, n, sig.ret, m->e->span);
}

/* vec![], vec![a, b], vec![x; n]: the elements' type is the array's. */
static Thir *vec_macro(MacroCall *m, Expect ex) {
  Infer *ic = m->ic;
  const AstExpr *array = m->e->margs.at[0].value;
  const Type *want = ex.ty ? shallow_get(ic, ex.ty) : NULL;
  bool is_vec = want && want->kind == TY_ADT && want->u.adt.def == ic->f->lang[LANG_VEC];
  TypeId elem = is_vec ? want->u.adt.args[0] : infer_fresh(ic);
  Thir **args = arena_array(ic->arena, Thir *, 2);
  if (array->kind == AST_REPEAT) {
    args[0] = check_coerce(ic, array->a, elem);
    args[1] = check_coerce(ic, array->b, type_usize(ic->tt));
    return library_call(m, LANG_VEC_FROM_ELEM, &elem, args, 2);
  }
  if (array->args.n == 0) return library_call(m, LANG_VEC_EMPTY, &elem, args, 0);
  args[0] = check_coerce(ic, array, type_array(ic->tt, elem, array->args.n));
  TypeId targs[2] = {elem, args[0]->ty};
  return library_call(m, LANG_VEC_FROM_ARRAY, targs, args, 1);
}

Thir *check_macro(Infer *ic, const AstExpr *e, Expect ex) {
  MacroCall m = {ic, e, name_of(ic->f, e->path->seg.at[e->path->seg.n - 1].name)};
  const char *name = m.name;
  if (strncmp(name, "debug_assert", 12) == 0) name += 6;
  if (strcmp(name, "println") == 0) return print_macro(&m, INTR_PRINT, true);
  if (strcmp(name, "print") == 0) return print_macro(&m, INTR_PRINT, false);
  if (strcmp(name, "eprintln") == 0) return print_macro(&m, INTR_EPRINT, true);
  if (strcmp(name, "eprint") == 0) return print_macro(&m, INTR_EPRINT, false);
  if (strcmp(name, "write") == 0) return write_macro(&m, false);
  if (strcmp(name, "writeln") == 0) return write_macro(&m, true);
  if (strcmp(name, "assert") == 0) return assert_macro(&m);
  if (strcmp(name, "assert_eq") == 0) return assert_eq_macro(&m, false);
  if (strcmp(name, "assert_ne") == 0) return assert_eq_macro(&m, true);
  if (strcmp(name, "panic") == 0) return panic_macro(&m, "explicit panic", "");
  if (strcmp(name, "unreachable") == 0)
    return panic_macro(&m, "internal error: entered unreachable code",
                       "internal error: entered unreachable code: ");
  if (strcmp(name, "todo") == 0)
    return panic_macro(&m, "not yet implemented", "not yet implemented: ");
  if (strcmp(name, "unimplemented") == 0)
    return panic_macro(&m, "not implemented", "not implemented: ");
  if (strcmp(name, "offset_of") == 0) return offset_of_macro(&m);
  if (strcmp(name, "vec") == 0) return vec_macro(&m, ex);
  unsupported(ic, e->span, "the macro `%s!` is not supported yet", m.name);
}
