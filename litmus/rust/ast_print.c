/* The printer of syntax trees. Every node that holds something shows it, so that a test that
 * compares the text compares the tree. */
#include "litmus/rust/ast_print.h"
#include "litmus/rust/parse_lazy.h"

#include <string.h>

typedef struct Printer {
  const Interner *in;
  StrBuf *out;
} Printer;

static void print_expr(Printer *pr, const AstExpr *e);
static void print_block(Printer *pr, const AstBlock *b);
static void print_item(Printer *pr, const AstItem *it);
static void print_type(Printer *pr, const AstType *t);
static void print_pat(Printer *pr, const AstPat *p);
static void print_path(Printer *pr, const AstPath *p, const char *open);

static void put(Printer *pr, const char *s) { sb_puts(pr->out, s); }
static void put_sym(Printer *pr, Sym s) { put(pr, sym_str(pr->in, s)); }

/* " x", or nothing for NULL */
static void put_expr(Printer *pr, const AstExpr *e) {
  if (!e) return;
  put(pr, " ");
  print_expr(pr, e);
}

/* " x", or " _" for NULL */
static void put_expr_or_gap(Printer *pr, const AstExpr *e) {
  if (e)
    put_expr(pr, e);
  else
    put(pr, " _");
}

static void put_type(Printer *pr, const AstType *t) {
  put(pr, " ");
  print_type(pr, t);
}

static void put_pat(Printer *pr, const AstPat *p) {
  put(pr, " ");
  print_pat(pr, p);
}

static void put_label(Printer *pr, Sym label) {
  if (!label) return;
  put(pr, " '");
  put_sym(pr, label);
}

/* ---- paths and types, in Rust's notation */

static void print_bounds(Printer *pr, const AstBounds *b, const char *before) {
  for (u32 i = 0; i < b->n; i++) {
    put(pr, i ? " + " : before);
    put(pr, b->at[i].relaxed ? "?" : "");
    print_path(pr, b->at[i].path, "<");
  }
}

static void print_segment(Printer *pr, const AstSegment *s, const char *open) {
  put_sym(pr, s->name);
  if (!s->has_args && !s->assoc.n) return;
  put(pr, open);
  for (u32 i = 0; i < s->args.n; i++) {
    if (i > 0) put(pr, ", ");
    print_type(pr, s->args.at[i]);
  }
  for (u32 i = 0; i < s->assoc.n; i++) {
    const AstAssocArg *a = &s->assoc.at[i];
    if (i > 0 || s->args.n > 0) put(pr, ", ");
    put_sym(pr, a->name);
    if (a->ty) put(pr, " = ");
    if (a->ty) print_type(pr, a->ty);
    print_bounds(pr, &a->bounds, ": ");
  }
  put(pr, ">");
}

static void print_path(Printer *pr, const AstPath *p, const char *open) {
  if (p->self_ty) {
    put(pr, "<");
    print_type(pr, p->self_ty);
    if (p->trait) put(pr, " as ");
    if (p->trait) print_path(pr, p->trait, "<");
    put(pr, ">::");
  } else if (p->global) {
    put(pr, "::");
  }
  for (u32 i = 0; i < p->seg.n; i++) {
    if (i > 0) put(pr, "::");
    print_segment(pr, &p->seg.at[i], open);
  }
}

/* (A, B), (A,) for one */
static void print_types(Printer *pr, const AstType *t) {
  put(pr, "(");
  for (u32 i = 0; i < t->elems.n; i++) {
    if (i > 0) put(pr, ", ");
    print_type(pr, t->elems.at[i]);
  }
  put(pr, t->kind == AST_TY_TUPLE && t->elems.n == 1 ? ",)" : ")");
}

