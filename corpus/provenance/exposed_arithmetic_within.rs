//@ title: an exposed address plus an offset inside the object
//@ from: std::ptr, "Exposed Provenance"; derived
// The pick is any exposed allocation, not only the one that the number was computed from. The access
// decides: here only the array covers it.
//@ expect [flat alloc]: prints "[1, 2, 9, 4]\n"
//@ expect [strict]: ub(no-provenance)

fn main() {
    let mut a = [1u16, 2, 3, 4];
    let mut other = 0u16;
    let start = &raw mut a as usize;
    let _other = &raw mut other as usize;
    let third = (start + 4) as *mut u16;
    unsafe { *third = 9 };
    println!("{:?}", a);
}
