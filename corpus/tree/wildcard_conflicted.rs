//@ title: Tree Borrows, exposed tags: an exposed argument that is conflicted allows no write
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// While the call runs, a foreign read has made the only exposed reference conflicted. Once the call is over, the write is
// allowed.
//@ expect [tb tb-wildcard]: returns
//@ expect bad [tb tb-wildcard]: ub

unsafe fn f(r: &mut i32, p: *const i32) -> *mut i32 {
    let wild = &raw mut *r as usize as *mut i32;
    let _ = p.read();
    #[cfg(bad)]
    wild.write(2); //~ bad ub [tb tb-wildcard] (borrow-access) /write access through .* is forbidden/
    wild
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe {
        let wild = f(&mut *p, p);
        wild.write(3);
    }
}
