/* The table of rewrite rules. Their order is the order of trying. */
#include "engine/term/internal.h"

#define OF(op) ((u64)1 << TERM_##op)
static const TermRule rules[] = {
#define RULE(name, operators) {#name, operators, rule_##name},
#include "engine/term/rules.def"
#undef RULE
};

const TermRule *term_rules(u32 *count) {
  *count = sizeof rules / sizeof *rules;
  return rules;
}

/* Lists the rules of each operator, so that constructors look at no others. */
void rules_index(Terms *ts) {
  _Static_assert(TERM_OP_COUNT <= 64, "one bit for each operator");
  _Static_assert(sizeof rules / sizeof *rules < 255, "rule numbers are bytes");
  for (unsigned op = 0; op < TERM_OP_COUNT; op++) {
    unsigned n = 0;
    for (unsigned r = 0; r < sizeof rules / sizeof *rules; r++) {
      if (!(rules[r].operators >> op & 1)) continue;
      assert(n + 1 < RULES_PER_OP);
      ts->rules_of[op][n++] = (u8)(r + 1);
    }
  }
}
