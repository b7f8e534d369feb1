//@ title: two neighbours cannot each be the other's successor
//@ from: derived; disjointness of live objects
// One past `x` may be `y`, one past `y` may be `x`, but not both: that would make a circle.
//@ expect: prints "false false\n" | prints "true false\n" | prints "false true\n"

fn main() {
    let x = 0u8;
    let y = 0u8;
    let p = &raw const x;
    let q = &raw const y;
    println!("{} {}", p.wrapping_add(1) == q, q.wrapping_add(1) == p);
}
