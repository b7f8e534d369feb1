//@ title: Tree Borrows: a shared pointer to an element reads outside of it
//@ from: Tree Borrows (PLDI 2025), reborrows
// Frozen outside as inside: reading is fine, writing is not.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut a = [1u8, 2];
    let base = &raw mut a as *mut u8;
    let first = unsafe { &raw const *&*base };
    unsafe {
        let _v = *first.add(1);
        #[cfg(bad)]
        {
            *first.add(1).cast_mut() = 4; //~ bad ub [tb] (borrow-access) /at offset 1 .* Frozen/
        }
    }
}
