//@ title: a write through a raw pointer spares the raw pointers next to it
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.3
// Neighbouring SharedReadWrite items form a group whose members may all write in turn. A mutable reference
// between two raw pointers puts them into different groups.
//@ expect ok [sb]: prints "3\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let r = &mut x;
    let p = r as *mut i32;
    #[cfg(ok)]
    let q = r as *mut i32;
    #[cfg(bad)]
    let q = unsafe { &mut *p } as *mut i32;
    unsafe {
        *p = 1;
        *q = 2; //~ bad ub [sb] (borrow-access) /write access using `q`/
        *p += 1;
        println!("{}", *q);
    }
}
