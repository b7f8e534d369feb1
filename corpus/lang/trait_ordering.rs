//@ title: PartialOrd and Ord, derived and by hand
//@ from: std, "PartialOrd"
// Derived orders compare variants first, then fields in their order. Operators call the methods of the trait.
//@ expect: prints "true true true\nGreater Some(Equal)\ntrue Version { major: 2, minor: 0 }\nfalse true\nfalse true\n9 C { x: 0 }\ntrue true\n3 5 4\n"
//@ expect unfit: errors /binary operation `<` cannot be applied to type `Never`/

use std::cmp::Ordering;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum E {
    A,
    B(u8, bool),
    C { x: i32 },
}
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Version {
    major: u32,
    minor: u32,
}
#[derive(PartialEq, Eq)]
struct Backwards(i32);
impl PartialOrd for Backwards {
    fn partial_cmp(&self, other: &Backwards) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Backwards {
    fn cmp(&self, other: &Backwards) -> Ordering {
        other.0.cmp(&self.0)
    }
}
struct Never;
impl PartialEq for Never {
    fn eq(&self, _: &Never) -> bool {
        false
    }
}
fn largest<T: Ord + Copy, const N: usize>(a: [T; N]) -> T {
    let mut best = a[0];
    for i in 1..N {
        if a[i] > best {
            best = a[i];
        }
    }
    best
}

fn main() {
    println!("{} {} {}", E::A < E::B(0, false), E::B(1, false) < E::B(1, true), E::C { x: -1 } > E::A);
    println!("{:?} {:?}", E::B(2, true).cmp(&E::B(1, true)), E::A.partial_cmp(&E::A));
    let (a, b) = (Version { major: 1, minor: 9 }, Version { major: 2, minor: 0 });
    println!("{} {:?}", a < b, a.max(b));
    println!("{} {}", Backwards(1) < Backwards(2), Backwards(1) >= Backwards(2));
    println!("{} {}", Never == Never, Never != Never);
    println!("{} {:?}", largest([3, 9, 2]), largest([E::A, E::C { x: 0 }, E::B(1, true)]));
    println!("{} {}", [1, 2] < [1, 3], (1, "b") > (1, "a"));
    println!("{} {} {}", 3.min(5), 3.max(5), 7.clamp(0, 4));
    #[cfg(unfit)]
    println!("{}", Never < Never);
}
