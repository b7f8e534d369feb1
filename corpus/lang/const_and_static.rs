//@ title: a const is a value, a static is a place
//@ from: Rust Reference, "Constant items", "Static items"
// Each use of a const makes a new value, so changing one changes nothing else. A static mut is shared by all.
//@ expect: prints "1 0\n1 2\n6 [0, 0, 0]\n"

const CELL: [i32; 1] = [0];
static mut COUNT: i32 = 0;
const N: usize = 1 + 2;
const SIX: usize = triple(2);

const fn triple(n: usize) -> usize {
    n * N
}

fn bump() -> i32 {
    unsafe {
        COUNT += 1;
        COUNT
    }
}

fn main() {
    let mut c = CELL;
    c[0] = 1;
    println!("{} {}", c[0], CELL[0]);
    println!("{} {}", bump(), bump());
    println!("{} {:?}", SIX, [0u8; N]);
}
