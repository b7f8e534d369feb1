//@ title: two locals with disjoint lifetimes may share an address
//@ from: derived; rustc stack colouring
// After the block the storage of `x` is dead, so `y` may lie there. While both live it may not.
//@ expect apart: prints "false\n" | prints "true\n"
//@ expect together: prints "false\n"
//@ check apart => together: sound
//@ check together => apart: unsound /prints "true/

fn main() {
    #[cfg(apart)]
    let a = {
        let x = 1u32;
        (&raw const x).addr()
    };
    #[cfg(together)]
    let x = 1u32;
    #[cfg(together)]
    let a = (&raw const x).addr();
    let y = 2u32;
    println!("{}", (&raw const y).addr() == a);
}
