//@ title: no-alias facts hold for one iteration, not for the unrolled loop
//@ from: LLVM #54878; catalogue P36
// In each call the two places are different, so its load may move over its store. After unrolling, the
// load of the second call must still come after the store of the first.
//@ expect base: prints "[20, 20]\n"
//@ check base => opt: unsound /prints "\[20, 10\]/

fn copy(to: &mut i32, from: i32) {
    *to = from;
}

fn main() {
    let mut mat = [10, 20];
    let idx = [1usize, 0];
    #[cfg(base)]
    for i in 0..2 {
        let from = mat[idx[i]];
        copy(&mut mat[i % 2], from);
    }
    #[cfg(opt)]
    {
        let first = mat[idx[0]];
        let second = mat[idx[1]];
        copy(&mut mat[0], first);
        copy(&mut mat[1], second);
    }
    println!("{:?}", mat);
}
