/* Definitions of macro_rules!: rules of a matcher and a template.
 *
 *   rules   = rule {";" rule} [";"]
 *   rule    = delimited "=>" delimited
 *   matcher = {token | "$" name ":" fragment | "$" "(" matcher ")" [separator] ("*" | "+" | "?")}
 *   the same in templates, without ":" fragment */
#include "litmus/rust/macro_rules.h"

#include <string.h>

typedef struct Reader {
  Parser *p;
  MacroRule *rule;
  const Token *t;
  u32 at, end;
} Reader;

bool macro_opens(TokenKind k) { return k == TK_LPAREN || k == TK_LBRACKET || k == TK_LBRACE; }
bool macro_closes(TokenKind k) { return k == TK_RPAREN || k == TK_RBRACKET || k == TK_RBRACE; }

/* The delimiters were found to be balanced when the definition was read. */
u32 macro_close_of(const Token *t, u32 at) {
  u32 open = 0;
  for (;; at++) {
    open += macro_opens(t[at].kind);
    open -= macro_closes(t[at].kind);
    if (open == 0) return at;
  }
}

static Span span_of(const Reader *r, const Token *t) {
  return (Span){.lo = t->lo, .hi = t->hi, .file = r->p->file, .ctx = t->ctx};
}

static Span span_here(const Reader *r) {
  return span_of(r, &r->t[r->at < r->end ? r->at : r->at - 1]);
}

static bool is_name(TokenKind k) { return k == TK_IDENT || token_is_keyword(k); }

static bool find_var(const MacroRule *rule, Sym name, u32 *out) {
  for (u32 i = 0; i < rule->vars.n; i++)
    if (rule->vars.at[i].name == name) {
      *out = i;
      return true;
    }
  return false;
}

/* [separator] ("*" | "+" | "?") */
static char times(Reader *r, bool *has_sep, Token *sep) {
  static const struct {
    TokenKind kind;
    char times;
  } table[] = {{TK_STAR, '*'}, {TK_PLUS, '+'}, {TK_QUESTION, '?'}};
  *has_sep = false;
  for (u32 round = 0; r->at < r->end && round < 2; round++) {
    Token t = r->t[r->at++];
    for (u32 i = 0; i < 3; i++) {
      if (table[i].kind != t.kind) continue;
      if (t.kind == TK_QUESTION && *has_sep)
        p_fail(r->p, span_of(r, &t), "the `?` macro repetition operator does not take a separator");
      return table[i].times;
    }
    if (macro_opens(t.kind) || macro_closes(t.kind) || t.kind == TK_DOLLAR) break;
    *has_sep = true;
    *sep = t;
  }
  p_fail(r->p, span_here(r), "expected one of: `*`, `+`, or `?`");
}

/* ---- matchers */

static MatchOp *new_op(Reader *r, MatchOpKind kind) {
  MatchOp op = {.kind = kind};
  list_push(r->p, &r->rule->ops, op);
  return &r->rule->ops.at[r->rule->ops.n - 1];
}

static bool matcher(Reader *r, u32 end, u32 depth);

/* "(" matcher ")" [separator] ("*" | "+" | "?"); true when it may take nothing */
static bool match_repeat(Reader *r, u32 depth) {
  u32 close = macro_close_of(r->t, r->at), enter = r->rule->ops.n;
  Span open = span_here(r);
  u32 first_var = r->rule->vars.n;
  new_op(r, MATCH_ENTER);
  r->at++;
  bool nullable = matcher(r, close, depth + 1);
  r->at++;
  bool sep;
  Token sep_tok = {0};
  char n = times(r, &sep, &sep_tok);
  if (nullable && !sep) p_fail(r->p, open, "repetition matches empty token tree");
  u32 exit = r->rule->ops.n + 1 + sep;
  MatchOp *loop = new_op(r, MATCH_LOOP);
  loop->times = n;
  loop->sep = sep;
  loop->to = enter + 1;
  loop->exit = exit;
  if (sep) {
    MatchOp *s = new_op(r, MATCH_SEP);
    s->tok = sep_tok;
    s->to = enter + 1;
  }
  MatchOp *e = &r->rule->ops.at[enter];
  e->times = n;
  e->to = exit;
  e->depth = depth;
  e->first_var = first_var;
  e->end_var = r->rule->vars.n;
  return n != '+' || nullable;
}

static FragmentKind fragment_kind(Reader *r, const Token *t) {
  const char *s = sym_str(r->p->in, t->sym);
  for (u32 k = 0; k < FRAGMENT_COUNT; k++)
    if (is_name(t->kind) && strcmp(fragment_name((FragmentKind)k), s) == 0) return (FragmentKind)k;
  p_fail(r->p, span_of(r, t), "invalid fragment specifier `%.40s`", is_name(t->kind) ? s : "");
}

