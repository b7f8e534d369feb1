/* The predicates of #[cfg(..)], #[cfg_attr(..)] and cfg!(..), decided while parsing. Programs are
 * compiled as rustc does it for x86_64-unknown-linux-gnu in a debug build; everything that is not
 * listed here and was not asked for by the user is false. */
#include "litmus/rust/parse.h"

#include <string.h>

typedef struct Cfg {
  const char *name, *value; /* value NULL: a bare name */
} Cfg;

static const Cfg target[] = {{"debug_assertions", NULL},
                             {"overflow_checks", NULL},
                             {"unix", NULL},
                             {"panic", "unwind"},
                             {"target_arch", "x86_64"},
                             {"target_endian", "little"},
                             {"target_env", "gnu"},
                             {"target_family", "unix"},
                             {"target_os", "linux"},
                             {"target_pointer_width", "64"},
                             {"target_vendor", "unknown"},
                             {"target_has_atomic", NULL},
                             {"target_has_atomic", "8"},
                             {"target_has_atomic", "16"},
                             {"target_has_atomic", "32"},
                             {"target_has_atomic", "64"},
                             {"target_has_atomic", "ptr"}};

/* Is `given` NAME, or NAME="VALUE" (the quotes may be missing, as a shell leaves it)? */
static bool is_given(const char *given, const char *name, const char *value) {
  size_t n = strlen(name);
  if (strncmp(given, name, n) != 0) return false;
  if (!value) return given[n] == 0;
  if (given[n] != '=') return false;
  const char *g = given + n + 1;
  size_t len = strlen(g);
  if (len >= 2 && g[0] == '"' && g[len - 1] == '"') g++, len -= 2;
  return len == strlen(value) && memcmp(g, value, len) == 0;
}

static bool is_set(const Parser *p, const char *name, const char *value) {
  for (size_t i = 0; i < sizeof target / sizeof *target; i++) {
    const Cfg *c = &target[i];
    if (strcmp(c->name, name) == 0 && !c->value == !value &&
        (!value || strcmp(c->value, value) == 0))
      return true;
  }
  for (u32 i = 0; p->opts && i < p->opts->ncfgs; i++)
    if (is_given(p->opts->cfgs[i], name, value)) return true;
  return false;
}

/* ( predicate, .. ): how many there are, how many of them hold. */
static void predicates(Parser *p, u32 *n, u32 *true_ones) {
  *n = *true_ones = 0;
  Span open = p_here(p);
  p_expect(p, TK_LPAREN);
  while (!at(p, TK_RPAREN)) {
    *true_ones += parse_cfg_predicate(p);
    ++*n;
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RPAREN, open, "`,`");
}

/* predicate = "all" "(" [predicate {"," predicate}] ")" | "any" "(" .. ")" | "not" "(" predicate
 * ")" | "true" | "false" | name ["=" string] */
static bool predicate(Parser *p) {
  if (p_accept(p, KW_TRUE)) return true;
  if (p_accept(p, KW_FALSE)) return false;
  Span start = p_here(p);
  const char *name = sym_str(p->in, p_ident(p, "a cfg predicate"));
  if (at(p, TK_LPAREN)) {
    u32 n, yes;
    predicates(p, &n, &yes);
    if (strcmp(name, "all") == 0) return yes == n;
    if (strcmp(name, "any") == 0) return yes > 0;
    if (strcmp(name, "not") != 0) p_fail(p, start, "unknown cfg predicate `%s(..)`", name);
    if (n != 1) p_fail(p, start, "`not` takes one cfg predicate, this one has %u", n);
    return yes == 0;
  }
  if (!p_accept(p, TK_EQ)) return is_set(p, name, NULL);
  if (!at(p, TK_STR)) p_fail_expected(p, "a string");
  const char *value = p->tokens->lit.at[p->tok.lit].text;
  p_advance(p);
  return is_set(p, name, value);
}

bool parse_cfg_predicate(Parser *p) {
  p_enter(p);
  bool yes = predicate(p);
  p_leave(p);
  return yes;
}
