/* Stories: comments that hold Rust code. Their tokens are read here, where they stand, but kept
 * beside those of the program. */
#include <string.h>

#include "litmus/rust/lex_impl.h"

/* Do only blanks and one line break lie between the last story's line and `at`? */
static bool follows_story(const Lexer *lx, u32 at) {
  if (!lx->open_group) return false;
  u32 breaks = 0;
  for (u32 i = lx->story_end; i < at; i++) {
    char c = lx->src[i];
    breaks += c == '\n';
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return false;
  }
  return breaks == 1;
}

static void blanks(Lexer *lx, u32 end) {
  while (lx->pos < end && (lx->src[lx->pos] == ' ' || lx->src[lx->pos] == '\t')) lx->pos++;
}

static bool is_heading(const Lexer *lx, u32 end) {
  return end - lx->pos > 5 && memcmp(lx->src + lx->pos, "story", 5) == 0 &&
         strchr(" \t:", lx->src[lx->pos + 5]);
}

/* "story" [NAME] ":" */
static bool heading(Lexer *lx, u32 end, Sym *name) {
  u32 lo = lx->pos;
  lx->pos += 5;
  blanks(lx, end);
  u32 n = lex_ident_len(lx);
  *name = n ? intern(lx->in, lx->src + lx->pos, n) : 0;
  lx->pos += n;
  blanks(lx, end);
  if (lx->pos == end || lex_at(lx, 0) != ':')
    return lex_error(lx, DIAG_ERROR, lo, end,
                     "a story is written `//@ story: CODE` or `//@ story NAME: CODE`");
  lx->pos++;
  return true;
}

/* The code up to `end`, added to the last story. */
static bool code(Lexer *lx, u32 end) {
  StoryText *s = &vec_last(&lx->out->stories);
  u32 first = lx->out->tok.len, whole = lx->len;
  bool ok = true;
  lx->in_story = true;
  lx->len = end;
  while (ok && (ok = lex_blanks(lx)) && lx->pos < end) ok = lex_token(lx);
  lx->len = whole;
  lx->in_story = false;
  for (u32 i = first; i < lx->out->tok.len; i++) vec_push(&lx->out->story_tok, lx->out->tok.at[i]);
  s->n += lx->out->tok.len - first;
  s->hi = end;
  lx->out->tok.len = first;
  lx->story_end = end;
  return ok;
}

bool lex_story(Lexer *lx, bool *taken) {
  u32 start = lx->pos, end = start;
  while (end < lx->len && lx->src[end] != '\n') end++;
  bool next_line = follows_story(lx, start);
  lx->pos += 3;
  blanks(lx, end);
  u32 text = lx->pos;
  Sym name = 0;
  if (is_heading(lx, end)) {
    if (!heading(lx, end, &name)) return false;
    bool more = next_line && vec_last(&lx->out->stories).name == name;
    if (!lx->open_group) lx->open_group = ++lx->out->ngroups;
    StoryText s = {name, text, end, lx->open_group, lx->out->story_tok.len, 0};
    if (!more) vec_push(&lx->out->stories, s);
  } else if (!next_line || text < start + 5) { /* a directive of another kind */
    lx->pos = start;
    return true;
  } else {
    lx->pos = text;
  }
  *taken = true;
  return code(lx, end);
}
