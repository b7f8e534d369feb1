//@ title: deleting an unused allocation that is alive beside another one
//@ from: derived from catalogue P13
// While `unused` lives, `q` cannot lie on top of it; after deletion it can lie there. As nobody ever
// learned where `unused` was, this is still only a choice of layout.
//@ expect base: prints "3 false\n" | prints "3 true\n"
//@ check base => opt: sound

fn main() {
    unsafe {
        #[cfg(not(opt))]
        let unused = Box::into_raw(Box::new(0u64));
        let q = Box::into_raw(Box::new(3u8));
        println!("{} {}", *q, q.addr() == 0x4000);
        #[cfg(not(opt))]
        drop(Box::from_raw(unused));
        drop(Box::from_raw(q));
    }
}
