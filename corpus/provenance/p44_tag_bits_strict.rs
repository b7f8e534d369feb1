//@ title: keeping a flag in the low bit of a pointer, with `with_addr`
//@ from: std::ptr, "Strict Provenance"; catalogue P44
// The tagged value stays a pointer all the time and keeps its provenance, so clearing the bit gives back
// the original in every model.
//@ expect: prints "1 7\n"

fn main() {
    let mut x = 7u32;
    let p = &raw mut x;
    let tagged = p.with_addr(p.addr() | 1);
    let flag = tagged.addr() & 1;
    let back = tagged.with_addr(tagged.addr() & !1);
    println!("{} {}", flag, unsafe { *back });
}
