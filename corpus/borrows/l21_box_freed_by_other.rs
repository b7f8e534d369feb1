//@ title: a Box argument is freed through another pointer
//@ from: catalogue 2.4, L21
// The neighbour of l21_box_frees_itself: weak does not mean that others may write, and freeing is a
// write.
//@ expect [sb]: ub
//@ expect [tb]: ub

fn f(b: Box<i32>, other: *mut i32) {
    let _seen = *b;
    unsafe { drop(Box::from_raw(other)) }; //~ ub [sb tb] /protected/
    std::mem::forget(b);
}

fn main() {
    let b = Box::into_raw(Box::new(1));
    f(unsafe { Box::from_raw(b) }, b);
}
