/* Calls of the macros that the language knows (ast_macros.def). Each parser below stands behind the
 * opening delimiter and reads up to the closing one. */
#include "litmus/rust/parse.h"

#include <string.h>

typedef struct Call {
  AstPath *path;
  Span start;
  Span open;
  TokenKind close;
  u32 begin, end; /* positions of the path and of the closing delimiter */
  u32 min;        /* arguments */
} Call;

static bool more(Parser *p, const Call *c) { return !at(p, c->close); }

static AstExpr *new_macro(Parser *p, const Call *c) {
  AstExpr *e = p_new_expr(p, AST_MACRO, c->start);
  e->path = c->path;
  return e;
}

static void push_arg(Parser *p, AstExpr *e, Sym name, AstExpr *value) {
  AstNamedArg arg = {.name = name, .value = value};
  list_push(p, &e->margs, arg);
}

/* [name "="] expr {"," ..} [","] */
static AstExpr *parse_ARGS(Parser *p, const Call *c) {
  AstExpr *e = new_macro(p, c);
  while (more(p, c)) {
    Sym name = 0;
    if (at(p, TK_IDENT) && p_peek(p, 1) == TK_EQ) {
      name = p->tok.sym;
      p_advance(p);
      p_advance(p);
    }
    u32 from = p->pos;
    push_arg(p, e, name, parse_expr(p));
    /* what an assertion says of itself: an expansion has no text of its own in the file */
    if (e->margs.n == 1 && p->macro_depth > 0)
      e->text = p_source_between(p, from, p->pos, true, &e->len);
    if (!p_accept(p, TK_COMMA)) break;
  }
  if (e->margs.n < c->min && !more(p, c))
    p_fail(p, c->start, "`%s!` needs at least %u argument%s", p_path_text(p, c->path), c->min,
           c->min == 1 ? "" : "s");
  return e;
}

/* [expr {"," expr} [","] | expr ";" expr] */
static AstExpr *parse_ARRAY(Parser *p, const Call *c) {
  AstExpr *e = new_macro(p, c), *array = p_new_expr(p, AST_ARRAY, c->open);
  while (more(p, c)) {
    AstExpr *elem = parse_expr(p);
    if (array->args.n == 0 && p_accept(p, TK_SEMI)) {
      array->kind = AST_REPEAT;
      array->a = elem;
      array->b = parse_expr(p);
      break;
    }
    list_push(p, &array->args, elem);
    if (!p_accept(p, TK_COMMA)) break;
  }
  array->span = p_since(p, c->open);
  push_arg(p, e, 0, array);
  return e;
}

static AstExpr *parse_ASM(Parser *p, const Call *c) {
  return parse_asm(p, c->start, c->begin, c->close);
}

static AstExpr *parse_OPAQUE(Parser *p, const Call *c) {
  p_jump_to(p, c->end);
  return new_macro(p, c);
}

/* name | index, as an expression that only spells it */
static Sym field_name(Parser *p) {
  u32 len;
  const char *text = p_tok_text(p, &p->tok, &len);
  if (!at(p, TK_INT)) return p_ident(p, "a field");
  p_advance(p);
  return intern(p->in, text, len);
}

/* type "," field {"." field} [","] */
static AstExpr *parse_OFFSET(Parser *p, const Call *c) {
  AstExpr *e = new_macro(p, c);
  e->ty = parse_type(p);
  p_expect(p, TK_COMMA);
  Span start = p_here(p);
  Sym first = field_name(p);
  AstExpr *place = p_name_expr(p, start, first);
  for (u32 n = 0; p_accept(p, TK_DOT); n++) {
    if (n == PARSE_MAX_DEPTH)
      p_fail(p, p_here(p), "nesting is deeper than %d levels", PARSE_MAX_DEPTH);
    AstExpr *f = p_new_expr(p, AST_FIELD, start);
    f->a = place;
    f->op_span = p_here(p);
    f->name = (AstSegment){.span = p_here(p), .name = field_name(p)};
    f->span = p_since(p, start);
    place = f;
  }
  p_accept(p, TK_COMMA);
  push_arg(p, e, 0, place);
  return e;
}

