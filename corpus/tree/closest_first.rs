//@ title: Tree Borrows: the closest tag that refuses is reported
//@ from: Tree Borrows (PLDI 2025), transition table
// Both the pointer used and the one it came from are disabled; the report names the one that was used.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let parent = unsafe { &mut *p };
    let child = &mut *parent;
    #[cfg(bad)]
    unsafe {
        p.write(2);
    }
    *child = 3; //~ bad ub [tb] (borrow-access) /write access through `child` .* that tag has the permission Disabled/
}
