// Methods of the integers. Operands may be unknown inputs, so nothing here branches on a value unless
// the result needs it (None, a panic): `pick` makes one term of two, `&` and `|` stand where users
// write `&&` and `||`, loops run a number of times that the type decides.

pub mod int {
    #[lang = "unsigned_of"]
    type UnsignedOf<T> = T;
    #[lang = "signed_of"]
    type SignedOf<T> = T;

    fn pick<T>(first: bool, a: T, b: T) -> T {
        intrinsics::select_unpredictable::<T>(first, a, b)
    }
    fn least_if<I>(least: bool) -> I {
        pick(least, intrinsics::int_min::<I>(), intrinsics::int_max::<I>())
    }
    fn some_unless<T>(failed: bool, value: T) -> Option<T> {
        if failed {
            None
        } else {
            Some(value)
        }
    }

    // Division that wraps, by anything but zero.
    fn divide<I>(a: I, b: I) -> I {
        if b == 0 {
            panic!("attempt to divide by zero");
        }
        intrinsics::wrapping_div::<I>(a, b)
    }
    fn remainder<I>(a: I, b: I) -> I {
        if b == 0 {
            panic!("attempt to calculate the remainder with a divisor of zero");
        }
        intrinsics::wrapping_rem::<I>(a, b)
    }
    fn division_overflows<I>(a: I, b: I) -> bool {
        (intrinsics::int_min::<I>() != 0) & (a == intrinsics::int_min::<I>()) & (b == !0)
    }
    // From the truncated quotient or remainder; b is not zero.
    fn euclidean_quotient<I>(a: I, b: I) -> I {
        let q = intrinsics::wrapping_div::<I>(a, b);
        let away = pick(b > 0, intrinsics::wrapping_sub::<I>(q, 1), intrinsics::wrapping_add::<I>(q, 1));
        pick(intrinsics::wrapping_rem::<I>(a, b) < 0, away, q)
    }
    fn euclidean_remainder<I>(a: I, b: I) -> I {
        let r = intrinsics::wrapping_rem::<I>(a, b);
        let up = pick(b < 0, intrinsics::wrapping_sub::<I>(r, b), intrinsics::wrapping_add::<I>(r, b));
        pick(r < 0, up, r)
    }

    // The power and whether it overflows. A square that overflows means that the power does: it is a
    // factor of it, and no square is the magnitude of MIN.
    fn power<I>(mut base: I, mut exp: u32) -> (I, bool) {
        let mut result: I = 1;
        let mut overflows = false;
        while exp > 0 {
            if exp & 1 == 1 {
                overflows = overflows | intrinsics::mul_overflows::<I>(result, base);
                result = intrinsics::wrapping_mul::<I>(result, base);
            }
            exp = exp >> 1;
            if exp > 0 {
                overflows = overflows | intrinsics::mul_overflows::<I>(base, base);
                base = intrinsics::wrapping_mul::<I>(base, base);
            }
        }
        (result, overflows)
    }

    // Digit by digit, from the highest; n is not negative.
    fn square_root<I>(n: I) -> I {
        let mut rest = n;
        let mut root: I = 0;
        let mut bit: I = (1 as I) << (intrinsics::int_bits::<I>() - 2);
        while bit != 0 {
            let trial = root | bit;
            let fits = rest >= trial;
            rest = pick(fits, intrinsics::wrapping_sub::<I>(rest, trial), rest);
            root = pick(fits, (root >> 1) | bit, root >> 1);
            bit = bit >> 2;
        }
        root
    }

    // How many powers of the base, from the first on, are at most n.
    fn logarithm<I>(n: I, base: I) -> u32 {
        let mut count = 0;
        let mut p = base;
        loop {
            count = intrinsics::wrapping_add::<u32>(count, (n >= p) as u32);
            if intrinsics::mul_overflows::<I>(p, base) {
                return count;
            }
            p = intrinsics::wrapping_mul::<I>(p, base);
        }
    }

    // 2^k - 1, the least one that is at least n - 1.
    fn mask_below<I>(n: I) -> I {
        let zeros = intrinsics::ctlz::<I>(intrinsics::wrapping_sub::<I>(n, 1));
        pick(n <= 1, 0, intrinsics::wrapping_shr::<I>(intrinsics::int_max::<I>(), zeros))
    }