static AstExpr *raw_ref(Parser *p, const Call *c, bool is_mut) {
  AstExpr *e = p_new_expr(p, AST_RAW_REF, c->start);
  e->is_mut = is_mut;
  e->a = parse_expr(p);
  p_accept(p, TK_COMMA);
  return e;
}

static AstExpr *parse_ADDR(Parser *p, const Call *c) { return raw_ref(p, c, false); }
static AstExpr *parse_ADDR_MUT(Parser *p, const Call *c) { return raw_ref(p, c, true); }

static AstExpr *new_bool(Parser *p, const Call *c, bool value) {
  AstExpr *e = p_new_expr(p, AST_BOOL, c->start);
  e->value = value;
  return e;
}

/* expr "," pattern ["if" expr] [","] */
static AstExpr *parse_MATCHES(Parser *p, const Call *c) {
  AstExpr *e = p_new_expr(p, AST_MATCH, c->start);
  e->a = parse_expr(p);
  p_expect(p, TK_COMMA);
  AstArm yes = {.pat = parse_pattern(p), .body = new_bool(p, c, true)};
  if (p_accept(p, KW_IF)) {
    p_enter(p);
    yes.guard = parse_expr_within(p, LET_ALLOWED);
    p_leave(p);
  }
  p_accept(p, TK_COMMA);
  AstArm no = {.pat = p_new_pat(p, AST_PAT_WILD, c->start), .body = new_bool(p, c, false)};
  list_push(p, &e->arms, yes);
  list_push(p, &e->arms, no);
  return e;
}

static AstExpr *parse_CFG(Parser *p, const Call *c) {
  bool yes = parse_cfg_predicate(p);
  p_accept(p, TK_COMMA);
  return new_bool(p, c, yes);
}

static AstExpr *new_str(Parser *p, const Call *c, const char *text, u32 len) {
  AstExpr *e = p_new_expr(p, AST_STR, c->start);
  e->text = text;
  e->len = len;
  return e;
}

/* string [","] */
static AstExpr *parse_ERROR(Parser *p, const Call *c) {
  AstExpr *e = parse_expr(p);
  p_accept(p, TK_COMMA);
  if (e->kind != AST_STR) p_report(p, e->span, "`compile_error!` takes a string literal");
  if (e->kind == AST_STR && !p->off) p_report(p, c->start, "%.200s", e->text);
  return e;
}

static AstExpr *parse_TEXT(Parser *p, const Call *c) {
  u32 len;
  const char *text = p_source_between(p, p->pos, c->end, true, &len);
  p_jump_to(p, c->end);
  return new_str(p, c, text, len);
}

/* The literal's text as concat! shows it. */
static void put_literal(Parser *p, StrBuf *out, const AstExpr *e) {
  if (e->kind == AST_UNARY && e->unop == AST_NEG &&
      (e->a->kind == AST_INT || e->a->kind == AST_FLOAT)) {
    sb_putc(out, '-');
    e = e->a;
  }
  u32 len;
  Token t = {.lo = e->span.lo, .hi = e->span.hi};
  switch (e->kind) {
  case AST_FLOAT:
  case AST_STR: sb_put(out, e->text, e->len); break;
  case AST_INT: sb_put_int(out, e->value, 128, false); break;
  case AST_BOOL: sb_puts(out, e->value ? "true" : "false"); break;
  case AST_CHAR: {
    /* a character without escape is its own source; the others are ASCII or rare */
    const char *s = p_tok_text(p, &t, &len);
    if (s[1] != '\\')
      sb_put(out, s + 1, len - 2);
    else if (e->value < 0x80)
      sb_putc(out, (char)e->value);
    else
      p_unsupported(p, e->span, "this character in `concat!` is");
    break;
  }
  default: p_report(p, e->span, "`concat!` takes literals only");
  }
}

/* literal {"," literal} [","] */
static AstExpr *parse_CONCAT(Parser *p, const Call *c) {
  AstExpr *args = parse_ARGS(p, c);
  StrBuf b = {0};
  for (u32 i = 0; i < args->margs.n; i++) put_literal(p, &b, args->margs.at[i].value);
  AstExpr *e = new_str(p, c, arena_strndup(p->arena, sb_str(&b), b.len), (u32)b.len);
  sb_free(&b);
  return e;
}

