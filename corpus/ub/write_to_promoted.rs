//@ title: writing to a promoted constant
//@ from: Rust Reference, "Constant promotion"
// `&1` lives in static memory that cannot be written; a local copy can.
//@ expect ok: prints "2\n"
//@ expect bad: ub(read-only)

fn set(p: *const i32) {
    unsafe { *p.cast_mut() = 2 }
}

fn main() {
    #[cfg(bad)]
    let r: &'static i32 = &1;
    #[cfg(bad)]
    let p = &raw const *r;
    #[cfg(ok)]
    let mut local = 1;
    #[cfg(ok)]
    let p = (&raw mut local).cast_const();
    set(p);
    println!("{}", unsafe { *p });
}