/* name ":" fragment */
static bool match_var(Reader *r, u32 depth) {
  const Token *name = &r->t[r->at++];
  u32 ignored;
  if (find_var(r->rule, name->sym, &ignored))
    p_fail(r->p, span_of(r, name), "duplicate matcher binding");
  if (r->end - r->at < 2 || r->t[r->at].kind != TK_COLON)
    p_fail(r->p, span_of(r, name), "missing fragment specifier");
  MacroVar v = {.name = name->sym, .kind = fragment_kind(r, &r->t[r->at + 1]), .depth = depth};
  r->at += 2;
  new_op(r, MATCH_VAR)->var = r->rule->vars.n;
  list_push(r->p, &r->rule->vars, v);
  return v.kind == FRAGMENT_VIS;
}

static bool matcher(Reader *r, u32 end, u32 depth) {
  u32 outer = r->end;
  bool nullable = true;
  r->end = end;
  p_enter(r->p);
  while (r->at < end) {
    const Token *t = &r->t[r->at];
    if (t->kind != TK_DOLLAR) {
      new_op(r, MATCH_TOKEN)->tok = *t;
      nullable = false;
      r->at++;
      continue;
    }
    if (++r->at == end) p_fail(r->p, span_here(r), "expected identifier after `$`");
    TokenKind k = r->t[r->at].kind;
    if (k == TK_LPAREN)
      nullable &= match_repeat(r, depth);
    else if (is_name(k) && k != KW_CRATE)
      nullable &= match_var(r, depth);
    else
      p_fail(r->p, span_here(r), "expected identifier after `$`");
  }
  p_leave(r->p);
  r->end = outer;
  return nullable;
}

/* ---- templates */

static MacroNodes template(Reader *r, u32 end);

static MacroNode repeat_node(Reader *r, Token dollar) {
  MacroNode n = {.kind = NODE_REPEAT, .tok = dollar};
  u32 close = macro_close_of(r->t, r->at);
  r->at++;
  n.body = template(r, close);
  r->at++;
  n.times = times(r, &n.has_sep, &n.sep);
  return n;
}

/* Behind `$`: a variable, `$crate`, a repetition; or a `$` of its own, for a macro defined inside.
 */
static MacroNode dollar_node(Reader *r, Token dollar) {
  MacroNode n = {.kind = NODE_TOKEN, .tok = dollar};
  if (r->at == r->end) return n;
  Token t = r->t[r->at];
  if (t.kind == TK_LPAREN) return repeat_node(r, dollar);
  if (t.kind == TK_LBRACE) p_unsupported(r->p, span_of(r, &dollar), "a metavariable expression is");
  if (t.kind == KW_CRATE) {
    r->at++;
    n.tok = t;
  } else if (is_name(t.kind) && find_var(r->rule, t.sym, &n.var)) {
    r->at++;
    n.kind = NODE_VAR;
    n.tok = t;
  }
  return n;
}

static MacroNodes template(Reader *r, u32 end) {
  u32 outer = r->end;
  MacroNodes out = {0};
  r->end = end;
  p_enter(r->p);
  while (r->at < end) {
    Token t = r->t[r->at++];
    MacroNode n = {.kind = NODE_TOKEN, .tok = t};
    if (t.kind == TK_DOLLAR) n = dollar_node(r, t);
    list_push(r->p, &out, n);
  }
  p_leave(r->p);
  r->end = outer;
  return out;
}

/* ---- definitions */

/* At a delimiter: the position of the one that closes it. */
static u32 delimited(Reader *r, const char *what) {
  if (r->at >= r->end || !macro_opens(r->t[r->at].kind))
    p_fail(r->p, span_here(r), "expected the %s of a macro rule in `(`, `[` or `{`", what);
  return macro_close_of(r->t, r->at++);
}

static MacroRule rule(Reader *r) {
  MacroRule out = {0};
  r->rule = &out;
  u32 close = delimited(r, "matcher");
  matcher(r, close, 0);
  new_op(r, MATCH_END);
  r->at = close + 1;
  if (r->at >= r->end || r->t[r->at].kind != TK_FAT_ARROW)
    p_fail(r->p, span_here(r), "expected `=>` behind the matcher of a macro rule");
  r->at++;
  close = delimited(r, "template");
  out.nodes = template(r, close);
  r->at = close + 1;
  return out;
}

MacroDef *macro_define(Parser *p, Sym name, Span name_span, u32 from, u32 to) {
  MacroDef *m = arena_new(p->arena, MacroDef);
  Reader r = {.p = p, .t = p->tokens->tok.at, .at = from, .end = to};
  m->name = name;
  m->name_span = name_span;
  m->number = ++p->nmacros;
  if (from == to) p_fail(p, name_span, "macros must contain at least one rule");
  while (r.at < r.end) {
    MacroRule one = rule(&r);
    list_push(p, &m->rules, one);
    if (r.at < r.end && r.t[r.at++].kind != TK_SEMI)
      p_fail(p, span_of(&r, &r.t[r.at - 1]), "expected `;` between the rules of a macro");
  }
  return m;
}
