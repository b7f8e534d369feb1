/* litmus: finds the command and lets it work. */
#include <stdio.h>
#include <string.h>

#include "litmus/cli/command.h"

static int (*const commands[])(const Options *) = {
#define COMMAND(code, name, operands, summary, details, example) command_##name,
#include "litmus/cli/commands.def"
#undef COMMAND
};

static int unknown_command(const char *name) {
  const char *near = command_suggest(name);
  StrBuf b = {0};
  sb_printf(&b, "unknown command `%s`", name);
  if (near) sb_printf(&b, ": did you mean `%s`?", near);
  input_error(sb_str(&b));
  sb_free(&b);
  fputs("`litmus --help` lists the commands\n", stderr);
  return EXIT_USAGE;
}

static int show_help(int argc, char **argv) {
  StrBuf out = {0};
  CommandCode c;
  if (argc == 0)
    help_main(&out);
  else if (command_by_name(argv[0], &c))
    help_command(c, &out);
  else
    return unknown_command(argv[0]);
  return finish_out(&out, EXIT_AS_EXPECTED);
}

static int show_version(void) {
  StrBuf out = {0};
  sb_puts(&out, "litmus " LITMUS_VERSION "\n");
  return finish_out(&out, EXIT_AS_EXPECTED);
}

static int run_command(CommandCode c, int argc, char **argv) {
  Options o;
  StrBuf error = {0};
  int status;
  if (!options_parse(&o, c, argc, argv, &error)) {
    status = usage_error(c, "%s", sb_str(&error));
  } else if (o.help) {
    StrBuf out = {0};
    help_command(c, &out);
    status = finish_out(&out, EXIT_AS_EXPECTED);
  } else {
    status = commands[c](&o);
  }
  sb_free(&error);
  options_free(&o);
  return status;
}

int main(int argc, char **argv) {
  CommandCode c;
  if (argc < 2) {
    StrBuf help = {0};
    help_main(&help);
    fputs(sb_str(&help), stderr);
    sb_free(&help);
    return EXIT_USAGE;
  }
  const char *name = argv[1];
  if (!strcmp(name, "help") || !strcmp(name, "--help") || !strcmp(name, "-h"))
    return show_help(argc - 2, argv + 2);
  if (!strcmp(name, "--version") || !strcmp(name, "-V")) return show_version();
  if (command_by_name(name, &c)) return run_command(c, argc - 2, argv + 2);
  return unknown_command(name);
}
