//@ title: as_mut_ptr, then as_ptr, then a copy
//@ from: catalogue 2.4, L04
// as_ptr borrows the whole slice for reading, which in Stacked Borrows leaves the raw pointer's item
// usable.
//@ expect : prints "1\n"
//@ expect [tb-implicit-writes]: prints "1\n"

fn main() {
    let mut a = [1, 2];
    let s = &mut a[..];
    unsafe {
        let to = s.as_mut_ptr().add(1);
        let from = s.as_ptr();
        std::ptr::copy(from, to, 1);
    }
    println!("{}", a[1]);
}
