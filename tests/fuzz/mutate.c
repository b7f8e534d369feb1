/* The mutations. Most start from a corpus file and break it a little, because a text that is nearly
 * right gets far into the compiler before it fails; a few are noise, for the lexer and parser. */
#include "tests/fuzz/mutate.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

u64 rng_next(Rng *r) {
  u64 z = r->state += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

u32 rng_below(Rng *r, u32 n) { return (u32)(rng_next(r) % n); }

/* ---- what gets inserted */

static const char *const TOKENS[] = {
    "fn",
    "let",
    "mut",
    "unsafe",
    "loop",
    "while",
    "for",
    "in",
    "if",
    "else",
    "match",
    "return",
    "break",
    "continue",
    "struct",
    "enum",
    "union",
    "impl",
    "const",
    "static",
    "mod",
    "use",
    "pub",
    "as",
    "ref",
    "move",
    "dyn",
    "where",
    "trait",
    "type",
    "extern",
    "crate",
    "self",
    "Self",
    "super",
    "true",
    "false",
    "'a",
    "'a:",
    "i8",
    "u8",
    "i32",
    "u32",
    "i64",
    "u64",
    "i128",
    "u128",
    "usize",
    "isize",
    "bool",
    "char",
    "str",
    "!",
    "()",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "::",
    "->",
    "=>",
    "=",
    "==",
    "!=",
    "<=",
    ">=",
    "&&",
    "||",
    "&",
    "&mut ",
    "&raw const ",
    "&raw mut ",
    "*",
    "*const ",
    "*mut ",
    "+",
    "-",
    "/",
    "%",
    "^",
    "|",
    "<<",
    ">>",
    "+=",
    "<<=",
    "..",
    "..=",
    "...",
    ".",
    ",",
    ";",
    ":",
    "#",
    "#[cfg(opt)]",
    "#[repr(C)]",
    "#[repr(packed)]",
    "#[repr(align(64))]",
    "@",
    "?",
    "$",
    "_",
    "~",
    "\\",
    "\"",
    "'",
    "'x'",
    "'\\u{10FFFF}'",
    "b'x'",
    "b\"x\"",
    "\"\"",
    "\"{}\"",
    "\"{:?}\"",
    "\"{0:>99999}\"",
    "r#\"",
    "/*",
    "*/",
    "//",
    "//@ ",
    "//~ ub",
    "0",
    "1",
    "-1",
    "0x",
    "0b2",
    "1e5",
    "1.5",
    "0usize",
    "255u8",
    "256u8",
    "18446744073709551615",
    "340282366920938463463374607431768211455",
    "340282366920938463463374607431768211456",
    "9223372036854775808",
    "1_0",
    "main",
    "println!",
    "print!",
    "assert!",
    "assert_eq!",
    "panic!",
    "cfg!",
    "addr_of!",
    "Box::new",
    "Box<",
    "Option",
    "Some",
    "None",
    "Ok",
    "Err",
    "Cell::new",
    "UnsafeCell",
    "MaybeUninit::uninit()",
    "std::mem::transmute",
    "std::ptr::null()",
    ".wrapping_add(1)",
    ".add(1)",
    ".offset(-1)",
    ".cast::<u8>()",
    ".read()",
    ".write(0)",
    ".addr()",
    "as usize",
    "as *mut u8",
    "as *const _",
    "[0; 1000000000]",
    "[[0u8; 65536]; 65536]",
    "unreachable_unchecked()",
    "size_of::<u8>()",
    "drop",
    "std::process::exit(1)",
    "\xff",
    "\xe2\x82",
    "\xef\xbb\xbf",
    "\r\n",
    "\t",
};
static const char *const DIRECTIVES[] = {
    "//@ title: x\n",
    "//@ expect base [flat]: prints \"\"\n",
    "//@ expect: ub\n",
    "//@ expect base [alloc sb tb]: prints \"\" | ub /(/\n",
    "//@ check base => opt: sound\n",
    "//@ check base => base [flat]: unsound /.*/\n",
    "//@ check => \n",
    "//@ expect [: \n",
    "//@\n",
    "//@ nonsense: 1\n",
    "//@ expect base [nomodel]: returns\n",
    "//@ expect: prints \"\\q\n",
    "//~ ub [tb] /(a+)+$/\n",
    "//~ ub\n",
};
static const char *const NUMBERS[] = {"0",
                                      "1",
                                      "2",
                                      "7",
                                      "8",
                                      "63",
                                      "64",
                                      "127",
                                      "128",
                                      "255",
                                      "256",
                                      "4095",
                                      "65535",
                                      "2147483647",
                                      "4294967295",
                                      "9223372036854775807",
                                      "18446744073709551615",
                                      "340282366920938463463374607431768211455"};
#define COUNT(a) ((u32)(sizeof(a) / sizeof *(a)))

static const char *random_token(Rng *r) { return TOKENS[rng_below(r, COUNT(TOKENS))]; }

/* ---- a text under mutation: pieces [lo, hi) of it are cut, replaced, copied */

typedef struct Range {
  u32 lo, hi;
} Range;

static void replace(StrBuf *b, Range at, const char *s, size_t n) {
  StrBuf made = {0};
  sb_put(&made, sb_str(b), at.lo);
  sb_put(&made, s, n);
  sb_put(&made, sb_str(b) + at.hi, b->len - at.hi);
  sb_free(b);
  *b = made;
}

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

/* The token around or after a random place: a word, or one other character. */
static Range random_token_range(Rng *r, const StrBuf *b) {
  if (b->len == 0) return (Range){0, 0};
  const char *s = sb_str(b);
  u32 lo = rng_below(r, (u32)b->len);
  while (lo < b->len && isspace((unsigned char)s[lo])) lo++;
  if (lo == b->len) return (Range){lo, lo};
  u32 hi = lo + 1;
  if (is_word(s[lo])) {
    while (lo > 0 && is_word(s[lo - 1])) lo--;
    while (hi < b->len && is_word(s[hi])) hi++;
  }
  return (Range){lo, hi};
}

/* The line around a random place, newline included. */
static Range random_line(Rng *r, const char *s, u32 len) {
  if (len == 0) return (Range){0, 0};
  u32 lo = rng_below(r, len), hi = lo;
  while (lo > 0 && s[lo - 1] != '\n') lo--;
  while (hi < len && s[hi] != '\n') hi++;
  return (Range){lo, hi < len ? hi + 1 : hi};
}

/* ---- mutations: each changes `b` once */

typedef struct Mutator {
  Rng rng;
  const Text *texts;
  u32 ntexts;
} Mutator;

static const Text *random_text(Mutator *m) { return &m->texts[rng_below(&m->rng, m->ntexts)]; }

static void set_byte(Mutator *m, StrBuf *b) {
  if (b->len > 0) b->at[rng_below(&m->rng, (u32)b->len)] = (char)rng_below(&m->rng, 256);
}

static void flip_bit(Mutator *m, StrBuf *b) {
  if (b->len > 0) b->at[rng_below(&m->rng, (u32)b->len)] ^= (char)(1 << rng_below(&m->rng, 7));
}

static void delete_bytes(Mutator *m, StrBuf *b) {
  if (b->len == 0) return;
  u32 lo = rng_below(&m->rng, (u32)b->len), n = 1 + rng_below(&m->rng, 8);
  replace(b, (Range){lo, lo + n < b->len ? lo + n : (u32)b->len}, "", 0);
}

static void insert_token(Mutator *m, StrBuf *b) {
  u32 at = random_token_range(&m->rng, b).lo;
  StrBuf text = {0};
  sb_printf(&text, " %s ", random_token(&m->rng));
  replace(b, (Range){at, at}, sb_str(&text), text.len);
  sb_free(&text);
}

static void replace_token(Mutator *m, StrBuf *b) {
  const char *t = random_token(&m->rng);
  replace(b, random_token_range(&m->rng, b), t, strlen(t));
}

static void delete_token(Mutator *m, StrBuf *b) {
  replace(b, random_token_range(&m->rng, b), "", 0);
}

static void copy_token(Mutator *m, StrBuf *b) {
  Range from = random_token_range(&m->rng, b), to = random_token_range(&m->rng, b);
  StrBuf word = {0};
  sb_put(&word, sb_str(b) + from.lo, from.hi - from.lo);
  replace(b, to, sb_str(&word), word.len);
  sb_free(&word);
}

static void change_number(Mutator *m, StrBuf *b) {
  const char *s = sb_str(b);
  for (u32 tries = 0; tries < 50; tries++) {
    Range t = random_token_range(&m->rng, b);
    if (t.lo == t.hi || !isdigit((unsigned char)s[t.lo])) continue;
    const char *n = NUMBERS[rng_below(&m->rng, COUNT(NUMBERS))];
    replace(b, t, n, strlen(n));
    return;
  }
}

static void delete_line(Mutator *m, StrBuf *b) {
  replace(b, random_line(&m->rng, sb_str(b), (u32)b->len), "", 0);
}

static void copy_line(Mutator *m, StrBuf *b) {
  Range from = random_line(&m->rng, sb_str(b), (u32)b->len);
  u32 to = random_line(&m->rng, sb_str(b), (u32)b->len).lo;
  StrBuf line = {0};
  sb_put(&line, sb_str(b) + from.lo, from.hi - from.lo);
  replace(b, (Range){to, to}, sb_str(&line), line.len);
  sb_free(&line);
}

static void move_line(Mutator *m, StrBuf *b) {
  Range from = random_line(&m->rng, sb_str(b), (u32)b->len);
  StrBuf line = {0};
  sb_put(&line, sb_str(b) + from.lo, from.hi - from.lo);
  replace(b, from, "", 0);
  u32 to = random_line(&m->rng, sb_str(b), (u32)b->len).lo;
  replace(b, (Range){to, to}, sb_str(&line), line.len);
  sb_free(&line);
}

static void foreign_line(Mutator *m, StrBuf *b) {
  if (m->ntexts == 0) return;
  const Text *t = random_text(m);
  Range line = random_line(&m->rng, t->at, t->len);
  u32 to = random_line(&m->rng, sb_str(b), (u32)b->len).lo;
  replace(b, (Range){to, to}, t->at + line.lo, line.hi - line.lo);
}

static void foreign_tail(Mutator *m, StrBuf *b) {
  if (m->ntexts == 0) return;
  const Text *t = random_text(m);
  u32 from = random_line(&m->rng, t->at, t->len).lo;
  u32 to = random_line(&m->rng, sb_str(b), (u32)b->len).lo;
  replace(b, (Range){to, (u32)b->len}, t->at + from, t->len - from);
}

static void insert_directive(Mutator *m, StrBuf *b) {
  const char *d = DIRECTIVES[rng_below(&m->rng, COUNT(DIRECTIVES))];
  u32 to = rng_below(&m->rng, 2) ? 0 : random_line(&m->rng, sb_str(b), (u32)b->len).lo;
  replace(b, (Range){to, to}, d, strlen(d));
}

static void truncate_text(Mutator *m, StrBuf *b) {
  u32 at = rng_below(&m->rng, (u32)b->len + 1);
  replace(b, (Range){at, (u32)b->len}, "", 0);
}

/* Deep nesting: recursion in the parser and in what walks its trees. */
static void nest(Mutator *m, StrBuf *b) {
  static const char *const PAIRS[][2] = {{"(", ")"},         {"[", "]"}, {"{", "}"},
                                         {"&", ""},          {"*", ""},  {"-", ""},
                                         {"Box::new(", ")"}, {"!", ""},  {"if true {", "}"},
                                         {"unsafe {", "}"},  {"1+", ""}, {"<", ">"}};
  const char *const *pair = PAIRS[rng_below(&m->rng, COUNT(PAIRS))];
  u32 depth = 1 + rng_below(&m->rng, rng_below(&m->rng, 4) ? 8 : 2000);
  Range t = random_token_range(&m->rng, b);
  StrBuf text = {0};
  for (u32 i = 0; i < depth; i++) sb_puts(&text, pair[0]);
  sb_put(&text, sb_str(b) + t.lo, t.hi - t.lo);
  for (u32 i = 0; i < depth; i++) sb_puts(&text, pair[1]);
  replace(b, t, sb_str(&text), text.len);
  sb_free(&text);
}

static void repeat_range(Mutator *m, StrBuf *b) {
  Range line = random_line(&m->rng, sb_str(b), (u32)b->len);
  u32 times = 1 + rng_below(&m->rng, 200);
  StrBuf text = {0};
  for (u32 i = 0; i < times; i++) sb_put(&text, sb_str(b) + line.lo, line.hi - line.lo);
  replace(b, line, sb_str(&text), text.len);
  sb_free(&text);
}

static const struct {
  void (*apply)(Mutator *m, StrBuf *b);
  u32 weight;
} MUTATIONS[] = {
    {set_byte, 3},      {flip_bit, 3},         {delete_bytes, 3},  {insert_token, 5},
    {replace_token, 8}, {delete_token, 6},     {copy_token, 10},   {change_number, 6},
    {delete_line, 5},   {copy_line, 5},        {move_line, 4},     {foreign_line, 5},
    {foreign_tail, 3},  {insert_directive, 2}, {truncate_text, 1}, {nest, 2},
    {repeat_range, 1},
};

static void mutate_once(Mutator *m, StrBuf *b) {
  u32 total = 0;
  for (u32 i = 0; i < COUNT(MUTATIONS); i++) total += MUTATIONS[i].weight;
  u32 pick = rng_below(&m->rng, total), i = 0;
  while (pick >= MUTATIONS[i].weight) pick -= MUTATIONS[i++].weight;
  MUTATIONS[i].apply(m, b);
}

/* ---- inputs that start from nothing */

static void random_bytes(Rng *r, StrBuf *b) {
  for (u32 n = rng_below(r, 2000); n > 0; n--) sb_putc(b, (char)rng_below(r, 256));
}

static void random_tokens(Rng *r, StrBuf *b) {
  sb_puts(b, "fn main() { ");
  for (u32 n = rng_below(r, 300); n > 0; n--) sb_printf(b, "%s ", random_token(r));
}

void fuzz_input(const Text *texts, u32 ntexts, u64 seed, u64 number, StrBuf *out, StrBuf *how) {
  Mutator m = {{seed * 0x9e3779b97f4a7c15u ^ number}, texts, ntexts};
  for (int i = 0; i < 4; i++) rng_next(&m.rng); /* neighbouring numbers start close together */
  sb_clear(out);
  sb_clear(how);
  u32 kind = rng_below(&m.rng, 100);
  if (kind < 4 || (ntexts == 0 && kind < 50)) {
    random_bytes(&m.rng, out);
    sb_puts(how, "random bytes");
  } else if (kind < 8 || ntexts == 0) {
    random_tokens(&m.rng, out);
    sb_puts(how, "random tokens");
  } else {
    const Text *t = random_text(&m);
    u32 n = 1 + rng_below(&m.rng, rng_below(&m.rng, 3) ? 4 : 20);
    sb_put(out, t->at, t->len);
    for (u32 i = 0; i < n && out->len < FUZZ_MAX_LEN; i++) mutate_once(&m, out);
    sb_printf(how, "%u mutations of %s", n, t->name);
  }
  if (out->len > FUZZ_MAX_LEN) replace(out, (Range){FUZZ_MAX_LEN, (u32)out->len}, "", 0);
}
