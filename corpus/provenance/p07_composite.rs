//@ title: the composite of the three steps really changes the output
//@ from: Ralf Jung, "Pointers Are Complicated II" (2020); catalogue P07
// The first program prints 10 or nothing, the last one may print the stale 0. To see this as output
// and not as UB, the last step also drops the store that nobody seems to read.
//@ expect base [flat alloc]: prints "" | prints "10\n"
//@ expect opt: prints "" | prints "0\n"
//@ check base => opt [flat alloc]: unsound /prints "0/
//@ check base => opt [strict]: sound

fn main() {
    unsafe {
        let mut p = [0u8; 1];
        let mut q = [0u8; 1];
        let ip = (&raw mut p).cast::<u8>().wrapping_add(1) as usize;
        let iq = &raw mut q as usize;
        if iq == ip {
            #[cfg(base)]
            {
                *(iq as *mut u8) = 10;
                println!("{}", q[0]);
            }
            #[cfg(opt)]
            println!("{}", 0);
        }
    }
}
