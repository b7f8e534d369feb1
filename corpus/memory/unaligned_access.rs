//@ title: unaligned reads and writes
//@ from: std::ptr::read_unaligned, write_unaligned
// They need live memory, not alignment.
//@ expect: prints "[0, 4, 3, 2, 1, 0]\n515\n"

fn main() {
    unsafe {
        let mut a = [0u8; 6];
        let p = (&raw mut a).cast::<u8>();
        p.add(1).cast::<u32>().write_unaligned(0x01020304);
        println!("{:?}", a);
        println!("{}", p.add(2).cast::<u16>().read_unaligned());
    }
}
