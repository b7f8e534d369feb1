//@ title: transmuting between types of equal size
//@ from: std::mem::transmute
// The bytes stay, the type changes. Padding becomes uninitialised bytes of the new type, and those are
// invalid for integers.
//@ expect ok: prints "16909060\n"
//@ expect bad: ub(uninit)

#[repr(C)]
#[derive(Clone, Copy)]
struct Padded {
    a: u8,
    b: u16,
}

fn main() {
    unsafe {
        #[cfg(ok)]
        let n: u32 = std::mem::transmute([4u8, 3, 2, 1]);
        #[cfg(bad)]
        let n: u32 = std::mem::transmute(Padded { a: 4, b: 3 });
        println!("{}", n);
    }
}