static void print_type(Printer *pr, const AstType *t) {
  switch (t->kind) {
  case AST_TY_PATH: print_path(pr, t->path, "<"); break;
  case AST_TY_REF:
    put(pr, t->is_mut ? "&mut " : "&");
    print_type(pr, t->elem);
    break;
  case AST_TY_RAW:
    put(pr, t->is_mut ? "*mut " : "*const ");
    print_type(pr, t->elem);
    break;
  case AST_TY_TUPLE: print_types(pr, t); break;
  case AST_TY_ARRAY:
  case AST_TY_SLICE:
    put(pr, "[");
    print_type(pr, t->elem);
    if (t->len) put(pr, ";");
    put_expr(pr, t->len);
    put(pr, "]");
    break;
  case AST_TY_FN:
    put(pr, t->is_unsafe ? "unsafe " : "");
    put(pr, t->is_extern_c ? "extern \"C\" fn" : "fn");
    print_types(pr, t);
    if (!t->ret) break;
    put(pr, " -> ");
    print_type(pr, t->ret);
    break;
  case AST_TY_NEVER: put(pr, "!"); break;
  case AST_TY_INFER: put(pr, "_"); break;
  case AST_TY_CONST: print_expr(pr, t->len); break;
  case AST_TY_DYN: print_bounds(pr, &t->bounds, "dyn "); break;
  case AST_TY_IMPL: print_bounds(pr, &t->bounds, "impl "); break;
  }
}

/* ---- patterns */

static void print_ident_pat(Printer *pr, const AstPat *p) {
  bool plain = !p->by_ref && !p->is_mut && !p->sub;
  if (!plain) put(pr, p->sub ? "(@ " : "(");
  if (p->by_ref) put(pr, "ref ");
  if (p->is_mut) put(pr, "mut ");
  put_sym(pr, p->name);
  if (p->sub) put_pat(pr, p->sub);
  if (!plain) put(pr, ")");
}

static void print_struct_pat(Printer *pr, const AstPat *p) {
  put(pr, "(struct ");
  print_path(pr, p->path, "::<");
  for (u32 i = 0; i < p->fields.n; i++) {
    put(pr, " (");
    put_sym(pr, p->fields.at[i].name);
    put_pat(pr, p->fields.at[i].pat);
    put(pr, ")");
  }
  put(pr, p->has_rest ? " ..)" : ")");
}

static void print_pat(Printer *pr, const AstPat *p) {
  static const char *const heads[] = {
      [AST_PAT_TUPLE] = "(tuple", [AST_PAT_SLICE] = "(slice", [AST_PAT_OR] = "(|"};
  switch (p->kind) {
  case AST_PAT_WILD: put(pr, "_"); return;
  case AST_PAT_REST: put(pr, ".."); return;
  case AST_PAT_IDENT: print_ident_pat(pr, p); return;
  case AST_PAT_LIT: print_expr(pr, p->lo); return;
  case AST_PAT_RANGE:
    put(pr, p->inclusive ? "(..=" : "(..");
    put_expr_or_gap(pr, p->lo);
    put_expr_or_gap(pr, p->hi);
    break;
  case AST_PAT_PATH:
    put(pr, "(path ");
    print_path(pr, p->path, "::<");
    break;
  case AST_PAT_TUPLE_STRUCT:
    put(pr, "(call ");
    print_path(pr, p->path, "::<");
    for (u32 i = 0; i < p->elems.n; i++) put_pat(pr, p->elems.at[i]);
    break;
  case AST_PAT_STRUCT: print_struct_pat(pr, p); return;
  case AST_PAT_TUPLE:
  case AST_PAT_SLICE:
  case AST_PAT_OR:
    put(pr, heads[p->kind]);
    for (u32 i = 0; i < p->elems.n; i++) put_pat(pr, p->elems.at[i]);
    break;
  case AST_PAT_REF:
    put(pr, p->is_mut ? "(&mut" : "(&");
    put_pat(pr, p->sub);
    break;
  }
  put(pr, ")");
}

/* ---- expressions */

static const char *const binop_text[] = {
    [AST_ADD] = "+",    [AST_SUB] = "-",     [AST_MUL] = "*",    [AST_DIV] = "/",  [AST_REM] = "%",
    [AST_BITAND] = "&", [AST_BITOR] = "|",   [AST_BITXOR] = "^", [AST_SHL] = "<<", [AST_SHR] = ">>",
    [AST_EQ] = "==",    [AST_NE] = "!=",     [AST_LT] = "<",     [AST_LE] = "<=",  [AST_GT] = ">",
    [AST_GE] = ">=",    [AST_ANDAND] = "&&", [AST_OROR] = "||"};

