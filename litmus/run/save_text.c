#include "litmus/run/save_text.h"

#include <stdlib.h>
#include <string.h>

#include "litmus/run/scan.h"
#include "litmus/rust/lex.h"

/* ---- directives */

static bool begins(const char *text, const char *word) {
  while (*text == ' ' || *text == '\t') text++;
  return !strncmp(text, word, strlen(word));
}

/* From a comment to its whole line, if there is nothing else on it. */
static Edit whole_line(const SourceFile *f, u32 lo, u32 hi) {
  u32 from = lo;
  while (from && (f->text[from - 1] == ' ' || f->text[from - 1] == '\t')) from--;
  if (from && f->text[from - 1] != '\n') return (Edit){from, hi, ""};
  return (Edit){from, hi < f->len ? hi + 1 : hi, ""};
}

void edit_directives(Arena *a, const SourceFile *f, Edits *out) {
  Scan s = {.text = f->text, .len = f->len};
  bool in_story = false;
  for (;;) {
    ScanItem item = scan_next(&s);
    if (item.kind == SCAN_END) return;
    if (item.kind != SCAN_COMMENT) continue;
    const char *text = f->text + item.lo + 3;
    bool is_directive = item.hi - item.lo >= 3 && f->text[item.lo + 2] == '@';
    bool is_note = item.hi - item.lo >= 3 && f->text[item.lo + 2] == '~';
    if (!is_directive && !is_note) continue;
    bool goes_on = in_story && !strncmp(text, "  ", 2);
    in_story = is_directive && (goes_on || begins(text, "story"));
    if (in_story || (is_directive && begins(text, "limits"))) continue;
    list_push(a, out, whole_line(f, item.lo, item.hi));
  }
}

/* ---- main */

static bool is_lib_attribute(const Tokens *t, u32 i, Interner *in) {
  static const char *const parts[] = {"#", "!", "[", "crate_type", "="};
  if (i + 7 > t->tok.len) return false;
  for (u32 k = 0; k < 5; k++) {
    const Token *tok = &t->tok.at[i + k];
    const char *text = tok->kind == TK_IDENT ? sym_str(in, tok->sym) : token_kind_text(tok->kind);
    if (!text || strcmp(text, parts[k]) != 0) return false;
  }
  return true;
}

void edit_main(Arena *a, const SourceMap *sm, u16 file, Edits *out) {
  Diags diags;
  diags_init(&diags, a, sm);
  Interner *in = intern_create();
  Tokens t = {0};
  if (lex(a, in, sm, file, &diags, &t)) {
    for (u32 i = 0; i < t.tok.len; i++) {
      const Token *tok = &t.tok.at[i];
      if (is_lib_attribute(&t, i, in)) list_push(a, out, ((Edit){tok->lo, t.tok.at[i + 6].hi, ""}));
      if (tok->kind == TK_IDENT && !strcmp(sym_str(in, tok->sym), "main"))
        list_push(a, out, ((Edit){tok->lo, tok->hi, "main_of_the_file"}));
    }
  }
  tokens_free(&t);
  intern_destroy(in);
}

/* ---- modules */

/* The token behind the brace that closes the one at `i`, or that of the end. */
static u32 behind_braces(const Tokens *t, u32 i) {
  u32 depth = 0;
  for (; i < t->tok.len; i++) {
    if (t->tok.at[i].kind == TK_LBRACE) depth++;
    if (t->tok.at[i].kind == TK_RBRACE && --depth == 0) return i + 1;
  }
  return i;
}

typedef struct Modules {
  Arena *arena;
  Interner *in;
  const Tokens *t;
  const char *const *names;
  u32 n;
  const char *body;
  Edits *out;
} Modules;

/* Between the tokens `from` and `to`: all modules of that name, since variants may have their own.
 */
static bool enter_modules(const Modules *m, u32 from, u32 to, u32 level) {
  bool found = false;
  for (u32 i = from; i < to; i++) {
    const Token *tok = &m->t->tok.at[i];
    if (tok->kind == TK_LBRACE) {
      i = behind_braces(m->t, i) - 1;
      continue;
    }
    if (tok->kind != KW_MOD || i + 2 >= to || m->t->tok.at[i + 2].kind != TK_LBRACE) continue;
    u32 end = behind_braces(m->t, i + 2);
    const Token *name = &m->t->tok.at[i + 1];
    if (name->kind == TK_IDENT && !strcmp(sym_str(m->in, name->sym), m->names[level])) {
      bool last = level + 1 == m->n;
      u32 at = m->t->tok.at[end - 1].lo;
      const char *call =
          last ? m->body
               : arena_printf(m->arena,
                              "\npub fn counterexample() {\n    %s::counterexample();\n}\n",
                              m->names[level + 1]);
      if (last || enter_modules(m, i + 3, end - 1, level + 1)) {
        list_push(m->arena, m->out, ((Edit){at, at, call}));
        found = true;
      }
    }
    i = end - 1;
  }
  return found;
}

bool edit_modules(Arena *a, const SourceMap *sm, u16 file, const char *const *modules, u32 n,
                  const char *body, Edits *out) {
  Diags diags;
  diags_init(&diags, a, sm);
  Interner *in = intern_create();
  Tokens t = {0};
  bool found = false;
  if (lex(a, in, sm, file, &diags, &t)) {
    Modules m = {a, in, &t, modules, n, body, out};
    found = enter_modules(&m, 0, t.tok.len, 0);
  }
  tokens_free(&t);
  intern_destroy(in);
  return found;
}

bool text_mentions(const char *text, size_t len, const char *variant) {
  Scan s = {.text = text, .len = (u32)len};
  for (;;) {
    ScanItem item = scan_next(&s);
    if (item.kind == SCAN_END) return false;
    u32 n = item.hi - item.lo;
    if (item.kind == SCAN_CFG_NAME && n == strlen(variant) && !memcmp(text + item.lo, variant, n))
      return true;
  }
}

/* ---- all of them */

static int by_place(const void *x, const void *y) {
  const Edit *a = x, *b = y;
  if (a->lo != b->lo) return a->lo < b->lo ? -1 : 1;
  return (a->hi > b->hi) - (a->hi < b->hi);
}

bool edits_apply(const SourceFile *f, Edits *e, StrBuf *out) {
  if (e->len) qsort(e->at, e->len, sizeof *e->at, by_place);
  u32 at = 0;
  for (u32 i = 0; i < e->len; i++) {
    if (e->at[i].lo < at) return false;
    sb_put(out, f->text + at, e->at[i].lo - at);
    sb_puts(out, e->at[i].text);
    at = e->at[i].hi;
  }
  sb_put(out, f->text + at, f->len - at);
  return true;
}
