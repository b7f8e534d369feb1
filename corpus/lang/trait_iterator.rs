//@ title: a `for` loop over an iterator of one's own
//@ from: Rust Reference, "Iterator loops"
// IntoIterator::into_iter is called once, then next until it returns None. Temporaries of the head live
// until the loop ends.
//@ expect: prints "3\n5\ndropped at 5\ninto_iter\n1 1\ninto_iter\n2 1\ninto_iter\ndropped at 3\n0 7\n1 8\n2 9\nSome(3)\ndropped at 3\n"
//@ expect unfit: unsupported /the trait bound `u8: IntoIterator` is not satisfied/

struct Count {
    n: u32,
}
impl Iterator for Count {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        if self.n < 5 {
            self.n += 1;
            Some(self.n)
        } else {
            None
        }
    }
}
impl Drop for Count {
    fn drop(&mut self) {
        println!("dropped at {}", self.n);
    }
}
struct Bag([u8; 3]);
struct BagIter {
    bag: Bag,
    i: usize,
}
impl IntoIterator for Bag {
    type Item = u8;
    type IntoIter = BagIter;
    fn into_iter(self) -> BagIter {
        println!("into_iter");
        BagIter { bag: self, i: 0 }
    }
}
impl Iterator for BagIter {
    type Item = u8;
    fn next(&mut self) -> Option<Self::Item> {
        self.i += 1;
        if self.i <= 3 {
            Some(self.bag.0[self.i - 1])
        } else {
            None
        }
    }
}
impl<'a> IntoIterator for &'a Bag {
    type Item = (usize, u8);
    type IntoIter = std::iter::Enumerate<BagIter>;
    fn into_iter(self) -> Self::IntoIter {
        BagIter { bag: Bag(self.0), i: 0 }.enumerate()
    }
}

fn main() {
    for x in (Count { n: 2 }) {
        if x == 4 {
            continue;
        }
        println!("{}", x);
    }
    'outer: for x in (Count { n: 0 }) {
        for b in Bag([1, 2, 3]) {
            if b == 2 {
                continue 'outer;
            }
            if x == 3 {
                break 'outer;
            }
            println!("{} {}", x, b);
        }
    }
    let bag = Bag([7, 8, 9]);
    for (i, b) in &bag {
        println!("{} {}", i, b);
    }
    let mut c = Count { n: 0 };
    for x in c.by_ref() {
        if x == 2 {
            break;
        }
    }
    println!("{:?}", c.next());
    #[cfg(unfit)]
    for _ in Some(Bag([0; 3])).unwrap().0[0] {}
}
