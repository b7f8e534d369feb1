/* Shared by the files of the parser (parse_*.c). It is a recursive-descent parser over the array of
 * tokens: one function for one rule of the grammar, named after it. The first syntax error leaves
 * the parser with longjmp, so no rule has to check whether the one before worked; everything that a
 * rule builds lives in the arena. What is right but not supported is collected and does not stop
 * the parser. */
#ifndef LITMUS_RUST_PARSE_H
#define LITMUS_RUST_PARSE_H

#include <setjmp.h>

#include "litmus/rust/ast.h"
#include "litmus/rust/lex.h"

/* Nothing nests deeper: neither the recursion of the parser nor the tree it makes. */
#define PARSE_MAX_DEPTH 256
/* Flattening `use` copies the prefix for every name; this many segments in one file are enough. */
#define PARSE_MAX_USE_SEGMENTS 65536

/* What an expression may not be at its place; see parse_expr_within. */
enum {
  IN_STMT = 1,      /* `if`, `match`, blocks.. end the expression: `{ 1 } - 1` is two statements */
  IN_CONDITION = 2, /* `{` opens the body, not a struct literal */
  LET_ALLOWED = 4   /* `let` conditions may stand here */
};

/* Where an item stands decides which forms it may take. */
typedef enum ItemPlace { PLACE_MODULE, PLACE_IMPL, PLACE_TRAIT, PLACE_EXTERN } ItemPlace;

typedef struct MacroDef MacroDef; /* macro_rules.h */

/* The tokens behind a token of kind FRAG_*. */
typedef struct MacroFragment {
  const Token *at;
  u32 n;
} MacroFragment;

typedef struct Parser {
  Arena *arena;
  Interner *in;
  const SourceMap *sources;
  u16 file;
  Diags *diags;
  const ParseOptions *opts;
  const Tokens *tokens;
  u32 pos;         /* of `tok` in `tokens` */
  Token tok;       /* the current token, or what is left of one that was split */
  Span prev;       /* the last token that was consumed */
  u32 depth;       /* of the rules we are in */
  u32 reach;       /* the deepest node below the rules we are in, see depth_open */
  u32 off;         /* > 0 inside what #[cfg] switched off: it must parse, but may be unsupported */
  unsigned within; /* IN_STMT.. */
  AstExpr *block_like;              /* the last expression that needs no semicolon as a statement */
  AST_LIST(AstExpr *) pattern_only; /* `_` and `S { .. }`: see parse_assign.c */
  u32 use_segments;                 /* made so far */
  AstItem
      *impl_params; /* function whose parameter's type this is: `impl Trait` is a generic of it */
  AST_LIST(const MacroDef *) macros;     /* in scope here, the innermost last */
  AST_LIST(const MacroDef *) all_macros; /* of the file, so far */
  AST_LIST(Sym) used_macros;             /* that a `use` named */
  u32 nmacros, macro_depth, macro_tokens;
  u32 matching; /* > 0: reading a fragment of the arguments of a macro */
  AST_LIST(MacroFragment) frags;
  const Tokens *story_tokens; /* of the whole file: its stories */
  bool *story_used;           /* by group */
  bool in_story;
  struct LazyBodies *lazy; /* NULL: bodies are parsed at once */
  jmp_buf syntax_error;    /* back to ast_parse */
} Parser;

/* ---- bodies put off (parse_lazy.c) */

/* The parser between items, kept for later. */
struct LazyBodies *lazy_begin(const Parser *p);
void parse_body_later(Parser *p, AstItem *fn);

/* ---- cursor (parse_cursor.c) */

static inline bool at(const Parser *p, TokenKind k) { return p->tok.kind == k; }
/* The kind of the n-th token after the current one. */
TokenKind p_peek(const Parser *p, u32 n);
Span p_here(const Parser *p); /* of the current token */
Span p_since(const Parser *p, Span start);
void p_advance(Parser *p);
bool p_accept(Parser *p, TokenKind k);
void p_expect(Parser *p, TokenKind k);
/* Accepts `k` also as the beginning of a longer token: `>` of `>>=`. */
bool p_accept_first(Parser *p, TokenKind k);
bool p_at_first(const Parser *p, TokenKind k);
void p_expect_first(Parser *p, TokenKind k);
/* The closing delimiter of what was opened at `open`; `instead` says what else could stand here
 * ("`,`"), or is NULL. */
void p_close_delim(Parser *p, TokenKind k, Span open, const char *instead);
/* At an opening delimiter: the position of the token that closes it. */
u32 p_matching_close(Parser *p);
void p_jump_to(Parser *p, u32 pos);

bool p_at_word(const Parser *p, const char *word); /* a weak keyword */
bool p_accept_word(Parser *p, const char *word);
Sym p_ident(Parser *p, const char *what); /* a name; `what` is for the message */
Sym p_sym_of(Parser *p, const char *s);
const char *p_tok_text(const Parser *p, const Token *t, u32 *len);

/* ---- errors */

