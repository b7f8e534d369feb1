/* Matching the arguments of a macro's call against a rule.
 *
 * All positions in the matcher that fit what was read so far are followed side by side, one token
 * at a time. A variable takes a whole fragment, for which the parser is asked; that can only be
 * done when it is the only way to go on. What a position has taken is a list that shares its
 * beginning with those of the others. */
#include "litmus/rust/macro_rules.h"

#include <string.h>

typedef struct Event Event;
struct Event {
  const Event *before;
  const MatchOp *enter; /* a repetition began; else `var` took tokens */
  u32 var;
  const Token *at;
  u32 n;
};

typedef struct Thread {
  u32 pc;
  const Event *events;
} Thread;

typedef AST_LIST(Thread) Threads;

typedef struct Matcher {
  Parser *p;
  const MacroDef *m;
  const MacroRule *rule;
  Tokens *args;
  Span call;
  u32 pos;
  Threads now, next, vars; /* `vars`: those that wait for a fragment */
  u32 ended;               /* how many reached the end of the rule */
  const Event *result;
} Matcher;

static void push(Matcher *x, Threads *l, u32 pc, const Event *events) {
  Thread t = {pc, events};
  if (l->n == MACRO_MAX_THREADS)
    p_fail(x->p, x->call, "matching the arguments of `%s!` takes more than %d steps at once",
           sym_str(x->p->in, x->m->name), MACRO_MAX_THREADS);
  list_push(x->p, l, t);
}

static const Event *add_event(Matcher *x, Event e) {
  Event *out = arena_new(x->p->arena, Event);
  *out = e;
  return out;
}

/* ---- one token */

static bool same_token(const Parser *p, const Token *a, const Token *b) {
  if (a->kind != b->kind) return false;
  u32 n, k;
  switch (a->kind) {
  case TK_IDENT:
  case TK_LIFETIME: return a->sym == b->sym;
  case TK_INT:
  case TK_FLOAT:
  case TK_CHAR:
  case TK_BYTE:
  case TK_STR:
  case TK_BYTE_STR:
  case TK_C_STR: {
    const char *s = p_tok_text(p, a, &n), *t = p_tok_text(p, b, &k);
    return n == k && memcmp(s, t, n) == 0;
  }
  case TK_FRAG_EXPR:
  case TK_FRAG_TY:
  case TK_FRAG_PATH:
  case TK_FRAG_PAT: return false; /* a fragment is opaque */
  default: return true;
  }
}

/* Can the parser, standing at the current token, read such a fragment? */
static bool may_take(Matcher *x, u32 var) {
  Stream outer = stream_open(x->p, x->args, x->pos);
  bool yes = fragment_may_begin(x->p, x->rule->vars.at[var].kind);
  stream_close(x->p, outer);
  return yes;
}

static void step(Matcher *x, Thread t, const Token *tok) {
  const MatchOp *op = &x->rule->ops.at[t.pc];
  switch (op->kind) {
  case MATCH_TOKEN:
    if (same_token(x->p, &op->tok, tok)) push(x, &x->next, t.pc + 1, t.events);
    break;
  case MATCH_VAR:
    if (may_take(x, op->var)) push(x, &x->vars, t.pc, t.events);
    break;
  case MATCH_ENTER: {
    const Event *e = add_event(x, (Event){.before = t.events, .enter = op});
    push(x, &x->now, t.pc + 1, e);
    if (op->times != '+') push(x, &x->now, op->to, e);
    break;
  }
  case MATCH_LOOP:
    push(x, &x->now, op->exit, t.events);
    if (op->times == '?') break;
    push(x, &x->now, op->sep ? t.pc + 1 : op->to, t.events);
    break;
  case MATCH_SEP:
    if (same_token(x->p, &op->tok, tok)) push(x, &x->next, op->to, t.events);
    break;
  case MATCH_END:
    if (tok->kind == TK_EOF) {
      x->ended++;
      x->result = t.events;
    }
    break;
  }
}

static _Noreturn void fail_ambiguous(Matcher *x) {
  StrBuf b = {0};
  for (u32 i = 0; i < x->vars.n; i++) {
    const MacroVar *v = &x->rule->vars.at[x->rule->ops.at[x->vars.at[i].pc].var];
    sb_printf(&b, "%s%.40s ('%.40s')", i ? " or " : "", fragment_name(v->kind),
              sym_str(x->p->in, v->name));
  }
  const char *text = arena_strdup(x->p->arena, sb_str(&b));
  sb_free(&b);
  p_fail(
      x->p, x->call,
      "local ambiguity when calling macro `%.40s`: multiple parsing options: built-in NTs %.400s%s",
      sym_str(x->p->in, x->m->name), text, x->next.n ? " or another option" : "");
}

/* ---- fragments */

/* What the parser leaves behind is not kept; it must not report what is not supported either. */
static u32 end_of_fragment(Matcher *x, FragmentKind kind, Token *rest) {
  Parser *p = x->p;
  Stream outer = stream_open(p, x->args, x->pos);
  unsigned within = p->within;
  AstItem *impl_params = p->impl_params;
  u32 noted = p->pattern_only.n, nlocals = p->macros.n;
  p->within = 0;
  p->impl_params = NULL;
  p->off++;
  p->matching++;
  fragment_skip(p, kind);
  p->matching--;
  p->off--;
  p->within = within;
  p->impl_params = impl_params;
  p->pattern_only.n = noted;
  p->macros.n = nlocals;
  u32 end = p->pos;
  *rest = p->tok;
  stream_close(p, outer);
  return end;
}

