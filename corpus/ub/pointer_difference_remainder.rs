//@ title: a distance that is not a whole number of elements
//@ from: std pointer `offset_from`: "must be an exact multiple"
// Two bytes apart, counted in u32.
//@ expect ok: prints "1\n"
//@ expect bad: ub(pointer-difference)

fn main() {
    let a = [1u32, 2, 3];
    let p = (&raw const a).cast::<u8>();
    #[cfg(ok)]
    let q = p.wrapping_add(4).cast::<u32>();
    #[cfg(bad)]
    let q = p.wrapping_add(2).cast::<u32>();
    println!("{}", unsafe { q.offset_from(p.cast()) });
}
