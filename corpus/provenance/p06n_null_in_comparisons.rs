//@ title: replacing a pointer by null where it is known to be null
//@ from: catalogue P06n; LLVM #220206 lists the holes that remain with dereferences
// Null has no provenance and permits nothing, and comparisons look at addresses only: after `p == null`
// the constant may stand for `p` in further comparisons.
//@ expect base: prints "null\nsome 7\n"
//@ check base => opt: sound
//@ check opt => base: sound

fn show(p: *const i32) {
    if p == std::ptr::null() {
        #[cfg(base)]
        let again = p.is_null();
        #[cfg(opt)]
        let again = std::ptr::null::<i32>().is_null();
        if again {
            println!("null");
        }
    } else {
        println!("some {}", unsafe { *p });
    }
}

fn main() {
    let x = 7;
    show(std::ptr::null());
    show(&x);
}
