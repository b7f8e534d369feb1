//@ title: associated types, in signatures and bounds
//@ from: Rust Reference, "Associated Types"
// `T::Elem`, `<T as Stack>::Elem` and a bound that fixes it: `Stack<Elem = u8>`.
//@ expect: prints "3 3 0\n"
//@ expect other: errors /type mismatch/

trait Stack {
    type Elem;
    fn push(&mut self, e: Self::Elem) -> bool;
    fn pop(&mut self) -> Option<Self::Elem>;
    fn sum(&mut self) -> u32
    where
        Self::Elem: Into<u32>,
    {
        let mut sum = 0;
        while let Some(e) = self.pop() {
            sum += e.into();
        }
        sum
    }
}

struct Array<T, const N: usize> {
    data: [Option<T>; N],
    len: usize,
}

impl<T: Copy, const N: usize> Stack for Array<T, N> {
    type Elem = T;
    fn push(&mut self, e: T) -> bool {
        if self.len == N {
            return false;
        }
        self.data[self.len] = Some(e);
        self.len += 1;
        true
    }
    fn pop(&mut self) -> Option<Self::Elem> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        self.data[self.len].take()
    }
}

fn fill<S: Stack<Elem = u8>>(s: &mut S) {
    let mut i = 0;
    while s.push(i) {
        i += 1;
    }
}
fn last<S>(s: &mut S) -> <S as Stack>::Elem
where
    S: Stack,
    S::Elem: Default,
{
    s.pop().unwrap_or_default()
}

fn main() {
    let mut s = Array { data: [None; 4], len: 0 };
    fill(&mut s);
    println!("{} {} {}", last(&mut s), s.sum(), last(&mut s));
    #[cfg(other)]
    fill(&mut Array { data: [None::<u16>; 4], len: 0 });
}
