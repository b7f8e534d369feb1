//@ title: each iteration has its own storage
//@ from: Rust Reference, temporaries and variables; derived
// A pointer kept from the first iteration is dead in the second, even if the local comes to lie at the same
// address.
//@ expect ok: prints "0\n1\n"
//@ expect bad [strict alloc]: prints "0\n" then ub(dangling)

fn main() {
    let mut kept = std::ptr::null::<i32>();
    #[cfg(ok)]
    let mut outside;
    for i in 0..2 {
        #[cfg(bad)]
        let x = i;
        #[cfg(bad)]
        if i == 0 {
            kept = &raw const x;
        }
        #[cfg(ok)]
        {
            outside = i;
            kept = &raw const outside;
        }
        println!("{}", unsafe { *kept });
    }
}
