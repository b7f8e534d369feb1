//@ title: a Box argument frees itself
//@ from: catalogue 2.4, L21
// The protector of a Box is weak: it may be freed by itself during the call.
//@ expect : prints "end\n"
//@ expect [tb-implicit-writes]: prints "end\n"

fn f(b: Box<i32>) {
    drop(b);
    println!("end");
}

fn main() {
    f(Box::new(1));
}
