//@ title: scoped threads borrow from the function that waits for them
//@ from: std::thread::scope
//@ expect reads: prints "Some(6) 1\n" | limit threads
//@ expect writes: prints "Some(10) 10\n" | limit threads

use std::thread;

fn main() {
    let mut numbers = [1, 2, 3];
    let sum = thread::scope(|s| {
        #[cfg(reads)]
        let worker = s.spawn(|| numbers[0] + numbers[1] + numbers[2]);
        #[cfg(writes)]
        let worker = s.spawn(|| {
            numbers[0] = 10;
            numbers[0]
        });
        worker.join().ok()
    });
    numbers[1] += 1;
    println!("{:?} {}", sum, numbers[0]);
}
