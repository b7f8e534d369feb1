//@ title: one past `x` is also the start of `y`: use it for `y`
//@ from: Cerberus PNVI test provenance_roundtrip_via_intptr_t / from_int_disambiguation_1
// Both objects are exposed and the address fits both. The choice is angelic: the program goes on to use the
// pointer for `y`, so it was `y`.
//@ expect [flat alloc]: prints "" | prints "1 11\n"
//@ expect [strict]: prints "" | ub(no-provenance)

fn main() {
    unsafe {
        let mut x = 1i32;
        let mut y = 2i32;
        let i = (&raw mut x).wrapping_add(1) as usize;
        let j = &raw mut y as usize;
        if i == j {
            let r = i as *mut i32;
            *r = 11;
            println!("{} {}", x, y);
        }
    }
}