    #[lang = "int"]
    impl<I> I {
        pub const MIN: I = intrinsics::int_min::<I>();
        pub const MAX: I = intrinsics::int_max::<I>();
        pub const BITS: u32 = intrinsics::int_bits::<I>();

        pub fn min_value() -> I {
            intrinsics::int_min::<I>()
        }
        pub fn max_value() -> I {
            intrinsics::int_max::<I>()
        }

        pub fn wrapping_add(self, rhs: I) -> I {
            intrinsics::wrapping_add::<I>(self, rhs)
        }
        pub fn wrapping_sub(self, rhs: I) -> I {
            intrinsics::wrapping_sub::<I>(self, rhs)
        }
        pub fn wrapping_mul(self, rhs: I) -> I {
            intrinsics::wrapping_mul::<I>(self, rhs)
        }
        pub fn wrapping_neg(self) -> I {
            intrinsics::wrapping_sub::<I>(0, self)
        }
        pub fn wrapping_shl(self, rhs: u32) -> I {
            intrinsics::wrapping_shl::<I>(self, rhs)
        }
        pub fn wrapping_shr(self, rhs: u32) -> I {
            intrinsics::wrapping_shr::<I>(self, rhs)
        }
        pub fn wrapping_div(self, rhs: I) -> I {
            divide(self, rhs)
        }
        pub fn wrapping_rem(self, rhs: I) -> I {
            remainder(self, rhs)
        }
        pub fn wrapping_div_euclid(self, rhs: I) -> I {
            divide(self, rhs);
            euclidean_quotient(self, rhs)
        }
        pub fn wrapping_rem_euclid(self, rhs: I) -> I {
            remainder(self, rhs);
            euclidean_remainder(self, rhs)
        }
        pub fn wrapping_pow(self, exp: u32) -> I {
            power(self, exp).0
        }

        pub fn overflowing_add(self, rhs: I) -> (I, bool) {
            (intrinsics::wrapping_add::<I>(self, rhs), intrinsics::add_overflows::<I>(self, rhs))
        }
        pub fn overflowing_sub(self, rhs: I) -> (I, bool) {
            (intrinsics::wrapping_sub::<I>(self, rhs), intrinsics::sub_overflows::<I>(self, rhs))
        }
        pub fn overflowing_mul(self, rhs: I) -> (I, bool) {
            (intrinsics::wrapping_mul::<I>(self, rhs), intrinsics::mul_overflows::<I>(self, rhs))
        }
        pub fn overflowing_neg(self) -> (I, bool) {
            (intrinsics::wrapping_sub::<I>(0, self), intrinsics::sub_overflows::<I>(0, self))
        }
        pub fn overflowing_shl(self, rhs: u32) -> (I, bool) {
            (intrinsics::wrapping_shl::<I>(self, rhs), rhs >= intrinsics::int_bits::<I>())
        }
        pub fn overflowing_shr(self, rhs: u32) -> (I, bool) {
            (intrinsics::wrapping_shr::<I>(self, rhs), rhs >= intrinsics::int_bits::<I>())
        }
        pub fn overflowing_div(self, rhs: I) -> (I, bool) {
            (divide(self, rhs), division_overflows(self, rhs))
        }
        pub fn overflowing_rem(self, rhs: I) -> (I, bool) {
            (remainder(self, rhs), division_overflows(self, rhs))
        }
        pub fn overflowing_div_euclid(self, rhs: I) -> (I, bool) {
            (self.wrapping_div_euclid(rhs), division_overflows(self, rhs))
        }
        pub fn overflowing_rem_euclid(self, rhs: I) -> (I, bool) {
            (self.wrapping_rem_euclid(rhs), division_overflows(self, rhs))
        }
        pub fn overflowing_pow(self, exp: u32) -> (I, bool) {
            power(self, exp)
        }

