/* JUnit XML, as continuous integration servers read it: one suite, one case per test. */
#include <inttypes.h>

#include "litmus/report/human.h"
#include "litmus/report/machine.h"

/* XML 1.0 has no control characters at all, not even as references: they become U+FFFD. */
static void xml(StrBuf *out, const char *s, size_t n) {
  for (size_t i = 0; i < n;) {
    unsigned char c = (unsigned char)s[i];
    u32 len = utf8_sequence(s + i, n - i);
    bool control = c < 0x20 && c != '\n' && c != '\t';
    bool nonchar =
        len == 3 && c == 0xEF && (unsigned char)s[i + 1] == 0xBF && (unsigned char)s[i + 2] >= 0xBE;
    if (len == 0 || control || nonchar)
      sb_puts(out, "\xEF\xBF\xBD");
    else if (c == '<')
      sb_puts(out, "&lt;");
    else if (c == '>')
      sb_puts(out, "&gt;");
    else if (c == '&')
      sb_puts(out, "&amp;");
    else if (c == '"')
      sb_puts(out, "&quot;");
    else if (c == '\n')
      sb_puts(out, "&#10;");
    else if (c == '\t')
      sb_puts(out, "&#9;");
    else
      sb_put(out, s + i, len);
    i += len ? len : 1;
  }
}

static void attribute(StrBuf *out, const char *name, const char *value) {
  size_t n = 0;
  while (value[n]) n++;
  sb_printf(out, " %s=\"", name);
  xml(out, value, n);
  sb_putc(out, '"');
}

static void seconds(StrBuf *out, u64 us) {
  sb_printf(out, " time=\"%" PRIu64 ".%06u\"", us / 1000000, (unsigned)(us % 1000000));
}

static void one_case(const TestRec *t, StrBuf *out) {
  sb_puts(out, "  <testcase");
  StrBuf name = {0};
  sb_puts(&name, t->title ? t->title : t->path);
  test_functions_text(t, &name);
  attribute(out, "name", sb_str(&name));
  sb_free(&name);
  attribute(out, "classname", t->path);
  attribute(out, "file", t->path);
  seconds(out, t->us);
  if (t->status == TEST_PASSED && !t->stories) {
    sb_puts(out, "/>\n");
    return;
  }
  sb_puts(out, ">\n");
  if (t->status == TEST_SKIPPED) sb_puts(out, "    <skipped/>\n");
  StrBuf text = {0};
  human_test(t, false, &text);
  for (u32 i = 0; i < t->fails.len; i++) {
    sb_puts(out, "    <failure");
    attribute(out, "type", fail_name(t->fails.at[i].kind));
    attribute(out, "message", t->fails.at[i].message);
    sb_puts(out, ">");
    if (i == 0) xml(out, sb_str(&text), text.len);
    sb_puts(out, "</failure>\n");
  }
  sb_free(&text);
  if (t->stories) sb_puts(out, "    <system-out>" NOT_CHECKED "</system-out>\n");
  sb_puts(out, "  </testcase>\n");
}

void junit_run(const TestRec *at, u32 n, const SummaryRec *s, StrBuf *out) {
  sb_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"litmus\"");
  sb_printf(out, " tests=\"%u\" failures=\"%u\" errors=\"0\" skipped=\"%u\"", n, s->failed,
            s->skipped);
  seconds(out, s->us);
  sb_puts(out, ">\n");
  for (u32 i = 0; i < n; i++) one_case(&at[i], out);
  sb_puts(out, "</testsuite>\n");
}
