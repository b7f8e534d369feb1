//@ title: copying nothing
//@ from: nikomatsakis/rust-memory-model, litmus test ptr-copy; std::ptr, "Safety"
// With a count of zero no byte is touched. The pointers must still be aligned; today even null will do.
//@ expect: prints "ok\n"

use std::ptr;

fn main() {
    unsafe {
        let from = ptr::without_provenance::<u32>(16);
        let to = ptr::dangling_mut::<u32>();
        ptr::copy(from, to, 0);
        ptr::copy_nonoverlapping(from, to, 0);
        println!("ok");
    }
}
