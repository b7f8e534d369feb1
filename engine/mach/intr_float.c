/* Intrinsics of floats. */
#include "engine/mach/intrinsic.h"

static void float_operation(Call *c, TermOp op) {
  Bits x[3] = {c->arg[0].a.bits, c->arg[1].a.bits, c->arg[2].a.bits};
  give_bits(c, mach_float(c->m, op, c->width, x));
}
static void float_sqrt(Call *c) { float_operation(c, TERM_FSQRT); }
static void float_fma(Call *c) { float_operation(c, TERM_FMA); }
static void float_floor(Call *c) { float_operation(c, TERM_FFLOOR); }
static void float_ceil(Call *c) { float_operation(c, TERM_FCEIL); }
static void float_trunc(Call *c) { float_operation(c, TERM_FTRUNC); }
static void float_round(Call *c) { float_operation(c, TERM_FROUND); }
static void float_round_even(Call *c) { float_operation(c, TERM_FROUND_EVEN); }
static void float_min(Call *c) {
  give_bits(c, mach_float_min_max(c->m, false, c->width, c->arg[0].a.bits, c->arg[1].a.bits));
}
static void float_max(Call *c) {
  give_bits(c, mach_float_min_max(c->m, true, c->width, c->arg[0].a.bits, c->arg[1].a.bits));
}
static void float_to_int_unchecked(Call *c) {
  Machine *m = c->m;
  if (!type_is_integral(m->types, c->ty))
    mach_unsupported(m, "to_int_unchecked to `%s`", type_str_of(m->types, c->ty));
  const TypeInfo from = *mach_type(m, c->arg[0].ty), to = *mach_type(m, c->ty);
  if (!mach_decide(m, mach_float_fits(m, &from, &to, c->arg[0].a.bits)))
    mach_ub(m, UB_ARITHMETIC, NULL, "unchecked conversion of %s to `%s`, which has no such value",
            mach_float_text(m, c->arg[0].a.bits, (unsigned)from.size * 8),
            type_str_of(m->types, c->ty));
  give_bits(c, mach_float_cast(m, &from, &to, c->arg[0].a.bits));
}

const RunIntrinsic float_intrinsics[INTR_COUNT] = {
    [INTR_FLOAT_SQRT] = float_sqrt,
    [INTR_FLOAT_FMA] = float_fma,
    [INTR_FLOAT_FLOOR] = float_floor,
    [INTR_FLOAT_CEIL] = float_ceil,
    [INTR_FLOAT_TRUNC] = float_trunc,
    [INTR_FLOAT_ROUND] = float_round,
    [INTR_FLOAT_ROUND_EVEN] = float_round_even,
    [INTR_FLOAT_MIN] = float_min,
    [INTR_FLOAT_MAX] = float_max,
    [INTR_FLOAT_TO_INT_UNCHECKED] = float_to_int_unchecked,
};