static AstExpr *new_u32(Parser *p, const Call *c, u32 value) {
  AstExpr *e = p_new_expr(p, AST_INT, c->start);
  e->value = value;
  e->suffix = p_sym_of(p, "u32");
  return e;
}

static AstExpr *parse_LINE(Parser *p, const Call *c) {
  return new_u32(p, c, span_line(p->sources, span_root(p->sources, c->start)));
}

static AstExpr *parse_COLUMN(Parser *p, const Call *c) {
  return new_u32(p, c, span_col(p->sources, span_root(p->sources, c->start)));
}

static AstExpr *parse_FILE(Parser *p, const Call *c) {
  const char *name = p->sources->files[p->file].name;
  return new_str(p, c, name, (u32)strlen(name));
}

/* ---- the table */

typedef struct Macro {
  const char *name;
  u32 min;
  AstExpr *(*parse)(Parser *p, const Call *c);
} Macro;

static const Macro macros[] = {
#define MACRO(name, min, how) {#name, min, parse_##how},
#include "litmus/rust/ast_macros.def"
};

/* `std::ptr::addr_of` is the same as `addr_of`; `mine::addr_of` is not known. */
static bool is_std_prefix(const Parser *p, const AstPath *path) {
  static const char *const modules[] = {"std", "core", "alloc", "ptr", "mem", "arch"};
  for (u32 i = 0; i + 1 < path->seg.n; i++) {
    const char *s = sym_str(p->in, path->seg.at[i].name);
    bool found = false;
    for (size_t k = 0; k < sizeof modules / sizeof *modules; k++)
      found |= strcmp(modules[k], s) == 0;
    if (!found) return false;
  }
  return !path->self_ty;
}

static const Macro *find_macro(const Parser *p, const AstPath *path) {
  const char *name = sym_str(p->in, path->seg.at[path->seg.n - 1].name);
  for (size_t i = 0; i < sizeof macros / sizeof *macros; i++)
    if (strcmp(macros[i].name, name) == 0) return is_std_prefix(p, path) ? &macros[i] : NULL;
  return NULL;
}

/* path "!" ("(" .. ")" | "[" .. "]" | "{" .. "}") */
AstExpr *parse_macro_call(Parser *p, AstPath *path, bool *braces) {
  Call c = {.path = path, .start = path->span};
  const MacroDef *def = p_find_macro(p, path);
  c.begin = p->pos - (2 * path->seg.n - 1 + path->global);
  p_expect(p, TK_NOT);
  Span bang = p_since(p, path->span);
  if (!at(p, TK_LPAREN) && !at(p, TK_LBRACKET) && !at(p, TK_LBRACE))
    p_fail_expected(p, "`(`, `[` or `{` and the arguments of the macro");
  *braces = at(p, TK_LBRACE);
  if (def) return parse_expanded_expr(p, def, bang);
  c.open = p_here(p);
  c.end = p_matching_close(p);
  if (p->matching) { /* just looking for its end */
    p_jump_to(p, c.end);
    p_advance(p);
    return p_new_expr(p, AST_TUPLE, path->span);
  }
  c.close = p->tokens->tok.at[c.end].kind;
  const Macro *m = find_macro(p, path);
  AstExpr *e;
  if (m) {
    c.min = m->min;
    p_advance(p);
    e = m->parse(p, &c);
    bool is_list = m->parse == parse_ARGS || m->parse == parse_ARRAY;
    p_close_delim(p, c.close, c.open, is_list ? "`,`" : NULL);
  } else {
    if (p_knows_macro(p, path))
      p_report(p, bang, "cannot find macro `%s` in this scope", p_path_text(p, path));
    else
      p_unsupported(p, bang, "macro `%s!` is", p_path_text(p, path));
    p_jump_to(p, c.end);
    p_advance(p);
    e = p_new_expr(p, AST_TUPLE, path->span);
  }
  e->span = p_since(p, path->span);
  return e;
}
