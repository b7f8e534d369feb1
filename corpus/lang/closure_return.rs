//@ title: return, break and ? inside a closure stay inside it
//@ from: Rust Reference, "Return expressions", "Closure expressions"
// `return` leaves the closure. A loop around the closure cannot be left from inside.
//@ expect: prints "big small\nNone Some(3)\nafter\n"
//@ expect breaks: errors /outside of a loop/

fn main() {
    let size = |n: i32| {
        if n > 3 {
            return "big";
        }
        "small"
    };
    println!("{} {}", size(5), size(1));
    let add = |a: Option<i32>, b: Option<i32>| Some(a? + b?);
    println!("{:?} {:?}", add(Some(1), None), add(Some(1), Some(2)));
    loop {
        let leave = || {
            #[cfg(breaks)]
            break;
        };
        leave();
        break;
    }
    println!("after");
}
