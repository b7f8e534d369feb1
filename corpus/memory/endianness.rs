//@ title: the bytes of an integer
//@ from: std integer methods to_le_bytes and friends; x86-64
// The lab's machine is little-endian: the least significant byte comes first in memory.
//@ expect: prints "[4, 3, 2, 1] [1, 2, 3, 4] true\n16909060 4\n"

fn main() {
    let n = 0x01020304u32;
    println!("{:?} {:?} {}", n.to_le_bytes(), n.to_be_bytes(), n.to_ne_bytes() == n.to_le_bytes());
    let first = unsafe { *(&raw const n).cast::<u8>() };
    println!("{} {}", u32::from_be_bytes([1, 2, 3, 4]), first);
}
