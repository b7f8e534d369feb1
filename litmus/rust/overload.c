/* Calls of the traits that syntax stands for: operators, `*`, indexing, `for`. */
#include "litmus/rust/infer.h"

Thir *lang_call(Infer *ic, Lang lang, Sym name, TypeId self, TypeId rhs, Thir *a, Thir *b,
                Span span) {
  Front *f = ic->f;
  Def *trait = f->lang[lang], *fn = trait_item(trait, name);
  TypeId *args = arena_array(ic->arena, TypeId, fn->ngens + 1);
  Thir **operands = arena_array(ic->arena, Thir *, 2);
  args[0] = self;
  for (u32 i = 1; i < fn->ngens; i++) args[i] = i == 1 && rhs ? rhs : infer_fresh(ic);
  operands[0] = a;
  operands[1] = b;
  const TraitRef ref = {trait, args};
  if (trait_evaluate(ic, ref, span) == SEL_NO) fail_unsatisfied(ic, ref, span);
  FnSig sig = fn_signature(f, ic, fn, args);
  require_trait(ic, (TraitRef){trait, args}, span);
  solve_obligations(ic);
  return node_call(ic, fn, args, operands, b ? 2 : 1, sig.ret, span);
}

Thir *clone_place(Infer *ic, Thir *recv, Span span) {
  return lang_call(ic, LANG_CLONE, ic->f->n.clone, recv->ty, 0, node_borrow(ic, recv, false, false),
                   NULL, span);
}

/* ---- operators */

typedef struct OpTrait {
  Lang lang;
  const char *method;
} OpTrait;

static const OpTrait value_ops[] = {
    [AST_ADD] = {LANG_ADD, "add"},       [AST_SUB] = {LANG_SUB, "sub"},
    [AST_MUL] = {LANG_MUL, "mul"},       [AST_DIV] = {LANG_DIV, "div"},
    [AST_REM] = {LANG_REM, "rem"},       [AST_BITAND] = {LANG_BITAND, "bitand"},
    [AST_BITOR] = {LANG_BITOR, "bitor"}, [AST_BITXOR] = {LANG_BITXOR, "bitxor"},
    [AST_SHL] = {LANG_SHL, "shl"},       [AST_SHR] = {LANG_SHR, "shr"},
    [AST_EQ] = {LANG_PARTIAL_EQ, "eq"},  [AST_NE] = {LANG_PARTIAL_EQ, "ne"},
    [AST_LT] = {LANG_PARTIAL_ORD, "lt"}, [AST_LE] = {LANG_PARTIAL_ORD, "le"},
    [AST_GT] = {LANG_PARTIAL_ORD, "gt"}, [AST_GE] = {LANG_PARTIAL_ORD, "ge"},
};

static const OpTrait assign_ops[] = {
    [AST_ADD] = {LANG_ADD_ASSIGN, "add_assign"},
    [AST_SUB] = {LANG_SUB_ASSIGN, "sub_assign"},
    [AST_MUL] = {LANG_MUL_ASSIGN, "mul_assign"},
    [AST_DIV] = {LANG_DIV_ASSIGN, "div_assign"},
    [AST_REM] = {LANG_REM_ASSIGN, "rem_assign"},
    [AST_BITAND] = {LANG_BITAND_ASSIGN, "bitand_assign"},
    [AST_BITOR] = {LANG_BITOR_ASSIGN, "bitor_assign"},
    [AST_BITXOR] = {LANG_BITXOR_ASSIGN, "bitxor_assign"},
    [AST_SHL] = {LANG_SHL_ASSIGN, "shl_assign"},
    [AST_SHR] = {LANG_SHR_ASSIGN, "shr_assign"},
};

static bool applies(Infer *ic, Lang lang, TypeId self, TypeId rhs, Span span) {
  TypeId args[2] = {self, rhs};
  ic->probing++;
  bool failed = ic->failed;
  Selected s = trait_evaluate(ic, (TraitRef){ic->f->lang[lang], args}, span);
  ic->failed = failed;
  ic->probing--;
  return s != SEL_NO;
}

bool has_operator(Infer *ic, AstBinOp op, bool assign, TypeId self, TypeId rhs, Span span) {
  return applies(ic, (assign ? assign_ops : value_ops)[op].lang, self, rhs, span);
}

