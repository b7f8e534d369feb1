/* Checking `asm!` blocks: operands as expressions and places, their types, the call of the story.
 */
#include "litmus/rust/asm_reg.h"
#include "litmus/rust/story.h"

static bool is_out(const AstAsmOperand *o) {
  return o->kind != ASM_IN && o->kind != ASM_CONST && o->kind != ASM_SYM;
}
static bool is_in(const AstAsmOperand *o) {
  return o->kind == ASM_IN || o->kind == ASM_INOUT || o->kind == ASM_INLATEOUT;
}

/* ---- operands */

/* A reference goes in as a raw pointer, a function item as a function pointer. */
static Thir *input(Infer *ic, const AstExpr *e) {
  Thir *n = check_expr(ic, e, EXPECT_NONE);
  const Type *t = shallow_get(ic, n->ty);
  if (t->kind == TY_PTR && ptr_is_ref(t->u.ptr.kind)) {
    PtrKind raw = t->u.ptr.kind == PTR_REF ? PTR_RAW_CONST : PTR_RAW_MUT;
    return coerce(ic, n, type_ptr(ic->tt, raw, t->u.ptr.to), false);
  }
  if (t->kind == TY_FNDEF) {
    FnSig sig = fn_signature(ic->f, ic, (Def *)t->u.fndef.def, t->u.fndef.args);
    return reify(ic, n, type_fnptr(ic->tt, sig));
  }
  return n;
}

static Thir *output(Infer *ic, const AstExpr *e) {
  const AstExpr *inner = strip_parens(e);
  Thir *place = check_expr(ic, inner, EXPECT_NONE);
  if (!node_is_place(place)) fail(ic, e->span, "invalid asm output");
  place_needs_mut(ic, place, "assign");
  return place;
}

/* const e: evaluated where the program is compiled, an integer. */
static Thir *constant(Infer *ic, const AstExpr *e) {
  TyEnv env = infer_env(ic);
  Def *d = anon_const(&env, e, NULL, 0, e->span);
  d->ty = infer_anon_type(ic->f, d, ic->args);
  if (type_get(ic->tt, d->ty)->kind != TY_INT)
    fail(ic, e->span, "invalid type for `const` operand: expected an integer, found `%s`",
         show(ic, d->ty));
  Thir *n = node_new(ic, THIR_CONST_FN, e->span, d->ty);
  Pending p = {n, d, ic->args};
  alist_push(ic->arena, &ic->pending, p);
  return n;
}

static void symbol(Infer *ic, const AstAsmOperand *o) {
  Value v = resolve_value(ic, o->path, "function or static");
  if (v.kind != VALUE_FN && v.kind != VALUE_STATIC)
    fail(ic, o->span, "invalid `sym` operand: it is neither a function nor a static");
}

static ThirAsmOperand check_operand(Infer *ic, const AstAsmOperand *o) {
  ThirAsmOperand out = {0};
  if (o->kind == ASM_SYM) symbol(ic, o);
  if (o->kind == ASM_CONST) out.in = constant(ic, o->in);
  bool same = is_in(o) && is_out(o) && !o->is_split;
  if (is_in(o) && !same) out.in = input(ic, o->in);
  if (is_out(o) && o->out && !(o->is_split && o->is_discarded)) out.out = output(ic, o->out);
  out.is_same = same;
  if (out.in && out.out && !unify(ic, out.in->ty, out.out->ty))
    unsupported(ic, o->span,
                "an `inout` operand whose input and output have different types is "
                "not supported yet");
  return out;
}

/* ---- types */

static u32 width_of(const TypeTable *tt, const Type *t) {
  if (t->kind == TY_INT) return t->u.integer.bits;
  if (t->kind == TY_FNPTR) return 64;
  if (t->kind != TY_PTR || !ptr_is_raw(t->u.ptr.kind) || !type_is_sized(tt, t->u.ptr.to)) return 0;
  return 64;
}

