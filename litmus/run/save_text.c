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
