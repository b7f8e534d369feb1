//@ title: Option and Result without closures
//@ from: std::option, std::result
// The accessors that the subset knows; `take` and `replace` leave something behind.
//@ expect: prints "3 9 true\nSome(3) None Some(4)\nNone true 2\n"

fn half(n: i32) -> Result<i32, i32> {
    if n % 2 == 0 {
        Ok(n / 2)
    } else {
        Err(n)
    }
}

fn main() {
    let mut o = Some(3);
    println!("{} {} {}", o.unwrap(), None.unwrap_or(9), o.is_some());
    let taken = o.take();
    let empty = o;
    let before = o.replace(4);
    println!("{:?} {:?} {:?}", taken, before, o);
    println!("{:?} {} {}", empty, half(3).is_err(), half(4).unwrap());
}
