/* The intrinsics of integers. Operands may be unknown: then the
 * result is a term, and a path is split only where undefined behaviour is possible (`unchecked_*`).
 */
#include "engine/mach/intrinsic.h"

static Bits a_of(Call *c) { return c->arg[0].a.bits; }
static Bits b_of(Call *c) { return c->arg[1].a.bits; }

static void wrapping_add(Call *c) {
  give_bits(c, bits_bin(c->m, TERM_ADD, c->width, a_of(c), b_of(c)));
}
static void wrapping_sub(Call *c) {
  give_bits(c, bits_bin(c->m, TERM_SUB, c->width, a_of(c), b_of(c)));
}
static void wrapping_mul(Call *c) {
  give_bits(c, bits_bin(c->m, TERM_MUL, c->width, a_of(c), b_of(c)));
}

/* The terms' own: MIN / -1 is MIN and MIN % -1 is 0, as they wrap. */
static void wrapping_div(Call *c) {
  TermOp op = c->is_signed ? TERM_SDIV : TERM_UDIV;
  give_bits(c, bits_bin(c->m, op, c->width, a_of(c), b_of(c)));
}
static void wrapping_rem(Call *c) {
  TermOp op = c->is_signed ? TERM_SREM : TERM_UREM;
  give_bits(c, bits_bin(c->m, op, c->width, a_of(c), b_of(c)));
}
static void mul_high(Call *c) {
  give_bits(c, bits_mul_high(c->m, c->width, c->is_signed, a_of(c), b_of(c)));
}

static Bits overflows(Call *c, BinOp op) {
  return bits_overflows(c->m, op, c->width, c->is_signed, a_of(c), b_of(c));
}
static void unchecked(Call *c, BinOp op, TermOp term, const char *verb) {
  if (mach_decide(c->m, overflows(c, op)))
    mach_ub(c->m, UB_ARITHMETIC, NULL, "unchecked %s of `%s` overflows", verb,
            type_str_of(c->m->types, c->ty));
  give_bits(c, bits_bin(c->m, term, c->width, a_of(c), b_of(c)));
}
static void unchecked_add(Call *c) { unchecked(c, BIN_ADD, TERM_ADD, "addition"); }
static void unchecked_sub(Call *c) { unchecked(c, BIN_SUB, TERM_SUB, "subtraction"); }
static void unchecked_mul(Call *c) { unchecked(c, BIN_MUL, TERM_MUL, "multiplication"); }
static void add_overflows(Call *c) { give_bool(c, overflows(c, BIN_ADD)); }
static void sub_overflows(Call *c) { give_bool(c, overflows(c, BIN_SUB)); }
static void mul_overflows(Call *c) { give_bool(c, overflows(c, BIN_MUL)); }

/* The shift amount (any unsigned type) at the width of the value, masked to it. */
static Bits amount(Call *c) {
  unsigned from = (unsigned)mach_type(c->m, c->arg[1].ty)->size * 8;
  Bits b = bits_resize(c->m, b_of(c), from, false, c->width);
  return bits_bin(c->m, TERM_AND, c->width, b, bits_const(c->width - 1));
}
static TermOp shr_op(Call *c) { return c->is_signed ? TERM_ASHR : TERM_LSHR; }
static void wrapping_shl(Call *c) {
  give_bits(c, bits_bin(c->m, TERM_SHL, c->width, a_of(c), amount(c)));
}
static void wrapping_shr(Call *c) {
  give_bits(c, bits_bin(c->m, shr_op(c), c->width, a_of(c), amount(c)));
}
static void check_shift(Call *c) {
  unsigned from = (unsigned)mach_type(c->m, c->arg[1].ty)->size * 8;
  if (mach_decide(c->m, bits_compare(c->m, BIN_GE, from, false, b_of(c), bits_const(c->width))))
    mach_ub(c->m, UB_ARITHMETIC, NULL, "unchecked shift of `%s` by %s, which is not less than %u",
            type_str_of(c->m->types, c->ty), mach_bits_text(c->m, b_of(c), from), c->width);
}
static void unchecked_shl(Call *c) {
  check_shift(c);
  wrapping_shl(c);
}
static void unchecked_shr(Call *c) {
  check_shift(c);
  wrapping_shr(c);
}

static void rotate_left(Call *c) {
  give_bits(c, bits_rotate_left(c->m, c->width, a_of(c), amount(c)));
}
static void rotate_right(Call *c) {
  Bits back = bits_bin(c->m, TERM_SUB, c->width, bits_const(0), amount(c));
  give_bits(c, bits_rotate_left(c->m, c->width, a_of(c), back));
}

static void ctpop(Call *c) { give_bits(c, bits_count_ones(c->m, c->width, a_of(c))); }
static void ctlz(Call *c) { give_bits(c, bits_count_zeros(c->m, c->width, a_of(c), true)); }
static void cttz(Call *c) { give_bits(c, bits_count_zeros(c->m, c->width, a_of(c), false)); }
static void bswap(Call *c) { give_bits(c, bits_reverse(c->m, c->width, a_of(c), 8)); }
static void bitreverse(Call *c) { give_bits(c, bits_reverse(c->m, c->width, a_of(c), 1)); }

static void int_bits(Call *c) { give_int(c, c->width); }
static void int_min(Call *c) { give_int(c, c->is_signed ? (u128)1 << (c->width - 1) : 0); }
static void int_max(Call *c) {
  u128 ones = u128_mask(~(u128)0, c->width);
  give_int(c, c->is_signed ? ones >> 1 : ones);
}

const RunIntrinsic integer_intrinsics[INTR_COUNT] = {
    [INTR_WRAPPING_ADD] = wrapping_add,
    [INTR_WRAPPING_SUB] = wrapping_sub,
    [INTR_WRAPPING_MUL] = wrapping_mul,
    [INTR_WRAPPING_DIV] = wrapping_div,
    [INTR_WRAPPING_REM] = wrapping_rem,
    [INTR_MUL_HIGH] = mul_high,
    [INTR_UNCHECKED_ADD] = unchecked_add,
    [INTR_UNCHECKED_SUB] = unchecked_sub,
    [INTR_UNCHECKED_MUL] = unchecked_mul,
    [INTR_UNCHECKED_SHL] = unchecked_shl,
    [INTR_UNCHECKED_SHR] = unchecked_shr,
    [INTR_WRAPPING_SHL] = wrapping_shl,
    [INTR_WRAPPING_SHR] = wrapping_shr,
    [INTR_ADD_OVERFLOWS] = add_overflows,
    [INTR_SUB_OVERFLOWS] = sub_overflows,
    [INTR_MUL_OVERFLOWS] = mul_overflows,
    [INTR_ROTATE_LEFT] = rotate_left,
    [INTR_ROTATE_RIGHT] = rotate_right,
    [INTR_CTPOP] = ctpop,
    [INTR_CTLZ] = ctlz,
    [INTR_CTTZ] = cttz,
    [INTR_BSWAP] = bswap,
    [INTR_BITREVERSE] = bitreverse,
    [INTR_INT_BITS] = int_bits,
    [INTR_INT_MIN] = int_min,
    [INTR_INT_MAX] = int_max,
};
