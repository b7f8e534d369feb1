//@ title: slices made from a pointer and a length
//@ from: std::slice::from_raw_parts, std::ptr::slice_from_raw_parts
// The raw slice is only two words; the reference made from it must be backed by memory.
//@ expect: prints "3 [2, 3]\n[1, 9, 3] 100\n"

fn main() {
    unsafe {
        let mut a = [1, 2, 3];
        let p = (&raw mut a).cast::<i32>();
        let s = std::slice::from_raw_parts(p.add(1), 2);
        println!("{} {:?}", s[1], s);
        let m = std::slice::from_raw_parts_mut(p, 3);
        m[1] = 9;
        let wild = std::ptr::slice_from_raw_parts(p.cast_const(), 100);
        println!("{:?} {}", a, wild.len());
    }
}
