/* Behaviours, executions and checks, as people read them. */
#include "litmus/report/human.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "engine/mem/model.h"
#include "litmus/report/human_sides.h"
#include "litmus/report/table.h"

static void section(StrBuf *out, const char *name, bool colour) {
  sb_puts(out, "  ");
  paint_puts(out, PAINT_CYAN, name, colour);
  sb_puts(out, "\n");
}

void human_place(const PlaceRec *p, const char *indent, bool colour, StrBuf *out) {
  if (!p->line) return;
  sb_printf(out, "%s--> ", indent);
  text_put(out, p->file, false);
  sb_printf(out, ":%u:%u\n", p->line, p->col);
  snippet_put(out, p->text.at, p->text.len, p->line, p->indent, p->width, paint_code(PAINT_RED),
              colour);
}

void human_diag(const DiagRec *d, bool colour, StrBuf *out) {
  static const struct {
    const char *label;
    Paint paint;
  } styles[] = {[DIAG_ERROR] = {"error", PAINT_RED},
                [DIAG_UNSUPPORTED] = {"unsupported", PAINT_YELLOW},
                [DIAG_NOTE] = {"note", PAINT_CYAN}};
  if (d->at.line) {
    text_put(out, d->at.file, false);
    sb_printf(out, ":%u:%u: ", d->at.line, d->at.col);
  }
  paint_puts(out, styles[d->kind].paint, styles[d->kind].label, colour);
  sb_puts(out, ": ");
  text_put(out, d->text, true);
  sb_putc(out, '\n');
  if (d->at.line)
    snippet_put(out, d->at.text.at, d->at.text.len, d->at.line, d->at.indent, d->at.width,
                paint_code(styles[d->kind].paint), colour);
}

/* The lines of a drawing, indented. */
static void drawing(const char *text, StrBuf *out) {
  bool begins = true;
  StrBuf clean = {0};
  text_put(&clean, text, true);
  for (size_t i = 0; i < clean.len; i++) {
    if (begins) sb_puts(out, "      ");
    sb_putc(out, clean.at[i]);
    begins = clean.at[i] == '\n';
  }
  if (!begins) sb_putc(out, '\n');
  sb_free(&clean);
}

void human_note(const NoteRec *n, bool colour, StrBuf *out) {
  sb_puts(out, "  ");
  paint_puts(out, PAINT_CYAN, "note", colour);
  sb_puts(out, ": ");
  text_put(out, n->text, false);
  sb_putc(out, '\n');
  human_place(&n->at, "  ", colour, out);
  if (n->drawing) drawing(n->drawing, out);
}

static Paint outcome_paint(const BehaviourRec *b) {
  if (b->end == END_UB || b->end == END_COMPILE_ERROR) return PAINT_RED;
  return b->end == END_LIMIT || b->end == END_UNSUPPORTED ? PAINT_YELLOW : PAINT_NONE;
}

static void outcome_clean(const BehaviourRec *b, StrBuf *out) {
  StrBuf raw = {0};
  outcome_text(b, &raw);
  text_put(out, sb_str(&raw), false);
  sb_free(&raw);
}

static void layout(const BehaviourRec *b, bool colour, StrBuf *out) {
  bool any = false;
  for (u32 i = 0; i < b->allocs.len; i++) any |= b->allocs.at[i].has_address;
  if (!any) return;
  section(out, "layout", colour);
  for (u32 i = 0; i < b->allocs.len; i++) {
    const AllocRec *a = &b->allocs.at[i];
    if (!a->has_address) continue;
    sb_printf(out, "    %#18" PRIx64 "  ", a->address);
    text_put(out, a->name ? a->name : "?", false);
    sb_printf(out, " (%s, %" PRIu64 " byte%s, align %" PRIu64 ", line %u)\n", a->kind, a->size,
              a->size == 1 ? "" : "s", a->align, a->line);
  }
}

/* Volatile accesses and standard error are observed, too, but are not part of the outcome's line.
 */
