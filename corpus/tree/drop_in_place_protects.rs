//@ title: Tree Borrows: what is dropped in place is protected while its destructor runs
//@ from: Tree Borrows (PLDI 2025), protectors
// `drop_in_place` takes the whole value by `&mut`: a destructor must not write to a neighbouring field through another pointer.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

struct Loud;
impl Drop for Loud {
    fn drop(&mut self) {
        unsafe {
            #[cfg(bad)]
            P.write(1); //~ bad ub [tb] (borrow-protector) /which is strongly protected/
            let _ = P;
        }
    }
}

static mut P: *mut u8 = std::ptr::null_mut();

fn main() {
    unsafe {
        let mut pair = std::mem::ManuallyDrop::new((Loud, 0u8));
        let p = &raw mut *pair;
        P = &raw mut (*p).1;
        std::ptr::drop_in_place(p);
    }
}
