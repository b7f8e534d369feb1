//@ title: a block in a generic function, in a method and in a macro
//@ from: docs, "Stories"
//@ expect: prints "1 2\n12\n6\n"
use std::arch::asm;

unsafe fn swap_words<T: Copy>(a: *mut T, b: *mut T) {
    let (x, y) = (a, b);
    //@ story:
    //@     let t = x.read();
    //@     x.write(y.read());
    //@     y.write(t);
    asm!("mov rax, [{x}]", "xchg rax, [{y}]", "mov [{x}], rax", x = in(reg) x, y = in(reg) y, out("rax") _);
}

struct Counter {
    n: u32,
}

impl Counter {
    fn add(&mut self, k: u32) -> u32 {
        //@ story: n += k; 
        unsafe { asm!("add {n:e}, {k:e}", n = inout(reg) self.n, k = in(reg) k) };
        self.n
    }
}

macro_rules! doubled {
    ($e:expr) => {{
        let mut x: u32 = $e;
        unsafe {
            //@ story: x += x;
            asm!("add {x:e}, {x:e}", x = inout(reg) x);
        }
        x
    }};
}

fn main() {
    let (mut a, mut b) = (2u64, 1u64);
    unsafe { swap_words(&mut a, &mut b) };
    println!("{a} {b}");
    println!("{}", Counter { n: 7 }.add(5));
    let x = 3;
    println!("{}", doubled!(x));
}
