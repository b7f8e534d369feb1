//@ title: using a local after its block
//@ from: Rust Reference: dangling pointers
// Storage ends with the block that declares the local, not with the function.
//@ expect ok: prints "5\n"
//@ expect bad [strict alloc]: ub(dangling)

fn main() {
    let p;
    {
        let x = 5u8;
        p = &raw const x;
        #[cfg(ok)]
        println!("{}", unsafe { *p });
    }
    #[cfg(bad)]
    println!("{}", unsafe { *p }); //~[strict alloc] ub /dangling/
    let _ = p;
}
