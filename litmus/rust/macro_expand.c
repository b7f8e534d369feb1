/* Expanding a call: the first rule that takes the arguments, its template filled in.
 *
 * Text of the template gets a syntax context of its own in each expansion. Names of variables and
 * labels are equal only when their contexts are, so a `let x` of a macro is not the caller's `x`.
 */
#include "litmus/rust/macro_rules.h"

#include <string.h>

typedef struct Mark {
  u16 old, made;
} Mark;

typedef struct Transcriber {
  Parser *p;
  const MacroDef *m;
  const MacroRule *rule;
  MacroMatch *const *matches;
  Span call;
  u16 ctx;                        /* of text that has none in the template */
  AST_LIST(Mark) marks;           /* of text that has one: the macro came from a macro */
  u32 index[PARSE_MAX_DEPTH + 1]; /* rounds of the repetitions we are in */
  u32 depth;
  AST_LIST(Token) out;
} Transcriber;

/* ---- streams */

Stream stream_open(Parser *p, const Tokens *t, u32 pos) {
  Stream outer = {p->tokens, p->pos, p->tok, p->prev};
  p->tokens = t;
  p->pos = pos;
  p->tok = t->tok.at[pos];
  return outer;
}

void stream_close(Parser *p, Stream outer) {
  p->tokens = outer.tokens;
  p->pos = outer.pos;
  p->tok = outer.tok;
  p->prev = outer.prev;
}

Tokens *stream_of(Parser *p, const Token *at, u32 n, Span end) {
  Tokens *t = arena_new(p->arena, Tokens);
  t->tok.at = arena_array(p->arena, Token, n + 1);
  if (n) memcpy(t->tok.at, at, n * sizeof *at);
  t->tok.at[n] = (Token){.kind = TK_EOF, .ctx = end.ctx, .lo = end.lo, .hi = end.hi};
  t->tok.len = t->tok.cap = n + 1;
  t->lit = p->tokens->lit;
  return t;
}

/* ---- contexts */

static u16 new_context(Transcriber *x, u16 outer) {
  Expansion e = {.call = x->call,
                 .def = x->m->name_span,
                 .name = arena_strdup(x->p->sources->arena, sym_str(x->p->in, x->m->name)),
                 .macro = x->m->number,
                 .outer = outer};
  u16 ctx = expansion_add(x->p->sources, e);
  if (!ctx) p_fail(x->p, span_root(x->p->sources, x->call), "more than 65535 expansions of macros");
  return ctx;
}

static u16 marked(Transcriber *x, u16 old) {
  if (old == 0) return x->ctx;
  for (u32 i = 0; i < x->marks.n; i++)
    if (x->marks.at[i].old == old) return x->marks.at[i].made;
  Mark m = {old, new_context(x, old)};
  list_push(x->p, &x->marks, m);
  return m.made;
}

static Span body_span(Transcriber *x, const Token *t) {
  return (Span){.lo = t->lo, .hi = t->hi, .file = x->p->file, .ctx = marked(x, t->ctx)};
}

/* ---- templates */

static void emit(Transcriber *x, Token t) {
  if (++x->p->macro_tokens > MACRO_MAX_TOKENS)
    p_fail(x->p, span_root(x->p->sources, x->call),
           "the expansions of macros are more than %d tokens long", MACRO_MAX_TOKENS);
  list_push(x->p, &x->out, t);
}

static void emit_body(Transcriber *x, Token t) {
  t.ctx = marked(x, t.ctx);
  emit(x, t);
}

/* What the variable took in the current rounds. */
static const MacroMatch *current(const Transcriber *x, u32 var) {
  const MacroMatch *m = x->matches[var];
  for (u32 i = 0; i < x->depth && m->is_list; i++) m = m->list.at[x->index[i]];
  return m;
}

static void emit_var(Transcriber *x, const MacroNode *n) {
  const MacroMatch *m = current(x, n->var);
  if (m->is_list)
    p_fail(x->p, body_span(x, &n->tok), "variable `%.40s` is still repeating at this depth",
           sym_str(x->p->in, n->tok.sym));
  for (u32 i = 0; i < m->n; i++) emit(x, m->at[i]);
}