        pub fn checked_add(self, rhs: I) -> Option<I> {
            some_unless(intrinsics::add_overflows::<I>(self, rhs), intrinsics::wrapping_add::<I>(self, rhs))
        }
        pub fn checked_sub(self, rhs: I) -> Option<I> {
            some_unless(intrinsics::sub_overflows::<I>(self, rhs), intrinsics::wrapping_sub::<I>(self, rhs))
        }
        pub fn checked_mul(self, rhs: I) -> Option<I> {
            some_unless(intrinsics::mul_overflows::<I>(self, rhs), intrinsics::wrapping_mul::<I>(self, rhs))
        }
        pub fn checked_neg(self) -> Option<I> {
            some_unless(intrinsics::sub_overflows::<I>(0, self), intrinsics::wrapping_sub::<I>(0, self))
        }
        pub fn checked_shl(self, rhs: u32) -> Option<I> {
            some_unless(rhs >= intrinsics::int_bits::<I>(), intrinsics::wrapping_shl::<I>(self, rhs))
        }
        pub fn checked_shr(self, rhs: u32) -> Option<I> {
            some_unless(rhs >= intrinsics::int_bits::<I>(), intrinsics::wrapping_shr::<I>(self, rhs))
        }
        pub fn checked_div(self, rhs: I) -> Option<I> {
            if (rhs == 0) | division_overflows(self, rhs) {
                return None;
            }
            Some(intrinsics::wrapping_div::<I>(self, rhs))
        }
        pub fn checked_rem(self, rhs: I) -> Option<I> {
            if (rhs == 0) | division_overflows(self, rhs) {
                return None;
            }
            Some(intrinsics::wrapping_rem::<I>(self, rhs))
        }
        pub fn checked_div_euclid(self, rhs: I) -> Option<I> {
            if (rhs == 0) | division_overflows(self, rhs) {
                return None;
            }
            Some(euclidean_quotient(self, rhs))
        }
        pub fn checked_rem_euclid(self, rhs: I) -> Option<I> {
            if (rhs == 0) | division_overflows(self, rhs) {
                return None;
            }
            Some(euclidean_remainder(self, rhs))
        }
        pub fn checked_pow(self, exp: u32) -> Option<I> {
            let (result, overflows) = power(self, exp);
            some_unless(overflows, result)
        }

        pub fn saturating_add(self, rhs: I) -> I {
            let sum = intrinsics::wrapping_add::<I>(self, rhs);
            pick(intrinsics::add_overflows::<I>(self, rhs), least_if(rhs < 0), sum)
        }
        pub fn saturating_sub(self, rhs: I) -> I {
            let least = (intrinsics::int_min::<I>() == 0) | (rhs > 0);
            let difference = intrinsics::wrapping_sub::<I>(self, rhs);
            pick(intrinsics::sub_overflows::<I>(self, rhs), least_if(least), difference)
        }
        pub fn saturating_mul(self, rhs: I) -> I {
            let least = (self < 0) != (rhs < 0);
            let product = intrinsics::wrapping_mul::<I>(self, rhs);
            pick(intrinsics::mul_overflows::<I>(self, rhs), least_if(least), product)
        }
        pub fn saturating_div(self, rhs: I) -> I {
            pick(division_overflows(self, rhs), intrinsics::int_max::<I>(), divide(self, rhs))
        }
        pub fn saturating_pow(self, exp: u32) -> I {
            let (result, overflows) = power(self, exp);
            pick(overflows, least_if((self < 0) & (exp & 1 == 1)), result)
        }

        pub fn strict_add(self, rhs: I) -> I {
            self + rhs
        }
        pub fn strict_sub(self, rhs: I) -> I {
            self - rhs
        }
        pub fn strict_mul(self, rhs: I) -> I {
            self * rhs
        }
        pub fn strict_div(self, rhs: I) -> I {
            self / rhs
        }
        pub fn strict_rem(self, rhs: I) -> I {
            self % rhs
        }
        pub fn strict_div_euclid(self, rhs: I) -> I {
            self.div_euclid(rhs)
        }
        pub fn strict_rem_euclid(self, rhs: I) -> I {
            self.rem_euclid(rhs)
        }
        pub fn strict_neg(self) -> I {
            if intrinsics::sub_overflows::<I>(0, self) {
                panic!("attempt to negate with overflow");
            }
            intrinsics::wrapping_sub::<I>(0, self)
        }
        pub fn strict_shl(self, rhs: u32) -> I {
            self << rhs
        }
        pub fn strict_shr(self, rhs: u32) -> I {
            self >> rhs
        }
        pub fn strict_pow(self, exp: u32) -> I {
            self.pow(exp)
        }

