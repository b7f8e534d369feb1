//@ title: reading the bytes of a function
//@ from: Rust Reference (function pointers point to no data); MiniRust
// The abstract machine's functions have an address and no bytes.
//@ expect: prints "false\n"
//@ expect bad [strict alloc]: prints "false\n" then ub(function-access)

fn f() {}

fn main() {
    let p = f as fn() as *const u8;
    println!("{}", p.is_null());
    #[cfg(bad)]
    let _byte = unsafe { *p };
}
