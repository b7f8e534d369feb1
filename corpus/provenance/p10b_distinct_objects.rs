//@ title: start addresses of two live objects differ
//@ from: catalogue P10b
// Objects that live at the same time and are not empty do not overlap, so their first bytes have
// different addresses: this comparison may be folded, whoever else looks.
//@ expect base: prints "false false\n"
//@ check base => opt: sound

fn main() {
    let x = 0u32;
    let y = 0u32;
    let p = &raw const x;
    let q = &raw const y;
    #[cfg(base)]
    let equal = p == q;
    #[cfg(opt)]
    let equal = false;
    println!("{} {}", equal, p.addr() == q.addr());
}