        pub unsafe fn unchecked_add(self, rhs: I) -> I {
            intrinsics::unchecked_add::<I>(self, rhs)
        }
        pub unsafe fn unchecked_sub(self, rhs: I) -> I {
            intrinsics::unchecked_sub::<I>(self, rhs)
        }
        pub unsafe fn unchecked_mul(self, rhs: I) -> I {
            intrinsics::unchecked_mul::<I>(self, rhs)
        }
        pub unsafe fn unchecked_shl(self, rhs: u32) -> I {
            intrinsics::unchecked_shl::<I>(self, rhs)
        }
        pub unsafe fn unchecked_shr(self, rhs: u32) -> I {
            intrinsics::unchecked_shr::<I>(self, rhs)
        }

        pub fn unbounded_shl(self, rhs: u32) -> I {
            pick(rhs < intrinsics::int_bits::<I>(), intrinsics::wrapping_shl::<I>(self, rhs), 0)
        }
        pub fn unbounded_shr(self, rhs: u32) -> I {
            let last = intrinsics::int_bits::<I>() - 1;
            let sign = pick(self < 0, intrinsics::wrapping_shr::<I>(self, last), 0);
            pick(rhs <= last, intrinsics::wrapping_shr::<I>(self, rhs), sign)
        }

        pub fn count_ones(self) -> u32 {
            intrinsics::ctpop::<I>(self)
        }
        pub fn count_zeros(self) -> u32 {
            intrinsics::ctpop::<I>(!self)
        }
        pub fn leading_zeros(self) -> u32 {
            intrinsics::ctlz::<I>(self)
        }
        pub fn trailing_zeros(self) -> u32 {
            intrinsics::cttz::<I>(self)
        }
        pub fn leading_ones(self) -> u32 {
            intrinsics::ctlz::<I>(!self)
        }
        pub fn trailing_ones(self) -> u32 {
            intrinsics::cttz::<I>(!self)
        }
        pub fn rotate_left(self, n: u32) -> I {
            intrinsics::rotate_left::<I>(self, n)
        }
        pub fn rotate_right(self, n: u32) -> I {
            intrinsics::rotate_right::<I>(self, n)
        }
        pub fn swap_bytes(self) -> I {
            intrinsics::bswap::<I>(self)
        }
        pub fn reverse_bits(self) -> I {
            intrinsics::bitreverse::<I>(self)
        }
        pub fn to_le(self) -> I {
            self
        }
        pub fn to_be(self) -> I {
            intrinsics::bswap::<I>(self)
        }
        pub fn from_le(x: I) -> I {
            x
        }
        pub fn from_be(x: I) -> I {
            intrinsics::bswap::<I>(x)
        }
        pub fn to_ne_bytes(self) -> [u8; intrinsics::size_of::<I>()] {
            crate::mem::transmute(self)
        }
        pub fn to_le_bytes(self) -> [u8; intrinsics::size_of::<I>()] {
            crate::mem::transmute(self)
        }
        pub fn to_be_bytes(self) -> [u8; intrinsics::size_of::<I>()] {
            crate::mem::transmute(intrinsics::bswap::<I>(self))
        }
        pub fn from_ne_bytes(bytes: [u8; intrinsics::size_of::<I>()]) -> I {
            crate::mem::transmute(bytes)
        }
        pub fn from_le_bytes(bytes: [u8; intrinsics::size_of::<I>()]) -> I {
            crate::mem::transmute(bytes)
        }
        pub fn from_be_bytes(bytes: [u8; intrinsics::size_of::<I>()]) -> I {
            intrinsics::bswap::<I>(crate::mem::transmute(bytes))
        }

        pub fn pow(self, exp: u32) -> I {
            let (result, overflows) = power(self, exp);
            if overflows {
                panic!("attempt to multiply with overflow");
            }
            result
        }
        pub fn div_euclid(self, rhs: I) -> I {
            self / rhs; // panics as a division does
            euclidean_quotient(self, rhs)
        }
        pub fn rem_euclid(self, rhs: I) -> I {
            self % rhs;
            euclidean_remainder(self, rhs)
        }
        pub fn abs_diff(self, other: I) -> UnsignedOf<I> {
            let down = intrinsics::wrapping_sub::<I>(self, other);
            let up = intrinsics::wrapping_sub::<I>(other, self);
            pick(self < other, up, down) as UnsignedOf<I>
        }
        // Rounds towards zero; the mean of what the operands share and half of where they differ rounds down.
        pub fn midpoint(self, rhs: I) -> I {
            let floor = intrinsics::wrapping_add::<I>(self & rhs, (self ^ rhs) >> 1);
            let odd = (floor < 0) & ((self ^ rhs) & 1 != 0);
            intrinsics::wrapping_add::<I>(floor, odd as I)
        }

