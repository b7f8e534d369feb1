//@ title: format strings
//@ from: std::fmt
// Positional, numbered and named arguments, inline names, debug output of compound values, widths and number
// formats.
//@ expect: prints "a 1 {} b\n2 1 2\n7 7 8\n(1, 'x', true) [1, 2] \"q\\n\"\n|    5|5    |  5  |00005|\nff 0xff 0b101 0o17 FF +3\nSome(Ok(3)) None\n"

fn main() {
    println!("a {} {{}} {}", 1, 'b');
    println!("{1} {0} {1}", 1, 2);
    let seven = 7;
    println!("{} {seven} {eight}", seven, eight = 8);
    println!("{:?} {:?} {:?}", (1, 'x', true), [1, 2], "q\n");
    println!("|{:5}|{:<5}|{:^5}|{:05}|", 5, 5, 5, 5);
    println!("{:x} {:#x} {:#b} {:#o} {:X} {:+}", 255, 255, 5, 15, 255, 3);
    let nested: Option<Result<i32, bool>> = Some(Ok(3));
    println!("{:?} {:?}", nested, None::<i32>);
}
