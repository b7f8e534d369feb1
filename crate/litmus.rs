//! The crate `litmus` for rustc: programs with symbolic inputs compile and run as ordinary ones, with
//! inputs that are given. litmus itself does not read this file, it has the crate built in.
//!
//! ```text
//! rustc --edition 2021 --crate-type rlib --crate-name litmus crate/litmus.rs
//! rustc --edition 2021 --cfg base --extern litmus=liblitmus.rlib program.rs
//! LITMUS_INPUTS=3,-1,0xff ./program
//! ```

use std::mem::{size_of, MaybeUninit};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The exit status of a program whose inputs an `assume` leaves out.
pub const LEFT_OUT: i32 = 77;

const INPUTS: &str = "LITMUS_INPUTS";

static TAKEN: AtomicUsize = AtomicUsize::new(0);

/// A number in decimal or hexadecimal, perhaps negative, as its two's complement.
fn parse(text: &str) -> Option<u128> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let number = match digits.strip_prefix("0x") {
        Some(hex) => u128::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    Some(if negative {
        number.wrapping_neg()
    } else {
        number
    })
}

/// Do `size` bytes hold it, as an unsigned or a signed number?
fn fits(number: u128, size: usize) -> bool {
    if size >= 16 {
        return true;
    }
    let bits = 8 * size as u32;
    number >> bits == 0 || (number as i128) >> (bits - 1) == -1
}

#[track_caller]
fn next_input(size: usize) -> u128 {
    let n = TAKEN.fetch_add(1, Ordering::Relaxed);
    let all = std::env::var(INPUTS).unwrap_or_default();
    let text = all
        .split(',')
        .map(str::trim)
        .filter(|t| !t.is_empty())
        .nth(n);
    let Some(text) = text else {
        panic!(
            "litmus::any: there is no input number {}: {INPUTS} has {n}",
            n + 1
        )
    };
    let Some(number) = parse(text) else {
        panic!(
            "litmus::any: input number {} in {INPUTS} is not a number: `{text}`",
            n + 1
        )
    };
    assert!(
        fits(number, size),
        "litmus::any: input number {} in {INPUTS}, {text}, does not fit {size} byte(s)",
        n + 1
    );
    number
}

/// The next of the numbers in LITMUS_INPUTS, separated by commas, as the bytes of a `T`, the lowest
/// first; bytes beyond the sixteenth are 0. Types without size take none. To litmus it is any value
/// of the type. The number must be one: this function does not know which are.
#[track_caller]
pub fn any<T>() -> T {
    let size = size_of::<T>();
    let mut value = MaybeUninit::<T>::zeroed();
    if size > 0 {
        let bytes = next_input(size).to_le_bytes();
        let n = size.min(bytes.len());
        // SAFETY: n bytes are in both.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), value.as_mut_ptr().cast(), n) };
    }
    // SAFETY: the caller gives a number that is a value of T.
    unsafe { value.assume_init() }
}

/// Inputs for which `cond` is false are left out: the program ends without a word.
pub fn assume(cond: bool) {
    if !cond {
        std::process::exit(LEFT_OUT);
    }
}

#[track_caller]
pub fn assert(cond: bool) {
    if !cond {
        panic!("litmus::assert failed");
    }
}

/// Memory of the type that nothing has been written to.
pub fn uninit<T>() -> MaybeUninit<T> {
    MaybeUninit::uninit()
}
