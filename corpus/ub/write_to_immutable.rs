//@ title: writing to a variable that is not `mut`
//@ from: Rust Reference, "mutating immutable bytes"; Miri's Tree Borrows lets the write through
// The bytes of an immutable binding never change, whichever way the pointer was made. Experts differ on how
// much of this should stay; here the Reference is followed.
//@ expect ok: prints "4\n"
//@ expect local: ub(read-only)
//@ expect parameter: ub(read-only)
//@ expect pattern: ub(read-only)
//@ expect cell: prints "4\n"

use std::cell::Cell;

#[cfg(parameter)]
fn set(x: u8) -> u8 {
    unsafe { (&raw const x).cast_mut().write(4) }; //~[flat strict alloc] ub /`x`, which is an immutable variable/
    x
}

fn main() {
    #[cfg(ok)]
    let mut x = 3u8;
    #[cfg(any(local, parameter))]
    let x = 3u8;
    #[cfg(pattern)]
    let (x, _y) = (3u8, 5u8);
    #[cfg(cell)]
    let x = Cell::new(3u8);
    let p = (&raw const x).cast::<u8>().cast_mut();
    #[cfg(not(parameter))]
    unsafe {
        *p = 4;
    }
    #[cfg(parameter)]
    println!("{} {}", set(x), unsafe { *p });
    #[cfg(cell)]
    println!("{}", x.get());
    #[cfg(ok)]
    {
        println!("{}", x);
        x = 0;
    }
    let _ = (x, Cell::new(0));
}
