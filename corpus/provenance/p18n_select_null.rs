//@ title: `if p.is_null() { null } else { p }` is `p`
//@ from: Alive2 tests; catalogue P18n
// A null pointer permits nothing whatever its provenance, so it does not matter which null comes out.
//@ expect base: prints "true\nfalse 7\n"
//@ check base => opt: sound
//@ check opt => base: sound

fn show(p: *const u8) {
    #[cfg(base)]
    let r = if p.is_null() { std::ptr::null() } else { p };
    #[cfg(opt)]
    let r = p;
    if r.is_null() {
        println!("true");
    } else {
        println!("false {}", unsafe { *r });
    }
}

fn main() {
    let x = 7u8;
    show(std::ptr::null());
    show(&x);
}
