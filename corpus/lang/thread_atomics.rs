//@ title: atomics are shared, also through a static
//@ from: std::sync::atomic
//@ expect: prints "42\nOk(42)\nErr(7)\n7 9\ntrue 6\n" | limit threads

use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering};
use std::thread;

static COUNT: AtomicUsize = AtomicUsize::new(1);
static DONE: AtomicBool = AtomicBool::new(false);

fn main() {
    let worker = thread::spawn(|| {
        COUNT.fetch_add(41, Ordering::Relaxed);
        DONE.store(true, Ordering::Release);
    });
    assert!(worker.join().is_ok());
    if DONE.load(Ordering::Acquire) {
        println!("{}", COUNT.load(Ordering::Relaxed));
    }
    println!("{:?}", COUNT.compare_exchange(42, 7, Ordering::SeqCst, Ordering::Relaxed));
    println!("{:?}", COUNT.compare_exchange(42, 8, Ordering::SeqCst, Ordering::Relaxed));
    println!("{} {}", COUNT.swap(9, Ordering::SeqCst), COUNT.fetch_max(3, Ordering::SeqCst));
    let mut x = 5;
    let mut y = 6;
    let shared = AtomicPtr::new(&mut x as *mut i32);
    unsafe { *shared.load(Ordering::Acquire) += 1 };
    let old = shared.swap(&mut y, Ordering::AcqRel);
    println!("{} {}", old == &mut x as *mut i32, x);
}
