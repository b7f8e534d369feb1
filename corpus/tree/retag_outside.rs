//@ title: Tree Borrows: a pointer to an element may leave it
//@ from: Tree Borrows (PLDI 2025), reborrows
// There is no provenance of parts: the element's pointer has the permission Reserved for the bytes outside, too, and gets
// there when it first goes there, unless somebody has written there in the meantime.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut a = [1u8, 2];
    let base = &raw mut a as *mut u8;
    let first = unsafe { &raw mut *&mut *base };
    unsafe {
        #[cfg(ok)]
        let _ = *base.add(1);
        #[cfg(bad)]
        {
            *base.add(1) = 3;
        }
        *first.add(1) = 4; //~ bad ub [tb] (borrow-access) /write access through `first` at offset 1 .* Disabled/
    }
}
