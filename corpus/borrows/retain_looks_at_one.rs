//@ title: a pointer to one element while retain looks at the others, and at that one
//@ from: std::vec::Vec::retain, retain_mut
// retain makes a reference to one element at a time. A pointer from a reference to an element is
// gone when its own element was looked at: in Stacked Borrows a unique reference pops it, in Tree
// Borrows only a write through that reference disables it.
//@ expect one [flat strict alloc]: prints "[7]\n"
//@ expect one [tb]: prints "[7]\n"
//@ expect one [sb]: ub(borrow-access)
//@ expect written [flat strict alloc]: prints "[7]\n"
//@ expect written [sb tb]: ub(borrow-access)
//@ expect buffer: prints "[7]\n"

fn main() {
    let mut v = vec![1, 2, 3];
    #[cfg(buffer)]
    let p = v.as_mut_ptr();
    #[cfg(not(buffer))]
    let p = &mut v[0] as *mut i32;
    #[cfg(one)]
    v.retain(|x| *x < 2);
    #[cfg(written)]
    v.retain_mut(|x| {
        *x += 1;
        *x < 3
    });
    #[cfg(buffer)]
    v.retain(|x| *x < 2);
    #[cfg(one)]
    unsafe {
        *p = 7 //~ ub [sb] (borrow-access) /write access/
    }
    #[cfg(written)]
    unsafe {
        *p = 7 //~ ub [sb tb] (borrow-access) /write access/
    }
    #[cfg(buffer)]
    unsafe {
        *p = 7
    }
    println!("{:?}", v);
}
