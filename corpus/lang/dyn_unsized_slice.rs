//@ title: structs that end in a slice, and boxed slices
//@ from: Rust Reference, "Dynamically sized types", "Unsized coercions"
//@ expect: prints "1 2 3 20\n12 12 4\n7 2 32 8\n1\n2\ndrop 1\ndrop 2\n3 3\n9\n8 6\n0\n"

use std::mem::{align_of_val, size_of_val};

struct Block<T: ?Sized> {
    a: u8,
    b: u32,
    t: T,
}
struct Outer<T: ?Sized> {
    x: u16,
    block: Block<T>,
}
struct Loud(u8);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let s = Block { a: 1, b: 2, t: [10u16, 20, 30] };
    let r: &Block<[u16]> = &s;
    println!("{} {} {} {}", r.a, r.b, r.t.len(), r.t[1]);
    println!("{} {} {}", size_of_val(r), size_of_val(&s), align_of_val(r));
    let n = Outer { x: 7, block: Block { a: 1, b: 2, t: [1u64, 2] } };
    let m: &Outer<[u64]> = &n;
    println!("{} {} {} {}", m.x, m.block.t[1], size_of_val(m), align_of_val(m));
    let p = m as *const Outer<[u64]>;
    println!("{}", unsafe { (*p).block.t[0] });
    let b: Box<Block<[Loud]>> = Box::new(Block { a: 0, b: 0, t: [Loud(1), Loud(2)] });
    println!("{}", b.t.len());
    drop(b);
    let b: Box<[i32]> = Box::new([1, 2, 3]);
    println!("{} {}", b.len(), b[2]);
    let raw: *mut [i32] = Box::into_raw(b);
    let mut b = unsafe { Box::from_raw(raw) };
    b[0] = 9;
    println!("{}", b[0]);
    let mut s = Block { a: 1, b: 5, t: [1, 2, 3] };
    let q: &mut Block<[i32]> = &mut s;
    q.t[2] = 8;
    q.b = 6;
    println!("{} {}", s.t[2], s.b);
    let none: Box<[Loud]> = Box::new([]);
    println!("{}", none.len());
}
