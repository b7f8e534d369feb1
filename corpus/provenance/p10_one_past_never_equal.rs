//@ title: folding "one past x equals y" to false
//@ from: GCC 61502; catalogue P10
// The comparison may be true: objects may be neighbours. A compiler that answers false in one place and
// compares real addresses in another contradicts itself, which the program can print.
//@ expect base: prints "false false\n" | prints "true true\n"
//@ expect opt: prints "false false\n" | prints "false true\n"
//@ check base => opt: unsound /prints "false true/

fn main() {
    let mut x = 0u8;
    let mut y = 0u8;
    let w = (&raw mut x).wrapping_add(1);
    let q = &raw mut y;
    #[cfg(base)]
    let by_pointer = w == q;
    #[cfg(opt)]
    let by_pointer = false;
    println!("{} {}", by_pointer, w.addr() == q.addr());
}
