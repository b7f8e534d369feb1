//@ title: x, y, z in a row leave no room between x and z
//@ from: derived; disjointness of live objects
// If `y` follows `x` and `z` follows `y`, then `z` cannot also follow `x`.
//@ expect base: prints "true true false\n" | prints "true false false\n" | prints "false true false\n" | prints "false false true\n" | prints "false false false\n"
//@ check base => opt: sound

fn main() {
    let x = 0u8;
    let y = 0u8;
    let z = 0u8;
    let p = (&raw const x).addr();
    let q = (&raw const y).addr();
    let r = (&raw const z).addr();
    let xy = q.wrapping_sub(p) == 1;
    let yz = r.wrapping_sub(q) == 1;
    let xz = r.wrapping_sub(p) == 1;
    #[cfg(base)]
    println!("{} {} {}", xy, yz, xz);
    #[cfg(opt)]
    println!("{} {} {}", xy, yz, if xy || yz { false } else { xz });
}
