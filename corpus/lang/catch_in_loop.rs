//@ title: a loop that catches panics turn by turn
//@ from: std::panic::catch_unwind
//@ expect: prints "inside\n100\nturn\ninside\nturn\ninside\n33\nturn\ninside\nturn\ncaught 2\n"

use std::panic::catch_unwind;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn main() {
    let mut caught = 0;
    for i in 0..4u32 {
        let _turn = Noisy("turn");
        let r = catch_unwind(|| {
            let _inside = Noisy("inside");
            if i % 2 == 1 {
                panic!("odd");
            }
            100 / (i + 1)
        });
        match r {
            Ok(n) => println!("{}", n),
            Err(_) => caught += 1,
        }
    }
    println!("caught {}", caught);
}
