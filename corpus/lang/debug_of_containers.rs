//@ title: what the library's containers print
//@ from: std, the Debug and Display impls; rustc
// Containers print what they hold, cells by name.
//@ expect: prints "[1, 2] [[3], []] Some([4])\n5 5 \"six\"\nCell { value: 7 } RefCell { value: 8 } RefCell { value: <borrowed> }\n8 9 [1]\n[\n    1,\n]\n"

use std::cell::{Cell, RefCell};
use std::rc::Rc;

fn main() {
    let v = vec![1, 2];
    let w = vec![vec![3], vec![]];
    println!("{:?} {:?} {:?}", v, w, Some(vec![4]));
    let r = Rc::new(5);
    println!("{} {:?} {:?}", r, r, Rc::new("six"));
    let c = RefCell::new(8);
    let d = RefCell::new(8);
    let mut m = d.borrow_mut();
    println!("{:?} {:?} {:?}", Cell::new(7), c, d);
    *m += 1;
    println!("{} {} {:?}", c.borrow(), m, &v[..1]);
    println!("{:#?}", vec![1]);
}
