//@ title: a Display that panics while it writes the message of a panic aborts
//@ from: std::panic: the message is formatted by the panic hook
//@ expect message: prints "formatting\n" then aborts /message of a panic/
//@ expect: prints "formatting\na parttrue\n"
use std::fmt;
use std::panic::catch_unwind;

struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        println!("formatting");
        f.write_str("a part")?;
        panic!("no text");
    }
}

fn main() {
    let r = catch_unwind(|| {
        #[cfg(message)]
        panic!("said: {}", Broken);
        #[cfg(not(message))]
        println!("{}", Broken);
    });
    println!("{}", r.is_err());
}
