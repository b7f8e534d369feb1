//@ title: the number outlives the variable
//@ from: derived from litmus test usize-transfer
// The caller promises `'static` and breaks the promise: the storage of `x` is gone when the reference is
// made again. Exposure does not prolong lives.
//@ expect [strict alloc]: ub(invalid-reference)

fn escape_as_usize(x: &i32) -> usize {
    x as *const i32 as usize
}

unsafe fn consume_from_usize(x: usize) -> &'static i32 {
    &*(x as *const i32)
}

fn main() {
    let p = {
        let x = 22;
        escape_as_usize(&x)
    };
    println!("{}", unsafe { consume_from_usize(p) });
}