/* How often a repetition repeats: as often as each variable in it that repeats here. */
static void count_rounds(Transcriber *x, const MacroNodes *body, const MacroNode **by,
                         u32 *rounds) {
  for (u32 i = 0; i < body->n; i++) {
    const MacroNode *n = &body->at[i];
    if (n->kind == NODE_REPEAT) count_rounds(x, &n->body, by, rounds);
    if (n->kind != NODE_VAR) continue;
    const MacroMatch *m = current(x, n->var);
    if (!m->is_list) continue;
    if (*by && *rounds != m->list.n)
      p_fail(x->p, body_span(x, &n->tok),
             "meta-variable `%.40s` repeats %u times, but `%.40s` repeats %u times",
             sym_str(x->p->in, (*by)->tok.sym), *rounds, sym_str(x->p->in, n->tok.sym), m->list.n);
    *by = n;
    *rounds = m->list.n;
  }
}

static void transcribe(Transcriber *x, const MacroNodes *nodes);

static void emit_repeat(Transcriber *x, const MacroNode *n) {
  const MacroNode *by = NULL;
  u32 rounds = 0;
  count_rounds(x, &n->body, &by, &rounds);
  if (!by)
    p_fail(x->p, body_span(x, &n->tok),
           "attempted to repeat an expression containing no syntax variables matched as repeating "
           "at this depth");
  if (n->times == '+' && rounds == 0)
    p_fail(x->p, body_span(x, &n->tok), "this must repeat at least once");
  if (x->depth == PARSE_MAX_DEPTH)
    p_fail(x->p, body_span(x, &n->tok), "nesting is deeper than %d levels", PARSE_MAX_DEPTH);
  for (u32 i = 0; i < rounds; i++) {
    if (i > 0 && n->has_sep) emit_body(x, n->sep);
    x->index[x->depth++] = i;
    transcribe(x, &n->body);
    x->depth--;
  }
}

static void transcribe(Transcriber *x, const MacroNodes *nodes) {
  for (u32 i = 0; i < nodes->n; i++) {
    const MacroNode *n = &nodes->at[i];
    switch (n->kind) {
    case NODE_TOKEN: emit_body(x, n->tok); break;
    case NODE_VAR: emit_var(x, n); break;
    case NODE_REPEAT: emit_repeat(x, n); break;
    }
  }
}

/* ---- calls */

static _Noreturn void fail_no_rule(Parser *p, const MacroDef *m, const Tokens *args, Span call,
                                   u32 furthest) {
  const Token *t = &args->tok.at[furthest];
  u32 len;
  const char *name = sym_str(p->in, m->name), *text = p_tok_text(p, t, &len);
  if (t->kind == TK_EOF) {
    diag_add(p->diags, DIAG_ERROR, call, "unexpected end of the arguments of the macro `%.40s!`",
             name);
  } else {
    Span at = {.lo = t->lo, .hi = t->hi, .file = p->file, .ctx = t->ctx};
    diag_add(p->diags, DIAG_ERROR, at, "no rules of the macro `%.40s!` expected `%.*s`", name,
             len < 40 ? (int)len : 40, text);
  }
  diag_add(p->diags, DIAG_NOTE, m->name_span, "the macro is defined here");
  longjmp(p->syntax_error, 1);
}

const Tokens *macro_expand(Parser *p, const MacroDef *m, Span call, u32 from, u32 to) {
  const Token *t = p->tokens->tok.at;
  Span end = {.lo = t[to].lo, .hi = t[to].hi, .file = p->file, .ctx = t[to].ctx};
  u32 furthest = 0;
  Tokens *args = NULL;
  for (u32 i = 0; i < m->rules.n; i++) {
    const MacroRule *r = &m->rules.at[i];
    u32 stopped = 0;
    args = stream_of(p, t + from, to - from, end);
    MacroMatch **found = macro_match(p, m, r, args, call, &stopped);
    if (!found) {
      if (stopped > furthest) furthest = stopped;
      continue;
    }
    Transcriber x = {.p = p, .m = m, .rule = r, .matches = found, .call = call};
    x.ctx = new_context(&x, 0);
    transcribe(&x, &r->nodes);
    return stream_of(p, x.out.at, x.out.n, end);
  }
  fail_no_rule(p, m, args, call, furthest);
}
