//@ title: a reference made from an exposed address
//@ from: std::ptr, "Exposed Provenance"; derived
// A reference demands at its creation that the memory is there and may be accessed, so the choice is made then.
//@ expect [flat alloc]: prints "3 4\n"
//@ expect [strict]: ub(invalid-reference)

struct P {
    x: i32,
    y: i32,
}

fn main() {
    let mut p = P { x: 3, y: 0 };
    let a = &raw mut p as usize;
    let r = unsafe { &mut *(a as *mut P) };
    r.y = r.x + 1;
    println!("{} {}", p.x, p.y);
}
