//@ title: memory is freed inside a call that holds a reference to it
//@ from: catalogue 2.4, L20
// A strong protector forbids the deallocation of what it protects.
//@ expect [flat strict alloc]: prints "end\n"
//@ expect [sb]: ub
//@ expect [tb]: ub
//@ expect [tb-implicit-writes]: ub

fn f(_x: &mut i32, b: *mut i32) {
    drop(unsafe { Box::from_raw(b) }); //~ ub [sb tb tb-implicit-writes] /protected/
}

fn main() {
    let b = Box::into_raw(Box::new(1));
    f(unsafe { &mut *b }, b);
    println!("end");
}
