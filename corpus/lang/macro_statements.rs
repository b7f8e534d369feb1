//@ title: macro_rules!: a call as a statement may declare variables and end a block
//@ from: Rust Reference, "Macros By Example", macro invocation positions
//@ teach: With braces or a semicolon the call is statements; without, at the end of a block, it is the block's value.
//@ expect: prints "1 2\n3\n12\nleft: 4\n"

macro_rules! declare {
    ($($n:ident = $e:expr),*) => { $(let $n = $e;)* };
}
macro_rules! last {
    ($e:expr) => {
        let x = $e;
        x + 1
    };
}
macro_rules! when {
    ($c:expr => $b:block else $d:block) => {
        if $c $b else $d
    };
}
macro_rules! say {
    ($fmt:literal $(, $e:expr)*) => { println!($fmt $(, $e)*) };
}

fn value() -> i32 {
    last! { 2 }
}

fn main() {
    declare!(a = 1, b = a + 1);
    println!("{a} {b}");
    println!("{}", value());
    let n = when!(a == 1 => { 12 } else { 13 });
    println!("{n}");
    when! { b == 2 => { say!("left: {}", 4) } else { say!("right") } }
}
