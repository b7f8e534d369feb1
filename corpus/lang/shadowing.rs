//@ title: shadowing makes a new variable
//@ from: Rust Reference, "Scopes"
// The old variable is hidden, not changed: pointers to it see the old value, and the name comes back after the
// inner block.
//@ expect: prints "1 hidden 2 false\n2 1\n"

fn main() {
    let x = 1;
    let p = &x;
    let x = x + 1;
    println!("{} hidden {} {}", p, x, &raw const *p == &raw const x);
    {
        let x = x * 10;
        let _ = x;
    }
    println!("{} {}", x, *p);
}
