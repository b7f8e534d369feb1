//@ title: assignment operators borrow their place in two phases
//@ from: rustc-dev-guide, "Two-phase borrows"
// The left side is borrowed first, the right side evaluated next: it may still read the place. Of
// primitive types the right side comes first.
//@ expect: prints "N(324)\nplace\nvalue\nvalue\nplace\n[N(8), N(7)] [7, 7]\n"
//@ expect unfit: errors /trait bound|cannot be applied|mismatched/

use std::ops::{AddAssign, MulAssign};

#[derive(Clone, Copy, Debug)]
struct N(i32);
impl AddAssign<i32> for N {
    fn add_assign(&mut self, o: i32) {
        self.0 += o;
    }
}
impl AddAssign for N {
    fn add_assign(&mut self, o: N) {
        self.0 += o.0;
    }
}
impl<'a> MulAssign<&'a N> for N {
    fn mul_assign(&mut self, o: &N) {
        self.0 *= o.0;
    }
}
fn say<T>(what: &str, t: T) -> T {
    println!("{}", what);
    t
}
fn grow<T: AddAssign<U>, U>(t: &mut T, u: U) {
    *t += u;
}

fn main() {
    let mut n = N(3);
    n += n.0 * 2;
    n += n;
    let k = n;
    n *= &k;
    println!("{:?}", n);
    let mut a = [N(1), N(2)];
    a[say("place", 1)] += say("value", 5);
    let mut i = [1, 2];
    i[say("place", 1)] += say("value", 5);
    grow(&mut a[0], N(7));
    grow(&mut i[0], 6);
    println!("{:?} {:?}", a, i);
    #[cfg(unfit)]
    {
        n += true;
    }
}
