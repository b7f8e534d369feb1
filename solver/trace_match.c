/* When do two traces print the same bytes? The answer is a condition over the numbers in them.
 *
 * Pieces are aligned from left to right. Text against text compares bytes. Text against a number
 * tries every numeral that the text starts with; what follows the number nearly always leaves one.
 * Number against number is equality of the values, which is exact when both are followed by
 * something that cannot be a further digit: `1` `23` and `12` `3` print the same. What this cannot
 * compare exactly (numbers in different bases, digits running together) is said by name, and then
 * the condition is sufficient only. */
#include "solver/trace.h"

#include <string.h>

typedef struct Pos {
  const TraceEvent *e;
  u32 frag, off; /* off: bytes of a text already consumed */
} Pos;

typedef struct Match {
  Terms *ts;
  bool open_end;   /* the source may stop anywhere in this event */
  const char *why; /* first reason for being inexact */
  u32 budget;      /* alignments still to be tried */
} Match;

static const char RADIX[] = "numbers printed in different bases";
static const char DIGITS[] = "a printed number runs into further digits";
static const char BUDGET[] = "too many ways to align printed numbers";

static void inexact(Match *m, const char *why) {
  if (!m->why) m->why = why;
}

static const Frag *frag_at(Pos p) { return p.frag < p.e->n ? &p.e->frags[p.frag] : NULL; }

/* Past `n` bytes of a text, or past a number (n = 0). */
static Pos advance(Pos p, u32 n) {
  const Frag *f = frag_at(p);
  if (f->text && p.off + n < f->len) return (Pos){p.e, p.frag, p.off + n};
  return (Pos){p.e, p.frag + 1, 0};
}

static bool is_decimal(FragFormat f) { return f == FRAG_DEC || f == FRAG_DEC_SIGNED; }

static bool is_digit(FragFormat f, char c) {
  if (numeral_is_float(f)) return c && strchr("0123456789-.einfNa", c);
  if (f == FRAG_HEX && c >= 'a' && c <= 'f') return true;
  return c >= '0' && c <= (f == FRAG_BIN ? '1' : f == FRAG_OCT ? '7' : '9');
}

/* Can what follows position p be read as a further digit of a number before it? */
static bool may_continue(Pos p, FragFormat f, bool open_end) {
  const Frag *next = frag_at(p);
  if (!next) return open_end;
  return !next->text || is_digit(f, next->text[p.off]);
}

/* ---- conditions on values */

static Term constant(Match *m, Term like, u128 v) {
  return term_const(m->ts, term_width(m->ts, like), v);
}

/* As a number of w bits; w is more than the width when a sign must be kept apart. */
static Term widened(Match *m, const Frag *f, unsigned w) {
  return f->format == FRAG_DEC_SIGNED ? term_sext(m->ts, f->term, w) : term_zext(m->ts, f->term, w);
}

/* It prints what the float `v` prints: all NaNs look alike. */
static Term is_float(Match *m, const Frag *f, u128 v) {
  unsigned width = term_width(m->ts, f->term);
  if (v == term_float_nan(width)) return term_is_nan(m->ts, f->term);
  return term_bin(m->ts, TERM_EQ, f->term, constant(m, f->term, v));
}

/* Both print the same numeral, formats being of one base. */
static Term same_value(Match *m, const Frag *a, const Frag *b) {
  if (numeral_is_float(a->format)) {
    Term nan = term_and(m->ts, term_is_nan(m->ts, a->term), term_is_nan(m->ts, b->term));
    return term_or(m->ts, nan, term_bin(m->ts, TERM_EQ, a->term, b->term));
  }
  unsigned wa = term_width(m->ts, a->term), wb = term_width(m->ts, b->term);
  unsigned w = wa > wb ? wa : wb;
  bool mixed = a->format != b->format && is_decimal(a->format);
  if (mixed && w < 128) w++;
  Term eq = term_bin(m->ts, TERM_EQ, widened(m, a, w), widened(m, b, w));
  if (!mixed || w > (wa > wb ? wa : wb)) return eq;
  const Frag *sgn = a->format == FRAG_DEC_SIGNED ? a : b; /* 128 bits: no room for the sign */
  unsigned top = term_width(m->ts, sgn->term) - 1;
  return term_and(m->ts, eq, term_not(m->ts, term_extract(m->ts, sgn->term, top, top)));
}