        pub fn isqrt(self) -> I {
            if self < 0 {
                panic!("argument of integer square root cannot be negative");
            }
            square_root(self)
        }
        pub fn ilog(self, base: I) -> u32 {
            if base < 2 {
                panic!("base of integer logarithm must be at least 2");
            }
            if self <= 0 {
                panic!("argument of integer logarithm must be positive");
            }
            logarithm(self, base)
        }
        pub fn ilog2(self) -> u32 {
            if self <= 0 {
                panic!("argument of integer logarithm must be positive");
            }
            intrinsics::wrapping_sub::<u32>(intrinsics::int_bits::<I>() - 1, intrinsics::ctlz::<I>(self))
        }
        pub fn ilog10(self) -> u32 {
            if self <= 0 {
                panic!("argument of integer logarithm must be positive");
            }
            logarithm(self, 10)
        }
        pub fn checked_ilog(self, base: I) -> Option<u32> {
            if (self <= 0) | (base < 2) {
                return None;
            }
            Some(logarithm(self, base))
        }
        pub fn checked_ilog2(self) -> Option<u32> {
            if self <= 0 {
                return None;
            }
            Some(self.ilog2())
        }
        pub fn checked_ilog10(self) -> Option<u32> {
            if self <= 0 {
                return None;
            }
            Some(logarithm(self, 10))
        }

        // Double width by hand: carries of the low half go into the high half.
        pub fn widening_mul(self, rhs: I) -> (UnsignedOf<I>, I) {
            (intrinsics::wrapping_mul::<I>(self, rhs) as UnsignedOf<I>, intrinsics::mul_high::<I>(self, rhs))
        }
        pub fn carrying_mul(self, rhs: I, carry: I) -> (UnsignedOf<I>, I) {
            self.carrying_mul_add(rhs, carry, 0)
        }
        pub fn carrying_mul_add(self, rhs: I, carry: I, add: I) -> (UnsignedOf<I>, I) {
            let (low, high) = self.widening_mul(rhs);
            let (low, high) = with_low_part::<I>(low, high, carry);
            with_low_part::<I>(low, high, add)
        }
    }

    fn with_low_part<I>(low: UnsignedOf<I>, high: I, part: I) -> (UnsignedOf<I>, I) {
        let wide = part as UnsignedOf<I>;
        let carry = intrinsics::add_overflows::<UnsignedOf<I>>(low, wide) as I;
        let high = intrinsics::wrapping_add::<I>(high, pick(part < 0, !0, 0));
        (intrinsics::wrapping_add::<UnsignedOf<I>>(low, wide), intrinsics::wrapping_add::<I>(high, carry))
    }

    #[lang = "signed"]
    impl<I> I {
        pub unsafe fn unchecked_neg(self) -> I {
            intrinsics::unchecked_sub::<I>(0, self)
        }
        pub fn abs(self) -> I {
            if self == intrinsics::int_min::<I>() {
                panic!("attempt to negate with overflow");
            }
            self.wrapping_abs()
        }
        pub fn strict_abs(self) -> I {
            self.abs()
        }
        pub fn wrapping_abs(self) -> I {
            pick(self < 0, intrinsics::wrapping_sub::<I>(0, self), self)
        }
        pub fn unsigned_abs(self) -> UnsignedOf<I> {
            self.wrapping_abs() as UnsignedOf<I>
        }
        pub fn checked_abs(self) -> Option<I> {
            some_unless(self == intrinsics::int_min::<I>(), self.wrapping_abs())
        }
        pub fn overflowing_abs(self) -> (I, bool) {
            (self.wrapping_abs(), self == intrinsics::int_min::<I>())
        }
        pub fn saturating_abs(self) -> I {
            pick(self == intrinsics::int_min::<I>(), intrinsics::int_max::<I>(), self.wrapping_abs())
        }
        pub fn saturating_neg(self) -> I {
            let negated = intrinsics::wrapping_sub::<I>(0, self);
            pick(self == intrinsics::int_min::<I>(), intrinsics::int_max::<I>(), negated)
        }
        pub fn signum(self) -> I {
            intrinsics::wrapping_sub::<I>((self > 0) as I, (self < 0) as I)
        }
        pub fn is_negative(self) -> bool {
            self < 0
        }
        pub fn is_positive(self) -> bool {
            self > 0
        }
        pub fn cast_unsigned(self) -> UnsignedOf<I> {
            self as UnsignedOf<I>
        }
        pub fn checked_isqrt(self) -> Option<I> {
            if self < 0 {
                return None;
            }
            Some(square_root(self))
        }

