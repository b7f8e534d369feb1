//@ title: join gives what the thread returned, or that it panicked
//@ from: std::thread::spawn
// litmus runs a thread to its end where it is spawned, and the verdict says so: `limit threads`.
//@ expect: prints "has given\nlocal of the thread\ngiven is back\ngiven\nlocal of the other\ntrue\n" | limit threads

use std::thread;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn main() {
    let given = Noisy("given");
    let good = thread::spawn(move || {
        let _local = Noisy("local of the thread");
        println!("has {}", given.0);
        given
    });
    match good.join() {
        Ok(back) => println!("{} is back", back.0),
        Err(_) => println!("not reached"),
    }
    let bad = thread::spawn(|| {
        let _local = Noisy("local of the other");
        panic!("in a thread");
    });
    println!("{}", bad.join().is_err());
}
