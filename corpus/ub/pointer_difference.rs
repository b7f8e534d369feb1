//@ title: the distance of pointers into different allocations
//@ from: std pointer `offset_from`
// Both must come from the same allocation. Within one array the distance is counted in elements.
//@ expect ok: prints "2\n"
//@ expect bad [strict alloc]: ub(pointer-difference)

fn main() {
    let a = [1u16, 2, 3];
    let p = (&raw const a).cast::<u16>();
    #[cfg(ok)]
    let q = p.wrapping_add(2);
    #[cfg(bad)]
    let b = 4u16;
    #[cfg(bad)]
    let q = &raw const b;
    println!("{}", unsafe { q.offset_from(p) });
}
