//@ title: replacing equal pointers into one object
//@ from: catalogue P06s
// Both pointers come from the same allocation, so they carry the same permission where provenance is
// per allocation. Models that also track borrows tell the two apart.
//@ expect base [flat strict alloc]: prints "5 1\n"
//@ check base => opt [flat strict alloc]: sound
//@ check opt => base [flat strict alloc]: sound

fn main() {
    unsafe {
        let mut a = [1i32, 2];
        let first = (&raw mut a).cast::<i32>();
        let also = first.wrapping_add(1).wrapping_sub(1);
        if first == also {
            #[cfg(base)]
            {
                *also = 5;
            }
            #[cfg(opt)]
            {
                *first = 5;
            }
        }
        println!("{} {}", a[0], a[1] - 1);
    }
}
