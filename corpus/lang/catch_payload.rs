//@ title: a panic carries a payload that can be asked for its type
//@ from: std::panic::panic_any, std::any::Any
//@ expect: prints "text words\nnumber -1\nReason(7)\nAny { .. }\nnothing\n"
use std::any::Any;
use std::panic::{catch_unwind, panic_any};

#[derive(Debug)]
struct Reason(u32);

fn describe(payload: Box<dyn Any + Send>) {
    if let Some(text) = payload.downcast_ref::<&str>() {
        println!("text {}", text);
    } else if let Some(number) = payload.downcast_ref::<i32>() {
        println!("number {}", number);
    } else {
        match payload.downcast::<Reason>() {
            Ok(reason) => println!("{:?}", reason),
            Err(other) => println!("{:?}", other),
        }
    }
}

fn fails(how: u32) {
    match how {
        0 => panic!("words"),
        1 => panic_any(-1i32),
        2 => panic_any(Reason(7)),
        3 => panic_any('c'),
        _ => {}
    }
}

fn main() {
    for how in 0..5 {
        match catch_unwind(|| fails(how)) {
            Ok(()) => println!("nothing"),
            Err(payload) => describe(payload),
        }
    }
}
