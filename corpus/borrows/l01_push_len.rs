//@ title: `v.push(v.len())`: the reason for two-phase borrows
//@ from: catalogue 2.4, L01
//@ expect : prints "1 2\n"
//@ expect [tb-implicit-writes]: prints "1 2\n"

struct List {
    at: [i32; 4],
    len: usize,
}
impl List {
    fn len(&self) -> usize {
        self.len
    }
    fn push(&mut self, x: usize) {
        self.at[self.len] = x as i32;
        self.len += 1;
    }
}

fn main() {
    let mut v = List { at: [0; 4], len: 1 };
    v.push(v.len());
    println!("{} {}", v.at[1], v.len);
}
