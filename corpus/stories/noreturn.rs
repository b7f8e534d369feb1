//@ title: a block that does not return: neither may its story
//@ from: Rust Reference, "Inline assembly", options
//@ expect: exits 3
//@ expect falls: errors /the story of a `noreturn` block must not return/
use std::arch::asm;

fn leave(code: i32) -> ! {
    unsafe {
        #[cfg(not(falls))]
        //@ story: std::process::exit(code);
        asm!("mov eax, 60", "syscall", in("edi") code, options(noreturn));
        #[cfg(falls)]
        //@ story: code;
        asm!("mov eax, 60", "syscall", in("edi") code, options(noreturn));
    }
}

fn main() {
    leave(3);
}
