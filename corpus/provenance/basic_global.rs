//@ title: one past a global may not write to the next global
//@ from: Cerberus PNVI test provenance_basic_global_yx; N3057
// The example that opened the discussion in C, with statics. Comparing the addresses is defined; the write
// is not.
//@ expect [flat]: prints "1 2\n" | prints "1 11\n"
//@ expect [strict alloc]: prints "1 2\n" | ub(out-of-bounds)

static mut X: i32 = 1;
static mut Y: i32 = 2;

fn main() {
    unsafe {
        let p = (&raw mut X).wrapping_add(1);
        let q = &raw mut Y;
        if p == q {
            *p = 11;
        }
        println!("{} {}", *(&raw const X), *(&raw const Y));
    }
}
