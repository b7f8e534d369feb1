//@ title: macro_rules!: repetitions, nested ones too, repeat as often as their variables did
//@ from: Rust Reference, "Macros By Example", repetitions
//@ expect: prints "6 0\n4\n11 21 22\n-1 1 3\n"

macro_rules! sum {
    ($($e:expr),* $(,)?) => { 0 $(+ $e)* };
}
macro_rules! count {
    () => { 0usize };
    ($head:tt $($tail:tt)*) => { 1usize + count!($($tail)*) };
}
macro_rules! table {
    ($($name:ident: [$($e:expr),+]);+ $(;)?) => {
        $(let $name = [$($e),+];)+
    };
}
macro_rules! optional {
    ($e:expr $(, plus $f:expr)?) => { $e $(+ $f)? };
}

fn main() {
    println!("{} {}", sum!(1, 2, 3,), sum!());
    println!("{}", count!(a (b c) [d] {e f}));
    table! { one: [11]; two: [21, 22]; }
    println!("{} {} {}", one[0], two[0], two[1]);
    println!("{} {} {}", optional!(-1), optional!(1), optional!(1, plus 2));
}
