//@ title: a proof about a program with threads holds for the schedule that was run
//@ from: docs: threads are run one after the other
// Moving the load above the join is wrong, and already this schedule shows it; a proof says up to where
// it goes.
//@ expect before: prints "1\n" | limit threads
//@ expect after: prints "1\n" | limit threads
//@ expect early: prints "0\n" | limit threads
//@ check before => after: sound up to threads
//@ check before => early: unsound /prints "0\\n"/
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
