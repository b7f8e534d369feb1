//@ title: filling memory with a byte
//@ from: std::ptr::write_bytes
// The count is in elements, the value is repeated in each byte.
//@ expect: prints "16843009 0\n[255, 255, 3]\n"

fn main() {
    unsafe {
        let mut n = [7u32; 2];
        let p = (&raw mut n).cast::<u32>();
        p.write_bytes(1, 1);
        p.add(1).write_bytes(0, 1);
        println!("{} {}", n[0], n[1]);
        let mut a = [1u8, 2, 3];
        std::ptr::write_bytes((&raw mut a).cast::<u8>(), 0xff, 2);
        println!("{:?}", a);
    }
}
