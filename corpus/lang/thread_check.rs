//@ title: a proof about a program with threads holds for the schedule that was run
//@ from: std::thread; litmus runs threads one after the other
// A proof says that it goes so far and no further. The load above the join gives another outcome, but the
// original may have schedules that were not run, so that this is no refutation either.
//@ expect before: prints "1\n" | limit threads
//@ expect after: prints "1\n" | limit threads
//@ expect early: prints "0\n" | limit threads
//@ check before => after: sound up to threads
//@ check before => early: unknown /threads/
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static SHARED: AtomicU32 = AtomicU32::new(0);

fn main() {
    #[cfg(early)]
    let seen = SHARED.load(Ordering::SeqCst);
    let worker = thread::spawn(|| SHARED.store(1, Ordering::SeqCst));
    worker.join().unwrap();
    #[cfg(before)]
    let seen = SHARED.load(Ordering::SeqCst);
    #[cfg(after)]
    let seen = SHARED.fetch_add(0, Ordering::SeqCst);
    println!("{}", seen);
}
