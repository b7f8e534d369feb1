//@ title: a read inserted after a call, on a path that had none
//@ from: catalogue 2.2, O19 prot and unprot
// `if t <= 0 { *x } else { t }`: the read may be made before the branch if the argument is protected.
// A local reborrow may have been ended by the call.
//@ expect arg [sb]: ub(borrow-protector)
//@ expect arg [tb]: ub(borrow-protector)
//@ expect local [sb tb flat alloc]: prints "1\n"
//@ check arg => arg_opt [sb tb tb-implicit-writes]: sound
//@ check local => local_opt [sb tb]: unsound

static mut ROOT: *mut i32 = std::ptr::null_mut();

fn h() -> i32 {
    unsafe { *ROOT = 7 };
    1
}

#[cfg(any(arg, arg_opt))]
fn o19(x: &i32) -> i32 {
    let t = h();
    #[cfg(arg_opt)]
    let v = *x;
    if t <= 0 {
        #[cfg(arg)]
        let v = *x;
        v
    } else {
        t
    }
}

#[cfg(any(local, local_opt))]
fn start(p: *const i32) -> i32 {
    let x = unsafe { &*p };
    let t = h();
    #[cfg(local_opt)]
    let v = *x; //~ local_opt ub [sb tb]
    if t <= 0 {
        #[cfg(local)]
        let v = *x;
        v
    } else {
        t
    }
}
#[cfg(any(arg, arg_opt))]
fn start(p: *const i32) -> i32 {
    o19(unsafe { &*p })
}

fn main() {
    let mut x = 0;
    unsafe {
        ROOT = &raw mut x;
        println!("{}", start(ROOT));
    }
}