static void other_events(const BehaviourRec *b, bool colour, StrBuf *out) {
  static const char *const verbs[] = {[EVENT_STDERR] = "standard error",
                                      [EVENT_VOLATILE_READ] = "volatile read",
                                      [EVENT_VOLATILE_WRITE] = "volatile write"};
  bool any = false;
  for (u32 i = 0; i < b->events.len; i++) {
    const EventRec *e = &b->events.at[i];
    if (e->kind == EVENT_STDOUT || e->kind == EVENT_RESULT || e->kind == EVENT_MEMORY) continue;
    if (!any) section(out, "other events", colour);
    any = true;
    sb_printf(out, "    line %u: %s ", e->line, verbs[e->kind]);
    text_put(out, e->text.at, false);
    sb_putc(out, '\n');
  }
}

static void path(const BehaviourRec *b, const char *of, bool colour, StrBuf *out) {
  if (b->choices.len == 0) return;
  sb_puts(out, "  ");
  paint_puts(out, PAINT_CYAN, "path", colour);
  if (of) sb_printf(out, " of `%s`", of);
  sb_putc(out, '\n');
  for (u32 i = 0; i < b->choices.len; i++) {
    sb_printf(out, "    line %u: ", b->choices.at[i].line);
    text_put(out, b->choices.at[i].what ? b->choices.at[i].what : "?", false);
    sb_putc(out, '\n');
  }
}

void human_layout(const BehaviourRec *b, bool colour, StrBuf *out) { layout(b, colour, out); }

void human_path(const BehaviourRec *b, const char *of, bool colour, StrBuf *out) {
  path(b, of, colour, out);
}

void human_outcome(const BehaviourRec *b, bool colour, StrBuf *out) {
  StrBuf text = {0};
  outcome_clean(b, &text);
  paint_puts(out, outcome_paint(b), sb_str(&text), colour);
  sb_free(&text);
}

void human_ending(const BehaviourRec *b, bool colour, StrBuf *out) {
  if (b->end != END_RETURN) human_place(&b->at, "  ", colour, out);
  for (u32 i = 0; i < b->notes.len; i++) human_note(&b->notes.at[i], colour, out);
}

static void behaviour(const BehaviourRec *b, const char *path_of, bool colour, StrBuf *out) {
  human_outcome(b, colour, out);
  sb_putc(out, '\n');
  human_ending(b, colour, out);
  human_inputs(b, colour, out);
  other_events(b, colour, out);
  layout(b, colour, out);
  path(b, path_of, colour, out);
  if (b->doubtful)
    sb_puts(out, "  doubtful: the solver did not decide whether this path is possible\n");
}

void human_behaviour(const BehaviourRec *b, bool colour, StrBuf *out) {
  behaviour(b, NULL, colour, out);
}

/* ---- exec */

void human_stats(const StatsRec *s, StatsPart part, bool colour, StrBuf *out) {
  section(out, part == STATS_ALL ? "statistics" : "solver", colour);
#define X(field, help) sb_printf(out, "    %-42s %12" PRIu64 "\n", help, s->field);
  if (part == STATS_ALL) {
    MACHINE_STATS(X)
  }
  SOLVER_STATS(X)
#undef X
}

static void outcomes_table(const ExecRec *e, bool colour, StrBuf *out) {
  Table t = {.arena = arena_create(), .ncols = 2, .right_first = true};
  table_cell(&t, PAINT_BOLD, "count");
  table_cell(&t, PAINT_BOLD, "outcome");
  for (u32 i = 0; i < e->behaviours.len; i++) {
    const BehaviourRec *b = &e->behaviours.at[i];
    StrBuf text = {0};
    table_cell(&t, PAINT_NONE, arena_printf(t.arena, "%" PRIu64, b->count));
    outcome_clean(b, &text);
    table_cell(&t, outcome_paint(b), sb_str(&text));
    sb_free(&text);
  }
  table_print(&t, "  ", colour, out);
  table_free(&t);
  arena_destroy(t.arena);
}

