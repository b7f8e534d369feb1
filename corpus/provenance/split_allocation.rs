//@ title: taking a struct apart into separate locals (SROA) when a pointer walks between the fields
//@ from: derived; LLVM SROA
// Inside one object the walk from the first to the second field is fine. After scalar replacement there are
// two objects, and the walk leads out of the first.
//@ expect base [flat strict alloc]: prints "9\n"
//@ expect opt [strict alloc]: prints "" | ub(out-of-bounds)
//@ check base => opt [flat strict alloc]: unsound
//@ check base => walk_replaced [flat strict alloc]: sound

#[repr(C)]
struct Pair {
    a: u32,
    b: u32,
}

fn main() {
    unsafe {
        #[cfg(base)]
        {
            let mut pair = Pair { a: 1, b: 2 };
            let p = (&raw mut pair.a).wrapping_add(1);
            // the whole struct is one allocation: so is each field's pointer in these models
            if p == &raw mut pair.b {
                *p = 9;
                println!("{}", pair.b);
            }
        }
        #[cfg(opt)]
        {
            let mut a = 1u32;
            let mut b = 2u32;
            let p = (&raw mut a).wrapping_add(1);
            if p == &raw mut b {
                *p = 9;
                println!("{}", b);
            }
        }
        #[cfg(walk_replaced)]
        {
            let mut b = 2u32;
            *(&raw mut b) = 9;
            println!("{}", b);
        }
    }
}
