/* Which tests `litmus run` runs: found below the paths, filtered, one shard of them. */
#ifndef LITMUS_CLI_SELECT_H
#define LITMUS_CLI_SELECT_H

#include "litmus/cli/options.h"
#include "litmus/run/walk.h"

/* EXIT_AS_EXPECTED and the tests in *out, or the exit status after a message. */
int select_tests(const Options *o, PathList *out);
/* --list: path and title, a line each. */
void list_tests(const Options *o, const PathList *tests, StrBuf *out);

#endif
