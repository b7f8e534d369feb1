//@ title: Tree Borrows: a reference needs a pointer that may be read
//@ from: Tree Borrows (PLDI 2025), reborrows
// The read that makes the reference is refused where a read would be.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let q = unsafe { &raw mut *&mut *p };
    #[cfg(bad)]
    unsafe {
        p.write(2);
    }
    let _r = unsafe { &mut *q }; //~ bad ub [tb] (borrow-retag) /reborrow .*`&mut i32` for Reserved.* through `q` .* is forbidden: that tag has the permission Disabled/
}
