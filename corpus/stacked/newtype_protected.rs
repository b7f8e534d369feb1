//@ title: a reference inside a struct argument is protected
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1; Miri, newtype_retagging
// The retag at function entry walks into fields. A raw pointer in the struct stays as it is.
//@ expect ok [sb]: prints "freed\n"
//@ expect bad [sb]: ub(borrow-protector)

#[cfg(ok)]
struct N<'a>(*mut i32, std::marker::PhantomData<&'a mut i32>);
#[cfg(bad)]
struct N<'a>(&'a mut i32, std::marker::PhantomData<&'a mut i32>);

fn dealloc_while_running(_n: N<'_>, dealloc: impl FnOnce()) {
    dealloc();
}

fn main() {
    let p = Box::into_raw(Box::new(0));
    #[cfg(ok)]
    let n = N(p, std::marker::PhantomData);
    #[cfg(bad)]
    let n = N(unsafe { &mut *p }, std::marker::PhantomData);
    dealloc_while_running(n, || drop(unsafe { Box::from_raw(p) })); //~ bad ub [sb] (borrow-protector) /strongly protected/
    println!("freed");
}
