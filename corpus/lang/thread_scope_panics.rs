//@ title: a scope panics if one of its threads did and nobody asked
//@ from: std::thread::scope
//@ expect ignored: prints "local of the thread\ninner\nouter\n" then panics /a scoped thread panicked/ | limit threads
//@ expect joined: prints "local of the thread\njoined true\ninner\nafter the scope\nouter\n" | limit threads
//@ expect own: prints "local of the thread\njoined true\ninner\nouter\n" then panics /the scope's own/ | limit threads

use std::thread;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn main() {
    let _outer = Noisy("outer");
    thread::scope(|s| {
        let _inner = Noisy("inner");
        let worker = s.spawn(|| {
            let _local = Noisy("local of the thread");
            #[cfg(any(ignored, joined))]
            panic!("in a thread");
        });
        #[cfg(joined)]
        println!("joined {}", worker.join().is_err());
        #[cfg(ignored)]
        let _ = worker;
        #[cfg(own)]
        println!("joined {}", worker.join().is_ok());
        #[cfg(own)]
        panic!("the scope's own");
    });
    println!("after the scope");
}
