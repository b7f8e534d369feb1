// A concrete loop of a million reborrows and a million accesses through them. What it counts is
// what the aliasing discipline judges: retags and accesses to memory that somebody has borrowed.
fn bump(r: &mut u32, by: u32) {
    *r = r.wrapping_add(by);
}

fn main() {
    let mut cells = [0u32; 8];
    let all = &mut cells;
    let mut sum = 0u32;
    let mut i = 0u32;
    while i < 200_000 {
        let k = (i & 7) as usize;
        let r = &mut all[k];
        bump(r, i);
        let s = &*r;
        sum = sum.wrapping_add(*s);
        let p = r as *mut u32;
        unsafe {
            *p = sum;
            sum = sum ^ *p;
        }
        *r = 1;
        i += 1;
    }
    println!("{}", sum);
}