/* The number prints a numeral that starts with the digits text[0..n), which end the source. */
static Term starts_with(Match *m, const char *text, u32 n, const Frag *num) {
  unsigned width = term_width(m->ts, num->term);
  unsigned base = numeral_radix(num->format);
  u128 lo, all = u128_mask(~(u128)0, width);
  if (numeral_is_float(num->format)) {
    inexact(m, DIGITS);
    return numeral_parse(text, n, num->format, width, &lo) ? is_float(m, num, lo)
                                                           : term_bool(m->ts, false);
  }
  if (!numeral_parse(text, n, num->format, width, &lo)) {
    if (num->format == FRAG_DEC_SIGNED && text[0] == '-') inexact(m, DIGITS);
    return term_bool(m->ts, false);
  }
  Term any = term_bin(m->ts, TERM_EQ, num->term, constant(m, num->term, lo));
  if (num->format == FRAG_DEC_SIGNED) { /* 12, 120..129, ... and the same below zero */
    inexact(m, DIGITS);
    return any;
  }
  u128 span = 1;
  while (lo && lo <= all / base) {
    lo *= base;
    span *= base;
    u128 hi = span - 1 > all - lo ? all : lo + (span - 1);
    Term ge = term_bin(m->ts, TERM_ULE, constant(m, num->term, lo), num->term);
    Term le = term_bin(m->ts, TERM_ULE, num->term, constant(m, num->term, hi));
    any = term_or(m->ts, any, term_and(m->ts, ge, le));
  }
  return any;
}

/* ---- alignment of one event */

static Term align(Match *m, Pos src, Pos tgt);

/* A number on one side, text on the other: the numeral may be any prefix of the text. */
static Term number_against_text(Match *m, Pos num, Pos text, bool num_is_src) {
  const Frag *n = frag_at(num), *t = frag_at(text);
  const char *at = t->text + text.off;
  u32 room = t->len - text.off, run = n->format == FRAG_DEC_SIGNED && at[0] == '-';
  while (run < room && is_digit(n->format, at[run])) run++;
  Term any = term_bool(m->ts, false);
  for (u32 len = run; len >= 1; len--) { /* longest first: mostly the only one */
    u128 v;
    if (!numeral_parse(at, len, n->format, term_width(m->ts, n->term), &v)) continue;
    Term is = numeral_is_float(n->format)
                  ? is_float(m, n, v)
                  : term_bin(m->ts, TERM_EQ, n->term, constant(m, n->term, v));
    if (term_is_false(m->ts, is)) continue;
    Pos num2 = advance(num, 0), text2 = advance(text, len);
    Term rest = num_is_src ? align(m, num2, text2) : align(m, text2, num2);
    any = term_or(m->ts, any, term_and(m->ts, is, rest));
  }
  if (run < room) return any;
  Pos after = advance(text, room);
  if (frag_at(after))
    inexact(m, DIGITS); /* a number continues the text's digits */
  else if (!num_is_src && m->open_end)
    any = term_or(m->ts, any, starts_with(m, at, room, n));
  return any;
}

static bool same_base(const Match *m, const Frag *a, const Frag *b) {
  if (numeral_is_float(a->format))
    return a->format == b->format && term_width(m->ts, a->term) == term_width(m->ts, b->term);
  return a->format == b->format || (is_decimal(a->format) && is_decimal(b->format));
}

static Term align(Match *m, Pos src, Pos tgt) {
  Term all = term_bool(m->ts, true), never = term_bool(m->ts, false);
  for (;;) {
    const Frag *a = frag_at(src), *b = frag_at(tgt);
    if (!a) return m->open_end || !b ? all : never;
    if (!b) return never;
    if (term_is_false(m->ts, all)) return never;
    if (m->budget == 0) {
      inexact(m, BUDGET);
      return never;
    }
    m->budget--;
    if (a->text && b->text) {
      u32 ra = a->len - src.off, rb = b->len - tgt.off, n = ra < rb ? ra : rb;
      if (memcmp(a->text + src.off, b->text + tgt.off, n)) return never;
      src = advance(src, n);
      tgt = advance(tgt, n);
    } else if (a->text) {
      return term_and(m->ts, all, number_against_text(m, tgt, src, false));
    } else if (b->text) {
      return term_and(m->ts, all, number_against_text(m, src, tgt, true));
    } else {
      src = advance(src, 0);
      tgt = advance(tgt, 0);
      if (!same_base(m, a, b)) {
        inexact(m, RADIX);
        return never;
      }
      Term eq = same_value(m, a, b);
      if (!term_is_true(m->ts, eq) &&
          (may_continue(src, a->format, m->open_end) || may_continue(tgt, b->format, false)))
        inexact(m, DIGITS);
      all = term_and(m->ts, all, eq);
    }
  }
}

/* ---- results and memory: leaves */

static const char OWNERS[] = "pointers whose provenance cannot be compared";

/* A byte of a sequence of leaves. */
typedef struct ByteAt {
  const TraceEvent *e;
  u32 frag, byte;
} ByteAt;

static const Leaf *leaf_of(ByteAt b) { return b.frag < b.e->n ? b.e->frags[b.frag].leaf : NULL; }

static Term byte_of(Match *m, ByteAt b) {
  const Leaf *l = leaf_of(b);
  if (!l->whole) return l->bytes[b.byte];
  return term_extract(m->ts, l->whole, b.byte * 8 + 7, b.byte * 8);
}

static void next_byte(ByteAt *b) {
  if (++b->byte < leaf_of(*b)->n) return;
  b->frag++;
  b->byte = 0;
}

