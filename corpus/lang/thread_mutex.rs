//@ title: a mutex gives one thread at a time what is in it, and is poisoned by a panic
//@ from: std::sync::Mutex
//@ expect: prints "[1, 2, 3]\ntrue true\n4\nvalue\nend\n" | limit threads
use std::sync::{Arc, Mutex};
use std::thread;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

static COUNT: Mutex<i32> = Mutex::new(3);

fn main() {
    let shared = Arc::new(Mutex::new(vec![1, 2]));
    let theirs = Arc::clone(&shared);
    let worker = thread::spawn(move || {
        theirs.lock().unwrap().push(3);
        *COUNT.lock().unwrap() += 1;
        let _guard = theirs.lock().unwrap();
        panic!("with the lock held");
    });
    let failed = worker.join().is_err();
    match shared.lock() {
        Ok(_) => println!("not reached"),
        Err(poisoned) => println!("{:?}", &poisoned.into_inner()[..]),
    }
    println!("{} {}", failed, shared.is_poisoned());
    println!("{}", *COUNT.lock().unwrap());
    drop(Arc::new(Mutex::new(Noisy("value"))));
    println!("end");
}
