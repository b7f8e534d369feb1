/* The command line: from the tables options.def and commands.def to one struct. */
#ifndef LITMUS_CLI_OPTIONS_H
#define LITMUS_CLI_OPTIONS_H

#include "engine/base/strbuf.h"
#include "engine/base/vec.h"
#include "litmus/run/limits.h"

#define LITMUS_VERSION "0.1.0"

/* Exit statuses, the same for every command. */
enum { EXIT_AS_EXPECTED = 0, EXIT_NOT = 1, EXIT_USAGE = 2, EXIT_UNKNOWN = 3 };

typedef enum CommandCode {
#define COMMAND(code, name, operands, summary, details, example) COMMAND_##code,
#include "litmus/cli/commands.def"
#undef COMMAND
  COMMAND_COUNT
} CommandCode;

typedef VEC(const char *) StrList;

typedef struct Options {
  CommandCode command;
#define OPT_FLAG(field, name, letter, commands, help) bool field;
#define OPT_TEXT(field, name, letter, arg, commands, help) const char *field;
#define OPT_LIST(field, name, letter, arg, commands, help) StrList field;
#define OPT_CHOICE(field, name, letter, words, commands, help) u32 field;
#define OPT_NUMBER(field, name, letter, arg, value, least, most, commands, help) u64 field;
#include "litmus/cli/options.def"
#undef OPT_FLAG
#undef OPT_TEXT
#undef OPT_LIST
#undef OPT_CHOICE
#undef OPT_NUMBER
  LimitSettings limits;
  StrList operands;
  Arena *arena; /* of the strings made here */
} Options;

enum { FORMAT_HUMAN, FORMAT_JSON, FORMAT_JUNIT, FORMAT_TAP }; /* ORDER: of --format's words */
enum { ALIAS_FILE, ALIAS_NONE, ALIAS_ANY };
enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* Reads the arguments behind the command's name. False: a message is in *error. */
bool options_parse(Options *o, CommandCode command, int argc, char **argv, StrBuf *error);
void options_free(Options *o);

bool command_by_name(const char *name, CommandCode *out);
const char *command_suggest(const char *name); /* NULL: nothing is close */
void help_command(CommandCode c, StrBuf *out);
void help_main(StrBuf *out);

#endif
