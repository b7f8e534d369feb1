/* Tests that failed, and the summary. */
#include <string.h>

#include "litmus/report/human.h"
#include "litmus/report/table.h"

static void outcome_line(const OutcomeRec *o, bool colour, StrBuf *out) {
  static const struct {
    const char *label;
    Paint paint;
  } styles[] = {[MARK_MATCHED] = {"  expected and seen     ", PAINT_GREEN},
                [MARK_MISSING] = {"  expected, not seen    ", PAINT_RED},
                [MARK_UNEXPECTED] = {"  seen, not expected    ", PAINT_RED}};
  paint_puts(out, styles[o->mark].paint, styles[o->mark].label, colour);
  text_put(out, o->text, false);
  sb_putc(out, '\n');
}

static void fail(const FailRec *f, bool colour, StrBuf *out) {
  if (f->at.line && f->kind != FAIL_DIRECTIVE) {
    text_put(out, f->at.file, false);
    sb_printf(out, ":%u:%u: ", f->at.line, f->at.col);
  }
  if (f->kind != FAIL_DIRECTIVE) {
    text_put(out, f->message, true);
    sb_putc(out, '\n');
  }
  if (f->kind != FAIL_DIRECTIVE && f->at.line)
    snippet_put(out, f->at.text.at, f->at.text.len, f->at.line, f->at.indent, f->at.width,
                paint_code(PAINT_RED), colour);
  for (u32 i = 0; i < f->outcomes.len; i++) outcome_line(&f->outcomes.at[i], colour, out);
  for (u32 i = 0; i < f->diags.len; i++) human_diag(&f->diags.at[i], colour, out);
  for (u32 i = 0; i < f->unexpected.len; i++)
    if (f->unexpected.at[i].at.line && f->unexpected.at[i].end != END_RETURN && f->diags.len == 0)
      human_behaviour(&f->unexpected.at[i], colour, out);
  for (u32 i = 0; i < f->check.len; i++)
    human_counterexample(&f->check.at[i], HUMAN_COLUMNS, colour, out);
}

void human_test(const TestRec *t, bool colour, StrBuf *out) {
  if (t->status != TEST_FAILED) return;
  paint_puts(out, PAINT_RED, "FAIL", colour);
  sb_putc(out, ' ');
  text_put(out, t->path, false);
  if (t->title) {
    sb_puts(out, ": ");
    text_put(out, t->title, false);
  }
  sb_putc(out, '\n');
  for (u32 i = 0; i < t->fails.len; i++) fail(&t->fails.at[i], colour, out);
  sb_putc(out, '\n');
}

void human_summary(const SummaryRec *s, bool colour, StrBuf *out) {
  StrBuf text = {0};
  if (s->stats_part) human_stats(&s->stats, s->stats_part, colour, out);
  if (s->with_stories)
    sb_printf(out, "%u test%s with stories: " NOT_CHECKED "\n", s->with_stories,
              s->with_stories == 1 ? "" : "s");
  sb_printf(&text, "%u passed, %u failed", s->passed, s->failed);
  if (s->skipped) sb_printf(&text, ", %u skipped", s->skipped);
  paint_puts(out, s->failed ? PAINT_RED : PAINT_GREEN, sb_str(&text), colour);
  sb_putc(out, '\n');
  sb_free(&text);
}
