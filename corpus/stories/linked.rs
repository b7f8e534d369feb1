//@ title: a foreign function that the program defines itself
//@ from: Rust Reference, "The no_mangle attribute"
//@ teach: The linker joins the declaration and the definition; no story is needed, and none of the verdict rests on one.
//@ expect: prints "4 10\n"
//@ expect other [flat strict alloc]: prints "9\n"
//@ expect other [sb tb]: ub (borrow-access)

mod c {
    extern "C" {
        pub fn twice(x: i32) -> i32;
        #[link_name = "sum_of"]
        pub fn sum(p: *const i32, n: usize) -> i32;
        pub fn write_nine(p: *mut i32);
    }
}

#[no_mangle]
extern "C" fn twice(x: i32) -> i32 {
    2 * x
}

#[export_name = "sum_of"]
unsafe extern "C" fn add_up(p: *const i32, n: usize) -> i32 {
    let mut total = 0;
    for i in 0..n {
        total += *p.add(i);
    }
    total
}

#[unsafe(no_mangle)]
unsafe extern "C" fn write_nine(p: *mut i32) {
    *p = 9;
}

fn main() {
    #[cfg(not(other))]
    println!("{} {}", unsafe { c::twice(2) }, unsafe { c::sum([1, 2, 3, 4].as_ptr(), 4) });
    #[cfg(other)]
    {
        let x = 1;
        unsafe { c::write_nine(&x as *const i32 as *mut i32) };
        println!("{x}");
    }
}