/* Nodes that are their name and their operands a, b, c, then args: (name a b c args..). */
static const char *const simple_names[AST_MACRO + 1] = {
    [AST_ASSIGN] = "=",    [AST_CALL] = "call",        [AST_INDEX] = "index", [AST_TUPLE] = "tuple",
    [AST_ARRAY] = "array", [AST_REPEAT] = "repeat",    [AST_IF] = "if",       [AST_TRY] = "?",
    [AST_PAREN] = "paren", [AST_RETURN] = "return",    [AST_BREAK] = "break", [AST_LOOP] = "loop",
    [AST_WHILE] = "while", [AST_CONTINUE] = "continue"};

static void print_literal(Printer *pr, const AstExpr *e) {
  switch (e->kind) {
  case AST_INT:
    sb_put_int(pr->out, e->value, 128, false);
    put_sym(pr, e->suffix);
    break;
  case AST_FLOAT:
    sb_put(pr->out, e->text, e->len);
    put_sym(pr, e->suffix);
    break;
  case AST_BOOL: put(pr, e->value ? "true" : "false"); break;
  case AST_CHAR: sb_printf(pr->out, "'U+%04X'", (u32)e->value); break;
  case AST_BYTE: sb_printf(pr->out, "b'%02x'", (u32)e->value); break;
  default:
    put(pr, e->kind == AST_STR ? "\"" : "b\"");
    sb_put_escaped(pr->out, e->text, e->len);
    put(pr, "\"");
  }
}

static void print_match(Printer *pr, const AstExpr *e) {
  put(pr, "(match");
  put_expr(pr, e->a);
  for (u32 i = 0; i < e->arms.n; i++) {
    const AstArm *arm = &e->arms.at[i];
    put(pr, " (");
    print_pat(pr, arm->pat);
    if (arm->guard) put(pr, " if");
    put_expr(pr, arm->guard);
    put(pr, " =>");
    put_expr(pr, arm->body);
    put(pr, ")");
  }
}

static void print_struct(Printer *pr, const AstExpr *e) {
  put(pr, "(struct ");
  print_path(pr, e->path, "::<");
  for (u32 i = 0; i < e->fields.n; i++) {
    put(pr, " (");
    put_sym(pr, e->fields.at[i].name);
    put_expr(pr, e->fields.at[i].value);
    put(pr, ")");
  }
  if (e->a) put(pr, " ..");
  put_expr(pr, e->a);
}

static void print_asm(Printer *pr, const AstAsm *a) {
  static const char *const kinds[] = {[ASM_IN] = "in",
                                      [ASM_OUT] = "out",
                                      [ASM_LATEOUT] = "lateout",
                                      [ASM_INOUT] = "inout",
                                      [ASM_INLATEOUT] = "inlateout",
                                      [ASM_CONST] = "const",
                                      [ASM_SYM] = "sym"};
  static const char *const options[] = {
#define ASM_OPTION(code, name, bit) [bit] = name,
#include "engine/ir/asm_option.def"
  };
  put(pr, "(asm!");
  for (u32 i = 0; i < a->operands.n; i++) {
    const AstAsmOperand *o = &a->operands.at[i];
    put(pr, " (");
    put(pr, kinds[o->kind]);
    if (o->story_name) put(pr, " ");
    if (o->story_name) put_sym(pr, o->story_name);
    if (o->reg) put(pr, o->is_explicit ? " =" : " ");
    if (o->reg) put_sym(pr, o->reg);
    if (o->in) put_expr(pr, o->in);
    if (o->is_split) put(pr, " =>");
    if (o->out && (o->is_split || !o->in)) put_expr(pr, o->out);
    if (o->is_discarded) put(pr, " _");
    if (o->path) put(pr, " ");
    if (o->path) print_path(pr, o->path, "::<");
    put(pr, ")");
  }
  for (u32 i = 0; i < sizeof options / sizeof *options; i++) {
    if (!(a->options & 1u << i)) continue;
    put(pr, " ");
    put(pr, options[i]);
  }
  if (a->story) print_block(pr, a->story);
}

