//@ title: an offset whose size in bytes does not fit
//@ from: std pointer `offset`: "must not overflow isize"
// The count is multiplied by the size of the type. `wrapping_offset` lets it wrap, `offset` does not.
//@ expect ok: prints "true\n"
//@ expect bad [strict alloc]: ub(pointer-arithmetic)

fn main() {
    let a = [1u64, 2];
    let p = (&raw const a).cast::<u64>();
    let count = 1isize << 61;
    #[cfg(ok)]
    let q = p.wrapping_offset(count);
    #[cfg(bad)]
    let q = unsafe { p.offset(count) };
    println!("{}", q == p);
}
