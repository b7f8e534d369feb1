/* asm!: the rules that need no types, and where stories may stand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "litmus/rust/asm_reg.h"
#include "tests/unit/parsed.h"

typedef struct Case {
  const char *text, *want; /* the first error, or "" */
} Case;

#define COUNT(cases) (sizeof cases / sizeof *cases)

static void run(const Case *cases, size_t n, const char *before, const char *after) {
  for (size_t i = 0; i < n; i++) {
    StrBuf text = {0};
    Parsed p;
    sb_printf(&text, "%s%s%s", before, cases[i].text, after);
    parse(&p, sb_str(&text), text.len);
    const Diag *d = diags_first(&p.diags);
    if (strcmp(d ? d->text : "", cases[i].want) != 0) print_message("%s\n", cases[i].text);
    assert_string_equal(d ? d->text : "", cases[i].want);
    parsed_free(&p);
    sb_free(&text);
  }
}

static void operands(void **state) {
  (void)state;
  static const Case cases[] = {
      {"", "`asm!` requires at least a template string argument"},
      {"\"nop\"", ""},
      {"\"a\", \"b {}\", in(reg) x", ""},
      {"concat!(\"no\", \"p\")", ""},
      {"x", "asm template must be a string literal"},
      {"\"{}\", in(reg) x, \"nop\"",
       "expected an operand, `clobber_abi` or `options`, found a template"},
      {"\"{}\", in(reg) _", "`_` cannot be used for input operands"},
      {"\"{}\", inout(reg) _ => x", "`_` cannot be used for input operands"},
      {"\"{} {}\", out(reg) _, lateout(reg) _", ""},
      {"\"{x} {x}\", x = in(reg) 1, x = in(reg) 2", "duplicate argument named `x`"},
      {"\"{x} {}\", x = in(reg) 1, in(reg) 2",
       "positional arguments cannot follow named arguments or explicit register arguments"},
      {"\"{}\", in(\"eax\") 1, in(reg) 2",
       "positional arguments cannot follow named arguments or explicit register arguments"},
      {"\"{x}\", in(\"eax\") 1, x = in(reg) 2",
       "named arguments cannot follow explicit register arguments"},
      {"\"nop\", x = in(\"eax\") 1", "explicit register arguments cannot have names"},
      {"\"{}\", in(reg) 1, in(reg) 2", "argument never used"},
      {"\"nop\", x = in(reg) 1", "named argument never used"},
      {"\"nop\", in(\"eax\") 1", ""},
      {"\"{0}\", in(\"eax\") 1", "explicit register arguments cannot be used in the asm template"},
      {"\"{1}\", in(reg) 1", "invalid reference to argument at index 1: there is 1 argument"},
      {"\"{} {}\", in(reg) 1", "invalid reference to argument at index 1: there is 1 argument"},
      {"\"{y}\", x = in(reg) 1", "there is no argument named `y`"},
      {"\"{x}\", in(reg) x", "there is no argument named `x`"},
      {"\"{{}} {}\", in(reg) 1", ""},
      {"\"}\"", "invalid asm template string: unmatched `}` found"},
      {"\"{0\", in(reg) 1", "invalid asm template string: expected `}`"},
      {"\"{0:e} {0:x} {0:l} {0:r}\", in(reg) 1", ""},
      {"\"{0:h}\", in(reg) 1", "invalid asm template modifier `h` for register class `reg`"},
      {"\"{0:h}\", in(reg_abcd) 1", ""},
      {"\"{0:ee}\", in(reg) 1", "asm template modifier must be a single character"},
      {"\"{0:e}\", const 1", "asm template modifiers are not allowed for `const` arguments"},
      {"\"{x:e}\", x = sym f", "asm template modifiers are not allowed for `sym` arguments"},
      {"\"{\", options(raw)", ""},
      {"\"{}\", label { }", "a `label` operand is not supported yet"},
      {"\"{}\", foo(reg) 1", "asm template must be a string literal"},
  };
  run(cases, COUNT(cases), "fn f() { unsafe { asm!(", ") } }");
}

static void registers(void **state) {
  (void)state;
  static const Case cases[] = {
      {"in(\"al\") 1, in(\"eax\") 2", "register `eax` conflicts with register `al`"},
      {"in(\"rax\") 1, out(\"ax\") _", "register `ax` conflicts with register `rax`"},
      {"in(\"rax\") 1, lateout(\"ax\") _", ""},
      {"lateout(\"r8d\") _, in(\"r8\") 1", ""},
      {"out(\"r8d\") _, out(\"r8b\") _", "register `r8b` conflicts with register `r8d`"},
      {"out(\"xmm1\") _, out(\"ymm1\") _", "register `ymm1` conflicts with register `xmm1`"},
      {"out(\"xmm1\") _, out(\"xmm2\") _", ""},
      {"out(\"st(0)\") _, out(\"mm0\") _", "register `mm0` conflicts with register `st(0)`"},
      {"in(\"foo\") 1", "invalid register `foo`: unknown register"},
      {"in(\"xmm16\") 1", "invalid register `xmm16`: unknown register"},
      {"in(\"rsp\") 1",
       "invalid register `rsp`: the stack pointer cannot be used as an operand for inline asm"},
      {"in(\"rbx\") 1", "invalid register `rbx`: rbx is used internally by LLVM and cannot be used "
                        "as an operand for inline asm"},
      {"in(\"ah\") 1",
       "invalid register `ah`: high byte registers cannot be used as an operand on x86_64"},
      {"in(\"k1\") 1", "an operand in the register class `kreg` is not supported yet"},
      {"out(\"k1\") _", ""},
  };
  run(cases, COUNT(cases), "fn f() { unsafe { asm!(\"nop\", ", ") } }");
  static const Case classes[] = {
      {"in(foo) 1", "invalid register class `foo`: unknown register class"},
      {"in(reg_byte) 1", ""},
      {"in(xmm_reg) 1", ""},
      {"in(x87_reg) 1", "an operand in the register class `x87_reg` is not supported yet"},
  };
  run(classes, COUNT(classes), "fn f() { unsafe { asm!(\"{}\", ", ") } }");
}

