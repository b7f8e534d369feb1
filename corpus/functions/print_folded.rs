//@ title: a function that prints a sum may print the sum of the constants
//@ from: made up: the smallest check of one function
// `report` is checked by itself: nobody calls it, and the file has no `main`. Its neighbour
// print_folded_wrong.rs folds to another number.
//@ check fn report: base => opt: sound
//@ check fn report: opt => base: sound
#![crate_type = "lib"]

pub fn report() {
    #[cfg(base)]
    {
        let a = 2u8;
        let b = 3u8;
        println!("{}", a + b);
    }
    #[cfg(opt)]
    println!("{}", 5u8);
}
