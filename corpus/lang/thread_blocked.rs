//@ title: a thread that waits for the one that spawned it needs another schedule
//@ from: std::sync::Mutex; litmus runs a thread to its end where it is spawned
// Nothing is claimed about what comes after: the schedule that was tried does not get there.
//@ expect holds: limit threads
//@ expect gives: prints "2\n" | limit threads
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let shared = Arc::new(Mutex::new(1));
    let theirs = shared.clone();
    let guard = shared.lock().unwrap();
    #[cfg(gives)]
    drop(guard);
    let worker = thread::spawn(move || *theirs.lock().unwrap() += 1);
    #[cfg(holds)]
    drop(guard);
    worker.join().unwrap();
    println!("{}", shared.lock().unwrap());
}
