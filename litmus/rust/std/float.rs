// f32 and f64. What one instruction does is an intrinsic; the rest is written as std has it, since the
// order of roundings shows.

pub mod f32 {
    pub const MIN: f32 = f32::MIN;
    pub const MAX: f32 = f32::MAX;
    pub const MIN_POSITIVE: f32 = f32::MIN_POSITIVE;
    pub const EPSILON: f32 = f32::EPSILON;
    pub const NAN: f32 = f32::NAN;
    pub const INFINITY: f32 = f32::INFINITY;
    pub const NEG_INFINITY: f32 = f32::NEG_INFINITY;
    pub mod consts {
        pub const PI: f32 = 3.14159265358979323846264338327950288;
        pub const TAU: f32 = 6.28318530717958647692528676655900577;
        pub const FRAC_PI_2: f32 = 1.57079632679489661923132169163975144;
        pub const FRAC_PI_3: f32 = 1.04719755119659774615421446109316763;
        pub const FRAC_PI_4: f32 = 0.785398163397448309615660845819875721;
        pub const FRAC_PI_6: f32 = 0.52359877559829887307710723054658381;
        pub const FRAC_PI_8: f32 = 0.39269908169872415480783042290993786;
        pub const FRAC_1_PI: f32 = 0.318309886183790671537767526745028724;
        pub const FRAC_2_PI: f32 = 0.636619772367581343075535053490057448;
        pub const FRAC_2_SQRT_PI: f32 = 1.12837916709551257389615890312154517;
        pub const SQRT_2: f32 = 1.41421356237309504880168872420969808;
        pub const FRAC_1_SQRT_2: f32 = 0.707106781186547524400844362104849039;
        pub const E: f32 = 2.71828182845904523536028747135266250;
        pub const LOG2_E: f32 = 1.44269504088896340735992468100189214;
        pub const LOG2_10: f32 = 3.32192809488736234787031942948939018;
        pub const LOG10_E: f32 = 0.434294481903251827651128918916605082;
        pub const LOG10_2: f32 = 0.301029995663981195213738894724493027;
        pub const LN_2: f32 = 0.693147180559945309417232121458176568;
        pub const LN_10: f32 = 2.30258509299404568401799145468436421;
    }
}

pub mod f64 {
    pub const MIN: f64 = f64::MIN;
    pub const MAX: f64 = f64::MAX;
    pub const MIN_POSITIVE: f64 = f64::MIN_POSITIVE;
    pub const EPSILON: f64 = f64::EPSILON;
    pub const NAN: f64 = f64::NAN;
    pub const INFINITY: f64 = f64::INFINITY;
    pub const NEG_INFINITY: f64 = f64::NEG_INFINITY;
    pub mod consts {
        pub const PI: f64 = 3.14159265358979323846264338327950288;
        pub const TAU: f64 = 6.28318530717958647692528676655900577;
        pub const FRAC_PI_2: f64 = 1.57079632679489661923132169163975144;
        pub const FRAC_PI_3: f64 = 1.04719755119659774615421446109316763;
        pub const FRAC_PI_4: f64 = 0.785398163397448309615660845819875721;
        pub const FRAC_PI_6: f64 = 0.52359877559829887307710723054658381;
        pub const FRAC_PI_8: f64 = 0.39269908169872415480783042290993786;
        pub const FRAC_1_PI: f64 = 0.318309886183790671537767526745028724;
        pub const FRAC_2_PI: f64 = 0.636619772367581343075535053490057448;
        pub const FRAC_2_SQRT_PI: f64 = 1.12837916709551257389615890312154517;
        pub const SQRT_2: f64 = 1.41421356237309504880168872420969808;
        pub const FRAC_1_SQRT_2: f64 = 0.707106781186547524400844362104849039;
        pub const E: f64 = 2.71828182845904523536028747135266250;
        pub const LOG2_E: f64 = 1.44269504088896340735992468100189214;
        pub const LOG2_10: f64 = 3.32192809488736234787031942948939018;
        pub const LOG10_E: f64 = 0.434294481903251827651128918916605082;
        pub const LOG10_2: f64 = 0.301029995663981195213738894724493027;
        pub const LN_2: f64 = 0.693147180559945309417232121458176568;
        pub const LN_10: f64 = 2.30258509299404568401799145468436421;
    }
}

pub mod float {
    use crate::cmp::Ordering;
    use crate::intrinsics;
    use crate::num::FpCategory;
    use crate::int::UnsignedOf;

