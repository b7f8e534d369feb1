/* A whole file: the entry point of the parser. */
#include "litmus/rust/macro_rules.h"

/* {inner attribute} {item} */
static bool crate(Parser *p, AstCrate *out) {
  if (setjmp(p->syntax_error)) return false;
  Attrs attrs = {.on = true};
  parse_inner_attrs(p, &attrs);
  cfg_begin(p, &attrs);
  while (!at(p, TK_EOF)) {
    Attrs outer = parse_outer_attrs(p);
    AstItem *it = parse_item(p, PLACE_MODULE, &outer);
    if (attrs.on) p_push_items(p, &out->items, it);
  }
  return true;
}

bool ast_parse(Arena *arena, Interner *in, const SourceMap *sources, u16 file,
               const ParseOptions *opts, Diags *diags, AstCrate *out) {
  u32 before = diags->nerrors;
  Tokens tokens = {0};
  *out = (AstCrate){0};
  if (opts->lazy ? lex_signatures(arena, in, sources, file, diags, &tokens)
                 : lex(arena, in, sources, file, diags, &tokens)) {
    Parser p = {.arena = arena,
                .in = in,
                .sources = sources,
                .file = file,
                .diags = diags,
                .opts = opts,
                .tokens = &tokens};
    p.story_tokens = &tokens;
    p.story_used = arena_array(arena, bool, tokens.ngroups + 1);
    if (opts->lazy) p.lazy = lazy_begin(&p);
    p_jump_to(&p, 0);
    if (crate(&p, out)) story_check_used(&p);
    for (u32 i = 0; i < p.all_macros.n; i++) list_push(&p, &out->macros, p.all_macros.at[i]->name);
  }
  tokens_free(&tokens);
  return diags->nerrors == before;
}