_Noreturn void p_fail(Parser *p, Span span, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* "expected WHAT, found .." at the current token. */
_Noreturn void p_fail_expected(Parser *p, const char *what);
/* A mistake that does not confuse the parser. */
void p_report(Parser *p, Span span, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Collects "WHAT is not supported yet", unless #[cfg] switched the place off. */
void p_unsupported(Parser *p, Span span, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* ---- depth */

void p_enter(Parser *p);
void p_leave(Parser *p);
/* Loops that make trees lean to the left (a + b + c, x.a.b.c) deepen what they have already parsed:
 *   outer = p_depth_open(p), parse the first operand
 *   for each operator: left = p_depth_open(p), parse the next operand, p_depth_wrap(p, left)
 *   p_depth_close(p, outer) */
u32 p_depth_open(Parser *p);
void p_depth_wrap(Parser *p, u32 left);
void p_depth_close(Parser *p, u32 outer);

/* ---- lists that grow in the arena; `x` may not push to the same list */

void *p_list_grow(Arena *arena, void *at, u32 n, size_t elem);
#define list_full(n) ((n) == 0 || ((n) >= 4 && ((n) & ((n)-1)) == 0))
#define list_push(p, l, x)                                                                         \
  (list_full((l)->n) ? (void)((l)->at = p_list_grow((p)->arena, (l)->at, (l)->n, sizeof *(l)->at)) \
                     : (void)0,                                                                    \
   (void)((l)->at[(l)->n] = (x), (l)->n++))

/* ---- attributes and cfg (parse_attr.c, parse_cfg.c) */

typedef struct Attrs {
  AST_LIST(AstAttr) list;
  bool on;    /* no #[cfg] among them is false */
  bool any;   /* there was one, also an ignored one */
  Span first; /* of the first, when any */
} Attrs;

Attrs parse_outer_attrs(Parser *p);
/* #![..] at the start of a file, module or body; adds to `attrs`. */
void parse_inner_attrs(Parser *p, Attrs *attrs);
bool parse_cfg_predicate(Parser *p);
/* Around the parsing of what carries `attrs` (which may not change in between): */
static inline void cfg_begin(Parser *p, const Attrs *a) { p->off += !a->on; }
static inline void cfg_end(Parser *p, const Attrs *a) { p->off -= !a->on; }

/* ---- paths, types, generics (parse_path.c, parse_type.c, parse_generics.c) */

typedef enum PathStyle { PATH_EXPR, PATH_TYPE, PATH_PLAIN } PathStyle;
bool p_begins_path(TokenKind k);
static inline bool at_path(const Parser *p) { return p_begins_path(p->tok.kind); }
AstPath *parse_path(Parser *p, PathStyle style);
AstSegment parse_path_segment(Parser *p, PathStyle style);
AstPath *p_path_of_sym(Parser *p, Span span, Sym name);
/* < A, B, 3, Item = C > behind `<`; lifetimes are dropped. */
AstType *parse_generic_arg(Parser *p, AstSegment *seg);
void parse_generic_args(Parser *p, AstSegment *seg);

AstType *parse_type(Parser *p);
AstType *p_type_of_path(Parser *p, AstPath *path);
AstType *p_new_type(Parser *p, AstTypeKind kind, Span span);
/* extern ["ABI"]: true when the ABI is that of C. */
bool parse_extern_abi(Parser *p);
/* A + ?Sized + 'a, appended; lifetimes are dropped. True if it asks for a trait. */
bool parse_bounds(Parser *p, AstBounds *out);
/* for<'a>: read and dropped. */
void parse_for_lifetimes(Parser *p);
void parse_generic_params(Parser *p, AstItem *item);
void parse_where_clause(Parser *p, AstItem *item);

/* ---- patterns (parse_pat.c) */

AstPat *parse_pattern(Parser *p);            /* with `|` */
AstPat *parse_pattern_no_top_alt(Parser *p); /* parameters, let, closures */
AstPat *p_new_pat(Parser *p, AstPatKind kind, Span span);
AstPat *p_ident_pat(Parser *p, Span span, Sym name);

/* ---- expressions (parse_expr.c, parse_primary.c, parse_control.c, parse_macro.c) */

AstExpr *p_new_expr(Parser *p, AstExprKind kind, Span span);
AstExpr *p_path_expr(Parser *p, AstPath *path);
AstExpr *p_name_expr(Parser *p, Span span, Sym name);
AstExpr *p_block_expr(Parser *p, AstBlock *block);
AstExpr *parse_expr(Parser *p);
AstExpr *parse_expr_within(Parser *p, unsigned within);
AstExpr *parse_primary(Parser *p);
AstExpr *parse_literal(Parser *p); /* NULL if there is none here */
AstExpr *parse_signed_literal(Parser *p);
bool p_begins_literal(TokenKind k); /* `-` too */
bool p_can_begin_expr(const Parser *p);
/* Marks an expression as one that is a statement without semicolon. */
AstExpr *p_mark_block_like(Parser *p, AstExpr *e);
static inline bool is_block_like(const Parser *p, const AstExpr *e) { return p->block_like == e; }
/* An expression that is an element of a list and may carry #[cfg]; NULL when switched off. */
AstExpr *parse_list_elem(Parser *p);

/* Assignments to patterns (parse_assign.c). */
AstExpr *parse_underscore(Parser *p);
AstExpr *p_struct_rest(Parser *p, Span dots);
/* Fails if one of the noted expressions from number `from` on was not taken by an assignment. */
void p_check_pattern_only(Parser *p, u32 from);
bool p_is_pattern_place(Parser *p, const AstExpr *e);
AstExpr *p_pattern_assignment(Parser *p, AstExpr *place, AstExpr *value);

bool p_at_control(const Parser *p);
AstExpr *parse_control(Parser *p); /* if, match, loops, blocks, labels */
AstExpr *parse_jump(Parser *p);    /* break, continue, return */
AstExpr *parse_closure(Parser *p);
AstBlock *parse_block(Parser *p);
void parse_statement(Parser *p, AstBlock *b);
/* "let" .. without its semicolon */
AstStmt parse_let(Parser *p);
/* The block, its attributes added to `attrs`. */
AstBlock *parse_body_block(Parser *p, Attrs *attrs);

/* At the `!` of path!(..). */
AstExpr *parse_macro_call(Parser *p, AstPath *path, bool *braces);
const char *p_path_text(Parser *p, const AstPath *path);

/* Expansions of macro_rules! (parse_expand.c). */
/* The macro of the program that the path names, or NULL; also NULL where nothing is expanded. */
const MacroDef *p_find_macro(Parser *p, const AstPath *path);
/* Is there one of that name at all, if perhaps not in scope? */
bool p_knows_macro(const Parser *p, const AstPath *path);
/* The same for the path that begins at the current token and has `!` and a delimiter behind it. */
const MacroDef *p_at_macro(Parser *p);
/* At the delimiter that opens the arguments: what the call stands for in its place. */
AstExpr *parse_expanded_expr(Parser *p, const MacroDef *m, Span call);
AstPat *parse_expanded_pat(Parser *p, const MacroDef *m, Span call);
AstType *parse_expanded_type(Parser *p, const MacroDef *m, Span call);
AstItem *parse_expanded_items(Parser *p, const MacroDef *m, Span call, ItemPlace place);
/* A call as a statement; false if it is the beginning of an expression. */
bool parse_expanded_stmts(Parser *p, const MacroDef *m, AstBlock *b);
/* The story that stands right above the token at `pos`, or above the attributes, `unsafe` and `{`
 * before it; NULL: none. (parse_story.c) */
AstBlock *parse_story(Parser *p, u32 pos);
void story_mark_used(Parser *p, u32 from, u32 to);
void story_check_used(Parser *p);
/* asm!(..): stands behind the opening delimiter; `start` is the position of the path. */
AstExpr *parse_asm(Parser *p, Span whole, u32 start, TokenKind close);

/* At a FRAG_* token. */
AstExpr *parse_fragment_expr(Parser *p);
AstExpr *parse_fragment_literal(Parser *p);
AstPat *parse_fragment_pat(Parser *p);
AstType *parse_fragment_type(Parser *p);
void parse_fragment_path(Parser *p, PathStyle style, AstPath *out);
/* "macro_rules" "!" name "{" rules "}" */
void parse_macro_rules(Parser *p, AstItem *it, const Attrs *attrs);
/* The source of tokens [from, to) with at most one blank between them. */
const char *p_source_between(Parser *p, u32 from, u32 to, bool blanks, u32 *len);

/* ---- items (parse_item.c, parse_fn.c, parse_adt.c, parse_use.c, parse_assoc.c) */

AstItem *p_new_item(Parser *p, AstItemKind kind, Span start);
bool p_at_item(const Parser *p);
/* One item behind its attributes; NULL when there is nothing to keep. Inner attributes are added to
 * `attrs`. */
AstItem *parse_item(Parser *p, ItemPlace place, Attrs *attrs);
/* Adds the item to the list; what a macro expanded to, one by one. */
#define p_push_items(p, l, it)                                                                     \
  do {                                                                                             \
    AstItem *item_ = (it);                                                                         \
    bool many_ = item_ && item_->kind == AST_ITEM_EXPANSION;                                       \
    for (u32 i_ = 0; many_ && i_ < item_->items.n; i_++) list_push((p), (l), item_->items.at[i_]); \
    if (item_ && !many_) list_push((p), (l), item_);                                               \
  } while (0)
bool p_at_fn(const Parser *p);
void parse_visibility(Parser *p);
void parse_fn_item(Parser *p, ItemPlace place, AstItem *it, Attrs *attrs);
void parse_struct_item(Parser *p, AstItem *it);
void parse_union_item(Parser *p, AstItem *it);
void parse_enum_item(Parser *p, AstItem *it);
void parse_use_item(Parser *p, AstItem *it);
void parse_impl_item(Parser *p, AstItem *it, Attrs *attrs);
void parse_trait_item(Parser *p, AstItem *it, Attrs *attrs);
void parse_extern_block(Parser *p, AstItem *it, Attrs *attrs);
/* { items } of a module, impl, trait or extern block, up to the closing brace. */
void parse_item_list(Parser *p, ItemPlace place, AstItem *it, Attrs *attrs);

#endif
