//@ title: assembly and foreign functions without a story are refused where they are reached
//@ from: docs, "Stories"
//@ expect: prints "fine\n"
//@ expect block: unsupported /an `asm!` block without a story/
//@ expect foreign: unsupported /the foreign function `get` without a story/
//@ expect pointer: unsupported /the foreign function `get` without a story/
use std::arch::asm;

extern "C" {
    #[allow(dead_code)]
    fn get() -> i32;
}

#[inline(never)]
fn reached() -> bool {
    cfg!(any(block, foreign, pointer))
}

fn main() {
    if reached() {
        if cfg!(block) {
            unsafe { asm!("nop") };
        }
        if cfg!(pointer) {
            let f: unsafe extern "C" fn() -> i32 = get;
            unsafe { f() };
        }
        unsafe { get() };
    }
    println!("fine");
}
