//@ title: `sub` before the start
//@ from: std pointer `sub`
// There is no "one before the start". Not even for a moment.
//@ expect ok: prints "ok\n"
//@ expect bad [strict alloc]: ub(pointer-arithmetic)

fn main() {
    let a = [1u32, 2];
    let p = (&raw const a).cast::<u32>();
    #[cfg(ok)]
    let _q = unsafe { p.add(1).sub(1) };
    #[cfg(bad)]
    let _q = unsafe { p.sub(1).add(1) };
    println!("ok");
}
