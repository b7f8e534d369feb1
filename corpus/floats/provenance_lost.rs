//@ title: a float carries no provenance
//@ from: Rust Reference, "Pointer-to-integer transmutes"; RFC 3559
// As for integers, a typed copy of a pointer's bytes at type f64 keeps the address and loses the rest.
//@ expect [flat]: prints "7\n"
//@ expect [strict alloc sb tb]: ub(no-provenance)

fn main() {
    let x = 7u8;
    let p = &raw const x;
    let f: f64 = unsafe { std::mem::transmute(p) };
    let q: *const u8 = unsafe { std::mem::transmute(f) };
    println!("{}", unsafe { *q }); //~[strict alloc sb tb] ub
}
