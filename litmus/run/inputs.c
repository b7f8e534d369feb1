#include "litmus/run/inputs.h"

#include <string.h>

/* ---- values as text */

static void put_char(u128 v, StrBuf *out) {
  if (v >= 0x20 && v < 0x7F && v != '\'' && v != '\\')
    sb_printf(out, "'%c'", (char)v);
  else if (v == '\n')
    sb_puts(out, "'\\n'");
  else
    sb_printf(out, "'\\u{%x}'", (unsigned)v);
}

void input_text(const InputNote *n, u128 value, StrBuf *out) {
  if (n->words && value < n->nwords)
    sb_puts(out, n->words[value]);
  else if (n->is_char)
    put_char(value, out);
  else if (!strcmp(n->type, "bool"))
    sb_puts(out, value ? "true" : "false");
  else
    sb_put_int(out, value, n->width, n->is_signed);
}

static const char *text_of(Arena *a, const InputNote *n, u128 value) {
  StrBuf b = {0};
  input_text(n, value, &b);
  const char *s = arena_strdup(a, sb_str(&b));
  sb_free(&b);
  return s;
}

/* Numbers of which people want to see the bits: those of more than 16. */
static const char *hex_of(Arena *a, const InputNote *n, u128 value) {
  if (n->words || n->is_char) return NULL;
  u128 size = value;
  if (n->is_signed && value >> (n->width - 1) & 1) size = u128_mask(-value, n->width);
  if (size < 0x10000) return NULL;
  StrBuf b = {0};
  sb_puts(&b, "0x");
  sb_put_radix(&b, value, 16);
  const char *s = arena_strdup(a, sb_str(&b));
  sb_free(&b);
  return s;
}

static void add_input(Arena *a, const SourceMap *sm, const InputNote *n, u128 value, bool any,
                      BehaviourRec *out) {
  *list_add(a, &out->inputs) = (InputRec){.name = arena_strdup(a, n->name),
                                          .type = arena_strdup(a, n->type),
                                          .value = text_of(a, n, value),
                                          .hex = hex_of(a, n, value),
                                          .any = any,
                                          .line = span_line(sm, n->span)};
}

void convert_inputs(Arena *a, const SourceMap *sm, const Terms *ts, const Behaviour *b,
                    const bool *any, u32 nany, BehaviourRec *out) {
  for (u32 i = 0; i < b->ninputs; i++) {
    u128 v = 0;
    if (!term_is_const(ts, b->inputs[i].var, &v)) continue;
    add_input(a, sm, &b->inputs[i], v, any && i < nany && any[i], out);
  }
}

void convert_example(Arena *a, const SourceMap *sm, const Behaviour *b, const Example *e,
                     BehaviourRec *out) {
  for (u32 i = 0; e->found && i < b->ninputs; i++)
    add_input(a, sm, &b->inputs[i], e->inputs[i], e->any[i], out);
}

/* ---- examples */

enum { MAX_UNKNOWNS = 512 };

/* What the path's condition depends on, with values that make it true. */
typedef struct Witness {
  Terms *ts;
  const Behaviour *b;
  Term vars[MAX_UNKNOWNS];
  u128 values[MAX_UNKNOWNS];
  u32 n;
} Witness;

static bool all_hold(const Witness *w) {
  for (u32 i = 0; i < w->b->nconds; i++) {
    u128 v = 0;
    if (!term_eval(w->ts, w->b->conds[i], w->vars, w->values, w->n, &v) || v != 1) return false;
  }
  return true;
}

/* 0, 1, 2, all ones, then powers of two from below, then small numbers. */
static bool simple_value(unsigned width, u32 k, u128 *v) {
  u128 all = u128_mask(~(u128)0, width);
  if (k < 3) return *v = u128_mask(k, width), true;
  if (k == 3) return *v = all, true;
  k -= 4;
  if (k + 2 < width) return *v = (u128)1 << (k + 2), true;
  k -= width > 2 ? width - 2 : 0;
  return *v = u128_mask(k + 3, width), k < 8;
}

static void simplify(Witness *w) {
  for (u32 i = 0; i < w->n; i++) {
    if (!term_as_var(w->ts, w->vars[i])->input) continue;
    u128 kept = w->values[i], v;
    for (u32 k = 0; simple_value(term_width(w->ts, w->vars[i]), k, &v); k++) {
      w->values[i] = v;
      if (v == kept || all_hold(w)) break;
      w->values[i] = kept;
    }
  }
}

static u32 index_of(const Witness *w, Term var) {
  u32 i = 0;
  while (i < w->n && w->vars[i] != var) i++;
  return i;
}

Example find_example(Arena *a, Terms *ts, Oracle *oracle, const Behaviour *b) {
  Example e = {.inputs = arena_array(a, u128, b->ninputs + 1),
               .any = arena_array(a, bool, b->ninputs + 1)};
  if (!b->ninputs || !oracle) return e;
  Witness *w = arena_new(a, Witness);
  *w = (Witness){.ts = ts, .b = b};
  for (u32 i = 0; i < b->nconds; i++)
    w->n = term_vars(ts, b->conds[i], w->vars, w->n, MAX_UNKNOWNS);
  if (w->n == MAX_UNKNOWNS) return e; /* perhaps not all of them */
  if (w->n) {
    if (oracle->values(oracle, ts, b->conds, b->nconds, w->vars, w->n, w->values) != FEASIBLE_YES)
      return e;
    simplify(w);
  }
  e.found = true;
  for (u32 i = 0; i < b->ninputs; i++) {
    u32 k = index_of(w, b->inputs[i].var);
    e.any[i] = k == w->n;
    if (k < w->n) e.inputs[i] = w->values[k];
  }
  return e;
}
