//@ title: does the cast look at the address?
//@ from: std::ptr::with_exposed_provenance (no condition on the address); PNVI-ae-udi asks for the closed range
// The std docs let the cast pick any exposed allocation, also one far from the address, and a later walk leads
// back into it. C's PNVI-ae-udi would give no provenance here. The lab follows the std docs.
//@ expect [flat alloc]: prints "5\n"
//@ expect [strict]: ub(no-provenance)

fn main() {
    let mut x = 0u8;
    let a = &raw mut x as usize;
    let far = a.wrapping_add(100) as *mut u8;
    unsafe { *far.wrapping_sub(100) = 5 };
    println!("{}", x);
}
