//@ title: replacing an equal pointer that is only compared
//@ from: LLVM PR 82458 (canReplacePointersIfEqual); derived
// For comparisons only addresses count, so `w` may stand for `q` there. The replacement goes wrong only
// where the pointer is dereferenced or leaves our sight.
//@ expect base: prints "true\n" | prints "false\n"
//@ check base => opt: sound
//@ check opt => base: sound

fn main() {
    let x = 0u8;
    let y = 0u8;
    let w = (&raw const x).wrapping_add(1);
    let q = &raw const y;
    if w == q {
        #[cfg(base)]
        println!("{}", q.is_null() == false);
        #[cfg(opt)]
        println!("{}", w.is_null() == false);
    } else {
        println!("{}", false);
    }
}
