//@ title: derived impls of a generic type ask for the trait of each parameter
//@ from: Rust Reference, "Derive"
// Wrapper<T> is Clone and PartialEq where T is; PhantomData asks for nothing.
//@ expect: prints "true Wrapper { value: 3 }\n8\n"
//@ expect not_clone: errors /no method named `clone`/
//@ expect not_equal: errors /cannot be applied|compare/

use std::marker::PhantomData;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Wrapper<T> {
    value: T,
}
struct Opaque;
struct Handle<T> {
    id: u32,
    marker: PhantomData<T>,
}
impl<T> Clone for Handle<T> {
    fn clone(&self) -> Handle<T> {
        *self
    }
}
impl<T> Copy for Handle<T> {}

fn main() {
    let w = Wrapper { value: 3 };
    let v = w;
    println!("{} {:?}", w == v, w.clone());
    let h = Handle::<Opaque> { id: 4, marker: PhantomData };
    let i = h;
    println!("{}", h.id + i.clone().id);
    let o = Wrapper { value: Opaque };
    #[cfg(not_clone)]
    let _p = o.clone();
    #[cfg(not_equal)]
    println!("{}", o == Wrapper { value: Opaque });
    let _q = o;
}
