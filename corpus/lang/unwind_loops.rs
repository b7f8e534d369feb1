//@ title: each turn of a loop has its own values
//@ from: Rust Reference, "Destructors"
//@ expect second: prints "body\nturn\nbody\nturn\n" then panics /in turn 2/
//@ expect continued: prints "turn\nbody\nturn\n" then panics /in turn 2/
//@ expect: prints "0\nagain\n" then panics /nothing is carried/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn turns(fails: u32, skips: u32) {
    let mut i = 0;
    loop {
        let _turn = Noisy("turn");
        i += 1;
        if i == skips {
            continue;
        }
        let _body = Noisy("body");
        if i == fails {
            panic!("in turn {}", i);
        }
    }
}

fn carried() {
    let mut value = Noisy("0");
    let mut i = 0;
    loop {
        drop(value);
        i += 1;
        if i == 2 {
            panic!("nothing is carried");
        }
        value = Noisy("again");
    }
}

fn main() {
    if cfg!(second) {
        turns(2, 0);
    }
    if cfg!(continued) {
        turns(2, 1);
    }
    carried();
}
