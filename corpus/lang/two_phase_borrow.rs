//@ title: two-phase borrows: `v.push(v.len())`
//@ from: rustc-dev-guide, "Two-phase borrows"; RFC 2025
// The receiver is borrowed mutably first but stays shareable until the call, so the argument may read it.
//@ expect: prints "[3, 1]\n4\n"

struct Stack {
    len: usize,
    data: [usize; 2],
}

impl Stack {
    fn len(&self) -> usize {
        self.len
    }
    fn push(&mut self, v: usize) {
        self.data[self.len] = v;
        self.len += 1;
    }
}

fn main() {
    let mut s = Stack { len: 0, data: [0; 2] };
    s.push(s.len() + 3);
    s.push(s.len());
    println!("{:?}", s.data);
    let mut n = 2;
    n += n;
    println!("{}", n);
}
