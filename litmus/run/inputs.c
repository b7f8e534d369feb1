#include "litmus/run/inputs.h"

#include <string.h>

#include "engine/base/float_text.h"

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
  else if (n->is_float)
    float_text_typed((u64)value, n->width, out);
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

/* 0 to 10, all ones, then powers of two. False: there is no k-th one. */
static bool simple_value(unsigned width, u32 k, u128 *v) {
  enum { SMALL = 11 };
  if (k < SMALL) return *v = u128_mask(k, width), true;
  if (k == SMALL) return *v = u128_mask(~(u128)0, width), true;
  unsigned bit = k - SMALL - 1 + 4;
  return bit < width && (*v = (u128)1 << bit, true);
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

/* NULL: the solver knows none. */
static Witness *find_witness(Arena *a, Terms *ts, Oracle *oracle, const Behaviour *b) {
  Witness *w = arena_new(a, Witness);
  *w = (Witness){.ts = ts, .b = b};
  for (u32 i = 0; i < b->nconds; i++)
    w->n = term_vars(ts, b->conds[i], w->vars, w->n, MAX_UNKNOWNS);
  if (w->n == MAX_UNKNOWNS) return NULL; /* perhaps not all of them */
  if (w->n &&
      oracle->values(oracle, ts, b->conds, b->nconds, w->vars, w->n, w->values) != FEASIBLE_YES)
    return NULL;
  simplify(w);
  return w;
}

static bool mentions(Terms *ts, Term cond, Term var) {
  Term vars[MAX_UNKNOWNS];
  u32 n = term_vars(ts, cond, vars, 0, MAX_UNKNOWNS);
  for (u32 i = 0; i < n; i++)
    if (vars[i] == var) return true;
  return n == MAX_UNKNOWNS;
}

/* Does no condition speak of it, but for the one that makes it a value of its type? */
static bool is_free(Terms *ts, const Behaviour *b, const InputNote *note) {
  bool restricted = note->is_char || (note->nwords & (note->nwords - 1)) != 0;
  u32 count = 0;
  Term last = 0; /* what is looked at again is the same condition again */
  for (u32 i = 0; i < b->nconds; i++) {
    if (b->conds[i] == last || !mentions(ts, b->conds[i], note->var)) continue;
    last = b->conds[i];
    count++;
  }
  return count <= restricted;
}

Example find_example(Arena *a, Terms *ts, Oracle *oracle, const Behaviour *b) {
  Example e = {.inputs = arena_array(a, u128, b->ninputs + 1),
               .any = arena_array(a, bool, b->ninputs + 1)};
  Witness *w = b->ninputs && oracle ? find_witness(a, ts, oracle, b) : NULL;
  if (!w) return e;
  e.found = true;
  for (u32 i = 0; i < b->ninputs; i++) {
    u32 k = index_of(w, b->inputs[i].var);
    e.any[i] = is_free(ts, b, &b->inputs[i]);
    if (k < w->n) e.inputs[i] = w->values[k];
  }
  return e;
}

bool find_given(Arena *a, const Exploration *x, const Behaviour *b, Given *out) {
  Witness *w = find_witness(a, x->terms, x->oracle, b);
  if (!w) return false;
  u64 *bases = arena_array(a, u64, b->nallocs + 1);
  u128 *inputs = arena_array(a, u128, b->ninputs + 1);
  u128 *unknowns = arena_array(a, u128, MAX_UNKNOWNS);
  for (u32 i = 0; i < w->n; i++) {
    const TermVar *v = term_as_var(x->terms, w->vars[i]);
    u32 k = v->input ? v->id : v->id - x->var_base;
    if (v->input && k < b->ninputs)
      inputs[k] = w->values[i];
    else if (v->address && k < b->nallocs)
      bases[k] = (u64)w->values[i];
    else if (!v->input && !v->address && k < MAX_UNKNOWNS)
      unknowns[k] = w->values[i];
  }
  *out = (Given){.nbases = b->nallocs,
                 .ninputs = b->ninputs,
                 .nunknowns = MAX_UNKNOWNS,
                 .bases = bases,
                 .inputs = inputs,
                 .unknowns = unknowns};
  return true;
}
