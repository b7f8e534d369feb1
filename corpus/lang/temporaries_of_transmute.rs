//@ title: temporaries in the argument of transmute live as long as in any call
//@ from: Rust Reference, temporary lifetime extension; rustc
// The operand of a cast is extended with its `let`, an argument of a call is not, and transmute is a call.
//@ expect: prints "drop call\n1\ndrop transmute\n2\n3\ndrop cast\n"

struct D(&'static str);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn same<T>(x: T) -> T {
    x
}

fn main() {
    let _a = same(&D("call") as *const D);
    println!("1");
    let _b: *const D = unsafe { std::mem::transmute(&D("transmute")) };
    println!("2");
    let _c = &D("cast") as *const D;
    println!("3");
}
