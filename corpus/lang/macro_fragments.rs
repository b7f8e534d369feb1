//@ title: macro_rules!: an expression fragment stays in one piece
//@ from: Rust Reference, "Macros By Example", forwarding fragments
//@ teach: `$a * $b` multiplies the two values, whatever operators are inside them: a fragment is not pasted as text.
//@ expect: prints "10 7 true 5\n1 2 3\nSome(4) 4\n"

macro_rules! product {
    ($a:expr, $b:expr) => {
        $a * $b
    };
}
macro_rules! less {
    ($a:expr, $b:expr) => {
        $a < $b
    };
}
macro_rules! negate {
    ($a:literal) => {
        -$a
    };
}
macro_rules! array_of {
    ($t:ty; $n:expr; $($e:expr),+ $(,)?) => {{
        let a: [$t; $n] = [$($e),+];
        a
    }};
}
macro_rules! some {
    ($p:pat) => {
        Some($p)
    };
}
macro_rules! pointer {
    ($t:ty) => {
        *const $t
    };
}

fn main() {
    println!("{} {} {} {}", product!(1 + 1, 2 + 3), product!(7, 1), less!(1 + 1, 1 << 2), -negate!(5));
    let a = array_of![u8; 3; 1, 2, 3,];
    println!("{} {} {}", a[0], a[1], a[2]);
    let x = Some(4);
    if let some!(y @ 1..=9) = x {
        let p: pointer!(i32) = &y;
        println!("{:?} {}", x, unsafe { *p });
    }
}
