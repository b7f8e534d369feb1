//@ title: a read inserted at function entry
//@ from: catalogue 2.2, O18
// The retag has already read it.
//@ expect base: prints "end\n"
//@ check base => opt [flat strict alloc sb tb tb-implicit-writes]: sound

fn f(_x: &mut i32, _y: &i32) {
    #[cfg(opt)]
    let _v = (*_x, *_y);
    println!("end");
}

fn main() {
    f(&mut 1, &2);
}
