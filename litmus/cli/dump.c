/* litmus dump: the core IR of a program. */
#include "litmus/cli/command.h"

int command_dump(const Options *o) {
  if (o->operands.len != 1)
    return usage_error(o->command, o->operands.len ? "dump takes one FILE" : "which FILE?");
  Session s;
  SessionOptions so = {0};
  Loaded file = session_open(&s, o->arena, o->operands.at[0], &so);
  if (file.status != LOAD_OK) return input_error(file.error);
  const Compiled *c = session_compile(&s, (CfgSet){o->cfgs.at, o->cfgs.len});
  int status = EXIT_AS_EXPECTED;
  StrBuf out = {0};
  if (c->program) {
    ir_print(c->program, o->all, &out);
  } else {
    ResultRec r = {0};
    session_diags(&s, c->diags, &r);
    print_diags(o, r.diags.at, r.diags.len);
    const Diag *first = diags_first(c->diags);
    status = first && first->kind == DIAG_UNSUPPORTED ? EXIT_UNKNOWN : EXIT_USAGE;
  }
  session_close(&s);
  return finish_out(&out, status);
}
