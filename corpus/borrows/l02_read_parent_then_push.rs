//@ title: reading the parent between a mutable borrow and its use
//@ from: catalogue 2.4, L02
// The explicit form of `v.push(v.len())`, which two-phase borrows do not cover.
//@ expect [flat strict alloc]: prints "1 2\n"
//@ expect [tb]: prints "1 2\n"
//@ expect [tb-implicit-writes]: prints "1 2\n"
//@ expect [sb]: ub(borrow-retag)

struct List {
    at: [i32; 4],
    len: usize,
}
impl List {
    fn len(&self) -> usize {
        self.len
    }
    fn push(&mut self, x: i32) {
        self.at[self.len] = x;
        self.len += 1;
    }
}

fn main() {
    let mut list = List { at: [0; 4], len: 1 };
    let v = &raw mut list;
    unsafe {
        let r = &mut *v;
        let n = (*v).len();
        r.push(n as i32); //~ ub [sb] (borrow-retag)
        println!("{} {}", n, list.len);
    }
}
