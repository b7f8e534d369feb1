//@ title: dedup, retain_mut and the unstable sorts of a Vec
//@ from: std::vec::Vec, std::slice
// What goes is dropped, in order; what stays keeps its place among the others.
//@ expect: prints "[1, 2, 3, 1]\n-2 -4 [1, 3, 5]\n[(1, 2), (2, 1)]\n[3, 2, 1] [1, 2, 3]\n"

struct Loud(i32);

impl Drop for Loud {
    fn drop(&mut self) {
        print!("-{} ", self.0);
    }
}

fn main() {
    let mut v = vec![1, 1, 2, 3, 3, 3, 1];
    v.dedup();
    println!("{:?}", v);
    let mut w: Vec<Loud> = (1..6).map(Loud).collect();
    w.retain_mut(|l| l.0 % 2 == 1);
    println!("{:?}", w.iter().map(|l| l.0).collect::<Vec<_>>());
    std::mem::forget(w);
    let mut p = vec![(1, 2), (1, 3), (2, 1)];
    p.dedup_by_key(|t| t.0);
    println!("{:?}", p);
    let mut a = [2, 3, 1];
    let mut b = a;
    a.sort_unstable_by(|x, y| y.cmp(x));
    b.sort_unstable_by_key(|x| *x);
    println!("{:?} {:?}", a, b);
}
