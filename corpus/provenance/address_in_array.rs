//@ title: distances inside one object are known
//@ from: derived
// Addresses within one array differ by known amounts, so comparisons between its elements may be folded.
// This says nothing about two separate objects.
//@ expect array: prints "true true 2\n"
//@ expect locals: prints "false true 2\n" | prints "true true 2\n" | prints "false false 2\n"
//@ check array => folded: sound
//@ check locals => folded: sound
//@ check folded => locals: unsound

fn main() {
    #[cfg(any(array, folded))]
    let a = [1u8, 2];
    #[cfg(any(array, folded))]
    let (p, q) = (&raw const a[0], &raw const a[1]);
    #[cfg(locals)]
    let (x, y) = (1u8, 2u8);
    #[cfg(locals)]
    let (p, q) = (&raw const x, &raw const y);
    #[cfg(any(array, locals))]
    println!("{} {} {}", p.wrapping_add(1) == q, p < q, unsafe { *q });
    #[cfg(folded)]
    println!("{} {} {}", true, { let _ = p; true }, unsafe { *q });
}
