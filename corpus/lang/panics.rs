//@ title: ways to panic
//@ from: std::panic!, assert!, assert_eq!, unreachable!, todo!
// What was printed before stays; the message says what went wrong.
//@ expect plain: prints "before\n" then panics /went wrong: 7/
//@ expect assert: panics /assertion failed: x == 4/
//@ expect message: panics /x is 3/
//@ expect equal: panics /assertion `left == right` failed/
//@ expect unwrap: panics /called `Option::unwrap\(\)` on a `None` value/
//@ expect expect_: panics /no value here/
//@ expect todo_: panics /not yet implemented/

fn main() {
    let x = 3;
    let o: Option<i32> = if x == 3 { None } else { Some(x) };
    #[cfg(plain)]
    {
        println!("before");
        panic!("went wrong: {}", 7);
    }
    #[cfg(assert)]
    assert!(x == 4);
    #[cfg(message)]
    assert!(x == 4, "x is {}", x);
    #[cfg(equal)]
    assert_eq!(x, 4);
    #[cfg(unwrap)]
    o.unwrap();
    #[cfg(expect_)]
    o.expect("no value here");
    #[cfg(todo_)]
    todo!();
    #[cfg(not(any(unwrap, expect_)))]
    let _ = o;
}
