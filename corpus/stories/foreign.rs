//@ title: foreign functions with stories
//@ from: Ralf Jung, "How to use storytelling to fit inline assembly into Rust", 2026
//@ teach: The story is the body that the declaration lacks; parameters are retagged and protected as for a Rust function.
//@ expect: prints "8 8\n3\n"
//@ expect shared [flat strict alloc]: prints "9\n"
//@ expect shared [sb tb]: ub (borrow-access)
//@ expect protected [flat strict alloc]: prints "5\n"
//@ expect protected [sb tb]: ub

extern "C" {
    //@ story: *p += n; *p
    fn add_to(p: &mut i32, n: i32) -> i32;
    //@ story:
    //@     let mut n = 0;
    //@     while *s.add(n) != 0 {
    //@         n += 1;
    //@     }
    //@     n
    fn strlen(s: *const u8) -> usize;
    //@ story: (p as *const i32 as *mut i32).write(9);
    #[allow(dead_code)]
    fn overwrite(p: &i32);
    //@ story: raw.write(5); *r = *r;
    #[allow(dead_code)]
    fn both(r: &mut i32, raw: *mut i32);
}

fn main() {
    unsafe {
        #[cfg(not(any(shared, protected)))]
        {
            let mut x = 3;
            let y = add_to(&mut x, 5);
            println!("{x} {y}");
            println!("{}", strlen(b"abc\0".as_ptr()));
        }
        #[cfg(shared)]
        {
            let x = 3;
            overwrite(&x);
            println!("{x}");
        }
        #[cfg(protected)]
        {
            let mut x = 3;
            let raw = &raw mut x;
            both(&mut *raw, raw);
            println!("{x}");
        }
    }
}
