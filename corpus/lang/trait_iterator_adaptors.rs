//@ title: adaptors of iterators
//@ from: std, "Iterator"
// 
//@ expect: prints "88\n0 2\n1 5\n2 13\nSome((1, 12))\nSome(3) 24\n5 7\nSome(5) None\n2\n3\ntrue\n"

struct Fib(u32, u32);
impl Iterator for Fib {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        let next = self.0;
        *self = Fib(self.1, self.0 + self.1);
        Some(next)
    }
}
fn total<I: Iterator>(it: I) -> u64
where
    I::Item: Into<u64>,
{
    let mut sum = 0;
    for x in it {
        sum += x.into();
    }
    sum
}

fn main() {
    println!("{}", total(Fib(0, 1).take(10)));
    for (i, x) in Fib(0, 1).skip(3).step_by(2).enumerate().take(3) {
        println!("{} {}", i, x);
    }
    println!("{:?}", Fib(0, 1).zip(10u8..13).last());
    println!("{:?} {}", (0..5).rev().nth(1), (1..=4).product::<i32>());
    println!("{} {}", (0..3).chain(7..9).count(), Fib(1, 1).take(4).sum::<u32>());
    println!("{:?} {:?}", Fib(0, 1).take(6).max(), (3..3).min());
    let r = 2..4;
    for i in r.clone() {
        println!("{}", i);
    }
    println!("{}", r.eq(2..4));
}
