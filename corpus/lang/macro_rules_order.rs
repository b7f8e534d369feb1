//@ title: macro_rules!: the first rule that takes the tokens is used, and must then parse
//@ from: Rust Reference, "Macros By Example", transcribing
//@ expect: prints "keyword name other\n1 2\n"
//@ expect no_rule: errors /no rules of the macro `kind!` expected `\+`/
//@ expect too_short: errors /unexpected end of the arguments/
//@ expect syntax: errors /expected an expression/
//@ expect scope: errors /cannot find macro `inner`/
//@ expect ambiguous: errors /local ambiguity/
//@ expect depth: errors /still repeating at this depth/
//@ expect lengths: errors /`a` repeats 2 times, but `b` repeats 1 times/
//@ expect endless: errors /recursion limit/

macro_rules! kind {
    (fn) => {
        "keyword"
    };
    ($i:ident) => {
        "name"
    };
    ([$($t:tt)*]) => {
        "other"
    };
}
macro_rules! pick {
    ($a:expr) => {
        $a
    };
    ($a:expr, $($b:expr),+) => {
        pick!($($b),+)
    };
}
#[cfg(ambiguous)]
macro_rules! two_lists {
    ($($a:ident)* $($b:ident)*) => {
        0
    };
}
#[cfg(depth)]
macro_rules! flat {
    ($($a:expr),*) => {
        $a
    };
}
#[cfg(lengths)]
macro_rules! pairs {
    ($($a:expr),*; $($b:expr),*) => {
        [$(($a, $b)),*]
    };
}
#[cfg(endless)]
macro_rules! again {
    ($($t:tt)*) => {
        again!($($t)* 1)
    };
}

fn main() {
    println!("{} {} {}", kind!(fn), kind!(main), kind!([1 + 1]));
    println!("{} {}", pick!(1), pick!(1, 2));
    #[cfg(no_rule)]
    kind!(+);
    #[cfg(too_short)]
    kind!();
    #[cfg(syntax)]
    pick!(1 +);
    #[cfg(scope)]
    {
        {
            macro_rules! inner {
                () => {};
            }
        }
        inner!();
    }
    #[cfg(ambiguous)]
    two_lists!(a b);
    #[cfg(depth)]
    flat!(1, 2);
    #[cfg(lengths)]
    pairs!(1, 2; 3);
    #[cfg(endless)]
    again!();
}
