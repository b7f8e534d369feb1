//@ title: `let .. else` and `if let` chains of alternatives
//@ from: Rust Reference, "let statements"; RFC 3137
// The else block must leave. What the pattern binds is available after the statement.
//@ expect: prints "got 5\nnothing\n15\n"

fn double(o: Option<i32>) -> i32 {
    let Some(n) = o else {
        println!("nothing");
        return 0;
    };
    println!("got {}", n);
    2 * n
}

fn main() {
    let mut sum = double(Some(5)) + double(None);
    let mut next = Some(2);
    while let Some(n) = next {
        sum += n;
        next = if n < 3 { Some(n + 1) } else { None };
    }
    println!("{}", sum);
}
