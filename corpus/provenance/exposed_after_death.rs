//@ title: exposed once, but freed since
//@ from: std::ptr::with_exposed_provenance; derived
// What was exposed and is dead gives nothing that may be used. The address alone does not bring it back.
//@ expect [alloc]: prints "5\n"
//@ expect dead [strict alloc]: ub(no-provenance)
//@ expect [strict]: ub(no-provenance)

fn main() {
    unsafe {
        let q = Box::into_raw(Box::new(5u8));
        let a = q as usize;
        #[cfg(dead)]
        drop(Box::from_raw(q));
        let r = a as *mut u8;
        let v = *r;
        println!("{}", v);
    }
}
