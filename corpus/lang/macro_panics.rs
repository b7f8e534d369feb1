//@ title: macro_rules!: an assertion in a macro shows the tokens that it checked
//@ from: std, `assert!`; Rust Reference, "Macros By Example"
//@ expect: panics /assertion failed: x < 1 \+ 1/
//@ expect deep: panics /assertion `left == right` failed\n  left: 3\n right: 4/

macro_rules! check {
    ($a:expr, $b:expr) => {
        assert!($a < $b)
    };
}
macro_rules! same {
    ($a:expr, $b:expr) => {
        check_same!($a, { $b })
    };
}
macro_rules! check_same {
    ($a:expr, $b:expr) => {
        assert_eq!($a, $b)
    };
}

fn main() {
    let x = 3;
    #[cfg(deep)]
    same!(x, x + 1);
    check!(x, 1 + 1);
}