static void print_closure(Printer *pr, const AstExpr *e) {
  put(pr, "(closure (");
  for (u32 i = 0; i < e->params.n; i++) {
    if (i > 0) put(pr, " ");
    print_pat(pr, e->params.at[i].pat);
    if (!e->params.at[i].ty) continue;
    put(pr, ":");
    put_type(pr, e->params.at[i].ty);
  }
  put(pr, ")");
  if (e->ty) {
    put(pr, " ->");
    put_type(pr, e->ty);
  }
  put_expr(pr, e->a);
}

static void print_macro(Printer *pr, const AstExpr *e) {
  put(pr, "(");
  print_path(pr, e->path, "::<");
  put(pr, "!");
  if (e->ty) put_type(pr, e->ty);
  for (u32 i = 0; i < e->margs.n; i++) {
    if (e->margs.at[i].name) {
      put(pr, " ");
      put_sym(pr, e->margs.at[i].name);
      put(pr, "=");
    }
    put_expr(pr, e->margs.at[i].value);
  }
}

static void print_block_expr(Printer *pr, const AstExpr *e) {
  const AstBlock *b = e->block;
  put(pr, b->is_unsafe ? "(unsafe" : b->is_const ? "(const" : "(block");
  put_label(pr, e->label);
  print_block(pr, b);
}

static void print_operator(Printer *pr, const char *op, const char *op2, const AstExpr *e) {
  sb_printf(pr->out, "(%s%s", op, op2);
  put_expr(pr, e->a);
  put_expr(pr, e->b);
}

static void print_simple(Printer *pr, const AstExpr *e) {
  sb_printf(pr->out, "(%s", simple_names[e->kind]);
  put_label(pr, e->label);
  put_expr(pr, e->a);
  put_expr(pr, e->b);
  put_expr(pr, e->c);
  for (u32 i = 0; i < e->args.n; i++) put_expr(pr, e->args.at[i]);
}

static void print_expr(Printer *pr, const AstExpr *e) {
  static const char *const unops[] = {[AST_NEG] = "-", [AST_NOT] = "!", [AST_DEREF] = "*"};
  switch (e->kind) {
  case AST_INT:
  case AST_FLOAT:
  case AST_BOOL:
  case AST_CHAR:
  case AST_BYTE:
  case AST_STR:
  case AST_BYTE_STR: print_literal(pr, e); return;
  case AST_PATH: print_path(pr, e->path, "::<"); return;
  case AST_UNARY: print_operator(pr, unops[e->unop], "", e); break;
  case AST_BINARY: print_operator(pr, binop_text[e->binop], "", e); break;
  case AST_ASSIGN_OP: print_operator(pr, binop_text[e->binop], "=", e); break;
  case AST_REF: print_operator(pr, e->is_mut ? "&mut" : "&", "", e); break;
  case AST_RAW_REF: print_operator(pr, e->is_mut ? "&raw-mut" : "&raw-const", "", e); break;
  case AST_CAST:
    print_operator(pr, "as", "", e);
    put_type(pr, e->ty);
    break;
  case AST_METHOD:
  case AST_FIELD:
    put(pr, e->kind == AST_FIELD ? "(." : "(method");
    put_expr(pr, e->a);
    put(pr, " ");
    print_segment(pr, &e->name, "::<");
    for (u32 i = 0; i < e->args.n; i++) put_expr(pr, e->args.at[i]);
    break;
  case AST_RANGE:
    put(pr, e->inclusive ? "(..=" : "(..");
    put_expr_or_gap(pr, e->a);
    put_expr_or_gap(pr, e->b);
    break;
  case AST_STRUCT: print_struct(pr, e); break;
  case AST_BLOCK: print_block_expr(pr, e); break;
  case AST_LET:
    put(pr, "(let");
    put_pat(pr, e->pat);
    put_expr(pr, e->a);
    break;
  case AST_MATCH: print_match(pr, e); break;
  case AST_FOR:
    put(pr, "(for");
    put_label(pr, e->label);
    put_pat(pr, e->pat);
    put_expr(pr, e->a);
    put_expr(pr, e->b);
    break;
  case AST_CLOSURE: print_closure(pr, e); break;
  case AST_ASM: print_asm(pr, e->assembly); break;
  case AST_MACRO: print_macro(pr, e); break;
  default: print_simple(pr, e); break;
  }
  put(pr, ")");
}

