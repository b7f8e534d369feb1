// Seed for the fuzzer: items and types of every kind, so that mutations of them are tried.
//@ title: fuzzer seed, items
//@ expect: prints /done/
use std::cell::{Cell, UnsafeCell};
use std::mem::{self, size_of, MaybeUninit};

mod shapes {
    pub const SIDES: usize = 2 + 2;
    pub static mut COUNT: u32 = 0;
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Point {
        pub x: i32,
        pub y: i32,
    }
    impl Point {
        pub const ORIGIN: Point = Point { x: 0, y: 0 };
        pub fn new(x: i32, y: i32) -> Self {
            unsafe { COUNT += 1 };
            Self { x, y }
        }
        pub fn flip(&mut self) -> &mut Self {
            mem::swap(&mut self.x, &mut self.y);
            self
        }
        pub fn sum(self) -> i32 {
            self.x + self.y
        }
    }
    use super::mem;
    pub mod inner {
        use super::super::Tree;
        pub(crate) fn leaf() -> Tree {
            Tree::Leaf
        }
    }
}
use shapes::{inner::leaf, Point, *};

#[repr(u8)]
#[derive(Clone, Copy, PartialEq)]
enum Small {
    A = 1,
    B,
    C = 7,
}
enum Tree {
    Leaf,
    Node(Box<Tree>, i32),
    Pair { left: u8, right: u8 },
}
#[repr(C)]
union Bits {
    word: u32,
    bytes: [u8; 4],
    cell: mem::ManuallyDrop<u16>,
}
#[repr(C, packed(2))]
struct Packed(u8, u32);
#[repr(align(16))]
struct Wide([u8; SIDES]);
struct Noisy<'a>(&'a str);
impl<'a> Drop for Noisy<'a> {
    fn drop(&mut self) {
        print!("drop {}; ", self.0);
    }
}
struct Pair<T, const N: usize> {
    first: [T; N],
    second: T,
}
impl<T: Copy, const N: usize> Pair<T, N> {
    fn first(&self) -> T {
        self.first[0]
    }
}
type Op = unsafe extern "C" fn(i32, i32) -> i32;
unsafe extern "C" fn add(a: i32, b: i32) -> i32 {
    a.wrapping_add(b)
}
static TABLE: [Op; 1] = [add];
static GREETING: &str = "hi\u{e9}\n";

fn depth(t: &Tree) -> i32 {
    match t {
        Tree::Leaf => 0,
        Tree::Node(next, n) if *n > 100 => depth(next),
        Tree::Node(next, _) => 1 + depth(next),
        &Tree::Pair { left, .. } => left as i32,
    }
}

fn main() {
    let mut p = Point::new(1, -2);
    p.flip().x += 3;
    let _hold = Noisy("outer");
    {
        let _inner = Noisy("inner");
        let t = Tree::Node(Box::new(Tree::Pair { left: 3, right: 4 }), 5);
        println!("{} {:?} {}", depth(&t), p, depth(&leaf()));
    }
    let b = Bits { word: 0x01020304 };
    let first = unsafe { b.bytes[0] };
    let op: Op = TABLE[0];
    println!("{first:>4} {} {}", unsafe { op(1, i32::MAX) }, size_of::<Packed>());
    let mut slot = MaybeUninit::<u64>::uninit();
    slot.write(8);
    let c = Cell::new(unsafe { slot.assume_init() } as u16);
    c.set(c.get() << 1);
    let u = UnsafeCell::new(1u8);
    unsafe { *u.get() |= 0x80 };
    let s: Small = unsafe { mem::transmute(7u8) };
    let w = Wide([1; 4]);
    let q = Pair::<u8, 3> { first: [9; 3], second: 1 };
    println!("{:#x} {} {} {} {}", c.get(), s == Small::C, w.0.len(), q.first(), q.second);
    print!("{}", GREETING);
    println!("done {}", unsafe { COUNT });
}
