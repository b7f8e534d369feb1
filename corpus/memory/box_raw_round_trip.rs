//@ title: into_raw, from_raw, leak
//@ from: std::boxed::Box
// `into_raw` gives up ownership, `from_raw` takes it back, `leak` keeps the memory for ever.
//@ expect: prints "1 2\ndrop 2\n9\n"

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    unsafe {
        let p = Box::into_raw(Box::new(D(1)));
        let before = (*p).0;
        (*p).0 = 2;
        let b = Box::from_raw(p);
        println!("{} {}", before, b.0);
        drop(b);
        let leaked: &'static mut i32 = Box::leak(Box::new(8));
        *leaked += 1;
        println!("{}", leaked);
    }
}
