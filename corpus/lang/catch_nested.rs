//@ title: the innermost catch_unwind stops a panic
//@ from: std::panic::catch_unwind
//@ expect inner: prints "inner\ninner caught true\nouter\nouter caught true\n"
//@ expect outer: prints "inner\ninner caught true\nouter\nouter caught true\n"

use std::panic::catch_unwind;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn main() {
    let r = catch_unwind(|| {
        let _outer = Noisy("outer");
        let q = catch_unwind(|| {
            let _inner = Noisy("inner");
            panic!("first");
        });
        println!("inner caught {}", q.is_err());
        #[cfg(outer)]
        drop(q);
        #[cfg(outer)]
        panic!("second");
        #[cfg(inner)]
        q
    });
    #[cfg(inner)]
    let r = r.unwrap_or(Ok(()));
    println!("outer caught {}", r.is_err());
}
