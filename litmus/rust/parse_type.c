/* Types. Lifetimes are read and dropped: what may be borrowed is decided by the machine while it
 * runs, not by the borrow checker. */
#include "litmus/rust/parse.h"

#include <string.h>

AstType *p_new_type(Parser *p, AstTypeKind kind, Span span) {
  AstType *t = arena_new(p->arena, AstType);
  t->kind = kind;
  t->span = span;
  return t;
}

AstType *p_type_of_path(Parser *p, AstPath *path) {
  AstType *t = p_new_type(p, AST_TY_PATH, path->span);
  t->path = path;
  return t;
}

/* "(" ")" | "(" type ")" | "(" type "," {type ","} [type] ")" */
static AstType *paren_type(Parser *p) {
  AstType *t = p_new_type(p, AST_TY_TUPLE, p_here(p));
  Span open = p_here(p);
  bool comma = false;
  p_advance(p);
  while (!at(p, TK_RPAREN)) {
    AstType *e = parse_type(p);
    list_push(p, &t->elems, e);
    comma = p_accept(p, TK_COMMA);
    if (!comma) break;
  }
  p_close_delim(p, TK_RPAREN, open, "`,`");
  t->span = p_since(p, open);
  return t->elems.n == 1 && !comma ? t->elems.at[0] : t;
}

/* "[" type [";" expr] "]" */
static AstType *bracket_type(Parser *p) {
  AstType *t = p_new_type(p, AST_TY_SLICE, p_here(p));
  Span open = p_here(p);
  p_advance(p);
  t->elem = parse_type(p);
  if (p_accept(p, TK_SEMI)) {
    t->kind = AST_TY_ARRAY;
    t->len = parse_expr(p);
  }
  p_close_delim(p, TK_RBRACKET, open, t->len ? NULL : "`;`");
  t->span = p_since(p, open);
  return t;
}

/* "&" [lifetime] ["mut"] type */
static AstType *ref_type(Parser *p) {
  AstType *t = p_new_type(p, AST_TY_REF, p_here(p));
  p_expect_first(p, TK_AND);
  p_accept(p, TK_LIFETIME);
  t->is_mut = p_accept(p, KW_MUT);
  t->elem = parse_type(p);
  t->span = p_since(p, t->span);
  return t;
}

/* "*" ("const" | "mut") type */
static AstType *raw_type(Parser *p) {
  AstType *t = p_new_type(p, AST_TY_RAW, p_here(p));
  p_advance(p);
  t->is_mut = p_accept(p, KW_MUT);
  if (!t->is_mut && !p_accept(p, KW_CONST)) p_fail_expected(p, "`const` or `mut`");
  t->elem = parse_type(p);
  t->span = p_since(p, t->span);
  return t;
}

bool parse_extern_abi(Parser *p) {
  static const char *const c_abis[] = {"C", "system", "sysv64"};
  p_expect(p, KW_EXTERN);
  if (!at(p, TK_STR)) return true;
  const char *abi = p->tokens->lit.at[p->tok.lit].text;
  Span span = p_here(p);
  p_advance(p);
  for (size_t i = 0; i < sizeof c_abis / sizeof *c_abis; i++)
    if (strcmp(abi, c_abis[i]) == 0) return true;
  if (strcmp(abi, "Rust") != 0) p_unsupported(p, span, "the ABI \"%.40s\" is", abi);
  return false;
}

/* A parameter of a function type: [(name | "_") ":"] type */
static void fn_type_param(Parser *p, AstType *t) {
  Attrs attrs = parse_outer_attrs(p);
  cfg_begin(p, &attrs);
  if (at(p, TK_DOT3)) {
    p_unsupported(p, p_here(p), "a variadic function is");
    p_advance(p);
  } else {
    if ((at(p, TK_IDENT) || at(p, TK_UNDERSCORE)) && p_peek(p, 1) == TK_COLON) {
      p_advance(p);
      p_advance(p);
    }
    AstType *e = parse_type(p);
    if (attrs.on) list_push(p, &t->elems, e);
  }
  cfg_end(p, &attrs);
}

