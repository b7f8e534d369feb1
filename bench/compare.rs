// Address comparisons: the order of six allocations decides what is printed, so each of the 720
// orders is a path of its own, and most branches on the way are settled by what came before.
fn main() {
    let (a, b, c, d, e, f) = (1u8, 2u16, 3u32, 4u64, 5u8, 6u32);
    let at = [
        &raw const a as usize,
        &raw const b as usize,
        &raw const c as usize,
        &raw const d as usize,
        &raw const e as usize,
        &raw const f as usize,
    ];
    let mut rank = 0u32;
    let mut i = 0;
    while i < 6 {
        let mut below = 0u32;
        let mut j = 0;
        while j < 6 {
            if at[j] < at[i] {
                below += 1;
            }
            j += 1;
        }
        rank = rank * 6 + below;
        i += 1;
    }
    println!("{}", rank);
}
