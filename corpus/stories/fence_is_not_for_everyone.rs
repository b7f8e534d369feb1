//@ title: an empty block is no barrier for what it is not given
//@ from: catalogue S26
//@ teach: No story of a block without operands can reach a local whose address nobody knows: the value may be forwarded across it.
//@ expect base: prints "1 5\n"
//@ expect opt: prints "1 5\n"
//@ check base => opt: sound
//@ check base => wrong: unsound
use std::arch::asm;

static mut SHARED: i32 = 1;

fn main() {
    let local = 1;
    unsafe {
        SHARED = 4;
        //@ story: SHARED = 5;
        asm!("mov dword ptr [rip + {s}], 5", s = sym SHARED);
        #[cfg(base)]
        println!("{} {}", local, SHARED);
        #[cfg(opt)]
        println!("1 {}", SHARED);
        #[cfg(wrong)]
        println!("{local} 4");
    }
}
