// A concrete loop: arithmetic, memory and a call in each round, and nothing that asks the solver.
// What it counts is machine steps per second.
fn mix(x: u32, y: u32) -> u32 {
    x.wrapping_mul(31) ^ y
}

fn main() {
    let mut cells = [0u32; 8];
    let mut sum = 1u32;
    let mut i = 0u32;
    while i < 200_000 {
        let k = (i & 7) as usize;
        cells[k] = mix(cells[k], sum);
        sum = sum.wrapping_add(cells[k]);
        i += 1;
    }
    println!("{}", sum);
}
