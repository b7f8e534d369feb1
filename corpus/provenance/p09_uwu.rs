//@ title: three provenance optimisations, step by step, on two array elements
//@ from: Ralf Jung, "Pointers Are Complicated III" (2022); catalogue P09a to P09d
// (a) use the equal integer, (b) drop the cast that became dead, (c) fold the round trip, (d) forward the
// first store past a "different" restrict pointer. With allocations only, a to c are right and d is not.
//@ expect base [flat alloc]: prints "1\n"
//@ expect base [strict]: ub(no-provenance)
//@ check base => a [flat alloc]: sound
//@ check base => a [strict]: sound vacuous
//@ check a => b [flat alloc]: sound
//@ check a => b [strict]: sound vacuous
//@ check b => c [flat alloc]: sound
//@ check b => c [strict]: sound vacuous
//@ check c => d [flat strict alloc]: unsound /prints "0/
//@ check base => d [flat alloc]: unsound /prints "0/
//@ check base => d [strict]: sound vacuous

unsafe fn uwu(x: *mut i32, y: *mut i32) -> i32 {
    *x = 0;
    let y2 = y.wrapping_sub(1);
    #[cfg(any(base, a))]
    let same = x as usize == y2 as usize;
    #[cfg(not(any(base, a)))]
    let same = x == y2;
    if same {
        #[cfg(base)]
        let copy = x as usize as *mut i32;
        #[cfg(any(a, b))]
        let copy = y2 as usize as *mut i32;
        #[cfg(any(c, d))]
        let copy = y2;
        *copy = 1;
    }
    #[cfg(not(d))]
    return *x;
    #[cfg(d)]
    return 0;
}

fn main() {
    let mut i = [7i32, 7];
    let first = (&raw mut i).cast::<i32>();
    println!("{}", unsafe { uwu(first, first.wrapping_add(1)) });
}
