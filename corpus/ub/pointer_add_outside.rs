//@ title: `add` beyond one past the end
//@ from: std pointer `add`; Rust Reference, in-bounds pointer arithmetic
// The pointer one past the end may be computed, the next one may not, even if it is never used.
//@ expect ok: prints "ok\n"
//@ expect bad [strict alloc]: ub(pointer-arithmetic)

fn main() {
    let a = [1u32, 2];
    let p = (&raw const a).cast::<u32>();
    #[cfg(ok)]
    let _q = unsafe { p.add(2) };
    #[cfg(bad)]
    let _q = unsafe { p.add(3) };
    println!("ok");
}