    impl From<bool> for f32 {
        fn from(value: bool) -> f32 {
            value as u8 as f32
        }
    }
    impl f32 {
        pub const RADIX: u32 = 2;
        pub const MANTISSA_DIGITS: u32 = 24;
        pub const DIGITS: u32 = 6;
        pub const MIN_EXP: i32 = -125;
        pub const MAX_EXP: i32 = 128;
        pub const MIN_10_EXP: i32 = -37;
        pub const MAX_10_EXP: i32 = 38;
        pub const MIN: f32 = crate::mem::transmute::<u32, f32>(0xff7fffff);
        pub const MAX: f32 = crate::mem::transmute::<u32, f32>(0x7f7fffff);
        pub const MIN_POSITIVE: f32 = crate::mem::transmute::<u32, f32>(0x00800000);
        pub const EPSILON: f32 = crate::mem::transmute::<u32, f32>(0x34000000);
        pub const NAN: f32 = crate::mem::transmute::<u32, f32>(0x7fc00000);
        pub const INFINITY: f32 = crate::mem::transmute::<u32, f32>(0x7f800000);
        pub const NEG_INFINITY: f32 = crate::mem::transmute::<u32, f32>(0xff800000);

        pub fn is_infinite(self) -> bool {
            self.to_bits() & 0x7fffffff == 0x7f800000
        }
        pub fn is_finite(self) -> bool {
            self.to_bits() & 0x7f800000 != 0x7f800000
        }
        pub fn classify(self) -> FpCategory {
            let exponent = self.to_bits() & 0x7f800000;
            let fraction = self.to_bits() & 0x007fffff;
            if exponent == 0x7f800000 {
                if fraction == 0 {
                    FpCategory::Infinite
                } else {
                    FpCategory::Nan
                }
            } else if exponent != 0 {
                FpCategory::Normal
            } else if fraction != 0 {
                FpCategory::Subnormal
            } else {
                FpCategory::Zero
            }
        }
        pub fn abs(self) -> f32 {
            f32::from_bits(self.to_bits() & 0x7fffffff)
        }
        pub fn copysign(self, sign: f32) -> f32 {
            f32::from_bits(self.to_bits() & 0x7fffffff | sign.to_bits() & 0x80000000)
        }
        pub fn total_cmp(&self, other: &f32) -> Ordering {
            let mut left = self.to_bits() as i32;
            let mut right = other.to_bits() as i32;
            left ^= (((left >> 31) as u32) >> 1) as i32;
            right ^= (((right >> 31) as u32) >> 1) as i32;
            left.cmp(&right)
        }
        pub fn next_up(self) -> f32 {
            let bits = self.to_bits();
            if self.is_nan() || bits == f32::INFINITY.to_bits() {
                return self;
            }
            let magnitude = bits & 0x7fffffff;
            f32::from_bits(if magnitude == 0 {
                1
            } else if bits == magnitude {
                bits + 1
            } else {
                bits - 1
            })
        }
        pub fn next_down(self) -> f32 {
            let bits = self.to_bits();
            if self.is_nan() || bits == f32::NEG_INFINITY.to_bits() {
                return self;
            }
            let magnitude = bits & 0x7fffffff;
            f32::from_bits(if magnitude == 0 {
                0x80000001
            } else if bits == magnitude {
                bits - 1
            } else {
                bits + 1
            })
        }
        pub fn to_degrees(self) -> f32 {
            self * 57.2957795130823208767981548141051703
        }
        pub fn to_radians(self) -> f32 {
            self * 0.017453292519943295769236907684886
        }
    }

    impl From<bool> for f64 {
        fn from(value: bool) -> f64 {
            value as u8 as f64
        }
    }
    impl f64 {
        pub const RADIX: u32 = 2;
        pub const MANTISSA_DIGITS: u32 = 53;
        pub const DIGITS: u32 = 15;
        pub const MIN_EXP: i32 = -1021;
        pub const MAX_EXP: i32 = 1024;
        pub const MIN_10_EXP: i32 = -307;
        pub const MAX_10_EXP: i32 = 308;
        pub const MIN: f64 = crate::mem::transmute::<u64, f64>(0xffefffffffffffff);
        pub const MAX: f64 = crate::mem::transmute::<u64, f64>(0x7fefffffffffffff);
        pub const MIN_POSITIVE: f64 = crate::mem::transmute::<u64, f64>(0x0010000000000000);
        pub const EPSILON: f64 = crate::mem::transmute::<u64, f64>(0x3cb0000000000000);
        pub const NAN: f64 = crate::mem::transmute::<u64, f64>(0x7ff8000000000000);
        pub const INFINITY: f64 = crate::mem::transmute::<u64, f64>(0x7ff0000000000000);
        pub const NEG_INFINITY: f64 = crate::mem::transmute::<u64, f64>(0xfff0000000000000);

