#include "litmus/explain/segment.h"

#include "litmus/rust/lex.h"

typedef struct Open {
  bool is_block;  /* splits statements */
  bool is_inline; /* a block that does not */
} Open;

typedef struct Splitter {
  const SourceMap *sources;
  u16 file;
  const Token *tok;
  u32 ntok;
  u32 *close; /* per token: of an opening delimiter, the token that closes it */
  VEC(Segment) out;
  VEC(Open) stack;
  u32 lo, hi; /* of the current segment; hi 0: empty */
  TokenKind first;
  bool is_header; /* a keyword in it says that `{` opens a block, not the fields of a value */
} Splitter;

static bool opens(TokenKind k) { return k == TK_LPAREN || k == TK_LBRACKET || k == TK_LBRACE; }
static bool closes(TokenKind k) { return k == TK_RPAREN || k == TK_RBRACKET || k == TK_RBRACE; }

static void match_delimiters(Splitter *s) {
  VEC(u32) open = {0};
  for (u32 i = 0; i < s->ntok; i++) {
    s->close[i] = i;
    if (opens(s->tok[i].kind)) vec_push(&open, i);
    if (closes(s->tok[i].kind) && open.len) s->close[vec_pop(&open)] = i;
  }
  while (open.len) s->close[vec_pop(&open)] = s->ntok ? s->ntok - 1 : 0;
  vec_free(&open);
}

static void end_segment(Splitter *s) {
  if (s->hi) vec_push(&s->out, ((Segment){.lo = s->lo, .hi = s->hi}));
  s->hi = 0;
  s->is_header = false;
}

static void extend(Splitter *s, const Token *t) {
  if (!s->hi) s->lo = t->lo, s->first = t->kind;
  s->hi = t->hi;
  switch (t->kind) {
  case KW_IF:
  case KW_WHILE:
  case KW_MATCH:
  case KW_FOR:
  case KW_FN:
  case KW_IMPL:
  case KW_STRUCT:
  case KW_ENUM:
  case KW_TRAIT:
  case KW_MOD:
  case KW_EXTERN: s->is_header = true; break;
  default: break;
  }
}

static u32 line_of(const Splitter *s, u32 token) {
  return span_line(s->sources,
                   (Span){.lo = s->tok[token].lo, .hi = s->tok[token].hi, .file = s->file});
}

/* One line, and at most one statement. */
static bool is_inline(const Splitter *s, u32 open) {
  u32 end = s->close[open];
  if (line_of(s, open) != line_of(s, end)) return false;
  for (u32 i = open + 1; i < end; i++) {
    if (opens(s->tok[i].kind) && s->tok[i].kind != TK_LBRACE) i = s->close[i];
    if (s->tok[i].kind == TK_SEMI && i + 1 != end) return false;
  }
  return true;
}

/* `{` behind a name: the fields of a struct, unless a keyword said otherwise. */
static bool is_literal(const Splitter *s, u32 open) {
  if (s->is_header || !s->hi || !open) return false;
  TokenKind before = s->tok[open - 1].kind;
  return before == TK_IDENT || before == TK_GT || before == KW_SELF_TYPE || before == TK_NOT;
}

/* Behind an inline block: is the statement over? One that begins with a keyword of its own (`if`,
 * `unsafe`, `fn`) needs no semicolon. */
static bool ends_here(const Splitter *s, u32 i) {
  switch (s->first) {
  case KW_LET:
  case KW_RETURN:
  case KW_BREAK: return false;
  default: break;
  }
  bool own = token_is_keyword(s->first) || s->first == TK_LBRACE || s->first == TK_HASH;
  TokenKind next = i + 1 < s->ntok ? s->tok[i + 1].kind : TK_EOF;
  return own && next != KW_ELSE && next != TK_DOT && next != TK_QUESTION && next != TK_SEMI &&
         next != TK_COMMA && next != KW_AS;
}

static void token(Splitter *s, u32 i) {
  const Token *t = &s->tok[i];
  bool in_block = !s->stack.len || vec_last(&s->stack).is_block;
  if (opens(t->kind)) {
    bool fields = t->kind == TK_LBRACE && is_literal(s, i);
    bool line = t->kind == TK_LBRACE && !fields && is_inline(s, i);
    bool block = t->kind == TK_LBRACE && !fields && !line;
    if (block) {
      bool header = s->hi != 0;
      end_segment(s);
      if (header) vec_last(&s->out).close = s->tok[s->close[i]].lo;
    } else {
      extend(s, t);
    }
    vec_push(&s->stack, ((Open){block, line}));
  } else if (closes(t->kind)) {
    Open open = {0};
    if (s->stack.len) open = vec_pop(&s->stack);
    if (open.is_block) end_segment(s);
    extend(s, t);
    in_block = !s->stack.len || vec_last(&s->stack).is_block;
    if (open.is_block || (open.is_inline && in_block && ends_here(s, i))) end_segment(s);
  } else {
    extend(s, t);
    if (in_block && (t->kind == TK_SEMI || t->kind == TK_COMMA)) end_segment(s);
  }
}

Segments segments_of(Arena *arena, const SourceMap *sources, u16 file) {
  Segments out = {.file = file};
  Diags diags;
  Tokens tokens = {0};
  diags_init(&diags, arena, sources);
  Interner *in = intern_create();
  bool ok = lex(arena, in, sources, file, &diags, &tokens);
  if (ok) {
    Splitter s = {.sources = sources, .file = file, .tok = tokens.tok.at, .ntok = tokens.tok.len};
    s.close = arena_array(arena, u32, s.ntok + 1);
    match_delimiters(&s);
    for (u32 i = 0; i < s.ntok && s.tok[i].kind != TK_EOF; i++) token(&s, i);
    end_segment(&s);
    out.n = s.out.len;
    out.at = arena_copy(arena, s.out.at, s.out.len * sizeof *s.out.at);
    vec_free(&s.out);
    vec_free(&s.stack);
  }
  tokens_free(&tokens);
  intern_destroy(in);
  return out;
}

u32 segment_at(const Segments *s, const SourceMap *sources, Span span) {
  u32 lo = 0, hi = span.file == s->file ? s->n : 0;
  while (lo < hi) {
    u32 mid = lo + (hi - lo) / 2;
    if (s->at[mid].hi <= span.lo)
      lo = mid + 1;
    else
      hi = mid;
  }
  if (span.file == s->file && lo < s->n && s->at[lo].lo <= span.lo) return lo;
  return s->n + span_line(sources, span);
}
