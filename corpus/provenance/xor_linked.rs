//@ title: an XOR-linked pair of pointers
//@ from: Cerberus PNVI test pointer_offset_xor_global; folklore
// `a ^ b` with one address in hand gives the other. Legal where exposed integers may come back, and
// nothing that strict provenance can express.
//@ expect [flat alloc]: prints "1 2\n"
//@ expect [strict]: ub(no-provenance)

fn main() {
    unsafe {
        let mut x = 1u8;
        let mut y = 2u8;
        let a = &raw mut x as usize;
        let b = &raw mut y as usize;
        let link = a ^ b;
        let to_x = (link ^ b) as *const u8;
        let to_y = (link ^ a) as *const u8;
        let (one, two) = (*to_x, *to_y);
        println!("{} {}", one, two);
    }
}
