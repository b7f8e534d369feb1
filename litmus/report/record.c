/* The small functions over records that every report shares. */
#include "litmus/report/record.h"

#include <inttypes.h>
#include <string.h>

void *list_grow(Arena *a, void *at, u32 *cap, u32 len, size_t elem) {
  u32 bigger = *cap ? *cap * 2 : 4;
  void *p = arena_alloc(a, elem * bigger);
  if (len) memcpy(p, at, elem * len);
  *cap = bigger;
  return p;
}

Text text_copy(Arena *a, const char *s, size_t n) {
  char *copy = arena_alloc(a, n + 1);
  if (n) memcpy(copy, s, n);
  return (Text){copy, (u32)n};
}

const char *fail_name(FailKind k) {
  static const char *const names[] = {
#define FAIL(code, name) name,
#include "litmus/report/fail.def"
#undef FAIL
  };
  return names[k];
}

const char *mark_name(OutcomeMark m) {
  static const char *const names[] = {"seen", "not seen", "unexpected"};
  return names[m];
}

const char *status_name(TestStatus s) {
  static const char *const names[] = {"passed", "failed", "skipped"};
  return names[s];
}

const char *alias_name(bool any) { return any ? "any" : "none"; }

static bool same_text(const char *a, const char *b) { return a && b ? !strcmp(a, b) : a == b; }

bool check_name_equal(CheckName a, CheckName b) {
  return same_text(a.fn, b.fn) && same_text(a.alias, b.alias) && same_text(a.base, b.base) &&
         same_text(a.opt, b.opt);
}

void check_name_text(CheckName n, StrBuf *out) {
  if (n.fn) sb_printf(out, "fn %s", n.fn);
  if (n.fn && same_text(n.alias, alias_name(true))) sb_puts(out, ", alias any");
  sb_printf(out, "%s%s => %s", n.fn ? ": " : "", n.base, n.opt);
}

void test_functions_text(const TestRec *t, StrBuf *out) {
  bool any = false;
  for (u32 i = 0; i < t->cells.len; i++) {
    const char *fn = t->cells.at[i].fn;
    bool fresh = fn != NULL;
    for (u32 k = 0; k < i; k++) fresh &= !same_text(t->cells.at[k].fn, fn);
    if (!fresh) continue;
    sb_printf(out, "%sfn %s", any ? ", " : " (", fn);
    any = true;
  }
  if (any) sb_putc(out, ')');
}

static void put_quoted(const Text *t, StrBuf *out) {
  sb_putc(out, '"');
  sb_put_escaped(out, t->at, t->len);
  sb_putc(out, '"');
}

static bool leaves_something(const BehaviourRec *b) {
  for (u32 i = 0; i < b->memory.len; i++)
    if (!b->memory.at[i].same) return true;
  return false;
}

static void ending_text(const BehaviourRec *b, StrBuf *out) {
  const char *reason = b->reason ? b->reason : "";
  const char *colon = *reason ? ": " : "";
  switch ((int)b->end) {
  case END_RETURN:
    sb_puts(out, "returns");
    if (b->result) sb_printf(out, " %s", b->result);
    break;
  case END_EXIT: sb_printf(out, "exits %d", (int)b->exit_code); break;
  case END_PANIC: sb_printf(out, "panics%s%s", colon, reason); break;
  case END_ABORT: sb_printf(out, "aborts%s%s", colon, reason); break;
  case END_UB: sb_printf(out, "ub(%s)%s%s", b->code, colon, reason); break;
  case END_LIMIT: sb_printf(out, "limit %s", b->code); break;
  case END_EXCLUDED: sb_puts(out, "leaves these inputs out (litmus::assume)"); break;
  case END_UNSUPPORTED: sb_printf(out, "unsupported%s%s", colon, reason); break;
  default: sb_printf(out, "errors%s%s", colon, reason); break;
  }
}

void outcome_text(const BehaviourRec *b, StrBuf *out) {
  if (b->out.len) {
    sb_puts(out, "prints ");
    put_quoted(&b->out, out);
    if (b->end == END_RETURN && !b->result && !leaves_something(b)) return;
    sb_puts(out, " then ");
  }
  ending_text(b, out);
  for (u32 i = 0; i < b->memory.len; i++)
    if (!b->memory.at[i].same)
      sb_printf(out, ", then %s = %s", b->memory.at[i].name, b->memory.at[i].value);
}

bool check_has_inputs(const CheckRec *k) {
  return k->novel.len && (k->fn || k->novel.at[0].inputs.len);
}

void limits_text(u32 limits, u64 iterations, StrBuf *out) {
  const char *comma = "";
  for (u32 i = 0; i < LIMIT_COUNT; i++) {
    if (!(limits >> i & 1)) continue;
    sb_puts(out, comma);
    if (i == LIMIT_UNROLL && iterations) sb_printf(out, "%" PRIu64 " ", iterations);
    sb_puts(out, limit_name((LimitCode)i));
    comma = ", ";
  }
}

void verdict_text(VerdictKind kind, bool vacuous, u32 limits, u64 iterations, StrBuf *out) {
  if (kind == VERDICT_SOUND && vacuous) {
    sb_puts(out, "vacuous");
    return;
  }
  sb_puts(out, verdict_name(kind));
  if (kind != VERDICT_SOUND_UP_TO) return;
  sb_putc(out, ' ');
  limits_text(limits, iterations, out);
}

const char *exec_verdict(const ExecRec *e) {
  bool unsupported = false, limit = e->limits != 0;
  for (u32 i = 0; i < e->behaviours.len; i++) {
    const BehaviourRec *b = &e->behaviours.at[i];
    if (b->end == END_UB) return "ub";
    unsupported |= b->end == END_UNSUPPORTED;
    limit |= b->end == END_LIMIT;
  }
  return unsupported ? "unsupported" : limit ? "limit" : "ok";
}

/* Bytes kept of a long line, and of it before the place: more than a report shows, so that it can
 * say that the line goes on. */
enum { WINDOW = 1000, LEAD = 300 };

static bool is_continuation(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

PlaceRec place_of(Arena *a, const SourceMap *sm, Span s) {
  PlaceRec p = {.file = "", .text = text_copy(a, "", 0)};
  if (s.file >= sm->nfiles) return p;
  const SourceFile *f = &sm->files[s.file];
  if (s.lo > f->len) s.lo = f->len;
  if (s.hi < s.lo) s.hi = s.lo;
  u32 len;
  p.file = arena_strdup(a, f->name);
  p.line = span_line(sm, s);
  p.col = span_col(sm, s);
  const char *text = source_line(sm, s.file, p.line, &len);
  u32 at = p.col - 1 < len ? p.col - 1 : len;
  u32 lo = 0, hi = len;
  if (len > WINDOW) {
    lo = at > LEAD ? at - LEAD : 0;
    while (lo < at && is_continuation(text[lo])) lo++;
    hi = lo + WINDOW < len ? lo + WINDOW : len;
    while (hi > at && hi < len && is_continuation(text[hi])) hi--;
  }
  while (hi > lo && text[hi - 1] == '\r') hi--;
  if (at > hi) at = hi;
  p.text = text_copy(a, text + lo, hi - lo);
  p.indent = at - lo;
  p.width = s.hi - s.lo;
  if (p.width > hi - at) p.width = hi - at;
  if (p.width == 0) p.width = 1;
  return p;
}