/* ---- statements */

static void print_let(Printer *pr, const AstStmt *s) {
  put(pr, "(let");
  put_pat(pr, s->pat);
  if (s->ty) {
    put(pr, " :");
    put_type(pr, s->ty);
  }
  if (s->expr) put(pr, " =");
  put_expr(pr, s->expr);
  if (s->els) {
    put(pr, " (else");
    print_block(pr, s->els);
    put(pr, ")");
  }
  put(pr, ")");
}

/* Each statement behind a blank; `(; e)` ends in a semicolon, the tail is last. */
static void print_block(Printer *pr, const AstBlock *b) {
  for (u32 i = 0; i < b->stmts.n; i++) {
    const AstStmt *s = &b->stmts.at[i];
    put(pr, " ");
    switch (s->kind) {
    case AST_STMT_LET: print_let(pr, s); break;
    case AST_STMT_EXPR:
    case AST_STMT_SEMI:
      put(pr, s->kind == AST_STMT_SEMI ? "(;" : "(do");
      put_expr(pr, s->expr);
      put(pr, ")");
      break;
    case AST_STMT_ITEM: print_item(pr, s->item); break;
    }
  }
  put_expr(pr, b->tail);
}

/* ---- items */

static void print_attrs(Printer *pr, const AstItem *it) {
  for (u32 i = 0; i < it->attrs.n; i++) {
    const AstAttr *a = &it->attrs.at[i];
    put(pr, " #");
    put_sym(pr, a->name);
    for (u32 k = 0; k < a->args.n; k++) {
      put(pr, k == 0 ? "(" : ",");
      put_sym(pr, a->args.at[k]);
    }
    if (a->args.n > 0) put(pr, ")");
    if (!a->value) continue;
    put(pr, "=");
    put_sym(pr, a->value);
  }
}

static void print_generics(Printer *pr, const AstItem *it) {
  if (it->generics.n > 0) put(pr, " <");
  for (u32 i = 0; i < it->generics.n; i++) {
    const AstGeneric *g = &it->generics.at[i];
    if (i > 0) put(pr, ", ");
    if (g->is_const) put(pr, "const ");
    put_sym(pr, g->name);
    if (g->is_const) put(pr, ":");
    if (g->is_const) put_type(pr, g->ty);
    print_bounds(pr, &g->bounds, ": ");
    if (g->dflt) put(pr, " =");
    if (g->dflt) put_type(pr, g->dflt);
  }
  if (it->generics.n > 0) put(pr, ">");
  print_bounds(pr, &it->bounds, " : ");
  for (u32 i = 0; i < it->wheres.n; i++) {
    put(pr, i ? ", " : " where ");
    print_type(pr, it->wheres.at[i].ty);
    print_bounds(pr, &it->wheres.at[i].bounds, ": ");
  }
}

static void print_fields(Printer *pr, const AstVariant *v) {
  if (v->is_tuple_like) put(pr, " tuple");
  if (v->is_unit_like) put(pr, " unit");
  for (u32 i = 0; i < v->fields.n; i++) {
    put(pr, " (");
    put_sym(pr, v->fields.at[i].name);
    put_type(pr, v->fields.at[i].ty);
    put(pr, ")");
  }
}

static void print_variants(Printer *pr, const AstItem *it) {
  for (u32 i = 0; i < it->variants.n; i++) {
    const AstVariant *v = &it->variants.at[i];
    put(pr, " (");
    put_sym(pr, v->name);
    print_fields(pr, v);
    if (v->discr) put(pr, " =");
    put_expr(pr, v->discr);
    put(pr, ")");
  }
}

static void print_params(Printer *pr, const AstItem *it) {
  static const char *const receivers[] = {[AST_SELF_NONE] = "",
                                          [AST_SELF_VALUE] = "self:value ",
                                          [AST_SELF_REF] = "self:ref ",
                                          [AST_SELF_REF_MUT] = "self:ref-mut ",
                                          [AST_SELF_TYPED] = "self:typed "};
  put(pr, " (");
  put(pr, receivers[it->self_kind]);
  for (u32 i = 0; i < it->params.n; i++) {
    if (i > 0) put(pr, " ");
    print_pat(pr, it->params.at[i].pat);
    put(pr, ":");
    put_type(pr, it->params.at[i].ty);
  }
  put(pr, ")");
}

