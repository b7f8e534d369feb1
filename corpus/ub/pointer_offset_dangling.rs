//@ title: offsetting a dangling pointer, by zero and by one
//@ from: std pointer `add` (offset zero is always allowed since 1.80s)
// Adding zero is fine even for null. Adding anything else needs a live allocation under the pointer.
//@ expect: prints "true\n"
//@ expect bad [strict alloc]: ub(pointer-arithmetic)

fn main() {
    let n = std::ptr::null::<u8>();
    let m = unsafe { n.add(0) };
    #[cfg(bad)]
    let m = unsafe { m.add(1) };
    println!("{}", m.is_null());
}
