//@ title: what is behind a raw pointer, in a union or packed is captured from further out
//@ from: Rust Reference, "Capture precision": raw pointers, unions, packed structs
// Capturing must not need `unsafe`: the raw pointer itself is captured, the whole union, the whole packed struct.
//@ expect: prints "8 7\n4 1\n8 3\n9\n"

use std::mem::size_of_val;

#[derive(Clone, Copy)]
struct Inner {
    x: i32,
    y: i32,
}
union U {
    small: u8,
    big: u32,
}
#[repr(packed)]
struct Packed {
    tag: u8,
    value: u32,
}

fn main() {
    let mut inner = Inner { x: 7, y: 8 };
    let p = &mut inner as *mut Inner;
    let through = move || unsafe { (*p).x };
    println!("{} {}", size_of_val(&through), through());
    let u = U { big: 1 };
    let part = move || unsafe { u.small };
    println!("{} {}", size_of_val(&part), part());
    let q = Packed { tag: 3, value: 5 };
    let field = || q.tag;
    println!("{} {}", size_of_val(&field), field());
    let mut set = || unsafe { (*p).y = 9 };
    set();
    println!("{}", inner.y);
    let _ = q.value;
}
