// RFC 3559's first example: may a pointer one past the end of one variable write to its neighbour?
fn main() {
    let mut p = [1u32, 2];
    let mut q = 10u32;
    let p1 = (&raw mut p[0]).wrapping_add(2);
    let p2 = &raw mut q;
    if p1 == p2 {
        unsafe { *p1 = 42 };
        println!("{}", unsafe { *p2 });
    }
}
