//@ title: a borrowed part of a temporary keeps all of it, by index and by range
//@ from: Rust Reference, "Temporary lifetime extension"
// `&temp()[i]` and `&temp()[a..b]` extend the temporary to the end of the block. A method call in
// between ends the extension: the temporary of `len` dies with its statement.
//@ expect: prints "mk 1\nmk 2\nmk 3\nmk 4\nmk 5\ndrop 5\n1 2\n4 3\ndrop 3\ndrop 4\ndrop 1\ndrop 2\n"

struct D(u32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn mk(n: u32) -> D {
    println!("mk {}", n);
    D(n)
}

fn main() {
    let s = &[mk(1), mk(2)][..];
    let d = &[mk(3), mk(4)][1..][0];
    let n = [mk(5)][..].len();
    println!("{} {}", s[0].0, s.len());
    println!("{} {}", d.0, n + 2);
}
