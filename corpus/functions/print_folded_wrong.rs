//@ title: a function that prints a sum may not print another number
//@ from: made up: the smallest check of one function that fails
// As print_folded.rs, with a wrong constant. What `main` does is another question with another
// answer: it calls `right` alone, the function that the variants agree about.
//@ expect base: prints "5\n"
//@ expect opt: prints "5\n"
//@ check base => opt: sound
//@ check fn sums::right: base => opt: sound
//@ check fn sums::wrong: base => opt: unsound /prints "6\\n"/

mod sums {
    pub fn right() {
        println!("{}", if cfg!(base) { 2 + 3 } else { 5 });
    }

    pub fn wrong() {
        #[cfg(base)]
        println!("{}", 2 + 3);
        #[cfg(opt)]
        println!("{}", 6);
    }
}

fn main() {
    sums::right();
}
