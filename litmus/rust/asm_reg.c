#include "litmus/rust/asm_reg.h"

#include <stdlib.h>
#include <string.h>

static const struct {
  const char *name, *modifiers;
  u32 widths;
} classes[] = {
#define ASM_CLASS(code, name, widths, modifiers) {name, modifiers, widths},
#include "litmus/rust/asm_reg.def"
};

static const struct {
  AsmClass class;
  u32 number;
  const char *names; /* with blanks between */
} regs[] = {
#define ASM_REG(class, number, names) {ASM_CLASS_##class, number, names},
#include "litmus/rust/asm_reg.def"
};

static const struct {
  const char *name, *why;
} reserved[] = {
#define ASM_RESERVED(name, why) {name, why},
#include "litmus/rust/asm_reg.def"
};

enum { FILE_GENERAL, FILE_VECTOR, FILE_MASK, FILE_X87, FILE_TILE };

AsmClass asm_class_by_name(const char *name) {
  for (u32 i = 0; i < ASM_CLASS_COUNT; i++)
    if (strcmp(classes[i].name, name) == 0) return (AsmClass)i;
  return ASM_CLASS_COUNT;
}

const char *asm_class_name(AsmClass c) { return classes[c].name; }
u32 asm_class_widths(AsmClass c) { return classes[c].widths; }
const char *asm_class_modifiers(AsmClass c) { return classes[c].modifiers; }

static bool is_word_of(const char *names, const char *word) {
  size_t n = strlen(word);
  for (const char *s = names; n && (s = strstr(s, word)); s += n)
    if ((s == names || s[-1] == ' ') && (s[n] == 0 || s[n] == ' ')) return true;
  return false;
}

/* prefix, a number below `count`, suffix */
static bool numbered(const char *name, const char *prefix, u32 count, const char *suffix,
                     u32 *out) {
  size_t n = strlen(prefix);
  if (strncmp(name, prefix, n) != 0 || name[n] < '0' || name[n] > '9') return false;
  char *end;
  unsigned long v = strtoul(name + n, &end, 10);
  if (name[n] == '0' && end != name + n + 1) return false;
  *out = (u32)v;
  return v < count && strcmp(end, suffix) == 0;
}

bool asm_reg_by_name(const char *name, AsmReg *out) {
  static const struct {
    const char *prefix, *suffix;
    u32 count;
    AsmClass class;
    u32 file;
  } series[] = {{"xmm", "", 16, ASM_CLASS_XMM_REG, FILE_VECTOR},
                {"ymm", "", 16, ASM_CLASS_YMM_REG, FILE_VECTOR},
                {"zmm", "", 32, ASM_CLASS_ZMM_REG, FILE_VECTOR},
                {"k", "", 8, ASM_CLASS_KREG, FILE_MASK},
                {"mm", "", 8, ASM_CLASS_MMX_REG, FILE_X87},
                {"st(", ")", 8, ASM_CLASS_X87_REG, FILE_X87},
                {"tmm", "", 8, ASM_CLASS_TMM_REG, FILE_TILE}};
  *out = (AsmReg){0};
  for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
    if (strcmp(reserved[i].name, name) == 0) {
      out->reserved = reserved[i].why;
      return true;
    }
  for (size_t i = 0; i < sizeof regs / sizeof *regs; i++)
    if (is_word_of(regs[i].names, name)) {
      *out = (AsmReg){regs[i].class, FILE_GENERAL, regs[i].number, NULL};
      return true;
    }
  for (size_t i = 0; i < sizeof series / sizeof *series; i++)
    if (numbered(name, series[i].prefix, series[i].count, series[i].suffix, &out->number)) {
      out->class = series[i].class;
      out->file = series[i].file;
      return true;
    }
  return false;
}
