//@ title: Tree Borrows: a reference to nothing is a node of the tree
//@ from: Tree Borrows (PLDI 2025), reborrows
// An empty array's reference reads nothing when it is made, but it has a tag: others' writes disable it for the bytes
// that it has not touched yet.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1u8;
    let p = &raw mut x;
    let z = unsafe { &raw mut *&mut *p.cast::<[u8; 0]>() };
    unsafe {
        #[cfg(bad)]
        p.write(2);
        *z.cast::<u8>() = 3; //~ bad ub [tb] (borrow-access) /Disabled/
    }
}
