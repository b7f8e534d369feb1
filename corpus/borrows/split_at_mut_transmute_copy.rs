//@ title: split_at_mut by a duplicate of the slice reference
//@ from: nikomatsakis/rust-memory-model, litmus test split_at_mut_transmute_copy; catalogue part 4
// Range indexing is a call of IndexMut, whose argument is a reference to the whole slice: a write in
// Stacked Borrows. With implicit writes it is none, since the library declares that indexing does not write.
//@ expect [flat strict alloc]: prints "[1, 2, 9]\n"
//@ expect [tb tb-implicit-writes]: prints "[1, 2, 9]\n"
//@ expect [sb]: ub

fn split_at_mut(this: &mut [i32], mid: usize) -> (&mut [i32], &mut [i32]) {
    let copy: &mut [i32] = unsafe { std::mem::transmute_copy(&this) };
    let left = &mut this[0..mid];
    let right = &mut copy[mid..]; //~ ub [sb]
    (left, right)
}

fn main() {
    let mut a = [0, 0, 9];
    let (l, r) = split_at_mut(&mut a, 1);
    l[0] = 1;
    r[0] = 2;
    println!("{:?}", a);
}
