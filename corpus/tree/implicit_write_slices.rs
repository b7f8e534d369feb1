//@ title: Tree Borrows: implicit writes: slices hand out pointers without writing
//@ from: Tree Borrows (PLDI 2025), reborrows
// Taking a part of a slice, or its pointer, is declared not to write through the slice: reading its length afterwards leaves
// the pointer usable. A function of one's own that does the same writes implicitly.
//@ expect ok [tb tb-implicit-writes]: returns
//@ expect bad [tb]: returns
//@ expect bad [tb-implicit-writes]: ub

fn pointer(s: &mut [u8]) -> *mut u8 {
    s as *mut [u8] as *mut u8
}

fn f(x: &mut [u8]) {
    #[cfg(ok)]
    let p = (&mut x[..]).as_mut_ptr();
    #[cfg(bad)]
    let p = pointer(x);
    let _n = x.len();
    let _first = x[0];
    #[cfg(ok)]
    unsafe {
        p.write(9);
    }
    #[cfg(bad)]
    unsafe {
        p.write(9); //~ bad ub [tb-implicit-writes] (borrow-access) /Frozen/
    }
}

fn main() {
    f(&mut [1, 2, 3]);
    let _ = pointer as fn(&mut [u8]) -> *mut u8;
}
