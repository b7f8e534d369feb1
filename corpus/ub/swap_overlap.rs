//@ title: swapping a place with itself and with its overlapping neighbour
//@ from: std::ptr::swap ("may overlap"), std::mem::swap
// `ptr::swap` may be given the same pointer twice. Two `&mut` to the same place for `mem::swap` are a matter of
// the aliasing rules and not tested here.
//@ expect: prints "5\n[2, 1]\n"

fn main() {
    unsafe {
        let mut x = 5;
        let p = &raw mut x;
        std::ptr::swap(p, p);
        println!("{}", x);
        let mut a = [1, 2];
        let q = (&raw mut a).cast::<i32>();
        q.swap(q.add(1));
        println!("{:?}", a);
    }
}
