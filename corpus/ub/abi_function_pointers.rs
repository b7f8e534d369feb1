//@ title: calling through another signature: function pointers as arguments
//@ from: std, primitive `fn`, "ABI compatibility"
// Two function pointer types are passed alike whatever their signatures, but only with the same ABI string:
// `extern "C"` is another one.
//@ expect ok: prints "called\n"
//@ expect bad: ub(bad-call)

use std::mem::transmute;

fn run(f: fn(u8)) {
    f(1)
}
fn show(_: u8) {
    println!("called")
}
extern "C" fn show_c(_: u8) {
    println!("called")
}

fn main() {
    unsafe {
        #[cfg(ok)]
        {
            let run: fn(unsafe fn(u8)) = transmute(run as fn(fn(u8)));
            run(show);
        }
        #[cfg(bad)]
        {
            let run: fn(extern "C" fn(u8)) = transmute(run as fn(fn(u8)));
            run(show_c); //~[flat strict alloc] ub /extern "C" fn\(u8\)/
        }
        let _ = (show_c as extern "C" fn(u8), show as fn(u8), run as fn(fn(u8)));
        let _ = transmute::<u8, i8>;
    }
}
