//@ title: prints may be merged, not swapped
//@ from: folklore
// One call with both lines prints the same. In the other order it is seen, unless both are equal.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8, y: u8) {
    #[cfg(base)]
    {
        println!("{}", x);
        println!("{}", y);
    }
    #[cfg(opt)]
    println!("{}\n{}", x, y);
    #[cfg(bad)]
    {
        println!("{}", y);
        println!("{}", x);
    }
}
