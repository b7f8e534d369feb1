//@ title: litmus::assert is checked like any panic
//@ from: made up: the crate `litmus`
// `litmus::assert` panics at the place of its caller; a variant that keeps what is asserted may drop
// the assertion, one that breaks it may not.
//@ expect base: returns
//@ expect opt: returns
//@ expect broken: panics /litmus::assert failed/
//@ check base => opt: sound
//@ check base => broken: unsound /panics: litmus::assert failed/
//@ check fn halves: base => opt: sound
//@ check fn halves: base => broken: unsound /panics/

fn halves() {
    let n = if cfg!(broken) { 7u8 } else { 6u8 };
    #[cfg(any(base, broken))]
    litmus::assert(n % 2 == 0);
    #[cfg(opt)]
    let _ = n / 2;
    let _memory = litmus::uninit::<u32>();
}

fn main() {
    halves();
}
