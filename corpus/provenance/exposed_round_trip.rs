//@ title: expose_provenance and with_exposed_provenance
//@ from: std::ptr, "Exposed Provenance"
// The documented way to turn an address back into a pointer. The `as` casts are the same operations.
//@ expect function [flat alloc]: prints "7\n"
//@ expect cast [flat alloc]: prints "7\n"
//@ expect function [strict]: ub(no-provenance)
//@ expect cast [strict]: ub(no-provenance)
//@ check function => cast [flat alloc]: sound
//@ check cast => function [flat alloc]: sound
//@ check cast => function [strict]: sound vacuous
//@ check function => cast [strict]: sound vacuous

fn main() {
    let mut x = 0u8;
    let q = &raw mut x;
    #[cfg(function)]
    let r = std::ptr::with_exposed_provenance_mut::<u8>(q.expose_provenance());
    #[cfg(cast)]
    let r = q as usize as *mut u8;
    unsafe { *r = 7 };
    println!("{}", x);
}
