/* Stories: the code in `//@ story:` comments, read where the block stands that they speak for. */
#include "litmus/rust/macro_rules.h"

static bool is_attribute_end(const Token *t, u32 pos, u32 *start) {
  if (t[pos].kind != TK_RBRACKET) return false;
  u32 open = 0, i = pos;
  for (;; i--) {
    open += t[i].kind == TK_RBRACKET;
    open -= t[i].kind == TK_LBRACKET;
    if (open == 0) break;
    if (i == 0) return false;
  }
  if (i > 0 && t[i - 1].kind == TK_NOT) i--;
  if (i == 0 || t[i - 1].kind != TK_HASH) return false;
  *start = i - 1;
  return true;
}

static bool is_qualifier(TokenKind k) {
  return k == TK_LBRACE || k == KW_UNSAFE || k == KW_PUB || k == KW_FN;
}

/* The group of stories above; 0: none. */
static u32 group_above(const Token *t, u32 pos) {
  for (;;) {
    if (t[pos].story) return t[pos].story;
    u32 start;
    if (pos == 0) return 0;
    if (is_qualifier(t[pos - 1].kind))
      pos--;
    else if (is_attribute_end(t, pos - 1, &start))
      pos = start;
    else
      return 0;
  }
}

static Span story_span(const Parser *p, const StoryText *s) {
  return (Span){.lo = s->lo, .hi = s->hi, .file = p->file};
}

static AstBlock *read_story(Parser *p, const StoryText *s) {
  AstBlock *b = arena_new(p->arena, AstBlock);
  b->span = story_span(p, s);
  Span end = b->span;
  end.lo = end.hi;
  u32 macros = p->macros.n;
  Stream outer =
      stream_open(p, stream_of(p, p->story_tokens->story_tok.at + s->first, s->n, end), 0);
  bool in_story = p->in_story;
  p->in_story = true;
  p->macro_depth++; /* the last statement ends where the text does */
  p_enter(p);
  while (!at(p, TK_EOF)) {
    if (at(p, TK_RBRACE)) p_fail_expected(p, "a statement");
    parse_statement(p, b);
  }
  p_leave(p);
  p->macro_depth--;
  p->in_story = in_story;
  p->macros.n = macros;
  stream_close(p, outer);
  if (b->stmts.n > 0 && b->stmts.at[b->stmts.n - 1].kind == AST_STMT_EXPR)
    b->tail = b->stmts.at[--b->stmts.n].expr;
  return b;
}

AstBlock *parse_story(Parser *p, u32 pos) {
  u32 group = group_above(p->tokens->tok.at, pos);
  if (!group) return NULL;
  p->story_used[group] = true;
  const StoryText *found = NULL;
  for (u32 i = 0; i < p->story_tokens->stories.len; i++) {
    const StoryText *s = &p->story_tokens->stories.at[i];
    if (s->group != group) continue;
    if (found)
      p_unsupported(p, story_span(p, s), "a choice among several stories for one block is");
    if (!found) found = s;
  }
  return p->off ? NULL : read_story(p, found);
}

void story_mark_used(Parser *p, u32 from, u32 to) {
  for (u32 i = from; i < to; i++) p->story_used[p->tokens->tok.at[i].story] = true;
}

void story_check_used(Parser *p) {
  const StoryText *before = NULL;
  for (u32 i = 0; i < p->story_tokens->stories.len; i++) {
    const StoryText *s = &p->story_tokens->stories.at[i];
    if (!p->story_used[s->group] && (!before || before->group != s->group))
      p_report(p, story_span(p, s),
               "a story must stand directly above an `asm!` block or a foreign function");
    before = s;
  }
}