void require_operator(Infer *ic, AstBinOp op, bool assign, const TypeId *args, Span span) {
  Lang lang = (assign ? assign_ops : value_ops)[op].lang;
  require_trait(ic, (TraitRef){ic->f->lang[lang], args}, span);
}

Thir *operator_call(Infer *ic, AstBinOp op, Thir *a, Thir *b, Span span) {
  const OpTrait *t = &value_ops[op];
  Sym name = intern_cstr(ic->f->in, t->method);
  if (op < AST_EQ) return lang_call(ic, t->lang, name, a->ty, b->ty, a, b, span);
  return lang_call(ic, t->lang, name, a->ty, b->ty, node_borrow(ic, a, false, false),
                   node_borrow(ic, b, false, false), span);
}

Thir *assign_operator_call(Infer *ic, AstBinOp op, Thir *place, Thir *b, Span span) {
  const OpTrait *t = &assign_ops[op];
  return lang_call(ic, t->lang, intern_cstr(ic->f->in, t->method), place->ty, b->ty,
                   node_borrow(ic, place, true, true), b, span);
}

Thir *unary_operator_call(Infer *ic, AstUnOp op, Thir *a, Span span) {
  bool neg = op == AST_NEG;
  Lang lang = neg ? LANG_NEG : LANG_NOT;
  if (!applies(ic, lang, a->ty, 0, span))
    fail(ic, span, "cannot apply unary operator `%s` to type `%s`", neg ? "-" : "!",
         show(ic, a->ty));
  return lang_call(ic, lang, intern_cstr(ic->f->in, neg ? "neg" : "not"), a->ty, 0, a, NULL, span);
}

/* ---- places */

enum { MAX_DEREFS = 64 };

/* How many overloaded derefs lead to this place. */
static u32 deref_depth(const Thir *n) {
  u32 depth = 0;
  while (n->kind == THIR_DEREF && n->a->kind == THIR_CALL && n->a->is_place_op &&
         n->a->args[0]->kind == THIR_BORROW) {
    n = n->a->args[0]->a;
    depth++;
  }
  return depth;
}

/* `*n` of a type with an impl of Deref: `*Deref::deref(&n)`. */
Thir *overloaded_deref(Infer *ic, Thir *n) {
  TypeKind k = shallow_get(ic, n->ty)->kind;
  if ((k != TY_ADT && k != TY_OPAQUE && k != TY_DYN) || !applies(ic, LANG_DEREF, n->ty, 0, n->span))
    return NULL;
  if (deref_depth(n) >= MAX_DEREFS)
    fail(ic, n->span, "reached the recursion limit while auto-dereferencing `%s`", show(ic, n->ty));
  Thir *call = lang_call(ic, LANG_DEREF, ic->f->n.deref, n->ty, 0, node_borrow(ic, n, false, false),
                         NULL, n->span);
  call->is_place_op = true;
  return node_deref(ic, call, shallow_get(ic, call->ty)->u.ptr.to);
}

/* `n[index]` of a type with an impl of Index: `*Index::index(&n, index)`. */
Thir *overloaded_index(Infer *ic, Thir *n, Thir *index, Span span) {
  TypeKind k = shallow_get(ic, n->ty)->kind;
  if ((k != TY_ADT && k != TY_OPAQUE && k != TY_DYN) ||
      !applies(ic, LANG_INDEX, n->ty, index->ty, span))
    return NULL;
  Thir *call = lang_call(ic, LANG_INDEX, ic->f->n.index, n->ty, index->ty,
                         node_borrow(ic, n, false, false), index, span);
  call->is_place_op = true;
  Thir *place = node_deref(ic, call, shallow_get(ic, call->ty)->u.ptr.to);
  place->span = span;
  return place;
}

/* The mutable twin of a call made above, if it is one. */
Def *mutable_place_op(Front *f, const Def *fn) {
  if (fn->parent == f->lang[LANG_DEREF]) return trait_item(f->lang[LANG_DEREF_MUT], f->n.deref_mut);
  if (fn->parent == f->lang[LANG_INDEX]) return trait_item(f->lang[LANG_INDEX_MUT], f->n.index_mut);
  return NULL;
}
