//@ title: two adjacent reads swapped
//@ from: catalogue 2.2, O24; Tree Borrows (PLDI 2025), read-read reordering
// Stacked Borrows is the only model in which the order of two reads matters: reading the parent disables
// the unique child. Tree Borrows was made so that reads commute.
//@ expect base: prints "0 0\n"
//@ check base => opt [tb tb-implicit-writes flat alloc]: sound
//@ check base => opt [sb]: unsound

fn o24(p: *mut i32, y: *const i32) -> (i32, i32) {
    let x = unsafe { &mut *p };
    #[cfg(base)]
    let (a, b) = {
        let a = *x;
        let b = unsafe { *y };
        (a, b)
    };
    #[cfg(opt)]
    let (a, b) = {
        let b = unsafe { *y };
        let a = *x; //~ opt ub [sb] (borrow-access)
        (a, b)
    };
    (a, b)
}

fn main() {
    let mut v = 0;
    let p = &raw mut v;
    let (a, b) = o24(p, p);
    println!("{} {}", a, b);
}
