//@ title: a system call that writes a buffer: its story reads the bytes and prints
//@ from: catalogue S31
//@ teach: The buffer is read as Rust would read it: it must be initialised, and readable under the borrows that hold.
//@ expect: prints "hi\n"
//@ expect uninit: ub (uninit)
//@ expect borrowed [flat strict alloc]: prints "hi\n"
//@ expect borrowed [sb tb]: ub
use std::arch::asm;
use std::mem::MaybeUninit;

unsafe fn write(buf: *const u8, n: usize) {
    //@ story:
    //@     let mut i = 0;
    //@     while i < n {
    //@         print!("{}", *buf.add(i) as char);
    //@         i += 1;
    //@     }
    asm!("syscall", inlateout("rax") 1usize => _, in("rdi") 1usize, in("rsi") buf, in("rdx") n, lateout("rcx") _, lateout("r11") _, options(nostack));
}

#[allow(dead_code)]
fn while_borrowed(first: &mut u8, buf: *const u8) {
    *first = b'h';
    unsafe { write(buf, 3) };
}

fn main() {
    let mut text = *b"hi\n";
    let p = &raw mut text as *mut u8;
    #[cfg(not(any(uninit, borrowed)))]
    unsafe {
        write(p, 3)
    };
    #[cfg(uninit)]
    unsafe {
        let mut space = MaybeUninit::<[u8; 3]>::uninit();
        space.as_mut_ptr().cast::<u8>().write(b'h');
        write(space.as_ptr().cast(), 3);
    }
    #[cfg(borrowed)]
    unsafe {
        while_borrowed(&mut *p, p)
    };
}
