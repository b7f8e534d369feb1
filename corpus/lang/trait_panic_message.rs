//@ title: a panic whose message user code writes
//@ from: std, "std::fmt"
// 
//@ expect: prints "1\ntrue\n"

use std::fmt;

#[derive(PartialEq)]
struct Code(u8);
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "E{:02}", self.0)
    }
}
fn check(r: Result<u8, Code>) -> u8 {
    match r {
        Ok(v) => v,
        Err(e) => panic!("failed with {:?}", e),
    }
}

fn main() {
    println!("{}", check(Ok(1)));
    let r = std::panic::catch_unwind(|| check(Err(Code(4))));
    println!("{}", r.is_err());
    assert_eq!(Code(7), Code(7));
}