static void check_type(Infer *ic, const AstAsmOperand *o, const Thir *value) {
  if (o->kind == ASM_CONST || o->kind == ASM_SYM) return;
  u32 width = width_of(ic->tt, type_get(ic->tt, value->ty));
  if (type_is_float(ic->tt, value->ty))
    unsupported(ic, value->span, "an operand of type `%s` for inline assembly is not supported yet",
                show(ic, value->ty));
  if (!width)
    fail(ic, value->span, "cannot use value of type `%s` for inline assembly", show(ic, value->ty));
  AsmClass c;
  AsmReg r;
  const char *reg = name_of(ic->f, o->reg);
  if (!o->is_explicit)
    c = asm_class_by_name(reg);
  else
    c = asm_reg_by_name(reg, &r) ? r.class : ASM_CLASS_COUNT;
  if (c == ASM_CLASS_COUNT || (asm_class_widths(c) & width)) return;
  fail(ic, value->span, "type `%s` cannot be used with this register class (`%s`)",
       show(ic, value->ty), asm_class_name(c));
}

void check_asm_types(Infer *ic, const Thir *node) {
  const ThirAsm *a = node->assembly;
  for (u32 i = 0; i < a->n; i++) {
    const AstAsmOperand *o = &a->ast->operands.at[i];
    if (a->at[i].in) check_type(ic, o, a->at[i].in);
    if (a->at[i].out) check_type(ic, o, a->at[i].out);
  }
}

/* ---- the story's function */

static void hide_locals(Infer *ic, Story *s) {
  Sym *names = arena_array(ic->arena, Sym, ic->ribs.len + 1);
  for (u32 i = 0; i < ic->ribs.len; i++)
    if (ic->ribs.at[i].name) names[s->nhidden++] = ic->ribs.at[i].name;
  s->hidden = names;
}

static Def *story_def(Infer *ic, const AstAsm *a, u32 ntypes) {
  Def *d = arena_new(ic->arena, Def);
  d->kind = DEF_STORY;
  d->name = intern_cstr(ic->f->in, "{asm}");
  d->span = a->story ? a->story->span : a->span;
  d->parent = ic->owner;
  d->scope = ic->scope;
  d->lang = LANG_COUNT;
  d->story = arena_new(ic->arena, Story);
  d->story->assembly = a;
  d->story->first = ic->owner->ngens;
  hide_locals(ic, d->story);
  AstGeneric *type = arena_new(ic->arena, AstGeneric);
  type->name = intern_cstr(ic->f->in, "type of an operand");
  d->ngens = ic->owner->ngens + ntypes;
  d->gens = arena_array(ic->arena, const AstGeneric *, d->ngens + 1);
  for (u32 i = 0; i < d->ngens; i++) d->gens[i] = i < ic->owner->ngens ? ic->owner->gens[i] : type;
  return d;
}

Thir *check_asm(Infer *ic, const AstExpr *e) {
  const AstAsm *ast = e->assembly;
  require_unsafe(ic, e->span, "use of inline assembly");
  ThirAsm *a = arena_new(ic->arena, ThirAsm);
  a->ast = ast;
  a->n = ast->operands.n;
  a->at = arena_array(ic->arena, ThirAsmOperand, a->n + 1);
  TypeId *types = arena_array(ic->arena, TypeId, ic->owner->ngens + 2 * a->n + 1);
  u32 n = 0;
  for (; n < ic->owner->ngens; n++) types[n] = ic->args[n];
  for (u32 i = 0; i < a->n; i++) a->at[i] = check_operand(ic, &ast->operands.at[i]);
  for (u32 i = 0; i < a->n; i++)
    if (a->at[i].in || a->at[i].is_same)
      types[n++] = (a->at[i].in ? a->at[i].in : a->at[i].out)->ty;
  u32 outs = n;
  for (u32 i = 0; i < a->n; i++)
    if (a->at[i].out) types[n++] = a->at[i].out->ty;
  bool ends = (ast->options & ASM_NORETURN) != 0;
  Thir *node = node_new(ic, THIR_ASM, e->span, ends ? type_never(ic->tt) : type_unit(ic->tt));
  a->result = node_new(ic, THIR_TUPLE, e->span, type_tuple(ic->tt, types + outs, n - outs));
  node->assembly = a;
  Pending p = {node, story_def(ic, ast, n - ic->owner->ngens), types};
  alist_push(ic->arena, &ic->pending, p);
  late_add(ic, LATE_ASM, node);
  if (ends) ic->diverges = true;
  return node;
}
