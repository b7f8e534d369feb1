/* litmus models: the named models and their axes. */
#include <unistd.h>

#include "litmus/cli/command.h"
#include "litmus/report/json.h"
#include "litmus/report/table.h"

static void write_json(const Model *all, u32 n, StrBuf *out) {
  Json j = json_start(out);
  json_array(&j, NULL);
  for (u32 i = 0; i < n; i++) {
    json_object(&j, NULL);
    json_str(&j, "name", all[i].name);
    json_str(&j, "bounds", bounds_name(all[i].bounds));
    json_str(&j, "casts", casts_name(all[i].casts));
    json_str(&j, "aliasing", aliasing_name(all[i].aliasing));
    json_str(&j, "summary", all[i].summary);
    json_end_object(&j);
  }
  json_end_array(&j);
}

static void write_table(const Options *o, const Model *all, u32 n, StrBuf *out) {
  static const char *const head[] = {"model", "bounds", "casts", "aliasing", ""};
  Table t = {.arena = o->arena, .ncols = 5};
  bool colour = use_colour(o, STDOUT_FILENO);
  for (u32 i = 0; i < 5; i++) table_cell(&t, PAINT_BOLD, head[i]);
  for (u32 i = 0; i < n; i++) {
    table_cell(&t, PAINT_BOLD, all[i].name);
    table_cell(&t, PAINT_NONE, bounds_name(all[i].bounds));
    table_cell(&t, PAINT_NONE, casts_name(all[i].casts));
    table_cell(&t, PAINT_NONE, aliasing_name(all[i].aliasing));
    table_cell(&t, PAINT_NONE, all[i].summary);
  }
  table_print(&t, "", colour, out);
  table_free(&t);
}

int command_models(const Options *o) {
  if (o->operands.len) return usage_error(o->command, "models takes no operands");
  u32 n;
  const Model *all = models(&n);
  StrBuf out = {0};
  if (o->json)
    write_json(all, n, &out);
  else
    write_table(o, all, n, &out);
  return finish_out(&out, EXIT_AS_EXPECTED);
}
