//@ title: the kinds of patterns
//@ from: Rust Reference, "Patterns"
// Literals, ranges, alternatives, guards, bindings with @, slices with rest, nested structs: tried from top to
// bottom, the first that fits wins.
//@ expect: prints "zero\nsmall 4\nbig or odd 11\neven 12\n[] [1] [1, .., 4]\n3 5\n"

struct P {
    x: i32,
    y: i32,
}

fn number(n: i32) {
    match n {
        0 => println!("zero"),
        k @ (1..=4 | -4..=-1) => println!("small {}", k),
        k if k % 2 == 1 => println!("big or odd {}", k),
        k => println!("even {}", k),
    }
}

fn slice(s: &[i32]) {
    match s {
        [] => print!("[] "),
        [one] => print!("[{}] ", one),
        [first, .., last] => println!("[{}, .., {}]", first, last),
    }
}

fn main() {
    number(0);
    number(4);
    number(11);
    number(12);
    slice(&[]);
    slice(&[1]);
    slice(&[1, 2, 3, 4]);
    let P { x, y: other } = P { x: 3, y: 5 };
    println!("{} {}", x, other);
}
