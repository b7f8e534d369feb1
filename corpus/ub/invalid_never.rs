//@ title: a value of a type without values
//@ from: Rust Reference, "Invalid values": `!` has none
// Producing a value of an empty enum is UB, even though it has no bytes that could be wrong.
//@ expect: prints "ok\n"
//@ expect bad: ub(invalid-value)

enum Never {}

fn main() {
    #[cfg(bad)]
    let _n: Never = unsafe { std::mem::transmute(()) };
    let _size = size_of::<Never>();
    println!("ok");
}