/* ["for" "<" .. ">"] ["unsafe"] ["extern" [abi]] "fn" "(" params ")" ["->" type] */
static AstType *fn_type(Parser *p) {
  AstType *t = p_new_type(p, AST_TY_FN, p_here(p));
  parse_for_lifetimes(p);
  t->is_unsafe = p_accept(p, KW_UNSAFE);
  if (at(p, KW_EXTERN)) t->is_extern_c = parse_extern_abi(p);
  p_expect(p, KW_FN);
  Span open = p_here(p);
  p_expect(p, TK_LPAREN);
  while (!at(p, TK_RPAREN)) {
    fn_type_param(p, t);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RPAREN, open, "`,`");
  if (p_accept(p, TK_ARROW)) t->ret = parse_type(p);
  t->span = p_since(p, t->span);
  return t;
}

/* "dyn" bounds */
static AstType *dyn_type(Parser *p) {
  AstType *t = p_new_type(p, AST_TY_DYN, p_here(p));
  p_advance(p);
  if (!parse_bounds(p, &t->bounds))
    p_fail(p, p_since(p, t->span), "at least one trait is required for an object type");
  t->span = p_since(p, t->span);
  return t;
}

/* "impl" bounds: as a parameter's type, a generic parameter without a name */
static AstType *impl_type(Parser *p) {
  AstType *t = p_new_type(p, AST_TY_IMPL, p_here(p));
  p_advance(p);
  if (!parse_bounds(p, &t->bounds))
    p_fail(p, p_since(p, t->span), "at least one trait must be specified");
  t->span = p_since(p, t->span);
  AstItem *fn = p->impl_params;
  if (!fn) return t;
  AstGeneric g = {.span = t->span, .is_impl = true, .bounds = t->bounds};
  g.name = p_sym_of(p, arena_printf(p->arena, "impl#%u", fn->generics.n));
  list_push(p, &fn->generics, g);
  fn->has_bounds = true;
  return p_type_of_path(p, p_path_of_sym(p, t->span, g.name));
}

/* A path, or a macro in a type's place. */
static AstType *path_type(Parser *p) {
  AstPath *name = parse_path(p, PATH_TYPE);
  if (at(p, TK_NOT) &&
      (p_peek(p, 1) == TK_LPAREN || p_peek(p, 1) == TK_LBRACKET || p_peek(p, 1) == TK_LBRACE)) {
    const MacroDef *m = p_find_macro(p, name);
    if (!m) p_unsupported(p, name->span, "macro `%s!` is", p_path_text(p, name));
    p_advance(p);
    if (m) return parse_expanded_type(p, m, name->span);
    p_jump_to(p, p_matching_close(p));
    p_advance(p);
    return p_new_type(p, AST_TY_INFER, name->span);
  }
  return p_type_of_path(p, name);
}

static AstType *leaf(Parser *p, AstTypeKind kind) {
  AstType *t = p_new_type(p, kind, p_here(p));
  p_advance(p);
  return t;
}

static AstType *type_here(Parser *p) {
  switch (p->tok.kind) {
  case TK_LPAREN: return paren_type(p);
  case TK_LBRACKET: return bracket_type(p);
  case TK_AND:
  case TK_AND_AND: return ref_type(p);
  case TK_STAR: return raw_type(p);
  case TK_NOT: return leaf(p, AST_TY_NEVER);
  case TK_UNDERSCORE: return leaf(p, AST_TY_INFER);
  case KW_FN:
  case KW_UNSAFE:
  case KW_EXTERN:
  case KW_FOR: return fn_type(p);
  case KW_DYN: return dyn_type(p);
  case KW_IMPL: return impl_type(p);
  case TK_FRAG_TY:
    if (p_peek(p, 1) != TK_COLON2) return parse_fragment_type(p);
    return path_type(p);
  default:
    if (!at_path(p)) p_fail_expected(p, "a type");
    return path_type(p);
  }
}

AstType *parse_type(Parser *p) {
  p_enter(p);
  AstType *t = type_here(p);
  p_leave(p);
  return t;
}
