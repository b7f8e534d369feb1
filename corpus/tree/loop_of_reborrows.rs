//@ title: Tree Borrows: a reference that is made again and again
//@ from: Tree Borrows (PLDI 2025), reborrows
// A thousand reborrows of one reference: each disables the one before when it writes. Tags that nothing holds any more are
// forgotten.
//@ expect [tb]: prints "1000\n"
//@ expect bad [tb]: ub

fn main() {
    let mut x = 0u32;
    let p = &raw mut x;
    let first = unsafe { &raw mut *&mut *p };
    let mut i = 0;
    while i < 1000 {
        let r = unsafe { &mut *p };
        *r += 1;
        i += 1;
    }
    #[cfg(bad)]
    let _v = unsafe { *first }; //~ bad ub [tb] (borrow-access) /read access through `first` .* Disabled/
    let _ = first;
    println!("{}", x);
}
