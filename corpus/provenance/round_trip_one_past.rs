//@ title: a one-past-the-end pointer survives the exposed round trip
//@ from: Cerberus PNVI test provenance_roundtrip_via_intptr_t_onepast (N2363)
// The end of an object is an address like any other; models that demand the address to lie strictly inside
// the picked allocation reject this program.
//@ expect [flat alloc]: prints "5\n"
//@ expect [strict]: ub(no-provenance)

fn main() {
    unsafe {
        let mut x = 1i32;
        let end = (&raw mut x).wrapping_add(1) as usize as *mut i32;
        let p = end.wrapping_sub(1);
        *p = 5;
        println!("{}", x);
    }
}
