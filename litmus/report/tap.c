/* The Test Anything Protocol, version 13; details of a failure as comments. */
#include "litmus/report/human.h"
#include "litmus/report/machine.h"

void tap_begin(u32 ntests, StrBuf *out) { sb_printf(out, "TAP version 13\n1..%u\n", ntests); }

/* `#` begins a directive and a line is a line, so both are kept out of descriptions. */
static void description(const char *s, StrBuf *out) {
  StrBuf clean = {0};
  text_put(&clean, s, false);
  for (const char *c = sb_str(&clean); *c; c++) {
    if (*c == '#' || *c == '\\') sb_putc(out, '\\');
    sb_putc(out, *c);
  }
  sb_free(&clean);
}

void tap_test(const TestRec *t, u32 number, StrBuf *out) {
  sb_printf(out, "%s %u - ", t->status == TEST_FAILED ? "not ok" : "ok", number);
  description(t->path, out);
  if (t->title) {
    sb_puts(out, ": ");
    description(t->title, out);
  }
  StrBuf functions = {0};
  test_functions_text(t, &functions);
  description(sb_str(&functions), out);
  sb_free(&functions);
  if (t->stories) sb_puts(out, " (" NOT_CHECKED ")");
  if (t->status == TEST_SKIPPED) sb_puts(out, " # SKIP nothing to do under these models");
  sb_putc(out, '\n');
  StrBuf text = {0};
  human_test(t, false, &text);
  bool fresh = true;
  for (size_t i = 0; i < text.len; i++) {
    if (fresh) sb_puts(out, "# ");
    sb_putc(out, text.at[i]);
    fresh = text.at[i] == '\n';
  }
  sb_free(&text);
}
