//@ title: exposing a pointer to the pointer does not expose its target
//@ from: Cerberus PNVI test provenance_lost_escape_1; derived
// The exposed allocation is the local `q`, which holds the pointer. Through it the pointer can be loaded
// with its provenance; the bare number of `x` stays useless.
//@ expect load [flat alloc]: prints "7\n"
//@ expect number [alloc]: ub(no-provenance)
//@ expect number [flat]: prints "7\n"
//@ expect number [strict]: ub(no-provenance)

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        let outer = &raw const q as usize;
        #[cfg(load)]
        let r = *(outer as *const *mut u8);
        #[cfg(number)]
        let r = q.addr() as *mut u8;
        *r = 7;
        println!("{}", { let _ = outer; x });
    }
}
