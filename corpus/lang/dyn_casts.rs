//@ title: casts of pointers to trait objects
//@ from: Rust Reference, "Pointer to pointer cast"
// The vtable may be left behind, and a vtable of the same trait may be kept; no other cast makes one
// up.
//@ expect: prints "5 5 1 7\n"
//@ expect other_trait: errors /casting `\*const dyn A` as `\*const dyn B` is invalid/
//@ expect slice: errors /casting `\*const \[u8\]` as `\*const dyn A` is invalid|`\[u8\]: A`/
//@ expect address: errors /casting `\*const dyn A` as `usize` is invalid/
//@ expect downcast: errors /mismatched types/

trait A {
    fn a(&self) -> u8;
}
trait B: A {}
impl A for u8 {
    fn a(&self) -> u8 {
        *self
    }
}
impl B for u8 {}

struct Wrap<T: ?Sized>(T);

fn main() {
    let x = 5u8;
    let p = &x as *const u8 as *const dyn A;
    let thin = p as *const u8;
    let m = p as *mut dyn A;
    let y = Wrap(7u8);
    let w = &y.0 as *const dyn A as *const Wrap<dyn A>;
    unsafe {
        println!("{} {} {} {}", *thin, (*m).a(), std::mem::size_of_val(&*w), (*w).0.a());
    }
    #[cfg(other_trait)]
    let q = p as *const dyn B;
    #[cfg(slice)]
    let q = &[1u8, 2] as *const [u8] as *const dyn A;
    #[cfg(address)]
    let q = p as usize;
    #[cfg(downcast)]
    let q: &dyn B = &x as &dyn A;
}
