/* Canonical traces: known numbers become text, texts run together, what printed nothing vanishes.
 */
#include "solver/trace.h"

#include <stdlib.h>
#include <string.h>

typedef struct Builder {
  Terms *ts;
  Arena *arena;
  VEC(TraceEvent) events;
  VEC(Frag) frags; /* of the event under construction */
  StrBuf text;     /* text not yet a fragment */
  bool symbolic;
} Builder;

static bool is_stream(EventKind k) { return k == EVENT_STDOUT || k == EVENT_STDERR; }

static void flush_text(Builder *b) {
  if (!b->text.len) return;
  const char *text = arena_strndup(b->arena, sb_str(&b->text), b->text.len);
  vec_push(&b->frags, ((Frag){.text = text, .len = (u32)b->text.len}));
  sb_clear(&b->text);
}

static Term under(Builder *b, Term t, const Term *from, const Term *to, u32 n) {
  Term u = n && t ? term_subst(b->ts, t, from, to, n) : t;
  if (u && !term_is_const(b->ts, u, NULL)) b->symbolic = true;
  return u;
}

static const Leaf *leaf_under(Builder *b, const Leaf *l, const Term *from, const Term *to, u32 n) {
  Leaf *out = arena_copy(b->arena, l, sizeof *l);
  out->whole = under(b, l->whole, from, to, n);
  if (!l->bytes) return out;
  Term *bytes = arena_copy(b->arena, l->bytes, l->n * sizeof *bytes);
  for (u32 i = 0; i < l->n; i++) bytes[i] = under(b, bytes[i], from, to, n);
  out->bytes = bytes;
  return out;
}

static void put_frag(Builder *b, const Frag *f, const Term *from, const Term *to, u32 n) {
  if (f->leaf) {
    flush_text(b);
    vec_push(&b->frags, ((Frag){.leaf = leaf_under(b, f->leaf, from, to, n)}));
    return;
  }
  if (f->text) {
    sb_put(&b->text, f->text, f->len);
    return;
  }
  Term t = n ? term_subst(b->ts, f->term, from, to, n) : f->term;
  u128 v;
  if (term_is_const(b->ts, t, &v)) {
    numeral_print(v, term_width(b->ts, t), f->format, &b->text);
    return;
  }
  bool prefixed = f->format == FRAG_HEX_PREFIX;
  if (prefixed) sb_puts(&b->text, "0x");
  flush_text(b);
  vec_push(&b->frags, ((Frag){.term = t, .format = prefixed ? FRAG_HEX : f->format}));
  b->symbolic = true;
}

static void end_event(Builder *b, EventKind kind) {
  flush_text(b);
  if (b->frags.len || !is_stream(kind)) {
    TraceEvent e = {.kind = kind, .n = b->frags.len};
    e.frags = arena_copy(b->arena, b->frags.at, sizeof(Frag) * b->frags.len);
    vec_push(&b->events, e);
  }
  vec_clear(&b->frags);
}

static Trace finish(Builder *b) {
  Trace t = {.n = b->events.len, .symbolic = b->symbolic};
  t.at = arena_copy(b->arena, b->events.at, sizeof(TraceEvent) * b->events.len);
  vec_free(&b->events);
  vec_free(&b->frags);
  sb_free(&b->text);
  return t;
}

/* Prints to one stream that have nothing but empty prints between them are one event. */
Trace trace_make(Terms *ts, const Event *events, u32 nevents, const Term *from, const Term *to,
                 u32 nsubst, Arena *arena) {
  Builder b = {.ts = ts, .arena = arena};
  EventKind open = EVENT_STDOUT;
  for (u32 i = 0; i < nevents; i++) {
    const Event *e = &events[i];
    bool empty = true;
    for (u32 k = 0; k < e->frags.len; k++) empty &= e->frags.at[k].text && !e->frags.at[k].len;
    if (empty && is_stream(e->kind)) continue;
    if (e->kind != open || !is_stream(e->kind)) {
      if (is_stream(open)) end_event(&b, open);
      open = e->kind;
    }
    for (u32 k = 0; k < e->frags.len; k++) put_frag(&b, &e->frags.at[k], from, to, nsubst);
    if (!is_stream(open)) end_event(&b, open);
  }
  if (is_stream(open)) end_event(&b, open);
  return finish(&b);
}

Trace trace_subst(Terms *ts, const Trace *t, const Term *from, const Term *to, u32 nsubst,
                  Arena *arena) {
  Builder b = {.ts = ts, .arena = arena};
  for (u32 i = 0; i < t->n; i++) {
    for (u32 k = 0; k < t->at[i].n; k++) put_frag(&b, &t->at[i].frags[k], from, to, nsubst);
    end_event(&b, t->at[i].kind);
  }
  return finish(&b);
}

void trace_vars(Terms *ts, const Trace *t, TermVec *vars) {
  for (u32 i = 0; i < t->n; i++)
    for (u32 k = 0; k < t->at[i].n; k++) {
      const Frag *f = &t->at[i].frags[k];
      if (f->term) termvec_add_vars(vars, ts, f->term);
      if (f->leaf && f->leaf->whole) termvec_add_vars(vars, ts, f->leaf->whole);
      for (u32 j = 0; f->leaf && f->leaf->bytes && j < f->leaf->n; j++)
        if (f->leaf->bytes[j]) termvec_add_vars(vars, ts, f->leaf->bytes[j]);
    }
}

static u64 hash_bytes(u64 h, const void *data, size_t n) {
  const unsigned char *p = data;
  for (size_t i = 0; i < n; i++) h = (h ^ p[i]) * 0x100000001b3ull;
  return h;
}

u64 trace_hash(const Trace *t) {
  u64 h = 0xcbf29ce484222325ull;
  for (u32 i = 0; i < t->n; i++) {
    h = hash_bytes(h, &t->at[i].kind, sizeof t->at[i].kind);
    for (u32 k = 0; k < t->at[i].n; k++) {
      const Frag *f = &t->at[i].frags[k];
      if (f->text) {
        h = hash_bytes(h, f->text, f->len);
        continue;
      }
      if (f->leaf) {
        h = hash_bytes(h, &f->leaf->n, sizeof f->leaf->n);
        h = hash_bytes(h, &f->leaf->whole, sizeof f->leaf->whole);
        continue;
      }
      h = hash_bytes(h, &f->term, sizeof f->term);
      h = hash_bytes(h, &f->format, sizeof f->format);
    }
  }
  return h;
}

static bool same_owner(const Leaf *a, const Leaf *b) {
  return a->owner && b->owner ? !strcmp(a->owner, b->owner) && strcmp(a->owner, "?") != 0
                              : a->owner == b->owner;
}

static bool same_leaf(const Leaf *a, const Leaf *b) {
  if (a->n != b->n || a->whole != b->whole || !same_owner(a, b)) return false;
  return a->whole || !memcmp(a->bytes, b->bytes, a->n * sizeof *a->bytes);
}

static bool same_frag(const Frag *a, const Frag *b) {
  if (!a->text != !b->text || !a->leaf != !b->leaf) return false;
  if (a->leaf) return same_leaf(a->leaf, b->leaf);
  if (!a->text) return a->term == b->term && a->format == b->format;
  return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

bool trace_same(const Trace *a, const Trace *b) {
  if (a->n != b->n) return false;
  for (u32 i = 0; i < a->n; i++) {
    const TraceEvent *x = &a->at[i], *y = &b->at[i];
    if (x->kind != y->kind || x->n != y->n) return false;
    for (u32 k = 0; k < x->n; k++)
      if (!same_frag(&x->frags[k], &y->frags[k])) return false;
  }
  return true;
}
