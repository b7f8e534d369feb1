//@ title: Tree Borrows: a moved Box is a new tag
//@ from: Tree Borrows (PLDI 2025), reborrows
// Moving a Box makes a reborrow of it. A pointer from before the move is the parent; writing through it disables the Box.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut b = Box::new(1);
    let p = &raw mut *b;
    let mut moved = b;
    #[cfg(ok)]
    let _ = unsafe { p.read() };
    #[cfg(bad)]
    unsafe {
        p.write(2);
    }
    *moved = 3; //~ bad ub [tb] (borrow-access) /write access through `moved` .* Disabled/
}
