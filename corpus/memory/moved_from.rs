//@ title: a pointer to a variable that was moved from
//@ from: UCG #188 and others: what a move does to its source is undecided
// The storage of the old variable still exists after the move. Whether its bytes are still there is open:
// this test only checks that the copy is what counts.
//@ expect: prints "5 6\n"

struct S {
    n: i32,
}

fn main() {
    let a = S { n: 5 };
    let first = a.n;
    let mut b = a;
    b.n += 1;
    println!("{} {}", first, b.n);
}
