//@ title: an empty function gains a load of its reference argument
//@ from: nikomatsakis/rust-memory-model, litmus test new_load; catalogue part 4, O18
// Dereferenceable on entry is enough for a load that nothing uses.
//@ expect base: prints "end\n"
//@ check base => opt: sound

fn foo(_p: &u64) {
    #[cfg(opt)]
    let _x = *_p;
}

fn main() {
    let x = 3;
    foo(&x);
    println!("end");
}
