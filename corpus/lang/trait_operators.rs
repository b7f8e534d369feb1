//@ title: arithmetic operators of a type of one's own
//@ from: Rust Reference, "Overloading Operators"
// By value, by reference, with operands of different types, and in generic code.
//@ expect: prints "V { x: 11, y: 22 } V { x: 3, y: 6 } V { x: 0, y: -1 }\n11 false (V { x: 1, y: 2 }, 4) true\nV { x: 10, y: 20 } V { x: 12, y: 24 } 7\nV { x: 2, y: 4 } 6\n3 12\n"
//@ expect unfit: errors /cannot multiply `V`/

use std::ops::{Add, BitOr, Mul, Neg, Not, Rem, Shl, Sub};

#[derive(Clone, Copy, Debug, PartialEq)]
struct V {
    x: i32,
    y: i32,
}
impl Add for V {
    type Output = V;
    fn add(self, o: V) -> V {
        V { x: self.x + o.x, y: self.y + o.y }
    }
}
impl Sub<i32> for V {
    type Output = V;
    fn sub(self, o: i32) -> V {
        V { x: self.x - o, y: self.y - o }
    }
}
impl Mul<V> for i32 {
    type Output = V;
    fn mul(self, v: V) -> V {
        V { x: self * v.x, y: self * v.y }
    }
}
impl<'a, 'b> Add<&'b V> for &'a V {
    type Output = i32;
    fn add(self, o: &V) -> i32 {
        self.x + o.x
    }
}
impl Neg for V {
    type Output = V;
    fn neg(self) -> V {
        V { x: -self.x, y: -self.y }
    }
}
impl Not for V {
    type Output = bool;
    fn not(self) -> bool {
        self.x == 0
    }
}
impl Rem<u8> for V {
    type Output = (V, u8);
    fn rem(self, o: u8) -> (V, u8) {
        (self, o)
    }
}
impl BitOr<bool> for V {
    type Output = bool;
    fn bitor(self, o: bool) -> bool {
        o || !!self
    }
}
impl Shl<V> for V {
    type Output = V;
    fn shl(self, o: V) -> V {
        o
    }
}
fn sum<T: Add<Output = T> + Copy>(a: T, b: T) -> T {
    a + b + a
}
fn mixed<A, B>(a: A, b: B) -> <A as Mul<B>>::Output
where
    A: Mul<B>,
{
    a * b
}

fn main() {
    let (a, b) = (V { x: 1, y: 2 }, V { x: 10, y: 20 });
    println!("{:?} {:?} {:?}", a + b, 3 * a, -(a - 1));
    println!("{} {} {:?} {}", &a + &b, !a, a % 4, a | true);
    println!("{:?} {:?} {}", a << b, sum(a, b), sum(2, 3));
    println!("{:?} {}", mixed(2, a), mixed(2u8, 3u8));
    println!("{} {}", 1 + &2, &3 * &4);
    #[cfg(unfit)]
    println!("{:?}", a * 3);
}
