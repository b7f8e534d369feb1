//@ title: functions of traits by path
//@ from: Rust Reference, "Paths"
// As values, with turbofish, as function pointers, and where only the result says which impl is meant.
//@ expect: prints "1 true\n(1, 9) (true, true)\n1 10 8\n"
//@ expect unclear: errors /type annotations needed/

trait Make {
    fn make() -> Self;
    fn make_with<T: Into<u32>>(t: T) -> Self;
    fn show(&self) -> u32;
}
impl Make for u32 {
    fn make() -> u32 {
        1
    }
    fn make_with<T: Into<u32>>(t: T) -> u32 {
        t.into()
    }
    fn show(&self) -> u32 {
        *self
    }
}
impl Make for bool {
    fn make() -> bool {
        true
    }
    fn make_with<T: Into<u32>>(t: T) -> bool {
        t.into() != 0
    }
    fn show(&self) -> u32 {
        *self as u32 + 10
    }
}
fn two<T: Make>() -> (T, T) {
    (T::make(), <T as Make>::make_with::<u8>(9))
}

fn main() {
    let a: u32 = Make::make();
    let b = <bool>::make();
    println!("{} {}", a, b);
    println!("{:?} {:?}", two::<u32>(), two::<bool>());
    let f = u32::make_with::<bool>;
    let g: fn(&bool) -> u32 = Make::show;
    let h = <u32 as Make>::show;
    println!("{} {} {}", f(true), g(&false), h(&8));
    #[cfg(unclear)]
    let _c = Make::make();
}
