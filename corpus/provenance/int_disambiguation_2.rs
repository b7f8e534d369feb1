//@ title: one past `x` is also the start of `y`: step back into `x`
//@ from: Cerberus PNVI test from_int_disambiguation_2
// The same pointer, but the program steps back before it uses it. This time the angelic choice was `x`.
//@ expect [flat alloc]: prints "" | prints "11 2\n"
//@ expect [strict]: prints "" | ub(no-provenance)

fn main() {
    unsafe {
        let mut x = 1i32;
        let mut y = 2i32;
        let i = (&raw mut x).wrapping_add(1) as usize;
        let j = &raw mut y as usize;
        if i == j {
            let r = (i as *mut i32).wrapping_sub(1);
            *r = 11;
            println!("{} {}", x, y);
        }
    }
}
