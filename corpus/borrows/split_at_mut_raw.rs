//@ title: split_at_mut by raw pointers
//@ from: std::slice::split_at_mut
// The neighbour of split_at_mut_transmute_copy: both halves are made from one raw pointer, each of its
// own bytes.
//@ expect : prints "[1, 2, 9]\n"
//@ expect [tb-implicit-writes]: prints "[1, 2, 9]\n"

fn split_at_mut(this: &mut [i32], mid: usize) -> (&mut [i32], &mut [i32]) {
    let len = this.len();
    let p = this.as_mut_ptr();
    assert!(mid <= len);
    unsafe {
        (
            std::slice::from_raw_parts_mut(p, mid),
            std::slice::from_raw_parts_mut(p.add(mid), len - mid),
        )
    }
}

fn main() {
    let mut a = [0, 0, 9];
    let (l, r) = split_at_mut(&mut a, 1);
    l[0] = 1;
    r[0] = 2;
    println!("{:?}", a);
}
