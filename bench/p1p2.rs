// RFC 3559, "Optimizations": may a pointer one past the end of `p1` write to its neighbour `p2`?
fn main() {
    let mut p1 = 42u8;
    let mut p2 = 42u8;
    let p1_ptr = (&raw mut p1).wrapping_add(1);
    let p2_ptr = &raw mut p2;
    if p1_ptr == p2_ptr {
        unsafe { *p1_ptr = 10 };
        println!("{}", p2);
    }
}
