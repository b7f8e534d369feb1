//@ title: a loop that runs as often as its argument says
//@ from: folklore
// Counting to n by ones gives n. The proof ends where the loops are cut off; a counterexample does not
// need them: n = 1.
//@ check fn f: base => opt [alloc]: sound up to iterations
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(n: u32) -> u32 {
    #[cfg(base)]
    let r = {
        let mut i = 0;
        while i < n {
            i += 1;
        }
        i
    };
    #[cfg(opt)]
    let r = n;
    #[cfg(bad)]
    let r = n & !1;
    r
}
