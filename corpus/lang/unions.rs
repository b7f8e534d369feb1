//@ title: unions: one memory, several views
//@ from: Rust Reference, "Unions"
// Writing one field and reading another reinterprets the bytes. Fields begin at offset 0 in repr(C).
//@ expect: prints "1 4\n16909060 [4, 3, 2, 1] 4\n[4, 3, 9, 1]\n"

#[repr(C)]
#[derive(Clone, Copy)]
union U {
    n: u32,
    b: [u8; 4],
    one: u8,
}

fn main() {
    let mut u = U { n: 1 };
    unsafe {
        println!("{} {}", u.one, size_of::<U>());
        u.n = 0x01020304;
        println!("{} {:?} {}", u.n, u.b, u.one);
        u.b[2] = 9;
        let U { b } = u;
        println!("{:?}", b);
    }
}