static void exec_verdict_line(const ExecRec *e, u64 executions, bool colour, StrBuf *out) {
  const char *v = exec_verdict(e);
  u64 ub = 0;
  for (u32 i = 0; i < e->behaviours.len; i++)
    if (e->behaviours.at[i].end == END_UB) ub += e->behaviours.at[i].count;
  sb_puts(out, "verdict: ");
  paint_puts(out,
             !strcmp(v, "ok")   ? PAINT_GREEN
             : !strcmp(v, "ub") ? PAINT_RED
                                : PAINT_YELLOW,
             v, colour);
  if (!strcmp(v, "ub"))
    sb_printf(out, " (undefined behaviour in %" PRIu64 " of %" PRIu64 " execution%s)", ub,
              executions, executions == 1 ? "" : "s");
  if (e->limits) {
    sb_puts(out, " (not exhaustive: ");
    limits_text(e->limits, e->iterations, out);
    sb_puts(out, ")");
  }
  if (e->excluded)
    sb_printf(out, ", %" PRIu64 " execution%s left out by litmus::assume", e->excluded,
              e->excluded == 1 ? "" : "s");
  if (e->stories) sb_puts(out, ", " NOT_CHECKED);
  sb_putc(out, '\n');
}

void human_exec(const ExecRec *e, StatsPart stats, bool colour, StrBuf *out) {
  if (e->compile_failed) {
    for (u32 i = 0; i < e->diags.len; i++) human_diag(&e->diags.at[i], colour, out);
    return;
  }
  u64 executions = 0;
  for (u32 i = 0; i < e->behaviours.len; i++) executions += e->behaviours.at[i].count;
  text_put(out, e->file, false);
  if (*e->variant) sb_printf(out, " (%s)", e->variant);
  sb_puts(out, " under ");
  paint_puts(out, PAINT_BOLD, e->model, colour);
  sb_printf(out, ": %u outcome%s, %" PRIu64 " execution%s\n", e->behaviours.len,
            e->behaviours.len == 1 ? "" : "s", executions, executions == 1 ? "" : "s");
  outcomes_table(e, colour, out);
  for (u32 i = 0; i < e->behaviours.len; i++) {
    const BehaviourRec *b = &e->behaviours.at[i];
    bool plain = b->end == END_RETURN || b->end == END_EXIT;
    if (plain && b->choices.len == 0 && b->inputs.len == 0 && !b->doubtful) continue;
    sb_putc(out, '\n');
    human_behaviour(b, colour, out);
  }
  if (stats) sb_putc(out, '\n'), human_stats(&e->stats, stats, colour, out);
  sb_putc(out, '\n');
  exec_verdict_line(e, executions, colour, out);
}

/* ---- check */

static Paint verdict_paint(VerdictKind k, bool vacuous) {
  switch (k) {
  case VERDICT_SOUND: return vacuous ? PAINT_CYAN : PAINT_GREEN;
  case VERDICT_UNSOUND: return PAINT_RED;
  default: return PAINT_YELLOW;
  }
}

void human_counterexample(const CheckRec *k, u32 columns, bool colour, StrBuf *out) {
  if (k->novel.len == 0) return;
  sb_puts(out, "counterexample under ");
  paint_puts(out, PAINT_BOLD, k->model, colour);
  if (k->fn) sb_printf(out, ", function `%s`", k->fn);
  sb_printf(out, ": `%s` may do what `%s` may not\n", k->opt, k->base);
  if (check_has_inputs(k)) {
    human_sides(k, columns, colour, out);
    return;
  }
  behaviour(&k->novel.at[0], k->opt, colour, out);
  for (u32 i = 0; i < k->source.len; i++) {
    sb_printf(out, "  but `%s` under this layout: ", k->base);
    const BehaviourRec *b = &k->source.at[i];
    BehaviourRec brief = *b;
    brief.allocs.len = 0; /* the layout is the one above */
    brief.notes.len = 0;
    behaviour(&brief, k->base, colour, out);
  }
}

