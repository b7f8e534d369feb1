//@ title: keeping a flag in the low bit of a pointer, with casts
//@ from: Cerberus PNVI test provenance_tag_bits_via_uintptr_t; catalogue P44
// The integer is the exposed address again once the flag is cleared. Strict models have no way back from
// it and want `with_addr` instead (next test).
//@ expect [flat alloc]: prints "1 7\n"
//@ expect [strict]: ub(no-provenance)

fn main() {
    let mut x = 7u32;
    let tagged = &raw mut x as usize | 1;
    let flag = tagged & 1;
    let p = (tagged & !1) as *mut u32;
    let value = unsafe { *p }; //~[strict] ub /no-provenance/
    println!("{} {}", flag, value);
}
