//@ title: casts between pointers
//@ from: Rust Reference, "Type cast expressions"; pointer-to-pointer
// A cast of the pointer changes how memory is read, not what is there. Arrays decay to their element, wide
// pointers lose their length.
//@ expect: prints "513 1 2\n3 1 2\n1 4\n"

fn main() {
    let mut a = [1u8, 2, 0, 0];
    let p = &raw mut a;
    let n = unsafe { (p as *const u16).read_unaligned() };
    let first = p as *mut u8;
    println!("{} {} {}", n, unsafe { *first }, unsafe { *first.add(1) });
    let s: &[u8] = &a[..3];
    let thin = s as *const [u8] as *const u8;
    println!("{} {} {}", s.len(), unsafe { *thin }, unsafe { *thin.add(1) });
    let r = &a as *const u8;
    println!("{} {}", unsafe { *r }, size_of::<[u8; 4]>());
}
