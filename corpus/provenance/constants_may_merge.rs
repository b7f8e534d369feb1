//@ title: equal constants may be stored as one
//@ from: Rust Reference, "Constant promotion" (addresses are not specified); LLVM LangRef, `unnamed_addr`
// Promoted constants and string literals with the same bytes may share an address, so no comparison of
// their addresses may be folded; constants that differ, and named statics, have addresses of their own.
//@ expect base: prints "true false false\n" | prints "false false false\n"
//@ check base => folded: sound
//@ check folded => base: unsound /prints "true/

static A: i32 = 5;
static B: i32 = 5;

fn main() {
    let p: &i32 = &5;
    let q: &i32 = &5;
    let r: &i32 = &6;
    #[cfg(base)]
    print!("{} ", std::ptr::eq(p, q));
    #[cfg(folded)]
    print!("false ");
    print!("{} ", std::ptr::eq(p, r));
    println!("{}", std::ptr::eq(&A, &B));
}
