//@ title: writing to an immutable static
//@ from: Rust Reference, "mutating immutable bytes"
// The cast to `*mut` takes nothing away: the bytes of a static without interior mutability never change.
//@ expect ok: prints "2\n"
//@ expect bad: ub(read-only)

static mut MUTABLE: u8 = 1;
static IMMUTABLE: u8 = 1;

fn main() {
    unsafe {
        #[cfg(ok)]
        let p = &raw mut MUTABLE;
        #[cfg(bad)]
        let p = (&raw const IMMUTABLE).cast_mut();
        *p = 2;
        println!("{}", *p);
    }
}
