//@ title: a list of raw nodes
//@ from: Rustonomicon; learning Rust with entirely too many linked lists
// Nodes are boxes turned into raw pointers, linked by hand, and freed one by one.
//@ expect: prints "6\n"

struct Node {
    value: i32,
    next: *mut Node,
}

unsafe fn push(head: &mut *mut Node, value: i32) {
    *head = Box::into_raw(Box::new(Node { value, next: *head }));
}

fn main() {
    unsafe {
        let mut head = std::ptr::null_mut();
        for i in 1..=3 {
            push(&mut head, i);
        }
        let mut sum = 0;
        while !head.is_null() {
            let node = Box::from_raw(head);
            sum += node.value;
            head = node.next;
        }
        println!("{}", sum);
    }
}
