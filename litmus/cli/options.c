#include "litmus/cli/options.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "litmus/run/suggest.h"

/* ---- the tables */

typedef enum OptionType {
  TYPE_FLAG,
  TYPE_TEXT,
  TYPE_LIST,
  TYPE_CHOICE,
  TYPE_NUMBER,
  TYPE_LIMIT
} OptionType;

typedef struct OptionSpec {
  OptionType type;
  const char *name;
  char letter;
  const char *arg; /* what help calls the argument; CHOICE: the words */
  size_t offset;   /* of the field in Options */
  u64 value, least, most;
  u32 commands; /* bit set of CommandCode */
  const char *help;
} OptionSpec;

enum {
#define COMMAND(code, name, operands, summary, details, example) code = 1u << COMMAND_##code,
#include "litmus/cli/commands.def"
#undef COMMAND
};

static const OptionSpec specs[] = {
#define AT(field) offsetof(Options, field)
#define OPT_FLAG(field, name, letter, commands, help) \
  {TYPE_FLAG, name, letter, NULL, AT(field), 0, 0, 0, commands, help},
#define OPT_TEXT(field, name, letter, arg, commands, help) \
  {TYPE_TEXT, name, letter, arg, AT(field), 0, 0, 0, commands, help},
#define OPT_LIST(field, name, letter, arg, commands, help) \
  {TYPE_LIST, name, letter, arg, AT(field), 0, 0, 0, commands, help},
#define OPT_CHOICE(field, name, letter, words, commands, help) \
  {TYPE_CHOICE, name, letter, words, AT(field), 0, 0, 0, commands, help},
#define OPT_NUMBER(field, name, letter, arg, value, least, most, commands, help) \
  {TYPE_NUMBER, name, letter, arg, AT(field), value, least, most, commands, help},
#include "litmus/cli/options.def"
#undef OPT_FLAG
#undef OPT_TEXT
#undef OPT_LIST
#undef OPT_CHOICE
#undef OPT_NUMBER
#define LIMIT_OPTION(field, flag, initial, help) \
  {TYPE_LIMIT,                                   \
   flag,                                         \
   0,                                            \
   "N",                                          \
   AT(limits.value[LIMIT_INDEX_##field]),        \
   initial,                                      \
   1,                                            \
   LIMIT_LARGEST,                                \
   RUN | EXEC | CHECK | EXPLAIN,                 \
   help},
#include "engine/mach/limit_options.def"
#undef LIMIT_OPTION
};
enum { NSPECS = sizeof specs / sizeof *specs };

static const struct {
  const char *name, *operands, *summary, *details, *example;
} commands[] = {
#define COMMAND(code, name, operands, summary, details, example) \
  {#name, operands, summary, details, example},
#include "litmus/cli/commands.def"
#undef COMMAND
};

/* ---- looking up */

bool command_by_name(const char *name, CommandCode *out) {
  for (u32 i = 0; i < COMMAND_COUNT; i++)
    if (!strcmp(commands[i].name, name)) {
      *out = (CommandCode)i;
      return true;
    }
  return false;
}

const char *command_suggest(const char *name) {
  const char *names[COMMAND_COUNT + 1];
  for (u32 i = 0; i < COMMAND_COUNT; i++) names[i] = commands[i].name;
  names[COMMAND_COUNT] = "help";
  return closest_name(name, names, COMMAND_COUNT + 1);
}

static bool taken_by(const OptionSpec *s, CommandCode c) { return s->commands >> c & 1; }

static const OptionSpec *by_name(const char *name, size_t n) {
  for (u32 i = 0; i < NSPECS; i++)
    if (strlen(specs[i].name) == n && !memcmp(specs[i].name, name, n)) return &specs[i];
  return NULL;
}

static const OptionSpec *by_letter(char letter) {
  for (u32 i = 0; i < NSPECS; i++)
    if (specs[i].letter == letter) return &specs[i];
  return NULL;
}

static void unknown_option(Options *o, const char *arg, StrBuf *error) {
  const char *names[NSPECS];
  u32 n = 0;
  for (u32 i = 0; i < NSPECS; i++)
    if (taken_by(&specs[i], o->command)) names[n++] = specs[i].name;
  size_t dashes = strspn(arg, "-");
  const char *word = arena_strndup(o->arena, arg + dashes, strcspn(arg + dashes, "="));
  const char *near = closest_name(word, names, n);
  sb_printf(error, "unknown option `%.*s`", (int)strcspn(arg, "="), arg);
  if (near) sb_printf(error, ": did you mean `--%s`?", near);
}

/* ---- values */

static bool set_choice(const OptionSpec *s, u32 *field, const char *value) {
  u32 i = 0;
  for (const char *w = s->arg;; i++) {
    size_t n = strcspn(w, "|");
    if (strlen(value) == n && !memcmp(w, value, n)) {
      *field = i;
      return true;
    }
    if (!w[n]) return false;
    w += n + 1;
  }
}

static bool set_list(Options *o, StrList *list, const char *value) {
  for (const char *w = value;; w++) {
    size_t n = strcspn(w, ",");
    if (n == 0) return false;
    vec_push(list, arena_strndup(o->arena, w, n));
    w += n;
    if (!*w) return true;
  }
}

static bool set_value(Options *o, const OptionSpec *s, const char *value, StrBuf *error) {
  void *field = (char *)o + s->offset;
  switch (s->type) {
  case TYPE_FLAG: *(bool *)field = true; return true;
  case TYPE_TEXT:
    *(const char **)field = value;
    if (*value) return true;
    sb_printf(error, "`--%s` needs a %s that is not empty", s->name, s->arg);
    return false;
  case TYPE_LIST:
    if (set_list(o, field, value)) return true;
    sb_printf(error, "`--%s %s`: a name is empty", s->name, value);
    return false;
  case TYPE_CHOICE:
    if (set_choice(s, field, value)) return true;
    sb_printf(error, "`--%s` is one of %s, not `%s`", s->name, s->arg, value);
    return false;
  case TYPE_NUMBER:
  case TYPE_LIMIT: break;
  }
  u64 v;
  if (parse_number(value, strlen(value), s->most, &v) && v >= s->least) {
    *(u64 *)field = v;
    return true;
  }
  sb_printf(error, "`--%s` takes a number from %" PRIu64 " to %" PRIu64 ", not `%s`", s->name,
            s->least, s->most, value);
  return false;
}

/* ---- arguments */

typedef struct Args {
  int argc, at;
  char **argv;
} Args;

static bool with_value(Options *o, const OptionSpec *s, const char *attached, Args *a,
                       StrBuf *error) {
  if (s->type == TYPE_FLAG) {
    if (!attached) return set_value(o, s, "", error);
    sb_printf(error, "`--%s` takes no value", s->name);
    return false;
  }
  if (!attached && a->at < a->argc) attached = a->argv[a->at++];
  if (attached) return set_value(o, s, attached, error);
  sb_printf(error, "`--%s` needs a value: %s", s->name, s->arg);
  return false;
}

static bool long_option(Options *o, const char *arg, Args *a, StrBuf *error) {
  size_t n = strcspn(arg + 2, "=");
  const OptionSpec *s = by_name(arg + 2, n);
  if (!s || !taken_by(s, o->command)) {
    unknown_option(o, arg, error);
    if (s) sb_printf(error, " (`litmus %s` does not have it)", commands[o->command].name);
    return false;
  }
  return with_value(o, s, arg[2 + n] ? arg + 2 + n + 1 : NULL, a, error);
}

/* -t, -j2, -j 2, -tj2 */
static bool short_options(Options *o, const char *arg, Args *a, StrBuf *error) {
  for (const char *p = arg + 1; *p; p++) {
    const OptionSpec *s = by_letter(*p);
    if (!s || !taken_by(s, o->command)) {
      sb_printf(error, "unknown option `-%c`", *p);
      return false;
    }
    const char *rest = s->type != TYPE_FLAG && p[1] ? p + 1 : NULL;
    if (!with_value(o, s, rest, a, error)) return false;
    if (s->type != TYPE_FLAG) return true;
  }
  return true;
}

bool options_parse(Options *o, CommandCode command, int argc, char **argv, StrBuf *error) {
  *o = (Options){.command = command, .arena = arena_create()};
  for (u32 i = 0; i < NSPECS; i++)
    if (specs[i].type == TYPE_NUMBER) *(u64 *)((char *)o + specs[i].offset) = specs[i].value;
  Args a = {argc, 0, argv};
  bool only_operands = false;
  while (a.at < a.argc) {
    const char *arg = a.argv[a.at++];
    bool ok = true;
    if (only_operands || arg[0] != '-' || !arg[1])
      vec_push(&o->operands, arg);
    else if (!strcmp(arg, "--"))
      only_operands = true;
    else if (arg[1] == '-')
      ok = long_option(o, arg, &a, error);
    else
      ok = short_options(o, arg, &a, error);
    if (!ok) return false;
  }
  return true;
}

void options_free(Options *o) {
  for (u32 i = 0; i < NSPECS; i++) {
    StrList *list = (StrList *)((char *)o + specs[i].offset);
    if (specs[i].type == TYPE_LIST) vec_free(list);
  }
  vec_free(&o->operands);
  arena_destroy(o->arena);
}

/* ---- help */

enum { HELP_COLUMN = 30 };

static void help_option(const OptionSpec *s, StrBuf *out) {
  size_t start = out->len;
  if (s->letter)
    sb_printf(out, "  -%c, --%s", s->letter, s->name);
  else
    sb_printf(out, "      --%s", s->name);
  if (s->arg) sb_printf(out, " %s", s->arg);
  if (out->len - start > HELP_COLUMN - 2) sb_putc(out, '\n'), start = out->len;
  while (out->len - start < HELP_COLUMN) sb_putc(out, ' ');
  sb_puts(out, s->help);
  bool has_default = s->type == TYPE_LIMIT || (s->type == TYPE_NUMBER && s->value);
  if (has_default) sb_printf(out, " (default %" PRIu64 ")", s->value);
  if (s->type == TYPE_CHOICE) sb_printf(out, " (default %.*s)", (int)strcspn(s->arg, "|"), s->arg);
  sb_putc(out, '\n');
}

static void help_options(CommandCode c, bool limits, const char *title, StrBuf *out) {
  bool any = false;
  for (u32 i = 0; i < NSPECS; i++) {
    if (!taken_by(&specs[i], c) || (specs[i].type == TYPE_LIMIT) != limits) continue;
    if (!any) sb_printf(out, "\n%s:\n", title);
    any = true;
    help_option(&specs[i], out);
  }
}

void help_command(CommandCode c, StrBuf *out) {
  const char *space = *commands[c].operands ? " " : "";
  sb_printf(out, "Usage: litmus %s [OPTIONS]%s%s\n\n", commands[c].name, space,
            commands[c].operands);
  sb_printf(out, "%c%s.\n\n%s\n", commands[c].summary[0] - 'a' + 'A', commands[c].summary + 1,
            commands[c].details);
  help_options(c, false, "Options", out);
  help_options(c, true, "Limits of one exploration (named in the verdict when hit)", out);
  sb_printf(out, "\nExample:\n  %s\n", commands[c].example);
}

void help_main(StrBuf *out) {
  sb_puts(out,
          "litmus " LITMUS_VERSION ": what may this program do, and is this optimization right?\n\n"
          "Usage: litmus COMMAND [OPTIONS] ...\n\nCommands:\n");
  for (u32 i = 0; i < COMMAND_COUNT; i++)
    sb_printf(out, "  %-8s %s\n", commands[i].name, commands[i].summary);
  sb_puts(out, "  help     explain a command: `litmus help COMMAND`\n\n"
               "      --help, --version\n\n"
               "Exit status: 0 as expected or sound, 1 not, 2 bad usage or input, 3 unknown.\n\n"
               "Example:\n");
  for (u32 i = 0; i < COMMAND_COUNT; i++) sb_printf(out, "  %s\n", commands[i].example);
}