        pub fn is_infinite(self) -> bool {
            self.to_bits() & 0x7fffffffffffffff == 0x7ff0000000000000
        }
        pub fn is_finite(self) -> bool {
            self.to_bits() & 0x7ff0000000000000 != 0x7ff0000000000000
        }
        pub fn classify(self) -> FpCategory {
            let exponent = self.to_bits() & 0x7ff0000000000000;
            let fraction = self.to_bits() & 0x000fffffffffffff;
            if exponent == 0x7ff0000000000000 {
                if fraction == 0 {
                    FpCategory::Infinite
                } else {
                    FpCategory::Nan
                }
            } else if exponent != 0 {
                FpCategory::Normal
            } else if fraction != 0 {
                FpCategory::Subnormal
            } else {
                FpCategory::Zero
            }
        }
        pub fn abs(self) -> f64 {
            f64::from_bits(self.to_bits() & 0x7fffffffffffffff)
        }
        pub fn copysign(self, sign: f64) -> f64 {
            f64::from_bits(self.to_bits() & 0x7fffffffffffffff | sign.to_bits() & 0x8000000000000000)
        }
        pub fn total_cmp(&self, other: &f64) -> Ordering {
            let mut left = self.to_bits() as i64;
            let mut right = other.to_bits() as i64;
            left ^= (((left >> 63) as u64) >> 1) as i64;
            right ^= (((right >> 63) as u64) >> 1) as i64;
            left.cmp(&right)
        }
        pub fn next_up(self) -> f64 {
            let bits = self.to_bits();
            if self.is_nan() || bits == f64::INFINITY.to_bits() {
                return self;
            }
            let magnitude = bits & 0x7fffffffffffffff;
            f64::from_bits(if magnitude == 0 {
                1
            } else if bits == magnitude {
                bits + 1
            } else {
                bits - 1
            })
        }
        pub fn next_down(self) -> f64 {
            let bits = self.to_bits();
            if self.is_nan() || bits == f64::NEG_INFINITY.to_bits() {
                return self;
            }
            let magnitude = bits & 0x7fffffffffffffff;
            f64::from_bits(if magnitude == 0 {
                0x8000000000000001
            } else if bits == magnitude {
                bits - 1
            } else {
                bits + 1
            })
        }
        pub fn to_degrees(self) -> f64 {
            self * (180.0 / crate::f64::consts::PI)
        }
        pub fn to_radians(self) -> f64 {
            self * (crate::f64::consts::PI / 180.0)
        }
    }

    #[lang = "float"]
    impl<F> F {
        pub fn to_bits(self) -> UnsignedOf<F> {
            crate::mem::transmute(self)
        }
        pub fn from_bits(bits: UnsignedOf<F>) -> F {
            crate::mem::transmute(bits)
        }
        pub fn to_ne_bytes(self) -> [u8; intrinsics::size_of::<F>()] {
            crate::mem::transmute(self)
        }
        pub fn to_le_bytes(self) -> [u8; intrinsics::size_of::<F>()] {
            crate::mem::transmute(self)
        }
        pub fn to_be_bytes(self) -> [u8; intrinsics::size_of::<F>()] {
            self.to_bits().to_be_bytes()
        }
        pub fn from_ne_bytes(bytes: [u8; intrinsics::size_of::<F>()]) -> F {
            crate::mem::transmute(bytes)
        }
        pub fn from_le_bytes(bytes: [u8; intrinsics::size_of::<F>()]) -> F {
            crate::mem::transmute(bytes)
        }
        pub fn from_be_bytes(bytes: [u8; intrinsics::size_of::<F>()]) -> F {
            F::from_bits(<UnsignedOf<F>>::from_be_bytes(bytes))
        }

