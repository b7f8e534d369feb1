/* Reading one directive from left to right. The first fault is reported with its place and turns
 * `failed` on; from then on every function gives up quietly, so that the grammar's functions need
 * not check each step. */
#ifndef LITMUS_RUN_CURSOR_H
#define LITMUS_RUN_CURSOR_H

#include "litmus/run/directive.h"

typedef struct Cursor {
  Directives *d;
  const char *text; /* of the whole file */
  u32 pos, end;
  bool failed;
} Cursor;

void cursor_error(Cursor *c, u32 lo, u32 hi, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
void cursor_space(Cursor *c);
bool cursor_at_end(Cursor *c);
char cursor_peek(Cursor *c); /* the next character that is not a space; 0 at the end */
bool cursor_accept(Cursor *c, const char *punctuation);
void cursor_expect(Cursor *c, const char *punctuation);
/* [A-Za-z_][A-Za-z0-9_-]* of letters as names of codes and limits have them; NULL if there is none.
 */
const char *cursor_name(Cursor *c, Span *span);
/* An identifier of Rust. */
const char *cursor_ident(Cursor *c, Span *span);
bool cursor_keyword(Cursor *c, const char *word); /* accepts it if it comes next */
Text cursor_string(Cursor *c);
Pattern *cursor_regex(Cursor *c);
u64 cursor_number(Cursor *c, u64 largest);
Span cursor_span(const Cursor *c, u32 lo, u32 hi);

/* ---- the rules that directives share */

/* "unknown WHAT `x`: did you mean `y`?" */
void cursor_unknown(Cursor *c, Span at, const char *what, const char *written,
                    const char *const *names, u32 n);
u32 name_index(const char *const *names, u32 n, const char *name); /* n: not there */
void parse_limit_code(Cursor *c, LimitCode *out);
/* ["[" MODEL (","? MODEL)* "]"] */
void parse_model_set(Cursor *c, ModelSet *s);
bool model_set_names(const ModelSet *s, const Model *m);
Pattern *parse_optional_regex(Cursor *c);
/* ["(" CODE ")"] [REGEX] */
void parse_ub_tail(Cursor *c, UbCode *ub, Pattern **re);
/* An outcome, or what may come after `prints .. then`. */
void parse_outcome(Cursor *c, Outcome *o, bool after_prints);

#endif
