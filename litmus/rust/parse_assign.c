/* Assignments to patterns, `(a, _) = e`. As the Rust reference has it, that is
 *
 *   { let (lhs0, _) = e; a = lhs0; }
 *
 * Whether a tuple is a pattern shows only when `=` follows, so `_`, and `..` in a struct, are
 * parsed as expressions and noted; those that no assignment takes are errors at the end of the
 * statement. */
#include "litmus/rust/parse.h"

AstExpr *parse_underscore(Parser *p) {
  AstExpr *e = p_name_expr(p, p_here(p), p->tok.sym);
  p_advance(p);
  list_push(p, &p->pattern_only, e);
  return e;
}

AstExpr *p_struct_rest(Parser *p, Span dots) {
  AstExpr *e = p_new_expr(p, AST_RANGE, dots);
  list_push(p, &p->pattern_only, e);
  return e;
}

void p_check_pattern_only(Parser *p, u32 from) {
  for (u32 i = from; i < p->pattern_only.n && !p->off; i++) {
    const AstExpr *e = p->pattern_only.at[i];
    if (e->value) continue; /* taken */
    if (e->kind == AST_RANGE) p_fail(p, e->span, "expected an expression after `..`");
    p_fail(p, e->span, "expected an expression, found `_`");
  }
  p->pattern_only.n = from;
}

typedef struct Assignment {
  AstBlock *block; /* gets `place = lhsN` for each place */
  u32 n;
} Assignment;

static AstPat *pattern_of(Parser *p, Assignment *a, AstExpr *e);

static bool is_underscore(Parser *p, const AstExpr *e) {
  return e->kind == AST_PATH && e->path->seg.n == 1 && e->path->seg.at[0].name == p_sym_of(p, "_");
}

static AstPat *wild_or_rest(Parser *p, AstExpr *e, AstPatKind kind) {
  e->value = 1;
  return p_new_pat(p, kind, e->span);
}

/* A place: binds a fresh name and assigns it later. */
static AstPat *place_pat(Parser *p, Assignment *a, AstExpr *place) {
  Sym name = p_sym_of(p, arena_printf(p->arena, "lhs#%u", a->n++));
  AstExpr *assign = p_new_expr(p, AST_ASSIGN, place->span);
  assign->op_span = place->span;
  assign->a = place;
  assign->b = p_name_expr(p, place->span, name);
  AstStmt s = {.kind = AST_STMT_SEMI, .span = place->span, .expr = assign};
  list_push(p, &a->block->stmts, s);
  return p_ident_pat(p, place->span, name);
}

static AstPat *elems_pat(Parser *p, Assignment *a, AstExpr *e, AstPatKind kind) {
  AstPat *pat = p_new_pat(p, kind, e->span);
  if (kind == AST_PAT_TUPLE_STRUCT) pat->path = e->a->path;
  for (u32 i = 0; i < e->args.n; i++) {
    AstPat *sub = pattern_of(p, a, e->args.at[i]);
    list_push(p, &pat->elems, sub);
  }
  return pat;
}

static AstPat *struct_pat(Parser *p, Assignment *a, AstExpr *e) {
  AstPat *pat = p_new_pat(p, AST_PAT_STRUCT, e->span);
  pat->path = e->path;
  for (u32 i = 0; i < e->fields.n; i++) {
    const AstFieldInit *f = &e->fields.at[i];
    AstFieldPat sub = {.name = f->name, .span = f->span, .pat = pattern_of(p, a, f->value)};
    list_push(p, &pat->fields, sub);
  }
  if (e->a && e->a->kind != AST_RANGE)
    p_fail(p, e->a->span, "a pattern to assign to ends in `..` alone");
  pat->has_rest = e->a != NULL;
  if (e->a) e->a->value = 1;
  return pat;
}

static AstPat *pattern_of(Parser *p, Assignment *a, AstExpr *e) {
  switch (e->kind) {
  case AST_PAREN: return pattern_of(p, a, e->a);
  case AST_TUPLE: return elems_pat(p, a, e, AST_PAT_TUPLE);
  case AST_ARRAY: return elems_pat(p, a, e, AST_PAT_SLICE);
  case AST_STRUCT: return struct_pat(p, a, e);
  case AST_CALL:
    if (e->a->kind == AST_PATH) return elems_pat(p, a, e, AST_PAT_TUPLE_STRUCT);
    break;
  case AST_RANGE:
    if (!e->a && !e->b) return wild_or_rest(p, e, AST_PAT_REST);
    break;
  case AST_PATH:
    if (is_underscore(p, e)) return wild_or_rest(p, e, AST_PAT_WILD);
    break;
  default: break;
  }
  return place_pat(p, a, e);
}

bool p_is_pattern_place(Parser *p, const AstExpr *e) {
  while (e->kind == AST_PAREN) e = e->a;
  return e->kind == AST_TUPLE || e->kind == AST_ARRAY || e->kind == AST_STRUCT ||
         (e->kind == AST_CALL && e->a->kind == AST_PATH) || is_underscore(p, e);
}

AstExpr *p_pattern_assignment(Parser *p, AstExpr *place, AstExpr *value) {
  AstBlock *b = arena_new(p->arena, AstBlock);
  b->span = p_since(p, place->span);
  AstStmt let = {.kind = AST_STMT_LET, .span = b->span, .expr = value};
  list_push(p, &b->stmts, let);
  Assignment a = {.block = b};
  AstPat *pat = pattern_of(p, &a, place);
  b->stmts.at[0].pat = pat;
  return p_block_expr(p, b);
}
