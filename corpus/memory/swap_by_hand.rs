//@ title: mem::swap against three assignments
//@ from: std::mem::swap; derived
// The hand-written exchange does the same, also when both pointers are the same place.
//@ expect base: prints "2 1\n5\n"
//@ check base => opt: sound
//@ check opt => base: sound

unsafe fn exchange(p: *mut i32, q: *mut i32) {
    #[cfg(base)]
    std::ptr::swap(p, q);
    #[cfg(opt)]
    {
        let t = *p;
        *p = *q;
        *q = t;
    }
}

fn main() {
    unsafe {
        let (mut a, mut b) = (1, 2);
        exchange(&raw mut a, &raw mut b);
        println!("{} {}", a, b);
        let mut c = 5;
        let p = &raw mut c;
        exchange(p, p);
        println!("{}", c);
    }
}
