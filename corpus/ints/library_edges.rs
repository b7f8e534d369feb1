//@ title: the methods of integers at the edges of every type
//@ from: core::num, documentation of the methods; the numbers are what rustc 1.95's library gives
// For each type the sum of what the methods return for all pairs of edge values. A wrong bit anywhere
// shows in the sum.
//@ expect [alloc]: prints "20be7b7afbabf6bd\n57e6ed623543cc70\nb94a6c5820f90772\na6bd163ab602dbf9\nf3c0ad2c34c82d22\na6bd163ab602dbf9\n32415d54d48817f7\n680aab502cc3e5d7\n530e20e0d3fa9a5d\na962c1ac1cac7cdf\ndfa5b0689c7a0c0d\na962c1ac1cac7cdf\n"

macro_rules! sum {
    ($t:ty) => {{
        let values = [<$t>::MIN, <$t>::MAX, <$t>::MAX / 3, <$t>::MIN + 1, 1, 7];
        let mut sum = 0u64;
        for a in values {
            for n in [0, 1, 5, <$t>::BITS - 1, <$t>::BITS, 200] {
                let parts = [a.unbounded_shl(n), a.unbounded_shr(n), a.rotate_left(n), a.wrapping_shr(n), a.saturating_pow(n)];
                for p in parts {
                    sum = sum.wrapping_mul(31).wrapping_add(p as u64);
                }
            }
            let counts = [a.count_ones(), a.leading_zeros(), a.trailing_ones(), a.checked_ilog2().unwrap_or(99), a.checked_ilog10().unwrap_or(99)];
            for c in counts {
                sum = sum.wrapping_mul(31).wrapping_add(c as u64);
            }
            for b in values {
                let parts = [
                    a.saturating_add(b), a.saturating_sub(b), a.saturating_mul(b), a.midpoint(b), a.swap_bytes(), a.reverse_bits(),
                    a.checked_div_euclid(b).unwrap_or(3), a.checked_rem_euclid(b).unwrap_or(3), a.checked_rem(b).unwrap_or(3),
                    a.overflowing_mul(b).0, a.overflowing_mul(b).1 as $t, a.abs_diff(b) as $t,
                ];
                for p in parts {
                    sum = sum.wrapping_mul(31).wrapping_add(p as u64);
                }
            }
        }
        println!("{:x}", sum);
    }};
}

fn main() {
    sum!(u8);
    sum!(u16);
    sum!(u32);
    sum!(u64);
    sum!(u128);
    sum!(usize);
    sum!(i8);
    sum!(i16);
    sum!(i32);
    sum!(i64);
    sum!(i128);
    sum!(isize);
}