        pub fn is_nan(self) -> bool {
            self != self
        }
        pub fn is_normal(self) -> bool {
            self.classify() == FpCategory::Normal
        }
        pub fn is_subnormal(self) -> bool {
            self.classify() == FpCategory::Subnormal
        }
        pub fn is_sign_positive(self) -> bool {
            !self.is_sign_negative()
        }
        pub fn is_sign_negative(self) -> bool {
            self.to_bits() >> (8 * intrinsics::size_of::<F>() - 1) != 0
        }
        pub fn signum(self) -> F {
            if self.is_nan() {
                self
            } else {
                let one: F = 1.0;
                one.copysign(self)
            }
        }

        pub fn sqrt(self) -> F {
            intrinsics::float_sqrt::<F>(self)
        }
        pub fn mul_add(self, a: F, b: F) -> F {
            intrinsics::float_fma::<F>(self, a, b)
        }
        pub fn floor(self) -> F {
            intrinsics::float_floor::<F>(self)
        }
        pub fn ceil(self) -> F {
            intrinsics::float_ceil::<F>(self)
        }
        pub fn trunc(self) -> F {
            intrinsics::float_trunc::<F>(self)
        }
        pub fn round(self) -> F {
            intrinsics::float_round::<F>(self)
        }
        pub fn round_ties_even(self) -> F {
            intrinsics::float_round_even::<F>(self)
        }
        pub fn fract(self) -> F {
            self - self.trunc()
        }
        pub fn recip(self) -> F {
            let one: F = 1.0;
            one / self
        }
        pub fn min(self, other: F) -> F {
            intrinsics::float_min::<F>(self, other)
        }
        pub fn max(self, other: F) -> F {
            intrinsics::float_max::<F>(self, other)
        }
        pub fn clamp(self, min: F, max: F) -> F {
            assert!(min <= max, "min > max, or either was NaN. min = {:?}, max = {:?}", min, max);
            let mut x = self;
            if x < min {
                x = min;
            }
            if x > max {
                x = max;
            }
            x
        }
        pub fn div_euclid(self, rhs: F) -> F {
            let q = (self / rhs).trunc();
            if self % rhs < 0.0 {
                return if rhs > 0.0 { q - 1.0 } else { q + 1.0 };
            }
            q
        }
        pub fn rem_euclid(self, rhs: F) -> F {
            let r = self % rhs;
            if r < 0.0 {
                r + rhs.abs()
            } else {
                r
            }
        }
        pub unsafe fn to_int_unchecked<Int>(self) -> Int {
            intrinsics::float_to_int_unchecked::<Int>(self)
        }
    }

    #[lang = "float"]
    impl<F> crate::clone::Clone for F {
        fn clone(&self) -> F {
            *self
        }
    }
    #[lang = "float"]
    impl<F> crate::default::Default for F {
        fn default() -> F {
            0.0
        }
    }
    #[lang = "float"]
    impl<F> crate::cmp::PartialEq for F {
        fn eq(&self, other: &F) -> bool {
            *self == *other
        }
        fn ne(&self, other: &F) -> bool {
            *self != *other
        }
    }
    #[lang = "float"]
    impl<F> crate::cmp::PartialOrd for F {
        fn partial_cmp(&self, other: &F) -> Option<Ordering> {
            if *self < *other {
                Some(Ordering::Less)
            } else if *self == *other {
                Some(Ordering::Equal)
            } else if *self > *other {
                Some(Ordering::Greater)
            } else {
                None
            }
        }
        fn lt(&self, other: &F) -> bool {
            *self < *other
        }
        fn le(&self, other: &F) -> bool {
            *self <= *other
        }
        fn gt(&self, other: &F) -> bool {
            *self > *other
        }
        fn ge(&self, other: &F) -> bool {
            *self >= *other
        }
    }