static void checks_table(const CheckRec *at, u32 n, bool colour, StrBuf *out) {
  Table t = {.arena = arena_create(), .ncols = 3};
  const char *const head[] = {"model", "verdict", ""};
  for (u32 i = 0; i < 3; i++) table_cell(&t, PAINT_BOLD, head[i]);
  for (u32 i = 0; i < n; i++) {
    const CheckRec *k = &at[i];
    StrBuf text = {0}, more = {0};
    verdict_text(k->kind, k->vacuous, k->limits, k->iterations, &text);
    if (k->novel.len)
      sb_puts(&more, "new: "), outcome_clean(&k->novel.at[0], &more);
    else if (k->vacuous)
      sb_printf(&more, "sound: `%s` is undefined in every execution", k->base);
    else if (k->why)
      text_put(&more, k->why, false);
    else if (k->kind == VERDICT_UNKNOWN)
      limits_text(k->limits, k->iterations, &more);
    table_cell(&t, PAINT_NONE, k->model);
    table_cell(&t, verdict_paint(k->kind, k->vacuous), sb_str(&text));
    table_cell(&t, PAINT_DIM, sb_str(&more));
    sb_free(&text), sb_free(&more);
  }
  table_print(&t, "  ", colour, out);
  table_free(&t);
  arena_destroy(t.arena);
}

static u32 same_pair(const CheckRec *at, u32 n) {
  u32 i = 1;
  while (i < n && check_name_equal(CHECK_NAME(&at[i]), CHECK_NAME(&at[0]))) i++;
  return i;
}

/* What a verdict takes for granted where pointers could overlap. */
static void arguments_line(const CheckRec *k, StrBuf *out) {
  if (!k->fn || k->pointers < 2) return;
  bool any = !strcmp(k->alias, alias_name(true));
  sb_printf(out, "  arguments: %s\n",
            any ? "every way in which they may overlap" : "taken as non-aliasing");
}

void human_checks(const CheckRec *at, u32 n, StatsPart stats, u32 columns, bool colour,
                  StrBuf *out) {
  for (u32 i = 0, k; i < n; i += k) {
    k = same_pair(at + i, n - i);
    if (i) sb_putc(out, '\n');
    text_put(out, at[i].file, false);
    sb_puts(out, ": ");
    check_name_text(CHECK_NAME(&at[i]), out);
    sb_puts(out, at[i].stories ? " (" NOT_CHECKED ")\n" : "\n");
    checks_table(at + i, k, colour, out);
    arguments_line(&at[i], out);
    for (u32 d = 0; d < at[i].diags.len; d++) human_diag(&at[i].diags.at[d], colour, out);
    for (u32 c = i; c < i + k; c++) {
      if (at[c].novel.len) sb_putc(out, '\n');
      human_counterexample(&at[c], columns, colour, out);
      if (!stats) continue;
      sb_printf(out, "\nunder %s, decided by: %s\n", at[c].model, at[c].rung);
      human_stats(&at[c].stats, stats, colour, out);
    }
  }
}

void human_reasons(const CheckRec *at, u32 n, StrBuf *out) {
  for (u32 i = 0; i < n; i++) {
    const CheckRec *k = &at[i];
    if (k->kind != VERDICT_UNKNOWN) continue;
    text_put(out, k->file, false);
    sb_puts(out, ": ");
    check_name_text(CHECK_NAME(k), out);
    sb_printf(out, " under %s: unknown", k->model);
    if (k->why || k->limits) sb_puts(out, ": ");
    if (k->why)
      text_put(out, k->why, false);
    else
      limits_text(k->limits, k->iterations, out);
    sb_putc(out, '\n');
  }
}

/* ---- run --table */

static u32 common_prefix(const TestRec *at, u32 n) {
  u32 len = 0;
  for (u32 i = 0; n && at[0].path[i]; i++) {
    for (u32 k = 1; k < n; k++)
      if (strncmp(at[0].path, at[k].path, i + 1) != 0) return len;
    if (at[0].path[i] == '/') len = i + 1;
  }
  return len;
}

