/* The text of a file that a counterexample is written into: without its directives, and changed in
 * places. */
#ifndef LITMUS_RUN_SAVE_TEXT_H
#define LITMUS_RUN_SAVE_TEXT_H

#include "engine/base/source.h"
#include "engine/base/strbuf.h"
#include "litmus/report/record.h"

/* Bytes [lo, hi) of the file become `text`. */
typedef struct Edit {
  u32 lo, hi;
  const char *text;
} Edit;

typedef LIST(Edit) Edits;

/* Directives other than stories and limits go, with their lines if nothing else is on them. */
void edit_directives(Arena *a, const SourceFile *f, Edits *out);
/* The file becomes a program whose `main` is another one: `main` gets a new name, and it is no
 * library any more. */
void edit_main(Arena *a, const SourceMap *sm, u16 file, Edits *out);
/* A function for each module that leads to `path`: the innermost holds `body`, the others call it.
 * False: there is no such module in the text. */
bool edit_modules(Arena *a, const SourceMap *sm, u16 file, const char *const *modules, u32 n,
                  const char *body, Edits *out);
/* Is `variant` a name that some cfg of the text mentions? */
bool text_mentions(const char *text, size_t len, const char *variant);
/* The text with all edits made; false: two of them are in each other's way. */
bool edits_apply(const SourceFile *f, Edits *e, StrBuf *out);

#endif
