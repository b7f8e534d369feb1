//@ title: what `as *mut _` points to is said by where it goes
//@ from: Rust Reference, type cast expressions; rustc
// An argument, an annotation or an assignment decides the type behind `_`; without one it stays the same.
//@ expect: prints "3 3 3 7\n"

fn third(p: *const [i32; 3]) -> i32 {
    unsafe { (*p)[2] }
}

fn main() {
    let mut a = [1, 2, 3];
    let p = &raw mut a;
    let q: *mut [i32; 3] = p as *mut _;
    let r: *mut u32;
    r = p as *mut _;
    let same = p as *mut _;
    unsafe {
        let x = third(p as *mut _);
        let y = (*q)[2];
        let z = *r.add(2);
        *same = [7; 3];
        println!("{} {} {} {}", x, y, z, a[0]);
    }
}
