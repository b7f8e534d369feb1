//@ title: an argument may point to a global
//@ from: Alive2 test glb-arg-noalias; catalogue P34
// Nothing says that a raw pointer parameter is different from the global: forwarding the store to `G`
// over the write through it is wrong in every model.
//@ expect base: prints "2\n"
//@ check base => opt: unsound /prints "1/

static mut G: i32 = 0;

unsafe fn f(arg: *mut i32) -> i32 {
    G = 1;
    *arg = 2;
    #[cfg(base)]
    return G;
    #[cfg(opt)]
    return 1;
}

fn main() {
    println!("{}", unsafe { f(&raw mut G) });
}