        // rhs as a signed number is too small by the modulus where it is negative.
        pub fn overflowing_add_unsigned(self, rhs: UnsignedOf<I>) -> (I, bool) {
            let rhs = rhs as I;
            (intrinsics::wrapping_add::<I>(self, rhs), intrinsics::add_overflows::<I>(self, rhs) != (rhs < 0))
        }
        pub fn overflowing_sub_unsigned(self, rhs: UnsignedOf<I>) -> (I, bool) {
            let rhs = rhs as I;
            (intrinsics::wrapping_sub::<I>(self, rhs), intrinsics::sub_overflows::<I>(self, rhs) != (rhs < 0))
        }
        pub fn wrapping_add_unsigned(self, rhs: UnsignedOf<I>) -> I {
            intrinsics::wrapping_add::<I>(self, rhs as I)
        }
        pub fn wrapping_sub_unsigned(self, rhs: UnsignedOf<I>) -> I {
            intrinsics::wrapping_sub::<I>(self, rhs as I)
        }
        pub fn checked_add_unsigned(self, rhs: UnsignedOf<I>) -> Option<I> {
            let (sum, overflows) = self.overflowing_add_unsigned(rhs);
            some_unless(overflows, sum)
        }
        pub fn checked_sub_unsigned(self, rhs: UnsignedOf<I>) -> Option<I> {
            let (difference, overflows) = self.overflowing_sub_unsigned(rhs);
            some_unless(overflows, difference)
        }
        pub fn saturating_add_unsigned(self, rhs: UnsignedOf<I>) -> I {
            let (sum, overflows) = self.overflowing_add_unsigned(rhs);
            pick(overflows, intrinsics::int_max::<I>(), sum)
        }
        pub fn saturating_sub_unsigned(self, rhs: UnsignedOf<I>) -> I {
            let (difference, overflows) = self.overflowing_sub_unsigned(rhs);
            pick(overflows, intrinsics::int_min::<I>(), difference)
        }
        pub fn strict_add_unsigned(self, rhs: UnsignedOf<I>) -> I {
            let (sum, overflows) = self.overflowing_add_unsigned(rhs);
            if overflows {
                panic!("attempt to add with overflow");
            }
            sum
        }
        pub fn strict_sub_unsigned(self, rhs: UnsignedOf<I>) -> I {
            let (difference, overflows) = self.overflowing_sub_unsigned(rhs);
            if overflows {
                panic!("attempt to subtract with overflow");
            }
            difference
        }

        // Unstable in Rust (signed_bigint_helpers).
        pub fn carrying_add(self, rhs: I, carry: bool) -> (I, bool) {
            let sum = intrinsics::wrapping_add::<I>(self, rhs);
            let first = intrinsics::add_overflows::<I>(self, rhs);
            let second = carry & (sum == intrinsics::int_max::<I>());
            (intrinsics::wrapping_add::<I>(sum, carry as I), first != second)
        }
        pub fn borrowing_sub(self, rhs: I, borrow: bool) -> (I, bool) {
            let difference = intrinsics::wrapping_sub::<I>(self, rhs);
            let first = intrinsics::sub_overflows::<I>(self, rhs);
            let second = borrow & (difference == intrinsics::int_min::<I>());
            (intrinsics::wrapping_sub::<I>(difference, borrow as I), first != second)
        }
    }

