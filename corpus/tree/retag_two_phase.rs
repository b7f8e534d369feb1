//@ title: Tree Borrows: two-phase borrows are Reserved
//@ from: Tree Borrows (PLDI 2025), reborrows
// `s.add(s.get())` reads s between the borrow and the call. A write in between through an alias disables the borrow, and
// the function's entry finds out.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

struct S(i32);
impl S {
    #[rustfmt::skip]
    fn add(&mut self, n: i32) { self.0 += n; } //~ bad ub [tb] (borrow-retag) /reborrow .*for Reserved.* is forbidden: .* Disabled/
    fn get(&self) -> i32 {
        self.0
    }
}

fn main() {
    let mut s = S(1);
    let p = &raw mut s;
    let s = unsafe { &mut *p };
    s.add(s.get());
    s.add({
        #[cfg(bad)]
        unsafe {
            (*p).0 = 5;
        }
        1
    });
    let _ = p;
}
