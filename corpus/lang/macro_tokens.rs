//@ title: macro_rules!: taking tokens apart, one by one
//@ from: Rust Reference, "Macros By Example", metavariables
//@ expect: prints "14\n3 2 1 \nx: i32 = 7\n[1, 1 + 1]\n"

macro_rules! calc {
    (@run $acc:expr ;) => { $acc };
    (@run $acc:expr ; plus $n:literal $($rest:tt)*) => { calc!(@run $acc + $n ; $($rest)*) };
    (@run $acc:expr ; times $n:literal $($rest:tt)*) => { calc!(@run $acc * $n ; $($rest)*) };
    ($n:literal $($rest:tt)*) => { calc!(@run $n ; $($rest)*) };
}
macro_rules! reversed {
    ([] $($done:expr),*) => { $(print!("{} ", $done);)* };
    ([$head:expr $(, $tail:expr)*] $($done:expr),*) => { reversed!([$($tail),*] $head $(, $done)*) };
}
macro_rules! declare {
    ($(#[$a:meta])* $i:ident : $t:ty = $e:expr) => {{
        $(#[$a])*
        let $i: $t = $e;
        println!("{}: {} = {}", stringify!($i), stringify!($t), $i);
    }};
}
fn main() {
    println!("{}", calc!(1 plus 6 times 2));
    reversed!([1, 2, 3]);
    println!();
    declare!(#[allow(unused)] x: i32 = 7);
    println!("{}", text_of());
}

fn text_of() -> &'static str {
    concat!("[", stringify!(1), ", ", stringify!(1 + 1), "]")
}
