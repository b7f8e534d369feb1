//@ title: pointers to pointers
//@ from: derived
// A pointer in memory is a value like another: reading it gives back address and provenance.
//@ expect: prints "1 2\n3\n"

fn main() {
    unsafe {
        let mut x = 1;
        let mut y = 2;
        let mut p = &raw mut x;
        let pp = &raw mut p;
        let first = **pp;
        *pp = &raw mut y;
        println!("{} {}", first, *p);
        **pp = 3;
        println!("{}", y);
    }
}
