//@ title: rebuilding an address through a branch
//@ from: Cerberus PNVI test pointer_copy_user_ctrlflow_bitwise
// One bit of the address goes through control flow instead of data. The resulting integer is the same, so
// where integers are only bits it is as good as the original.
//@ expect [flat alloc]: prints "7\n"
//@ expect [strict]: ub(no-provenance)

fn main() {
    unsafe {
        let mut x = 0u8;
        let a = &raw mut x as usize;
        let bit = if a & 1 == 1 { 1 } else { 0 };
        let b = (a & !1) | bit;
        *(b as *mut u8) = 7;
        println!("{}", x);
    }
}
