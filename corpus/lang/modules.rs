//@ title: modules, `use`, and names of the standard library
//@ from: Rust Reference, "Paths", "Use declarations", "Items in blocks"
// Names resolve through modules with `self`, `super` and `crate`, may be renamed, and may be declared inside
// functions. `core` and `std` are two names for the same things.
//@ expect: prints "1 2 3 4 5 6\ntrue 8\n"

const ONE: i32 = 1;

mod outer {
    pub const TWO: i32 = 2;
    pub mod inner {
        pub fn three() -> i32 {
            super::TWO + crate::ONE
        }
        pub fn four() -> i32 {
            self::three() + 1
        }
    }
    pub use inner::four as quattro;
}

use outer::inner::{self, three};
use outer::{quattro, TWO as two_};
use std::mem;

fn main() {
    const FIVE: i32 = 5;
    fn six() -> i32 {
        six_helper::VALUE
    }
    mod six_helper {
        pub const VALUE: i32 = 6;
    }
    println!("{} {} {} {} {} {}", ONE, two_, three(), quattro(), FIVE, six());
    println!("{} {}", inner::four() == 4, mem::size_of::<u64>() * core::mem::size_of::<u8>());
}
