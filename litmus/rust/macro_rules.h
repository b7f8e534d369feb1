/* macro_rules!: definitions, matching, transcription. Expanding a call makes an array of tokens,
 * which the parser then reads in place of the call (parse_expand.c).
 *
 * A rule's matcher is a small program for a machine that follows all its possible positions at
 * once, as rustc's does: it never goes back, and where it would have to guess which fragment comes
 * next it reports the ambiguity. A template is a tree. */
#ifndef LITMUS_RUST_MACRO_RULES_H
#define LITMUS_RUST_MACRO_RULES_H

#include "litmus/rust/parse.h"

/* What expansion may cost. */
#define MACRO_MAX_DEPTH 128      /* rustc's recursion_limit */
#define MACRO_MAX_TOKENS 1000000 /* made by all the expansions of a file */
#define MACRO_MAX_THREADS 4096   /* positions in a matcher that are followed at once */

typedef enum FragmentKind {
#define FRAGMENT(code, name, token) FRAGMENT_##code,
#include "litmus/rust/fragment.def"
  FRAGMENT_COUNT
} FragmentKind;

typedef struct MacroVar {
  Sym name;
  FragmentKind kind;
  u32 depth; /* of repetitions around it */
} MacroVar;

typedef enum MatchOpKind {
  MATCH_TOKEN, /* tok */
  MATCH_VAR,   /* var */
  MATCH_ENTER, /* a repetition begins; its exit is `to` */
  MATCH_LOOP,  /* behind its body: exit is `exit`, or once more from `to` */
  MATCH_SEP,   /* tok between two rounds, then on to `to` */
  MATCH_END
} MatchOpKind;

typedef struct MatchOp {
  MatchOpKind kind;
  char times; /* ENTER, LOOP: '*', '+', '?' */
  bool sep;   /* LOOP: a MATCH_SEP follows */
  Token tok;
  u32 var;
  u32 to, exit;
  u32 depth, first_var, end_var; /* ENTER: the variables inside */
} MatchOp;

typedef struct MacroNode MacroNode;
typedef AST_LIST(MacroNode) MacroNodes;
struct MacroNode {
  enum { NODE_TOKEN, NODE_VAR, NODE_REPEAT } kind;
  Token tok; /* REPEAT: its `$` */
  u32 var;
  MacroNodes body;
  char times;
  bool has_sep;
  Token sep;
};

typedef struct MacroRule {
  AST_LIST(MatchOp) ops;
  AST_LIST(MacroVar) vars;
  MacroNodes nodes;
} MacroRule;

struct MacroDef {
  Sym name;
  Span name_span;
  u32 number; /* from 1, in the file */
  bool exported;
  AST_LIST(MacroRule) rules;
};

/* What a variable took: a fragment, or a list of them for each repetition around it. */
typedef struct MacroMatch MacroMatch;
struct MacroMatch {
  bool is_list;
  const Token *at; /* the fragment's tokens */
  u32 n;
  AST_LIST(MacroMatch *) list;
};

/* macro_rules.c: the definition between its delimiters, tokens [from, to). */
MacroDef *macro_define(Parser *p, Sym name, Span name_span, u32 from, u32 to);
/* The position of the delimiter that closes the one at `at`. */
u32 macro_close_of(const Token *t, u32 at);
bool macro_opens(TokenKind k);
bool macro_closes(TokenKind k);

/* macro_match.c: does the rule take these tokens (an EOF behind them)? One match for each variable.
 * Otherwise `furthest` is where no rule could go on. Ambiguities and fragments with syntax errors
 * are reported and end the parse. */
MacroMatch **macro_match(Parser *p, const MacroDef *m, const MacroRule *r, Tokens *args, Span call,
                         u32 *furthest);

/* macro_fragment.c */
bool fragment_may_begin(const Parser *p, FragmentKind k);
/* Behind one fragment. */
void fragment_skip(Parser *p, FragmentKind k);
const char *fragment_name(FragmentKind k);
TokenKind fragment_token(FragmentKind k);

/* macro_expand.c: the tokens that the call stands for; its arguments are tokens [from, to). */
const Tokens *macro_expand(Parser *p, const MacroDef *m, Span call, u32 from, u32 to);

/* A stream of tokens read in between. */
typedef struct Stream {
  const Tokens *tokens;
  u32 pos;
  Token tok;
  Span prev;
} Stream;
Stream stream_open(Parser *p, const Tokens *t, u32 pos);
void stream_close(Parser *p, Stream outer);
/* The tokens and an EOF behind them, in the arena; literals are those of the file. */
Tokens *stream_of(Parser *p, const Token *at, u32 n, Span end);

#endif