static void options(void **state) {
  (void)state;
  static const Case cases[] = {
      {"\"nop\", options(nomem, nostack, preserves_flags)", ""},
      {"\"nop\", options(nomem), options(nostack)", ""},
      {"\"nop\", options(nomem, nomem)", "the `nomem` option was already provided"},
      {"\"nop\", options(foo)", "`foo` is no option of `asm!`"},
      {"\"nop\", options(may_unwind)", "the option `may_unwind` is not supported yet"},
      {"\"nop\", options(nomem, readonly)",
       "the `nomem` and `readonly` options are mutually exclusive"},
      {"\"{}\", out(reg) x, options(pure)",
       "the `pure` option must be combined with either `nomem` or `readonly`"},
      {"\"nop\", options(pure, nomem)", "asm with the `pure` option must have at least one output"},
      {"\"{}\", out(reg) _, options(pure, nomem)",
       "asm with the `pure` option must have at least one output"},
      {"\"{}\", out(reg) x, options(pure, nomem, noreturn)",
       "the `pure` and `noreturn` options are mutually exclusive"},
      {"\"{}\", out(reg) x, options(noreturn)",
       "asm outputs are not allowed with the `noreturn` option"},
      {"\"{}\", options(nomem), in(reg) x",
       "arguments are not allowed after options or `clobber_abi`"},
      {"\"nop\", clobber_abi(\"C\"), clobber_abi(\"sysv64\")", ""},
      {"\"nop\", clobber_abi(\"D\")", "invalid ABI for `clobber_abi`"},
      {"\"{}\", out(reg) x, clobber_abi(\"C\")",
       "asm with `clobber_abi` must specify explicit registers for outputs"},
      {"\"nop\", out(\"r12\") x, clobber_abi(\"C\")", ""},
  };
  run(cases, COUNT(cases), "fn f() { unsafe { asm!(", ") } }");
}

static void stories(void **state) {
  (void)state;
  static const char misplaced[] =
      "a story must stand directly above an `asm!` block or a foreign function";
  static const Case cases[] = {
      {"fn f() {\n//@ story: x = 1;\nasm!(\"nop\") }", ""},
      {"fn f() {\n//@ story: x = 1;\nunsafe { asm!(\"nop\") } }", ""},
      {"fn f() {\n//@ story: x = 1;\n#[inline]\nasm!(\"nop\"); }", ""},
      {"fn f() {\n//@ story: {\n//@   g();\n//@ }\nasm!(\"nop\") }",
       "expected `}`, found the end of the story"},
      {"fn f() {\n//@ story: {\n//@   g();\n//@   }\nasm!(\"nop\") }", ""},
      {"fn f() {\n//@ story: g();\n//@ story: h();\nasm!(\"nop\") }", ""},
      {"fn f() {\n//@ story a: g();\n//@ story b: h();\nasm!(\"nop\") }",
       "a choice among several stories for one block is not supported yet"},
      {"fn f() {\n//@ story: x = 1;\nlet y = 1; unsafe { asm!(\"nop\") } }", misplaced},
      {"fn f() {\n//@ story: x = 1;\n}", misplaced},
      {"//@ story: x = 1;\nfn f() {}", misplaced},
      {"//@ story: x", misplaced},
      {"//@ story x", "a story is written `//@ story: CODE` or `//@ story NAME: CODE`"},
      {"//@ story: \"", "this string is never closed"},
      {"//@ storyteller: x\n//@ expect: returns", ""},
      {"fn f() {\n//@ story: 1 +;\nasm!(\"nop\") }", "expected an expression, found `;`"},
      {"fn f() {\n//@ story: }\nasm!(\"nop\") }", "expected a statement, found `}`"},
      {"extern \"C\" {\n//@ story: x\nfn f(x: i32) -> i32;\n}", ""},
      {"extern \"C\" {\n//@ story: x\n#[link_name = \"g\"]\npub fn f(x: i32) -> i32;\n}", ""},
      {"macro_rules! m { () => {\n//@ story: x\nasm!(\"nop\")\n} }\nfn f() { m!() }", ""},
      {"#[cfg(no)]\nfn f() {\n//@ story: }\nasm!(\"nop\") }", ""},
  };
  run(cases, COUNT(cases), "", "\n");
}

static void register_names(void **state) {
  (void)state;
  AsmReg r, s;
  assert_true(asm_reg_by_name("sil", &r) && asm_reg_by_name("rsi", &s));
  assert_true(r.file == s.file && r.number == s.number && r.class != s.class);
  assert_true(asm_reg_by_name("xmm15", &r) && asm_reg_by_name("zmm15", &s));
  assert_true(r.file == s.file && r.number == s.number);
  assert_false(asm_reg_by_name("xmm01", &r));
  assert_false(asm_reg_by_name("xmm", &r));
  assert_false(asm_reg_by_name("", &r));
  assert_false(asm_reg_by_name("ax eax", &r) && !r.reserved && r.number != 0);
  assert_int_equal(asm_class_by_name("reg_byte"), ASM_CLASS_REG_BYTE);
  assert_int_equal(asm_class_by_name("x"), ASM_CLASS_COUNT);
  assert_string_equal(asm_class_name(ASM_CLASS_REG), "reg");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(operands), cmocka_unit_test(registers),      cmocka_unit_test(options),
      cmocka_unit_test(stories),  cmocka_unit_test(register_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