static bool occurs(const TestRec *at, u32 n, const char *model) {
  for (u32 i = 0; i < n; i++)
    for (u32 k = 0; k < at[i].cells.len; k++)
      if (!strcmp(at[i].cells.at[k].model, model)) return true;
  return false;
}

static u32 add_name(const char **names, u32 count, u32 cap, const char *name) {
  for (u32 i = 0; i < count; i++)
    if (!strcmp(names[i], name)) return count;
  if (count < cap) names[count++] = name;
  return count;
}

/* The models that occur in any cell: the named ones in their order, then the composed ones. */
static u32 columns(const TestRec *at, u32 n, const char **names, u32 cap) {
  u32 count = 0, nmodels;
  const Model *all = models(&nmodels);
  for (u32 i = 0; i < nmodels; i++)
    if (occurs(at, n, all[i].name)) count = add_name(names, count, cap, all[i].name);
  for (u32 i = 0; i < n; i++)
    for (u32 k = 0; k < at[i].cells.len; k++)
      count = add_name(names, count, cap, at[i].cells.at[k].model);
  return count;
}

static void table_row(Table *t, const TestRec *test, const CellRec *row, u32 prefix,
                      const char *const *names, u32 n) {
  StrBuf name = {0};
  text_put(&name, test->path + prefix, false);
  table_cell(t, PAINT_NONE, sb_str(&name));
  sb_free(&name);
  StrBuf what = {0};
  check_name_text(CHECK_NAME(row), &what);
  if (row->pointers > 1 && !strcmp(row->alias, alias_name(false)))
    sb_puts(&what, " (non-aliasing)");
  if (test->stories) sb_puts(&what, " (" NOT_CHECKED ")");
  table_cell(t, PAINT_NONE, sb_str(&what));
  sb_free(&what);
  for (u32 m = 0; m < n; m++) {
    StrBuf text = {0};
    Paint p = PAINT_DIM;
    for (u32 i = 0; i < test->cells.len; i++) {
      const CellRec *c = &test->cells.at[i];
      if (!check_name_equal(CHECK_NAME(c), CHECK_NAME(row)) || strcmp(c->model, names[m]) != 0)
        continue;
      verdict_text(c->kind, c->vacuous, c->limits, c->iterations, &text);
      if (c->failed) sb_puts(&text, " (!)");
      p = verdict_paint(c->kind, c->vacuous);
    }
    table_cell(t, p, text.len ? sb_str(&text) : "-");
    sb_free(&text);
  }
}

static bool first_of_pair(const TestRec *t, u32 i) {
  for (u32 k = 0; k < i; k++)
    if (check_name_equal(CHECK_NAME(&t->cells.at[k]), CHECK_NAME(&t->cells.at[i]))) return false;
  return true;
}

void human_table(const TestRec *at, u32 n, bool colour, StrBuf *out) {
  const char *names[32];
  u32 nmodels = columns(at, n, names, 32), prefix = common_prefix(at, n);
  if (nmodels == 0) {
    sb_puts(out, "no checks\n");
    return;
  }
  Table t = {.arena = arena_create(), .ncols = 2 + nmodels};
  table_cell(&t, PAINT_BOLD, "test");
  table_cell(&t, PAINT_BOLD, "transformation");
  for (u32 m = 0; m < nmodels; m++) table_cell(&t, PAINT_BOLD, names[m]);
  for (u32 i = 0; i < n; i++)
    for (u32 k = 0; k < at[i].cells.len; k++)
      if (first_of_pair(&at[i], k))
        table_row(&t, &at[i], &at[i].cells.at[k], prefix, names, nmodels);
  table_print(&t, "", colour, out);
  table_free(&t);
  arena_destroy(t.arena);
  bool surprise = false;
  for (u32 i = 0; i < n; i++)
    for (u32 k = 0; k < at[i].cells.len; k++) surprise |= at[i].cells.at[k].failed;
  if (surprise) sb_puts(out, "(!) not as the test expects\n");
}
