//@ title: `NonNull` and `NonZero` have a value less than what they wrap
//@ from: Rust Reference, "Invalid values": types with a custom range of valid values
// Zero is what `Option` uses for `None`. As a `NonNull` or `NonZero` it is not a value, even when nobody
// looks at it afterwards.
//@ expect none: prints "true true\n"
//@ expect pointer: ub(invalid-value)
//@ expect number: ub(invalid-value)
//@ expect unchecked: ub(assume)

use std::mem::zeroed;
use std::num::NonZeroU32;
use std::ptr::NonNull;

fn main() {
    unsafe {
        #[cfg(none)]
        {
            let (p, n) = zeroed::<(Option<NonNull<u8>>, Option<NonZeroU32>)>();
            println!("{} {}", p.is_none(), n.is_none());
        }
        #[cfg(pointer)]
        let _n: NonNull<u8> = zeroed();
        #[cfg(number)]
        let _n: NonZeroU32 = zeroed();
        #[cfg(unchecked)]
        let _n = NonZeroU32::new_unchecked(0);
        let _ = (zeroed::<Option<NonNull<u8>>>, NonZeroU32::new(1));
    }
}
