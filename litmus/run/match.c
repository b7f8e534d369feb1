#include "litmus/run/match.h"

#include <string.h>

static PatternMatch from_bool(bool b) { return b ? PATTERN_YES : PATTERN_NO; }

static PatternMatch matches(Pattern *re, const char *text) {
  if (!re) return PATTERN_YES;
  return pattern_match(re, text ? text : "", text ? strlen(text) : 0);
}

static PatternMatch ub_matches(UbCode ub, Pattern *re, const BehaviourRec *b) {
  if (ub != UB_NONE && strcmp(ub_name(ub), b->code) != 0) return PATTERN_NO;
  StrBuf text = {0};
  sb_printf(&text, "%s: %s", b->code, b->reason ? b->reason : "");
  PatternMatch m = matches(re, sb_str(&text));
  sb_free(&text);
  return m;
}

static PatternMatch output_matches(const Outcome *o, const Text *out) {
  if (!o->has_output) return PATTERN_YES;
  if (o->output_re) return pattern_match(o->output_re, out->at, out->len);
  return from_bool(o->output.len == out->len && !memcmp(o->output.at, out->at, out->len));
}

/* Any of the errors: a wrong program may have several. */
static PatternMatch errors_match(Pattern *re, const BehaviourRec *b, const ExecRec *e) {
  PatternMatch best = matches(re, b->reason);
  for (u32 i = 0; e && i < e->diags.len && best == PATTERN_NO; i++)
    if (e->diags.at[i].kind != DIAG_NOTE) best = matches(re, e->diags.at[i].text);
  return best;
}

PatternMatch outcome_match(const Outcome *o, const BehaviourRec *b, const ExecRec *e) {
  if (o->end != b->end) return PATTERN_NO;
  PatternMatch output = output_matches(o, &b->out), end = PATTERN_YES;
  if (output == PATTERN_NO) return PATTERN_NO;
  switch ((int)o->end) {
  case END_UB: end = ub_matches(o->ub, o->re, b); break;
  case END_EXIT: end = from_bool(o->exit_code == (int)b->exit_code); break;
  case END_LIMIT: end = from_bool(!strcmp(limit_name(o->limit), b->code)); break;
  case END_ABORT:
  case END_PANIC: end = matches(o->re, b->reason); break;
  case END_UNSUPPORTED:
  case END_COMPILE_ERROR: end = errors_match(o->re, b, e); break;
  default: break;
  }
  return end == PATTERN_YES ? output : end;
}

PatternMatch line_ub_match(const LineUb *u, const BehaviourRec *b, const char *file) {
  if (b->end != END_UB || b->at.line != u->line || strcmp(b->at.file, file) != 0) return PATTERN_NO;
  return ub_matches(u->ub, u->re, b);
}

PatternMatch verdict_match(const Check *k, const CheckRec *r) {
  if (r->internal || r->compile_failed || k->want != r->kind) return PATTERN_NO;
  PatternMatch m = PATTERN_YES;
  StrBuf text = {0};
  switch (k->want) {
  case VERDICT_SOUND: m = from_bool(!k->vacuous || r->vacuous); break;
  case VERDICT_SOUND_UP_TO:
    m = from_bool(!(k->limits & ~r->limits) && (!k->iterations || k->iterations == r->iterations));
    break;
  case VERDICT_UNSOUND:
    if (r->novel.len) outcome_text(&r->novel.at[0], &text);
    m = matches(k->re, sb_str(&text));
    break;
  case VERDICT_UNKNOWN:
    sb_puts(&text, r->why ? r->why : "");
    if (r->limits) sb_puts(&text, " "), limits_text(r->limits, r->iterations, &text);
    m = matches(k->re, sb_str(&text));
    break;
  }
  sb_free(&text);
  return m;
}

/* ---- blessing */

/* `text` as a pattern that matches it. */
static void put_pattern(StrBuf *out, const char *text) {
  sb_putc(out, '/');
  for (const char *s = text ? text : ""; *s; s++) {
    if (strchr("/\\^$.[]|()?*+{}#", *s)) sb_putc(out, '\\');
    if ((unsigned char)*s < 0x20 || *s == 0x7F)
      sb_printf(out, "\\x%02x", (unsigned char)*s);
    else
      sb_putc(out, *s);
  }
  sb_putc(out, '/');
}

void outcome_bless(const BehaviourRec *b, StrBuf *out) {
  switch ((int)b->end) {
  case END_RETURN:
  case END_EXIT:
  case END_ABORT: /* as people read it, but for what was printed before an ending */
  case END_LIMIT: {
    BehaviourRec plain = *b;
    if (b->end != END_RETURN) plain.out.len = 0;
    plain.reason = NULL;
    outcome_text(&plain, out);
    break;
  }
  case END_UB: sb_printf(out, "ub(%s)", b->code); break;
  case END_PANIC: sb_puts(out, "panics "), put_pattern(out, b->reason); break;
  case END_UNSUPPORTED: sb_puts(out, "unsupported "), put_pattern(out, b->reason); break;
  default: sb_puts(out, "errors "), put_pattern(out, b->reason); break;
  }
}

void check_bless(const CheckRec *r, StrBuf *out) {
  StrBuf text = {0};
  switch (r->kind) {
  case VERDICT_SOUND: sb_puts(out, "sound"); break;
  case VERDICT_SOUND_UP_TO:
    sb_puts(out, "sound up to ");
    limits_text(r->limits, r->iterations, out);
    break;
  case VERDICT_UNSOUND:
    if (r->novel.len)
      (r->novel.at[0].end == END_UB ? outcome_bless : outcome_text)(&r->novel.at[0], &text);
    sb_puts(out, "unsound ");
    put_pattern(out, sb_str(&text));
    break;
  case VERDICT_UNKNOWN: sb_puts(out, "unknown"); break;
  }
  sb_free(&text);
}