    #[lang = "unsigned"]
    impl<I> I {
        pub fn cast_signed(self) -> SignedOf<I> {
            self as SignedOf<I>
        }
        pub fn is_power_of_two(self) -> bool {
            (self != 0) & (self & intrinsics::wrapping_sub::<I>(self, 1) == 0)
        }
        pub fn next_power_of_two(self) -> I {
            mask_below(self) + 1
        }
        pub fn checked_next_power_of_two(self) -> Option<I> {
            mask_below(self).checked_add(1)
        }
        pub fn div_ceil(self, rhs: I) -> I {
            let q = divide(self, rhs);
            intrinsics::wrapping_add::<I>(q, (intrinsics::wrapping_rem::<I>(self, rhs) > 0) as I)
        }
        pub fn next_multiple_of(self, rhs: I) -> I {
            let r = remainder(self, rhs);
            self + pick(r == 0, 0, intrinsics::wrapping_sub::<I>(rhs, r))
        }
        pub fn checked_next_multiple_of(self, rhs: I) -> Option<I> {
            if rhs == 0 {
                return None;
            }
            let r = intrinsics::wrapping_rem::<I>(self, rhs);
            self.checked_add(pick(r == 0, 0, intrinsics::wrapping_sub::<I>(rhs, r)))
        }
        pub fn is_multiple_of(self, rhs: I) -> bool {
            if rhs == 0 {
                self == 0
            } else {
                intrinsics::wrapping_rem::<I>(self, rhs) == 0
            }
        }

        // rhs as an unsigned number is too large by the modulus where it is negative.
        pub fn overflowing_add_signed(self, rhs: SignedOf<I>) -> (I, bool) {
            let wide = rhs as I;
            (intrinsics::wrapping_add::<I>(self, wide), intrinsics::add_overflows::<I>(self, wide) != (rhs < 0))
        }
        pub fn overflowing_sub_signed(self, rhs: SignedOf<I>) -> (I, bool) {
            let wide = rhs as I;
            (intrinsics::wrapping_sub::<I>(self, wide), intrinsics::sub_overflows::<I>(self, wide) != (rhs < 0))
        }
        pub fn wrapping_add_signed(self, rhs: SignedOf<I>) -> I {
            intrinsics::wrapping_add::<I>(self, rhs as I)
        }
        pub fn wrapping_sub_signed(self, rhs: SignedOf<I>) -> I {
            intrinsics::wrapping_sub::<I>(self, rhs as I)
        }
        pub fn checked_add_signed(self, rhs: SignedOf<I>) -> Option<I> {
            let (sum, overflows) = self.overflowing_add_signed(rhs);
            some_unless(overflows, sum)
        }
        pub fn checked_sub_signed(self, rhs: SignedOf<I>) -> Option<I> {
            let (difference, overflows) = self.overflowing_sub_signed(rhs);
            some_unless(overflows, difference)
        }
        pub fn saturating_add_signed(self, rhs: SignedOf<I>) -> I {
            let (sum, overflows) = self.overflowing_add_signed(rhs);
            pick(overflows, least_if(rhs < 0), sum)
        }
        pub fn saturating_sub_signed(self, rhs: SignedOf<I>) -> I {
            let (difference, overflows) = self.overflowing_sub_signed(rhs);
            pick(overflows, least_if(rhs >= 0), difference)
        }
        pub fn strict_add_signed(self, rhs: SignedOf<I>) -> I {
            let (sum, overflows) = self.overflowing_add_signed(rhs);
            if overflows {
                panic!("attempt to add with overflow");
            }
            sum
        }
        pub fn strict_sub_signed(self, rhs: SignedOf<I>) -> I {
            let (difference, overflows) = self.overflowing_sub_signed(rhs);
            if overflows {
                panic!("attempt to subtract with overflow");
            }
            difference
        }
        pub fn checked_signed_diff(self, rhs: I) -> Option<SignedOf<I>> {
            let difference = intrinsics::wrapping_sub::<I>(self, rhs) as SignedOf<I>;
            some_unless((self >= rhs) == (difference < 0), difference)
        }

        pub fn carrying_add(self, rhs: I, carry: bool) -> (I, bool) {
            let sum = intrinsics::wrapping_add::<I>(self, rhs);
            let first = intrinsics::add_overflows::<I>(self, rhs);
            let second = carry & (sum == intrinsics::int_max::<I>());
            (intrinsics::wrapping_add::<I>(sum, carry as I), first | second)
        }
        pub fn borrowing_sub(self, rhs: I, borrow: bool) -> (I, bool) {
            let difference = intrinsics::wrapping_sub::<I>(self, rhs);
            let first = intrinsics::sub_overflows::<I>(self, rhs);
            let second = borrow & (difference == 0);
            (intrinsics::wrapping_sub::<I>(difference, borrow as I), first | second)
        }
    }
}