/* Is each thing that the source's pointer may be picked to belong to one of the target's? Both are
 * written as in machine's observe.c: "object 1", or "?object 1;object 2;", or "?". */
static bool picks_within(const char *s, const char *t) {
  if (t[0] != '?') return s[0] != '?' && !strcmp(s, t);
  if (!t[1] || !strcmp(s, "?")) return false;
  if (s[0] == '?') s++;
  while (*s) {
    size_t n = strcspn(s, ";");
    const char *at = t + 1;
    while (*at && !(strcspn(at, ";") == n && !memcmp(at, s, n))) at += strcspn(at, ";") + 1;
    if (!*at) return false;
    s += n + (s[n] == ';');
  }
  return true;
}

/* Whose provenance the pointers have: the same; nobody's in the source, so that the target's may do
 * more; one that the target's, which is still to be picked, may be picked to be, since what is
 * picked is the best for the program. False: the source's is known, and the target's is not it.
 * Else nothing is known. */
static bool compare_owners(Match *m, const Leaf *s, const Leaf *t) {
  if (!s->owner && (!t->owner || strcmp(t->owner, "?") != 0)) return true;
  if (s->owner && t->owner && picks_within(s->owner, t->owner)) return true;
  if (s->owner && s->owner[0] != '?' && !(t->owner && t->owner[0] == '?')) return false;
  inexact(m, OWNERS);
  return true;
}

/* What is uninitialised in the source may be anything in the target; what is so in the target must
 * be so in the source. */
static Term same_leaves(Match *m, const TraceEvent *src, const TraceEvent *tgt) {
  Term all = term_bool(m->ts, true), never = term_bool(m->ts, false);
  ByteAt s = {src, 0, 0}, t = {tgt, 0, 0};
  while (s.frag < src->n && src->frags[s.frag].text) s.frag++;
  while (t.frag < tgt->n && tgt->frags[t.frag].text) t.frag++;
  for (;;) {
    const Leaf *a = leaf_of(s), *b = leaf_of(t);
    if (!a || !b) return a || b ? never : all;
    if (!s.byte && !t.byte && a->n == b->n && a->whole && b->whole) {
      all = term_and(m->ts, all, term_bin(m->ts, TERM_EQ, a->whole, b->whole));
      u32 n = a->n;
      if (!term_is_false(m->ts, all) && !compare_owners(m, a, b)) return never;
      while (n--) next_byte(&s), next_byte(&t);
      if (m->why == OWNERS) return never;
    } else {
      Term x = byte_of(m, s), y = byte_of(m, t);
      if (x && !y) return never;
      if (x) all = term_and(m->ts, all, term_bin(m->ts, TERM_EQ, x, y));
      if (x && (a->owner || b->owner)) return inexact(m, OWNERS), never;
      next_byte(&s), next_byte(&t);
    }
    if (term_is_false(m->ts, all)) return never;
  }
}

static bool same_key(const TraceEvent *src, const TraceEvent *tgt) {
  const Frag *a = &src->frags[0], *b = &tgt->frags[0];
  return a->text && b->text && a->len == b->len && !memcmp(a->text, b->text, a->len);
}

static Term match_leaves(Match *m, const TraceEvent *src, const TraceEvent *tgt) {
  if (!src->n || !tgt->n || !same_key(src, tgt)) return term_bool(m->ts, false);
  return same_leaves(m, src, tgt);
}

static bool is_look(EventKind k) { return k == EVENT_RESULT || k == EVENT_MEMORY; }

static bool is_stream(EventKind k) { return k == EVENT_STDOUT || k == EVENT_STDERR; }

TraceMatch trace_match(Terms *ts, const Trace *src, const Trace *tgt, TraceMode mode) {
  Match m = {.ts = ts, .budget = 20000};
  Term all = term_bool(ts, true), never = term_bool(ts, false);
  bool shape = mode == TRACE_PREFIX ? src->n <= tgt->n : src->n == tgt->n;
  for (u32 i = 0; shape && i < src->n; i++) shape = src->at[i].kind == tgt->at[i].kind;
  if (!shape) return (TraceMatch){never, true, NULL};
  const char *why = NULL;
  for (u32 i = 0; i < src->n; i++) {
    m.why = NULL;
    m.open_end = mode == TRACE_PREFIX && i + 1 == src->n && is_stream(src->at[i].kind);
    Term one = is_look(src->at[i].kind)
                   ? match_leaves(&m, &src->at[i], &tgt->at[i])
                   : align(&m, (Pos){.e = &src->at[i]}, (Pos){.e = &tgt->at[i]});
    /* An event that certainly differs settles it, whatever is unclear elsewhere. */
    if (term_is_false(ts, one) && !m.why) return (TraceMatch){never, true, NULL};
    if (!why) why = m.why;
    all = term_and(ts, all, one);
  }
  return (TraceMatch){all, why == NULL, why};
}
