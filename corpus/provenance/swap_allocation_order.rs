//@ title: swapping two independent allocations
//@ from: derived; design of the refinement check (permutations of allocation order)
// The order in which two objects are created does not fix the order of their addresses. The target's
// layout is one that the source could have had, with the roles exchanged.
//@ expect base: prints "true\n" | prints "false\n"
//@ check base => opt: sound
//@ check opt => base: sound

fn main() {
    #[cfg(base)]
    let (a, b) = {
        let a = Box::into_raw(Box::new(1u8));
        let b = Box::into_raw(Box::new(2u64));
        (a, b)
    };
    #[cfg(opt)]
    let (a, b) = {
        let b = Box::into_raw(Box::new(2u64));
        let a = Box::into_raw(Box::new(1u8));
        (a, b)
    };
    println!("{}", a.addr() < b.addr());
}