static void print_fn(Printer *pr, const AstItem *it) {
  if (it->is_const) put(pr, " const");
  if (it->is_unsafe) put(pr, " unsafe");
  if (it->is_extern_c) put(pr, " extern");
  put(pr, " ");
  put_sym(pr, it->name);
  print_generics(pr, it);
  print_params(pr, it);
  if (it->ty) {
    put(pr, " ->");
    put_type(pr, it->ty);
  }
  if (!it->body) return;
  put(pr, " {");
  print_block(pr, ast_fn_body(it));
  put(pr, " }");
}

static void print_uses(Printer *pr, const AstItem *it) {
  for (u32 i = 0; i < it->uses.n; i++) {
    const AstUse *u = &it->uses.at[i];
    put(pr, " ");
    print_path(pr, u->path, "::<");
    if (u->glob) {
      put(pr, "::*");
    } else if (u->name != u->path->seg.at[u->path->seg.n - 1].name) {
      put(pr, " as ");
      put_sym(pr, u->name);
    }
  }
}

/* name generics [-> ty] [= value] items */
static void print_named(Printer *pr, const AstItem *it) {
  if (it->is_unsafe) put(pr, " unsafe");
  if (it->is_extern_c) put(pr, " extern");
  if (it->is_mut) put(pr, " mut");
  if (it->name) put(pr, " ");
  put_sym(pr, it->name);
  print_generics(pr, it);
  if (it->trait_path) {
    put(pr, " ");
    print_path(pr, it->trait_path, "<");
    put(pr, " for");
  }
  if (it->ty) put_type(pr, it->ty);
  if (it->value) put(pr, " =");
  put_expr(pr, it->value);
  for (u32 i = 0; i < it->items.n; i++) {
    put(pr, " ");
    print_item(pr, it->items.at[i]);
  }
}

static void print_item(Printer *pr, const AstItem *it) {
  static const char *const names[] = {[AST_ITEM_FN] = "fn",
                                      [AST_ITEM_STRUCT] = "struct",
                                      [AST_ITEM_ENUM] = "enum",
                                      [AST_ITEM_UNION] = "union",
                                      [AST_ITEM_CONST] = "const",
                                      [AST_ITEM_STATIC] = "static",
                                      [AST_ITEM_MOD] = "mod",
                                      [AST_ITEM_USE] = "use",
                                      [AST_ITEM_IMPL] = "impl",
                                      [AST_ITEM_TYPE] = "type",
                                      [AST_ITEM_EXTERN] = "extern",
                                      [AST_ITEM_TRAIT] = "trait",
                                      [AST_ITEM_MACRO_RULES] = "macro-rules"};
  sb_printf(pr->out, "(%s", names[it->kind]);
  print_attrs(pr, it);
  switch (it->kind) {
  case AST_ITEM_FN: print_fn(pr, it); break;
  case AST_ITEM_USE: print_uses(pr, it); break;
  case AST_ITEM_STRUCT:
  case AST_ITEM_UNION:
    print_named(pr, it);
    print_fields(pr, &it->variants.at[0]);
    break;
  case AST_ITEM_ENUM:
    print_named(pr, it);
    print_variants(pr, it);
    break;
  default: print_named(pr, it); break;
  }
  put(pr, ")");
}

/* ---- entry points */

void ast_print_crate(const Interner *in, const AstCrate *crate, StrBuf *out) {
  for (u32 i = 0; i < crate->items.n; i++) {
    ast_print_item(in, crate->items.at[i], out);
    sb_putc(out, '\n');
  }
}

void ast_print_item(const Interner *in, const AstItem *item, StrBuf *out) {
  print_item(&(Printer){in, out}, item);
}

void ast_print_expr(const Interner *in, const AstExpr *e, StrBuf *out) {
  print_expr(&(Printer){in, out}, e);
}

void ast_print_pat(const Interner *in, const AstPat *p, StrBuf *out) {
  print_pat(&(Printer){in, out}, p);
}

void ast_print_type(const Interner *in, const AstType *t, StrBuf *out) {
  print_type(&(Printer){in, out}, t);
}