static bool is_fragment(TokenKind k) { return k >= TK_FRAG_EXPR && k <= TK_FRAG_PAT; }

/* The tokens [from, end) as one token that stands for them. */
static void wrap(Matcher *x, FragmentKind kind, Event *e) {
  Parser *p = x->p;
  const Token *first = &e->at[0], *last = &e->at[e->n - 1];
  bool is_number = kind == FRAGMENT_LITERAL && e->n > 1; /* -1 */
  TokenKind as = is_number ? TK_FRAG_EXPR : fragment_token(kind);
  if (as == TK_EOF || (e->n == 1 && is_fragment(first->kind))) return;
  MacroFragment f = {e->at, e->n};
  Token *t = arena_new(p->arena, Token);
  *t = (Token){.kind = as, .ctx = first->ctx, .lo = first->lo, .hi = first->hi, .lit = p->frags.n};
  if (last->ctx == first->ctx && last->hi > t->lo) t->hi = last->hi;
  list_push(p, &p->frags, f);
  e->at = t;
  e->n = 1;
}

static void take_fragment(Matcher *x) {
  Thread t = x->vars.at[0];
  u32 var = x->rule->ops.at[t.pc].var;
  FragmentKind kind = x->rule->vars.at[var].kind;
  Token rest;
  u32 end = end_of_fragment(x, kind, &rest);
  Token *at = &x->args->tok.at[end];
  Event e = {.before = t.events, .var = var, .n = end - x->pos, .at = &x->args->tok.at[x->pos]};
  if (rest.lo != at->lo) { /* `>>` of which the fragment took the first half */
    Token *copy = arena_array(x->p->arena, Token, e.n + 1);
    memcpy(copy, e.at, e.n * sizeof *copy);
    copy[e.n] = *at;
    copy[e.n].hi = rest.lo;
    copy[e.n].kind = at->kind == TK_AND_AND ? TK_AND : at->kind == TK_OR_OR ? TK_OR : TK_GT;
    if (at->kind == TK_SHL) copy[e.n].kind = TK_LT;
    e.at = copy;
    e.n++;
    *at = rest;
  }
  if (e.n) wrap(x, kind, &e);
  x->pos = end;
  push(x, &x->now, t.pc + 1, add_event(x, e));
}

/* ---- results */

static void put_match(Parser *p, MacroMatch **slot, u32 depth, MacroMatch *m) {
  if (depth == 0) {
    *slot = m;
    return;
  }
  MacroMatch *l = *slot;
  while (--depth) l = l->list.at[l->list.n - 1];
  list_push(p, &l->list, m);
}

static MacroMatch **collect(Matcher *x) {
  Parser *p = x->p;
  u32 n = 0;
  for (const Event *e = x->result; e; e = e->before) n++;
  const Event **order = arena_array(p->arena, const Event *, n + 1);
  for (const Event *e = x->result; e; e = e->before) order[--n] = e;
  MacroMatch **out = arena_array(p->arena, MacroMatch *, x->rule->vars.n + 1);
  for (; order[n]; n++) {
    const Event *e = order[n];
    u32 from = e->enter ? e->enter->first_var : e->var;
    u32 to = e->enter ? e->enter->end_var : e->var + 1;
    for (u32 v = from; v < to; v++) {
      MacroMatch *m = arena_new(p->arena, MacroMatch);
      m->is_list = e->enter != NULL;
      m->at = e->at;
      m->n = e->n;
      put_match(p, &out[v], e->enter ? e->enter->depth : x->rule->vars.at[v].depth, m);
    }
  }
  return out;
}

static void swap(Threads *a, Threads *b) {
  Threads t = *a;
  *a = *b;
  *b = t;
}

MacroMatch **macro_match(Parser *p, const MacroDef *m, const MacroRule *r, Tokens *args, Span call,
                         u32 *furthest) {
  Matcher x = {.p = p, .m = m, .rule = r, .args = args, .call = call};
  push(&x, &x.now, 0, NULL);
  for (;;) {
    x.next.n = x.vars.n = x.ended = 0;
    const Token *tok = &args->tok.at[x.pos];
    for (u32 i = 0; i < x.now.n; i++) step(&x, x.now.at[i], tok);
    x.now.n = 0;
    if (tok->kind == TK_EOF && x.ended == 1 && x.vars.n == 0) return collect(&x);
    if (tok->kind == TK_EOF && x.ended > 1)
      p_fail(p, call, "ambiguity: multiple successful parses of the arguments of `%.40s!`",
             sym_str(p->in, m->name));
    if (x.vars.n == 0 && x.next.n > 0) {
      swap(&x.now, &x.next);
      x.pos++;
    } else if (x.vars.n == 1 && x.next.n == 0) {
      take_fragment(&x);
    } else if (x.vars.n == 0) {
      *furthest = x.pos;
      return NULL;
    } else {
      fail_ambiguous(&x);
    }
  }
}
