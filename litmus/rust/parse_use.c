/* `use` declarations, flattened: `use a::{b, c::d as e}` is two names, each with its whole path. */
#include "litmus/rust/parse.h"

/* The segments read so far from the root of the tree to here. */
typedef struct Prefix {
  bool global;
  AST_LIST(AstSegment) seg;
} Prefix;

static AstPath *path_of_prefix(Parser *p, const Prefix *prefix, Span span) {
  AstPath *path = arena_new(p->arena, AstPath);
  path->span = span;
  path->global = prefix->global;
  for (u32 i = 0; i < prefix->seg.n; i++) list_push(p, &path->seg, prefix->seg.at[i]);
  return path;
}

/* One name: the path so far, perhaps "as" another name. */
static void use_leaf(Parser *p, AstItem *it, const Prefix *prefix, Span start) {
  AstUse u = {.name = prefix->seg.at[prefix->seg.n - 1].name};
  Span span = p_since(p, start);
  if (p_accept(p, KW_AS)) {
    if (!at(p, TK_IDENT) && !at(p, TK_UNDERSCORE)) p_fail_expected(p, "a name or `_`");
    u.name = p->tok.sym;
    p_advance(p);
  }
  u.span = p_since(p, start);
  u.path = path_of_prefix(p, prefix, span);
  list_push(p, &it->uses, u);
  list_push(p, &p->used_macros, prefix->seg.at[prefix->seg.n - 1].name);
}

static void use_glob(Parser *p, AstItem *it, const Prefix *prefix) {
  Span start = p_here(p);
  if (prefix->seg.n == 0) p_fail(p, start, "`*` needs a path before it");
  p_advance(p);
  AstUse u = {.span = start, .glob = true, .path = path_of_prefix(p, prefix, start)};
  list_push(p, &it->uses, u);
}

static void use_tree(Parser *p, AstItem *it, Prefix *prefix);

static void use_group(Parser *p, AstItem *it, Prefix *prefix) {
  Span open = p_here(p);
  p_advance(p);
  while (!at(p, TK_RBRACE)) {
    use_tree(p, it, prefix);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RBRACE, open, "`,`");
}

/* use_tree = [path "::"] ("*" | "{" {use_tree ","} "}") | path ["as" name]
 * `self` at the end of a path with a prefix stands for the prefix. The prefix is restored. */
static void use_tree(Parser *p, AstItem *it, Prefix *prefix) {
  p_enter(p);
  u32 before = prefix->seg.n;
  Span start = p_here(p);
  p->use_segments += before + 1;
  if (p->use_segments > PARSE_MAX_USE_SEGMENTS)
    p_fail(p, start, "the `use` declarations of this file are too large");
  if (before == 0) prefix->global = p_accept(p, TK_COLON2);
  for (;;) {
    if (at(p, TK_STAR)) {
      use_glob(p, it, prefix);
      break;
    }
    if (at(p, TK_LBRACE)) {
      use_group(p, it, prefix);
      break;
    }
    if (at(p, KW_SELF) && prefix->seg.n > 0) {
      if (prefix->seg.n != before)
        p_fail(p, p_here(p), "`self` may only stand in a `{}` list here");
      p_advance(p);
      use_leaf(p, it, prefix, start);
      break;
    }
    AstSegment seg = parse_path_segment(p, PATH_PLAIN);
    list_push(p, &prefix->seg, seg);
    if (!p_accept(p, TK_COLON2)) {
      use_leaf(p, it, prefix, start);
      break;
    }
  }
  prefix->seg.n = before;
  p_leave(p);
}

/* "use" use_tree ";" */
void parse_use_item(Parser *p, AstItem *it) {
  Prefix prefix = {0};
  p_advance(p);
  it->name_span = p_here(p);
  use_tree(p, it, &prefix);
  p_expect(p, TK_SEMI);
}
