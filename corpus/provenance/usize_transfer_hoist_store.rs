//@ title: a store that seems dead, because the local "only" left as an integer
//@ from: derived from litmus test usize-transfer; catalogue P15
// The integer is all that leaves, yet it is a way back in: where casts expose, the store before the
// call has to stay.
//@ expect base [flat alloc]: prints "22\n"
//@ expect opt [flat alloc]: prints "0\n"
//@ check base => opt [flat alloc]: unsound /prints "0/
//@ check base => opt [strict]: sound vacuous

fn read_back(a: usize) -> i32 {
    unsafe { *(a as *const i32) }
}

fn main() {
    let mut x = 0;
    let a = &raw mut x as usize;
    #[cfg(not(opt))]
    {
        x = 22;
    }
    println!("{}", read_back(a));
    let _ = x;
}