    #[lang = "float"]
    impl<F> crate::fmt::Display for F {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
            write!(f, "{:as}", *self)
        }
    }
    #[lang = "float"]
    impl<F> crate::fmt::Debug for F {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
            write!(f, "{:as?}", *self)
        }
    }
    #[lang = "float"]
    impl<F> crate::fmt::LowerExp for F {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
            write!(f, "{:ase}", *self)
        }
    }
    #[lang = "float"]
    impl<F> crate::fmt::UpperExp for F {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
            write!(f, "{:asE}", *self)
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Add<F> for F {
        type Output = F;
        fn add(self, rhs: F) -> F {
            self + rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Add<&F> for F {
        type Output = F;
        fn add(self, rhs: &F) -> F {
            self + *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Add<F> for &F {
        type Output = F;
        fn add(self, rhs: F) -> F {
            *self + rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Add<&F> for &F {
        type Output = F;
        fn add(self, rhs: &F) -> F {
            *self + *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::AddAssign<F> for F {
        fn add_assign(&mut self, rhs: F) {
            *self += rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::AddAssign<&F> for F {
        fn add_assign(&mut self, rhs: &F) {
            *self += *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Sub<F> for F {
        type Output = F;
        fn sub(self, rhs: F) -> F {
            self - rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Sub<&F> for F {
        type Output = F;
        fn sub(self, rhs: &F) -> F {
            self - *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Sub<F> for &F {
        type Output = F;
        fn sub(self, rhs: F) -> F {
            *self - rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Sub<&F> for &F {
        type Output = F;
        fn sub(self, rhs: &F) -> F {
            *self - *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::SubAssign<F> for F {
        fn sub_assign(&mut self, rhs: F) {
            *self -= rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::SubAssign<&F> for F {
        fn sub_assign(&mut self, rhs: &F) {
            *self -= *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Mul<F> for F {
        type Output = F;
        fn mul(self, rhs: F) -> F {
            self * rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Mul<&F> for F {
        type Output = F;
        fn mul(self, rhs: &F) -> F {
            self * *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Mul<F> for &F {
        type Output = F;
        fn mul(self, rhs: F) -> F {
            *self * rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Mul<&F> for &F {
        type Output = F;
        fn mul(self, rhs: &F) -> F {
            *self * *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::MulAssign<F> for F {
        fn mul_assign(&mut self, rhs: F) {
            *self *= rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::MulAssign<&F> for F {
        fn mul_assign(&mut self, rhs: &F) {
            *self *= *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Div<F> for F {
        type Output = F;
        fn div(self, rhs: F) -> F {
            self / rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Div<&F> for F {
        type Output = F;
        fn div(self, rhs: &F) -> F {
            self / *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Div<F> for &F {
        type Output = F;
        fn div(self, rhs: F) -> F {
            *self / rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Div<&F> for &F {
        type Output = F;
        fn div(self, rhs: &F) -> F {
            *self / *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::DivAssign<F> for F {
        fn div_assign(&mut self, rhs: F) {
            *self /= rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::DivAssign<&F> for F {
        fn div_assign(&mut self, rhs: &F) {
            *self /= *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Rem<F> for F {
        type Output = F;
        fn rem(self, rhs: F) -> F {
            self % rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Rem<&F> for F {
        type Output = F;
        fn rem(self, rhs: &F) -> F {
            self % *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Rem<F> for &F {
        type Output = F;
        fn rem(self, rhs: F) -> F {
            *self % rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Rem<&F> for &F {
        type Output = F;
        fn rem(self, rhs: &F) -> F {
            *self % *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::RemAssign<F> for F {
        fn rem_assign(&mut self, rhs: F) {
            *self %= rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::RemAssign<&F> for F {
        fn rem_assign(&mut self, rhs: &F) {
            *self %= *rhs
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Neg for F {
        type Output = F;
        fn neg(self) -> F {
            -self
        }
    }
    #[lang = "float"]
    impl<F> crate::ops::Neg for &F {
        type Output = F;
        fn neg(self) -> F {
            -*self
        }
    }
    #[lang = "float"]
    impl<F> crate::iter::Sum for F {
        fn sum<I: Iterator<Item = F>>(iter: I) -> F {
            let mut it = iter;
            let mut sum: F = -0.0;
            while let Some(x) = it.next() {
                sum = sum + x;
            }
            sum
        }
    }
    #[lang = "float"]
    impl<F> crate::iter::Sum<&F> for F {
        fn sum<I: Iterator<Item = &F>>(iter: I) -> F {
            let mut it = iter;
            let mut sum: F = -0.0;
            while let Some(x) = it.next() {
                sum = sum + *x;
            }
            sum
        }
    }
    #[lang = "float"]
    impl<F> crate::iter::Product for F {
        fn product<I: Iterator<Item = F>>(iter: I) -> F {
            let mut it = iter;
            let mut product: F = 1.0;
            while let Some(x) = it.next() {
                product = product * x;
            }
            product
        }
    }
    #[lang = "float"]
    impl<F> crate::iter::Product<&F> for F {
        fn product<I: Iterator<Item = &F>>(iter: I) -> F {
            let mut it = iter;
            let mut product: F = 1.0;
            while let Some(x) = it.next() {
                product = product * *x;
            }
            product
        }
    }
}
