//@ title: impls for references, tuples, arrays, slices and function pointers
//@ from: Rust Reference, "Implementations"
// 
//@ expect: prints "3 103 3\n103 2003\n3 12\n"

trait Weigh {
    fn weigh(&self) -> u32;
}
impl Weigh for u8 {
    fn weigh(&self) -> u32 {
        *self as u32
    }
}
impl Weigh for str {
    fn weigh(&self) -> u32 {
        self.len() as u32
    }
}
impl<'a, T: Weigh + ?Sized> Weigh for &'a T {
    fn weigh(&self) -> u32 {
        (**self).weigh() + 100
    }
}
impl<A: Weigh, B: Weigh> Weigh for (A, B) {
    fn weigh(&self) -> u32 {
        self.0.weigh() + self.1.weigh()
    }
}
impl<T: Weigh> Weigh for [T] {
    fn weigh(&self) -> u32 {
        let mut sum = 0;
        let mut i = 0;
        while i < self.len() {
            sum += self[i].weigh();
            i += 1;
        }
        sum
    }
}
impl<T: Weigh, const N: usize> Weigh for [T; N] {
    fn weigh(&self) -> u32 {
        self[..].weigh() + 1000 * N as u32
    }
}
impl<R: Weigh> Weigh for fn() -> R {
    fn weigh(&self) -> u32 {
        self().weigh() + 5
    }
}
fn seven() -> u8 {
    7
}
fn weigh<T: Weigh + ?Sized>(t: &T) -> u32 {
    t.weigh()
}

fn main() {
    println!("{} {} {}", weigh(&3u8), weigh(&&3u8), weigh("abc"));
    println!("{} {}", weigh(&(1u8, "xy")), weigh(&[1u8, 2]));
    println!("{} {}", weigh(&[1u8, 2][..]), weigh(&(seven as fn() -> u8)));
}
