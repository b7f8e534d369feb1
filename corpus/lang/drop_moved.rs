//@ title: what was moved away is not dropped here
//@ from: Rust Reference, "Destructors" (drop flags)
// A move transfers the duty to drop. After a conditional move a flag remembers who has it.
//@ expect: prints "taken a\ndrop a\nend 1\nend 2\ndrop b\ndrop c\n"

struct D(char);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn take(d: D) {
    println!("taken {}", d.0);
}

fn run(n: i32, name: char) {
    let d = D(name);
    if n == 0 {
        take(d);
    }
    println!("end {}", n + 1);
}

fn main() {
    run(0, 'a');
    run(1, 'b');
    let c = D('c');
    let moved = c;
    let _ = moved.0;
}
