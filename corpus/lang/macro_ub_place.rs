//@ title: macro_rules!: undefined behaviour in a macro's body is on its line, in an argument on the caller's
//@ from: docs, "The language"
//@ expect: ub(null)
//@ expect argument: ub(null)
//@ expect type_error: errors /mismatched types: expected `bool`, found `i32`/

macro_rules! read {
    ($p:expr) => {
        unsafe { *$p } //~ ub (null)
    };
}
macro_rules! id {
    ($e:expr) => {
        $e
    };
}
#[cfg(type_error)]
macro_rules! call {
    ($e:expr) => {
        let _b: bool = $e;
    };
}

fn main() {
    let p: *const i32 = std::ptr::null();
    #[cfg(argument)]
    id!(unsafe {
        *p //~ argument ub (null)
    });
    #[cfg(type_error)]
    call!(p as usize as i32);
    read!(p);
}
