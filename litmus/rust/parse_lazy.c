/* Bodies put off: the parser as it stood, and where in the file each body lies. */
#include "litmus/rust/parse_lazy.h"

#include "litmus/rust/parse.h"

struct LazyBodies {
  Parser parser;
  ParseOptions opts; /* the caller's may be gone by then */
};

struct LazyBodies *lazy_begin(const Parser *p) {
  struct LazyBodies *lazy = arena_new(p->arena, struct LazyBodies);
  lazy->parser = *p;
  lazy->opts = *p->opts;
  lazy->parser.opts = &lazy->opts;
  return lazy;
}

/* The lexer has left the braces of the body and nothing between them. */
void parse_body_later(Parser *p, AstItem *fn) {
  fn->body = arena_new(p->arena, AstBlock);
  fn->lazy = p->lazy;
  fn->lazy_lo = p->tok.lo;
  p_expect(p, TK_LBRACE);
  fn->lazy_hi = p->tok.hi;
  p_expect(p, TK_RBRACE);
}

const AstBlock *ast_fn_body(const AstItem *fn) {
  if (!fn->lazy) return fn->body;
  Parser *p = arena_new(fn->lazy->parser.arena, Parser);
  AstItem *it = (AstItem *)fn; /* what is put off is still the item's own */
  *p = fn->lazy->parser;
  it->lazy = NULL;
  Tokens tokens = {0};
  p->tokens = p->story_tokens = &tokens;
  bool ok =
      lex_range(p->arena, p->in, p->sources, p->file, fn->lazy_lo, fn->lazy_hi, p->diags, &tokens);
  if (ok && !setjmp(p->syntax_error)) {
    p_jump_to(p, 0);
    Attrs attrs = {.on = true};
    *it->body = *parse_body_block(p, &attrs);
  }
  tokens_free(&tokens);
  return fn->body;
}
